"""What registration offers, and what a person agrees to before it."""

import pytest

from content import LOCALES, Catalogue, Consent, Profile, Questionnaire


class TestCatalogue:
    def test_offers_subjects_of_every_stage_and_kind_of_school(self, catalogue: Catalogue) -> None:
        keys = {entry.key for entry in catalogue.subjects}
        assert 25 <= len(keys) <= 32
        assert {"primary", "mathematics", "preschool", "additional", "speech_therapist"} <= keys

    def test_whoever_finds_nothing_chooses_other_at_the_end(self, catalogue: Catalogue) -> None:
        assert catalogue.subjects[-1] == catalogue.subject("other")

    def test_names_categories_and_positions(self, catalogue: Catalogue) -> None:
        categories = [entry.key for entry in catalogue.categories]
        positions = [entry.key for entry in catalogue.positions]
        assert categories == ["highest", "first", "attested", "none"]
        assert positions == ["teacher", "head", "deputy", "staff"]
        assert catalogue.category("first").title.get("en") == "First"
        assert catalogue.position("head").title.get("ru") == "Руководитель"

    def test_unknown_subject_is_a_programming_error(self, catalogue: Catalogue) -> None:
        with pytest.raises(KeyError):
            catalogue.subject("alchemy")

    def test_who_cannot_recover_is_offered_events_against_burnout(
        self, catalogue: Catalogue
    ) -> None:
        assert [rubric.key for rubric in catalogue.rubrics_for({"psy_6", "fgos_1"})] == [
            "wellbeing"
        ]
        assert catalogue.rubrics_for({"psy_5"}) == ()
        assert catalogue.event_rubric("wellbeing").title.get("ru") == "Профилактика выгорания"

    def test_rubrics_of_events_name_items_of_the_questionnaire(
        self, catalogue: Catalogue, questionnaire: Questionnaire
    ) -> None:
        items = {item.key for variant in questionnaire.variants for _, item in variant.items}
        assert {key for rubric in catalogue.event_rubrics for key in rubric.items} <= items


class TestConsent:
    def test_has_its_own_version(self, consent: Consent) -> None:
        assert consent.version == "4"

    @pytest.mark.parametrize("locale", LOCALES)
    def test_names_who_processes_the_data(
        self, consent: Consent, profile: Profile, locale: str
    ) -> None:
        text = consent.text(locale, profile)
        assert profile.operator.name.get(locale) in text
        assert profile.authority.name.get(locale) in text
        assert "{" not in text

    @pytest.mark.parametrize("locale", LOCALES)
    def test_is_short_enough_to_be_read(
        self, consent: Consent, profile: Profile, locale: str
    ) -> None:
        assert len(consent.text(locale, profile)) <= 1800

    @pytest.mark.parametrize("locale", LOCALES)
    def test_is_plain_text(self, consent: Consent, profile: Profile, locale: str) -> None:
        text = consent.text(locale, profile)
        assert not set("<>&*_`") & set(text)
        assert "\n\n" in text

    @pytest.mark.parametrize("locale", LOCALES)
    def test_says_how_to_look_and_how_to_withdraw(self, consent: Consent, locale: str) -> None:
        body = consent.body.get(locale)
        assert all(
            word in body for word in ("/profile", "/mydata", "/forget", "152-", "Telegram", " 5 ")
        )
