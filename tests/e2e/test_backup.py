"""Backup, destroy, restore, go on; and maintenance, through which nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import Person
from tests.e2e.running import Ended, Town, eventually, runs
from tests.e2e.stories import (
    alert,
    answers,
    begins,
    item_number,
    signs_up,
    signs_up_briefly,
)

ADMIN_ID = 900_000_002
PASSPHRASE = "a long walk by the river Irtysh"
SHOPPING_LIST = b"not a database\n" * 300
SETTINGS = {"admin_ids": str(ADMIN_ID), "backup_passphrase": PASSPHRASE}


@pytest.fixture(scope="module")
async def kept_town(folder: Path) -> AsyncIterator[Town]:
    """A bot whose backups are on."""
    async with Town(folder / "kept", dict(SETTINGS)) as town:
        yield town


@pytest.fixture
async def town(kept_town: Town) -> Town:
    """The bot, alive."""
    assert kept_town.process is not None
    if kept_town.process.returncode is not None:
        await kept_town.starts()
    return kept_town


@pytest.fixture(scope="module")
async def ada(kept_town: Town) -> Person:
    """The admin."""
    person = kept_town.person("Ада", "Админова", user_id=ADMIN_ID)
    await signs_up_briefly(person, "Админова Ада Игоревна")
    return person


@pytest.fixture
async def anna(town: Town) -> Person:
    """A head at the third of 18 items."""
    person = town.person()
    await signs_up(person, "Руководитель")
    await begins(person)
    await answers(person, "2 · Применяю", "1 · Частично")
    return person


def backups(town: Town) -> list[Path]:
    """Files in the folder of backups, the oldest first."""
    return sorted((town.folder / "data" / "backups").glob("*.backup.age"))


async def restores(town: Town, file: Path) -> Ended:
    """Run the command that brings a backup back."""
    return await runs(town.folder, "restore", str(file), "--yes", **SETTINGS)


async def is_backed_up(town: Town, admin: Person) -> Path:
    """The admin makes a backup in the chat."""
    await admin.sends("/backup")
    await admin.presses("Сделать копию сейчас")
    assert alert(admin) == "Делаю копию. Напишу, когда будет готова."
    await admin.sees("Копия готова")
    return backups(town)[-1]


async def test_a_destroyed_database_comes_back_and_everybody_goes_on(
    town: Town, ada: Person, anna: Person
) -> None:
    await town.box.idle()
    before = town.database.content()
    file = await is_backed_up(town, ada)
    assert file.name.startswith("ust-ishim-")
    assert file.stat().st_mode & 0o777 == 0o600
    assert "Иванова".encode() not in file.read_bytes()
    assert before["person"]
    await answers(anna, "0 · Не владею")

    await town.dies()
    (town.folder / "bot.db").write_bytes(SHOPPING_LIST)
    unsure = await runs(town.folder, "restore", str(file), **SETTINGS)
    assert unsure.code == 2
    assert "Nothing was changed." in unsure.err
    assert (town.folder / "bot.db").read_bytes() == SHOPPING_LIST
    done = await restores(town, file)
    assert (done.code, done.err) == (0, "")
    assert "Kept as it was: " in done.out
    assert town.database.content() == before

    await town.starts()
    assert town.database.answers(anna) == [2, 1]
    await anna.sends("/assessment")
    await anna.presses("Продолжить")
    assert item_number(anna) == 3
    await answers(anna, "3 · Могу научить")
    assert town.database.answers(anna) == [2, 1, 3]
    kept = [path.name for path in town.folder.glob("bot.db.before-restore-*")]
    assert kept
    assert not list(town.folder.glob("bot.db.restoring*"))


async def test_a_running_bot_is_not_disturbed(town: Town, ada: Person) -> None:
    file = await is_backed_up(town, ada)
    done = await restores(town, file)
    assert done.code == 2
    assert "Nothing was restored: a bot is running on" in done.err
    second = await runs(town.folder, "run", bot_api_url=town.box.url, **SETTINGS)
    assert second.code == 2
    assert "one database serves one running bot" in second.err

    made = await runs(town.folder, "backup", **SETTINGS)
    assert (made.code, made.err) == (0, "")
    assert backups(town)[-1].name in made.out


KEPT = "Идут технические работы. Ваше сообщение сохранено"


async def test_input_during_maintenance_is_kept_through_a_kill_and_worked_on_in_order(
    town: Town, ada: Person, anna: Person
) -> None:
    stranger = town.person("Вера", "Белова")
    await ada.sends("/maintenance")
    await ada.presses("Начать технические работы")
    await ada.sees("Идут технические работы")

    await anna.presses("0 · Не владею")
    assert alert(anna).startswith(KEPT)
    assert item_number(anna) == 3
    await anna.sends("/profile")
    await anna.sees(KEPT)
    told = len(anna.bot_messages)
    await anna.sends("/results")
    await town.box.idle()
    assert len(anna.bot_messages) == told, "once a minute is enough"
    await stranger.sends("/start")
    await stranger.sees("Напишите, пожалуйста, немного позже")
    assert town.database.rows("SELECT 1 FROM held_update WHERE telegram_id = ?", stranger.id) == []
    await ada.sends("/health")
    await ada.sees("Сохранено сообщений и нажатий: 3")

    await town.dies()
    await town.starts()
    assert town.database.answers(anna) == [2, 1]
    await anna.sends("/menu")
    await anna.sees(KEPT)
    await ada.sends("/maintenance")
    await ada.presses("Закончить и ответить всем")
    await eventually(lambda: town.database.rows("SELECT 1 FROM held_update") == [], 20)
    assert town.database.answers(anna) == [2, 1, 0]
    await anna.sees("Самооценка начата: пройдено 3 из 18")
    await ada.presses("Обновить")
    await ada.sees("Сейчас не идут: бот отвечает всем.")
    await stranger.sends("/start")
    await stranger.sees("Выберите язык")


async def test_maintenance_can_be_ended_from_the_command_line(
    town: Town, ada: Person, anna: Person
) -> None:
    done = await runs(town.folder, "maintenance", "on", **SETTINGS)
    assert done.out.startswith("Maintenance is on since ")
    await eventually(lambda: "on" in _work(town), 5)
    await asyncio.sleep(2.5)  # the running bot looks every two seconds
    await ada.sends("/maintenance")
    await ada.sees("Идут технические работы")
    await town.box.idle()
    await anna.sends("/menu")
    await anna.sees(KEPT)
    done = await runs(town.folder, "maintenance", "off", **SETTINGS)
    assert done.out.startswith("Maintenance is ")
    await eventually(lambda: "off" in _work(town), 20)
    await anna.sees("Самооценка начата: пройдено 2 из 18")


def _work(town: Town) -> str:
    found = town.database.rows("SELECT value FROM setting WHERE key = 'maintenance'")
    return str(found[0][0]) if found else ""
