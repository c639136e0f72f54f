"""Leaving and coming back, forward and back, the review: nothing is lost on the way."""

from __future__ import annotations

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import alert, answers, begins, item_number, signs_up, wishes_nothing


@pytest.fixture
async def anna(anna: Person) -> Person:
    """Anna is a head: 18 items."""
    await signs_up(anna, "Руководитель")
    return anna


async def test_a_pause_leads_to_the_menu_and_back_to_the_same_item(
    town: Town, anna: Person
) -> None:
    await begins(anna)
    await answers(anna, "2 · Применяю", "1 · Частично")
    await anna.presses("Пауза")
    assert alert(anna) == "Сохранено. Продолжить можно в любой день."
    await anna.sees("Самооценка начата: пройдено 2 из 18. Все ответы сохранены.")
    await anna.presses("Продолжить самооценку (2 из 18)")
    await anna.sees("Вы начали 2")
    await anna.presses("Продолжить")
    await anna.sees("Пункт 3 из 18")
    assert town.database.answers(anna) == [2, 1]


@pytest.mark.parametrize("command", ["/start", "/menu", "/assessment", "/results"])
async def test_a_command_in_the_middle_costs_no_answer(
    town: Town, anna: Person, command: str
) -> None:
    await begins(anna)
    await answers(anna, "2 · Применяю", "1 · Частично")
    await anna.sends(command)
    await town.box.idle()
    await anna.sends("/menu")
    await anna.presses("Продолжить самооценку (2 из 18)")
    await anna.presses("Продолжить")
    assert item_number(anna) == 3


async def test_an_answer_can_be_changed_on_the_way_back(town: Town, anna: Person) -> None:
    await begins(anna)
    await answers(anna, "2 · Применяю", "1 · Частично", "3 · Могу научить")
    await anna.presses("‹ Назад")
    await anna.presses("‹ Назад")
    assert item_number(anna) == 2
    assert ["✓ 1 · Частично"] in anna.buttons
    await anna.presses("0 · Не владею")
    assert item_number(anna) == 3
    await anna.presses("Дальше ›")
    assert item_number(anna) == 4
    assert town.database.answers(anna) == [2, 0, 3]


async def test_back_from_the_first_item_is_the_beginning(town: Town, anna: Person) -> None:
    await begins(anna)
    await anna.presses("‹ Назад")
    await anna.sees("Вы начали 2")
    await anna.presses("Продолжить")
    await anna.sees("Пункт 1 из 18")


async def test_starting_over_asks_once_and_keeps_finished_ones(town: Town, anna: Person) -> None:
    await begins(anna)
    await answers(anna, "2 · Применяю", "1 · Частично")
    await anna.sends("/assessment")
    await anna.presses("Начать заново")
    await anna.sees("Эти ответы (2 из 18) пропадут.")
    await anna.presses("Нет, оставить ответы")
    await anna.presses("Начать заново")
    await anna.presses("Да, начать заново")
    await anna.sees("Пункт 1 из 18")
    assert town.database.states(anna) == ["abandoned", "open"]


async def test_the_review_opens_a_skipped_item_and_comes_back(town: Town, anna: Person) -> None:
    await begins(anna)
    await answers(anna, "Не относится ко мне", *["2 · Применяю"] * 16, "Не относится ко мне")
    await wishes_nothing(anna)
    await anna.sees("Отвечено: 16 из 18.")
    await anna.presses("№ 18")
    await anna.sees("Пункт 18 из 18")
    await anna.presses("К итогу")
    await anna.presses("№ 18")
    await anna.presses("1 · Частично")
    await anna.sees("Отвечено: 17 из 18.")
    assert "«Не относится ко мне» — 1. Верно?" in anna.screen
    await anna.presses("‹ Назад")
    await anna.sees("Пожелания: 4 из 4")
    assert town.database.answers(anna) == [None, *[2] * 16, 1]


async def test_a_review_that_was_left_is_found_again(town: Town, anna: Person) -> None:
    await begins(anna)
    await answers(anna, *["2 · Применяю"] * 18)
    await wishes_nothing(anna)
    await anna.presses("Пауза")
    await anna.presses("Продолжить самооценку (18 из 18)")
    await anna.presses("Продолжить")
    await anna.sees("Почти готово")
    await anna.sends("Готово")
    await anna.sees("Здесь я понимаю только кнопки")
    await anna.presses("Закончить и увидеть результат")
    assert town.database.states(anna) == ["finished"]


async def test_a_position_changed_in_the_middle_does_not_touch_the_open_assessment(
    town: Town, anna: Person
) -> None:
    await begins(anna)
    await answers(anna, "2 · Применяю")
    await anna.sends("/profile")
    await anna.presses("Должность")
    await anna.presses("Другой сотрудник")
    await anna.presses("В меню")
    await anna.presses("Продолжить самооценку (1 из 18)")
    await anna.presses("Продолжить")
    await anna.sees("Пункт 2 из 18")
