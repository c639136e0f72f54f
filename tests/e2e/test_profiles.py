"""All five municipalities: each under its own name, in its own time zone, with its own schools."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox import Person
from tests.e2e.running import Town
from tests.e2e.stories import agrees, answers, begins

NAMES = {
    "izhevsk": ("ИМЦ «Альтернатива»", "Город Ижевск", 4),
    "lesosibirsk": ("МИМЦ", "Город Лесосибирск", 7),
    "mirny": ("Методическая служба района", "Мирнинский район", 9),
    "ust-koksa": ("Методический отдел", "Усть-Коксинский район", 7),
}


@pytest.fixture(scope="module")
async def towns(shared_town: Town, folder: Path) -> AsyncIterator[dict[str, Town]]:
    """The other four municipalities, started together."""
    async with AsyncExitStack() as stack:
        opened = [Town(folder / key, {"profile": key}) for key in NAMES]
        await asyncio.gather(*(stack.enter_async_context(town) for town in opened))
        yield dict(zip(NAMES, opened, strict=True))


@pytest.mark.parametrize("key", NAMES)
async def test_the_bot_greets_in_the_name_of_its_municipality(
    towns: dict[str, Town], key: str
) -> None:
    town, (name, place, _) = towns[key], NAMES[key]
    anna = town.person()
    await anna.sends("/start")
    await anna.sees(f"Это бот методической службы для педагогов — {name}.")
    await anna.presses("Русский")
    await anna.presses("Согласен / согласна")
    await _types_everything(anna)
    assert f"{name} · {place}" in anna.screen


@pytest.mark.parametrize("key", NAMES)
async def test_where_no_schools_are_listed_the_typed_one_is_proposed(
    towns: dict[str, Town], key: str
) -> None:
    town = towns[key]
    anna = town.person()
    await agrees(anna)
    await anna.sends("Иванова Анна")
    await anna.sees("Напишите короткое название школы.")
    await anna.sends("№5")
    await anna.sees("Название слишком короткое.")
    await anna.sends("  СОШ  № 5 ")
    await anna.sees("Кем вы работаете?")
    assert town.database.school(anna) == ("СОШ № 5", "proposed")
    boris = town.person("Борис", "Белов")
    await agrees(boris)
    await boris.presses("Белов Борис")
    await boris.sees("Напишите короткое название школы")
    await boris.sends("сош №5")
    await boris.sees("Кем вы работаете?")
    assert len(town.database.rows("SELECT 1 FROM school")) == 1


@pytest.mark.parametrize("key", NAMES)
async def test_dates_are_those_of_the_municipality(towns: dict[str, Town], key: str) -> None:
    town, hours = towns[key], NAMES[key][2]
    anna = town.person()
    await agrees(anna)
    await _types_everything(anna)
    await begins(anna)
    await answers(anna, "2 · Применяю")
    midnight = datetime(2026, 3, 2, tzinfo=UTC) - timedelta(hours=hours)
    for moment, day in (
        (midnight - timedelta(minutes=1), "1 марта 2026"),
        (midnight, "2 марта 2026"),
    ):
        _began(town, moment)
        await anna.sends("/assessment")
        await anna.sees(f"Вы начали {day}")


async def _types_everything(person: Person) -> None:
    """Sign-up from the first question to the menu, where a school has to be typed."""
    await person.sends("Иванова Анна Петровна")
    await person.sees("Где вы работаете?")
    await person.sends("СОШ № 5")
    await person.presses("Педагог")
    await person.presses("Математика")
    await person.presses("Готово ›")
    await person.presses("30 лет")
    await person.presses("20 лет")
    await person.presses("Высшая")
    await person.sees("методист проверит её название")
    await person.presses("Всё верно")
    await person.sees("Начните с самооценки")


def _began(town: Town, moment: datetime) -> None:
    """Move the beginning of all open assessments to another moment."""
    stored = moment.strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(town.folder / "bot.db", timeout=10)) as database, database:
        database.execute("UPDATE assessment SET started_at = ?", (stored,))
