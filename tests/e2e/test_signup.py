"""Sign-up as it goes with real people: left half-way, mistyped, with odd names and long texts."""

from __future__ import annotations

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import agrees, answers, begins, tells_of_oneself

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


@pytest.mark.parametrize("return_by", ["/start", "/menu", "Добрый день"])
async def test_who_left_in_the_middle_goes_on_at_the_missing_answer(
    town: Town, anna: Person, return_by: str
) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.presses("Аксёновская СОШ")
    await anna.presses("Педагог")
    await anna.sees("Знакомство: шаг 4 из 7")
    await anna.sends(return_by)
    await town.box.idle()
    assert "Что вы преподаёте?" in anna.screen
    assert town.database.field(anna, "position") == "teacher"


async def test_going_back_over_all_steps_keeps_what_was_said(town: Town, anna: Person) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.presses("Аксёновская СОШ")
    await anna.presses("Педагог")
    await anna.presses("‹ Назад")
    await anna.sees("Кем вы работаете?")
    await anna.presses("‹ Назад")
    await anna.sees("Где вы работаете?")
    await anna.presses("‹ Назад")
    await anna.sees("Как вас зовут?")
    await anna.presses("Иванова Анна")
    await anna.sees("Что вы преподаёте?")


async def test_a_school_is_found_by_a_part_of_its_name(town: Town, anna: Person) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.sees("В списке 14 организаций")
    await anna.sends("аксенов")
    await anna.sees("По запросу «аксенов» нашлось вот что.")
    assert anna.buttons[0] == ["Аксёновская СОШ"]
    await anna.presses("Аксёновская СОШ")
    await anna.sees("Кем вы работаете?")
    assert town.database.school(anna) == ("Аксёновская СОШ", "active")


async def test_the_pages_of_schools_turn_round(town: Town, anna: Person) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.sees("Где вы работаете?")
    seen = [label for row in anna.buttons[:6] for label in row]
    for page in ("2 из 3", "3 из 3", "1 из 3"):
        await anna.presses("›")
        assert page in [label for row in anna.buttons for label in row]
        seen += [label for row in anna.buttons for label in row if "Ш" in label or "Лицей" in label]
    assert len(set(seen)) == 14
    await anna.presses("‹")
    await anna.presses("Ярковская ООШ")
    assert town.database.school(anna) == ("Ярковская ООШ", "active")


async def test_a_school_that_is_not_listed_is_taken_too(town: Town, anna: Person) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.sees("Где вы работаете?")
    await anna.sends("Школа <Радуга> & «Лучик»")
    await anna.sees("Школы, похожей на «Школа <Радуга> & „Лучик“», в списке нет.")
    await anna.presses("Моей школы нет")
    await anna.sees("Кем вы работаете?")
    assert town.database.school(anna) == ("Школа <Радуга> & «Лучик»", "proposed")


async def test_a_name_of_signs_is_refused_and_nothing_breaks(town: Town) -> None:
    odd = town.person('<b>&"', "</i>&amp;")
    await agrees(odd)
    assert "‹ Назад" not in str(odd.buttons)
    await odd.sends('<b>&"')
    await odd.sees('«<b>&"» не похоже на имя: в имени бывают только буквы.')
    await tells_of_oneself(odd, name="О’Нил-Петрова Анна Джон-кызы")
    await odd.presses("Мой профиль")
    await odd.sees("Имя: О’Нил-Петрова Анна Джон-кызы")


async def test_a_text_of_full_length_is_refused_politely_on_every_step(
    town: Town, anna: Person
) -> None:
    longest = "я" * 4096
    await agrees(anna)
    await anna.sends(longest)
    await anna.sees("В имени 4\xa0096 знаков, помещается 100. Напишите короче.")
    await anna.sends("Иванова Анна")
    await anna.sees("Где вы работаете?")
    await anna.sends(longest)
    await anna.sees("В названии 4\xa0096 знаков, помещается 120. Напишите короче.")
    await anna.presses("Аксёновская СОШ")
    await anna.sends(longest)
    await anna.sees("Здесь я понимаю только кнопки")
    await anna.presses("Педагог")
    await anna.sends(longest)
    await anna.sees("Здесь я понимаю только кнопки")
    await anna.presses("Математика")
    await anna.presses("Готово ›")
    for question in ("работаете в образовании?", "в нынешней должности?"):
        await anna.sees(question)
        await anna.sends(longest)
        await anna.sees("не похоже на число лет. Напишите полные годы цифрами, например: 12.")
        await anna.sends("12")
    await anna.presses("Первая")
    await anna.sends(longest)
    await anna.sees("Здесь я понимаю только кнопки")
    await anna.presses("Всё верно")
    await begins(anna)
    await anna.sends(longest)
    await anna.sees("Здесь я понимаю только кнопки")
    await answers(anna, "2 · Применяю")
    assert town.database.answers(anna) == [2]


async def test_a_picture_where_words_are_expected_is_answered(town: Town, anna: Person) -> None:
    await agrees(anna)
    await anna.sends_photo(PIXEL, "Иванова Анна")
    await anna.sees("Здесь нужен текст: напишите ответ обычным сообщением.")
    await anna.sends_document("имя.txt", "Иванова Анна".encode())
    await anna.sees("Здесь нужен текст")
    await anna.sends_contact("+79120000000")
    await anna.sees("Здесь нужен текст")
    assert town.database.field(anna, "full_name") is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("двенадцать", "«двенадцать» не похоже на число лет"),
        ("120", "120 — слишком много. Напишите число от 0 до 70."),
        ("-3", "«-3» не похоже на число лет"),
        ("1.5", "«1.5» не похоже на число лет"),
    ],
)
async def test_years_that_cannot_be_are_asked_again(
    town: Town, anna: Person, typed: str, told: str
) -> None:
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.presses("Аксёновская СОШ")
    await anna.presses("Руководитель")
    await anna.presses("Не веду предметы ›")
    await anna.sees("Сколько лет вы работаете в образовании?")
    await anna.sends(typed)
    await anna.sees(told)
    assert town.database.field(anna, "experience_years") is None
