"""Kill -9, SIGTERM, restart: what was shown as done is done, and nobody has to ask twice."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import (
    OLD_BUTTON,
    agrees,
    alert,
    answers,
    begins,
    data_of,
    item_number,
    panel,
    signs_up,
    wishes_nothing,
)

LABELS = {"0 · Не владею": 0, "1 · Частично": 1, "2 · Применяю": 2, "Не относится ко мне": None}
NAMES = ("Аверина Анна", "Белова Вера", "Викторова Инна", "Громова Ольга", "Деева Яна", "Ершова Ия")


@pytest.fixture(scope="module")
async def mortal_town(folder: Path) -> AsyncIterator[Town]:
    """A bot whose stories end its life."""
    async with Town(folder / "mortal") as town:
        yield town


@pytest.fixture
async def town(mortal_town: Town) -> Town:
    """The bot, alive."""
    assert mortal_town.process is not None
    if mortal_town.process.returncode is not None:
        await mortal_town.starts()
    return mortal_town


@pytest.fixture
async def crowd(town: Town) -> list[Person]:
    """Teachers who stand before the first of 42 items."""
    people = [town.person(name.split()[1], name.split()[0]) for name in NAMES]
    await asyncio.gather(*(_ready(*one) for one in zip(people, NAMES, strict=True)))
    return people


async def _ready(person: Person, name: str) -> None:
    await signs_up(person, name=name)
    await begins(person)


class Walk:
    """Somebody who answers as fast as the screens come, now and then with a double tap."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self.pressed: list[int | None] = []
        self._chance = random.Random(seed)

    async def goes(self) -> None:
        while item_number(self.person) < 42:
            label = self._chance.choice(list(LABELS))
            self.pressed.append(LABELS[label])
            data = data_of(self.person, label)
            if self._chance.random() < 0.2:
                await self.person.taps(data, wait=False)
            await self.person.taps(data)


@pytest.mark.parametrize("seconds", [0.25, 0.6])
async def test_a_kill_in_the_middle_loses_no_answer_that_was_shown_as_given(
    town: Town, crowd: list[Person], seconds: float
) -> None:
    walks = [Walk(person, seed) for seed, person in enumerate(crowd)]
    going = [asyncio.create_task(walk.goes()) for walk in walks]
    await asyncio.sleep(seconds)
    await town.dies()
    for task in going:
        task.cancel()
    await asyncio.gather(*going, return_exceptions=True)

    shown = [item_number(person) - 1 for person in crowd]
    assert all(shown), "nobody had begun: no kill in the middle"
    await town.starts()
    await town.box.idle()
    for walk, given in zip(walks, shown, strict=True):
        stored = town.database.answers(walk.person)
        assert stored == walk.pressed[: len(stored)]
        assert given <= len(stored) <= given + 1
        await _goes_on(town, walk.person)


async def _goes_on(town: Town, person: Person) -> None:
    """The last visible button works, or leads to «Продолжить» at the price of one tap."""
    before = len(town.database.answers(person))
    await person.presses("2 · Применяю")
    if OLD_BUTTON in alert(person):
        await person.presses("Продолжить самооценку")
        await person.presses("Продолжить")
        assert item_number(person) == before + 1
        await person.presses("2 · Применяю")
    assert item_number(person) in (before + 1, before + 2)
    assert town.database.answers(person)[item_number(person) - 2] == 2


async def test_a_stop_finishes_the_updates_in_hand_and_nothing_is_handled_twice(
    town: Town, crowd: list[Person]
) -> None:
    taps = [await person.taps(data_of(person, "1 · Частично"), wait=False) for person in crowd]
    await town.box.rests(0.0, 1.0, unless=lambda: town.box.world.updates.all_fetched)
    assert await town.stops() == 0
    assert [item_number(person) for person in crowd] == [2] * len(crowd)

    await town.starts()
    await town.box.idle()
    answered = [call.params.get("callback_query_id") for call in town.box.calls]
    assert [answered.count(tap) for tap in taps] == [1] * len(taps)
    for person in crowd:
        assert town.database.answers(person) == [1]
        await person.presses("2 · Применяю")
        assert item_number(person) == 3


async def test_a_stop_waits_for_the_chart_that_is_being_drawn(town: Town) -> None:
    anna = town.person()
    await signs_up(anna, "Руководитель")
    await begins(anna)
    await answers(anna, *["1 · Частично"] * 18)
    await wishes_nothing(anna)
    await anna.presses("Закончить")
    assert not [message for message in anna.bot_messages if "photo" in message]
    assert await town.stops() == 0
    await anna.sees_photo()


async def test_a_kill_while_the_chart_is_drawn_leaves_the_result_and_the_button(
    town: Town,
) -> None:
    anna = town.person()
    await signs_up(anna, "Руководитель")
    await begins(anna)
    await answers(anna, *["1 · Частично"] * 18)
    await wishes_nothing(anna)
    await anna.presses("Закончить")
    await town.dies()
    assert town.database.states(anna) == ["finished"]
    await town.starts()
    assert "Общий дефицит: 50\xa0%" in panel(anna)
    await anna.presses("Диаграмма")
    if OLD_BUTTON in alert(anna):
        await anna.presses("Результаты: 1")
        await anna.presses("50\xa0%")
        await anna.presses("Диаграмма")
    await anna.sees_photo()


async def test_a_bookmark_lost_with_the_power_costs_one_tap(town: Town) -> None:
    anna = town.person()
    await signs_up(anna, "Руководитель")
    await begins(anna)
    await answers(anna, *["1 · Частично"] * 18)
    await wishes_nothing(anna)
    await town.box.idle()
    with closing(sqlite3.connect(town.folder / "bot.db", timeout=10)) as database:
        old = database.execute(
            "SELECT key, chat_id, state, data, updated_at FROM fsm_record WHERE chat_id = ?",
            (anna.id,),
        ).fetchall()
    await anna.presses("Закончить")
    await town.stops()
    with closing(sqlite3.connect(town.folder / "bot.db", timeout=10)) as database, database:
        database.execute("DELETE FROM fsm_record WHERE chat_id = ?", (anna.id,))
        database.executemany("INSERT INTO fsm_record VALUES (?, ?, ?, ?, ?)", old)
    await town.starts()
    await anna.presses("Что делать дальше")
    assert OLD_BUTTON in alert(anna)
    await anna.presses("Результаты: 1")


async def test_an_update_that_comes_again_after_a_restart_changes_nothing(town: Town) -> None:
    """Telegram repeats what was fetched but not confirmed before a kill."""
    anna, vera = town.person(), town.person("Вера", "Белова")
    await signs_up(anna, "Руководитель")
    await begins(anna)
    await anna.presses("2 · Применяю")
    answer = town.box.updates[-1]
    await agrees(vera)
    await vera.sends("Белова Вера")
    await vera.presses("Аксёновская СОШ")
    await vera.presses("Руководитель")
    await vera.presses("Не веду предметы ›")
    await vera.sees("Сколько лет вы работаете в образовании?")
    await vera.sends("12")
    years = town.box.updates[-1]
    await vera.sees("Сколько лет вы в нынешней должности?")
    await town.box.idle()

    await town.dies()
    await town.starts()
    await anna.replays(answer)
    await vera.replays(years)
    await town.box.idle()
    assert town.database.answers(anna) == [2]
    assert item_number(anna) == 2
    assert town.database.field(vera, "post_years") is None
    assert "Сколько лет вы в нынешней должности?" in panel(vera)
