"""What people type into a field: usual variants pass, and an error names what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import fields
from services.errors import Refusal
from tests.services.stories import refused


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Иванова Анна Петровна", "Иванова Анна Петровна"),
        ("Иванова Анна", "Иванова Анна"),
        ("  Иванова   Анна  ", "Иванова Анна"),
        ("Иванова\u00a0Анна\u00a0Петровна", "Иванова Анна Петровна"),
        ("Иванова\nАнна", "Иванова Анна"),
        ("Иванова\u200b Анна\u202e", "Иванова Анна"),
        ("иванова анна петровна", "Иванова Анна Петровна"),
        ("ИВАНОВА АННА", "Иванова Анна"),
        ("петрова-водкина мария", "Петрова-Водкина Мария"),
        ("Петрова – Водкина Мария", "Петрова-Водкина Мария"),
        ("Петрова\u2011Водкина Мария", "Петрова-Водкина Мария"),
        ("о'коннор шинейд", "О'Коннор Шинейд"),
        ("дем'янова ольга", "Дем'янова Ольга"),
        ("Д’Артаньян Шарль", "Д’Артаньян Шарль"),
        ("Лев де Толстой", "Лев де Толстой"),
        ("Иванова А. П.", "Иванова А. П."),
        ("Иванова А.П.", "Иванова А. П."),
        ("Мамедов Али Гасан оглы", "Мамедов Али Гасан оглы"),
        ("Ким Чен Ын", "Ким Чен Ын"),
        ("أحمد علي", "أحمد علي"),
        ("И\u0306ожеф Кишш", "Йожеф Кишш"),
        ("Иванова " + "А" * 92, "Иванова " + "А" * 92),
    ],
)
def test_a_name_is_taken_as_people_write_it(typed: str, stored: str) -> None:
    assert fields.full_name(typed) == stored


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "name-words"),
        ("   ", "name-words"),
        ("Анна", "name-words"),
        ("О И", "name-words"),
        ("Раз Два Три Четыре Пять Шесть", "name-words"),
        ('<b>&"', "name-letters"),
        ("<b>Анна</b> Иванова", "name-letters"),
        ("Анна Иванова 2", "name-letters"),
        ("Анна 1ванова", "name-letters"),
        ("Анна_Иванова Петровна", "name-letters"),
        ("Анна 🙂 Иванова", "name-letters"),
        ("Иванова, Анна", "name-letters"),
        ("- Анна Иванова", "name-letters"),
        ("=CMD() Анна", "name-letters"),
        ("/start Анна", "name-letters"),
        ("А" * 50 + " " + "Б" * 50, "name-too-long"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with refused(reason):
        fields.full_name(typed)


def test_a_refused_name_says_which_word_is_wrong_and_how_long_is_too_long() -> None:
    with refused("name-letters") as caught:
        fields.full_name("Анна Ив4нова")
    assert caught.value.facts == {"word": "Ив4нова"}
    with refused("name-too-long") as caught:
        fields.full_name("Иванова " + "А" * 93)
    assert caught.value.facts == {"limit": 100, "length": 101}


@given(st.text(max_size=120))
def test_whatever_is_typed_a_name_is_stored_clean_or_refused(typed: str) -> None:
    try:
        name = fields.full_name(typed)
    except Refusal:
        return
    assert len(name) <= 120
    assert not set(name) & set('<>&"=+@\n\t0123456789')
    assert fields.full_name(name) == name


@pytest.mark.parametrize(
    ("first", "last", "suggested"),
    [
        ("Анна", "Иванова", "Иванова Анна"),
        ("анна", "иванова", "Иванова Анна"),
        ("Анна", None, None),
        ("🌸Анна🌸", "Иванова", None),
    ],
)
def test_a_name_of_telegram_is_suggested_only_when_it_would_be_accepted(
    first: str, last: str | None, suggested: str | None
) -> None:
    assert fields.suggested_name(first, last) == suggested


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("12", 12),
        ("12 лет", 12),
        ("12лет", 12),
        (" 1 год ", 1),
        ("2 года", 2),
        ("5 Г.", 5),
        ("3 years", 3),
        ("0", 0),
        ("70", 70),
        ("полгода", 0),
        ("меньше года", 0),
        ("Менее года", 0),
        ("без стажа", 0),
        ("less than a year", 0),
    ],
)
def test_years_are_taken_as_people_write_them(typed: str, years: int) -> None:
    assert fields.years(typed) == years


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "years-number"),
        ("-1", "years-number"),
        ("12.5", "years-number"),
        ("12,5", "years-number"),
        ("1000", "years-number"),
        ("много", "years-number"),
        ("12 месяцев", "years-number"),
        ("1 2", "years-number"),
        ("1e1", "years-number"),
        ("71", "years-range"),
        ("100 лет", "years-range"),
    ],
)
def test_what_is_no_number_of_years_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with refused(reason):
        fields.years(typed)


def test_an_answer_in_own_words_keeps_its_lines_and_loses_what_cannot_be_seen() -> None:
    typed = "  Первая\u200b строка \n\n\n\n\nВторая\x00 строка\t🙂  "
    assert fields.free_text(typed, 1000) == "Первая строка\n\nВторая строка 🙂"


@pytest.mark.parametrize("typed", ["", "  \n ", "\u200b\u200b", "\x00"])
def test_an_answer_without_a_visible_sign_is_refused(typed: str) -> None:
    with refused("text-empty"):
        fields.free_text(typed, 1000)


def test_an_answer_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert fields.free_text("я" * 1000, 1000) == "я" * 1000
    with refused("text-too-long") as caught:
        fields.free_text("я" * 1001, 1000)
    assert caught.value.facts == {"limit": 1000, "length": 1001}


@pytest.mark.parametrize(
    ("name", "polite"),
    [
        ("Иванова Анна Петровна", "Анна Петровна"),
        ("Анна Петровна Иванова", "Анна Петровна"),
        ("Войцеховский Марк Ильич", "Марк Ильич"),
        ("Анна Иванова", None),
        ("Шостакович Анна", None),
        ("John Smith", None),
    ],
)
def test_people_are_greeted_by_name_and_patronymic_where_these_are_sure(
    name: str, polite: str | None
) -> None:
    assert fields.polite_name(name) == polite


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("CОШ № 5", "СОШ № 5"),  # a Latin C
        ("МБOУ «Шкoла»", "МБОУ «Школа»"),  # Latin O and o
        ("COШ", "СОШ"),
        ("СОШ", "СОШ"),
        ("IT-лицей", "IT-лицей"),
        ("School № 5", "School № 5"),
        ("Wшкола", "Wшкола"),  # W looks like no Russian letter
        ("", ""),
    ],
)
def test_words_in_two_alphabets_are_read_in_russian(typed: str, read: str) -> None:
    assert fields.one_alphabet(typed) == read


def test_texts_are_compared_by_how_they_look() -> None:
    assert fields.skeleton("Kод  ШКОЛЫ *") == fields.skeleton("код школы")
    assert fields.skeleton("Name") == fields.skeleton("NAME")
    assert fields.skeleton("СОШ № 5") != fields.skeleton("СОШ № 6")
