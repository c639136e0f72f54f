"""Texts: two languages, nothing missing, nothing that a phone would cut off."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from content import (
    LOCALES,
    Catalogue,
    Consent,
    Profile,
    Questionnaire,
    Text,
    available_profiles,
    load_profile,
)

TextsOf = Callable[[BaseModel], list[tuple[str, Text]]]
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
WORDS = st.text(min_size=1).map(str.strip).filter(bool)


class TestText:
    def test_plain_string_is_the_base_language(self) -> None:
        text = Text.model_validate("Школа")
        assert (text.ru, text.en) == ("Школа", None)

    def test_missing_translation_falls_back_to_the_base_language(self) -> None:
        assert Text(ru="Школа").get("en") == "Школа"

    def test_translation_is_given_to_those_who_read_it(self) -> None:
        text = Text(ru="Школа", en="School")
        assert (text.get("ru"), text.get("en"), text.get("en-GB")) == ("Школа", "School", "School")

    def test_language_that_nobody_translated_into_gets_the_base_language(self) -> None:
        assert Text(ru="Школа", en="School").get("fr") == "Школа"

    def test_empty_text_is_refused(self) -> None:
        with pytest.raises(ValidationError):
            Text.model_validate("  ")

    @given(ru=WORDS, en=st.none() | WORDS)
    def test_survives_json(self, ru: str, en: str | None) -> None:
        text = Text(ru=ru, en=en)
        assert Text.model_validate_json(text.model_dump_json()) == text
        assert Text.model_validate(text.model_dump()) == text


class TestBothLanguages:
    def test_of_the_questionnaire(self, questionnaire: Questionnaire, texts_of: TextsOf) -> None:
        assert untranslated(texts_of(questionnaire)) == []

    def test_of_the_profiles(self, profile: Profile, texts_of: TextsOf) -> None:
        assert untranslated(texts_of(profile)) == []

    def test_of_catalogue_and_consent(
        self, catalogue: Catalogue, consent: Consent, texts_of: TextsOf
    ) -> None:
        assert untranslated([*texts_of(catalogue), *texts_of(consent)]) == []

    def test_english_is_not_a_copy_of_another_text(
        self, questionnaire: Questionnaire, texts_of: TextsOf
    ) -> None:
        items = [text for place, text in texts_of(questionnaire) if ".items." in place]
        assert len({text.en for text in items}) == len(items) == 60


def untranslated(texts: list[tuple[str, Text]]) -> list[str]:
    """Places without English, or with Russian letters left in it."""
    return [place for place, text in texts if not text.en or CYRILLIC.search(text.en)]


class TestPhone:
    def test_items_are_read_at_a_glance(self, questionnaire: Questionnaire) -> None:
        for variant in questionnaire.variants:
            for _, item in variant.items:
                assert longest(item.text) <= 200, item.key

    def test_answers_fit_their_buttons(self, questionnaire: Questionnaire) -> None:
        scale = questionnaire.scale
        for button in [*(point.button for point in scale.points), scale.skip.button]:
            assert longest(button) <= 32

    def test_options_fit_their_buttons(self, questionnaire: Questionnaire) -> None:
        for request in questionnaire.requests:
            for option in request.options:
                assert longest(option.text) <= 60, option.key

    def test_subjects_fit_two_in_a_row(self, catalogue: Catalogue) -> None:
        for entry in (*catalogue.subjects, *catalogue.categories, *catalogue.positions):
            assert longest(entry.title) <= 28, entry.key

    def test_topics_fit_their_buttons(self, questionnaire: Questionnaire) -> None:
        for variant in questionnaire.variants:
            for block in variant.blocks:
                assert max(map(longest, block.topics)) <= 48, block.key

    def test_keys_fit_callback_data(self, questionnaire: Questionnaire) -> None:
        models: list[BaseModel] = [questionnaire, *map(load_profile, available_profiles())]
        for model in models:
            for key in all_keys(model.model_dump(mode="json")):
                assert re.fullmatch(r"[a-z][a-z0-9_-]{0,23}", key), key


def longest(text: Text) -> int:
    return max(len(text.get(locale)) for locale in LOCALES)


def all_keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if "key" in data:
            yield data["key"]
        for child in data.values():
            yield from all_keys(child)
    elif isinstance(data, list):
        for child in data:
            yield from all_keys(child)
