"""Texts by name: escaped on the way in, complete or loudly missing, in a language guessed well."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.l10n import FOLDER, LOCALES, L10n, Localizer, Safe

TEXTS = """
hello = <b>Hello, { $name }!</b>
lines = { $lines }
quoted = о «{ $name }»
kind = { $kind ->
    [yes] it is
   *[no] it is not
}
items = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
}
"""


def write(folder: Path, text: str, locale: str = "ru") -> Path:
    (folder / locale).mkdir(exist_ok=True)
    (folder / locale / "texts.ftl").write_text(text, "utf-8")
    return folder


@pytest.fixture
def strict(tmp_path: Path) -> L10n:
    return L10n("ru", write(tmp_path, TEXTS), strict=True)


@pytest.fixture
def lenient(tmp_path: Path) -> L10n:
    return L10n("ru", write(tmp_path, TEXTS))


class TestArguments:
    def test_are_escaped_in_html(self, strict: L10n) -> None:
        assert strict("hello", name="<i>&") == "<b>Hello, &lt;i&gt;&amp;!</b>"

    def test_are_left_alone_in_plain_text(self, strict: L10n) -> None:
        assert strict.plain("hello", name="<i>&") == "<b>Hello, <i>&!</b>"

    def test_that_are_html_already_are_not_escaped_twice(self, strict: L10n) -> None:
        line = strict("hello", name="О’Брайен & Co")
        assert strict("lines", lines=Safe("\n".join([line, line]))) == f"{line}\n{line}"
        assert strict("lines", lines=line) == line

    def test_that_only_look_like_html_are_escaped(self, strict: L10n) -> None:
        assert strict("lines", lines="<b>bold</b>") == "&lt;b&gt;bold&lt;/b&gt;"

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ("Мастер-класс «Оценивание»", "о «Мастер-класс „Оценивание“»"),
            ("«Лучик» и «Радуга»", "о «„Лучик“ и „Радуга“»"),
            ("без кавычек", "о «без кавычек»"),
            ("не закрыта «кавычка", "о «не закрыта «кавычка»"),
            ("не открыта» кавычка", "о «не открыта» кавычка»"),
        ],
    )
    def test_in_quotation_marks_have_inner_ones(self, strict: L10n, given: str, shown: str) -> None:
        assert strict.plain("quoted", name=given) == shown

    def test_of_any_length_are_taken(self, strict: L10n) -> None:
        long = "слово & " * 1000
        assert strict.plain("hello", name=long) == f"<b>Hello, {long}!</b>"
        assert strict("lines", lines=long).count("&amp;") == 1000

    def test_choose_among_variants_as_words_and_as_numbers(self, strict: L10n) -> None:
        assert strict("kind", kind="yes") == "it is"
        assert strict("kind", kind="maybe") == "it is not"
        counted = [str(strict("items", count=count)) for count in (1, 2, 5, 11, 21)]
        assert counted == ["1 вопрос", "2 вопроса", "5 вопросов", "11 вопросов", "21 вопрос"]

    def test_beyond_those_needed_are_picked_over(self, strict: L10n) -> None:
        data = {"name": "<A>", "other": object(), "count": 5}
        assert strict.pick("hello", data, markup=True) == "<b>Hello, &lt;A&gt;!</b>"
        assert strict.pick("items", data, markup=False) == "5 вопросов"


class TestTrouble:
    def test_in_strict_mode_a_missing_text_raises(self, strict: L10n) -> None:
        with pytest.raises(KeyError, match="no text 'absent' in ru"):
            strict("absent")

    def test_in_strict_mode_a_missing_variable_raises(self, strict: L10n) -> None:
        with pytest.raises(Exception, match="name"):
            strict("hello")

    def test_in_service_a_conversation_goes_on_and_the_log_tells(self, lenient: L10n) -> None:
        with capture_logs() as logs:
            assert lenient("absent") == "absent"
            assert "Hello" in lenient("hello")
        assert [line["event"] for line in logs] == ["text is missing", "text is incomplete"]

    def test_an_unreadable_file_is_refused_with_its_name(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"texts\.ftl: cannot read 'hello = \{ \$name'"):
            L10n("ru", write(tmp_path, "hello = { $name\n"))

    def test_a_text_defined_twice_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="hello is defined twice"):
            L10n("ru", write(tmp_path, "hello = 1\nhello = 2\n"))


class TestLanguages:
    @pytest.mark.parametrize("code", ["ru", "ru-RU", "be", "uk", "kk", "tt"])
    def test_people_who_read_russian_are_greeted_in_russian(self, code: str) -> None:
        assert Localizer("en").guess(code) == "ru"

    @pytest.mark.parametrize("code", ["en", "en-GB", "de", "zh-hans"])
    def test_others_are_greeted_in_english(self, code: str) -> None:
        assert Localizer("ru").guess(code) == "en"

    @pytest.mark.parametrize("code", [None, ""])
    @pytest.mark.parametrize("default", LOCALES)
    def test_a_telegram_that_names_no_language_gets_the_default(
        self, code: str | None, default: str
    ) -> None:
        assert Localizer(default).guess(code) == default

    def test_a_language_that_we_do_not_speak_falls_back_to_the_default(self) -> None:
        assert Localizer("en")["fr"].locale == "en"

    def test_a_folder_for_each_language_and_no_more(self) -> None:
        assert sorted(path.name for path in FOLDER.iterdir()) == sorted(LOCALES)

    def test_dates_are_written_as_people_write_them(self) -> None:
        day = date(2026, 11, 22)
        assert L10n("en").date(day) == "22 November 2026"
        assert L10n("ru").date(day).replace("\u202f", " ") == "22 ноября 2026 г."
