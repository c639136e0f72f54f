"""A database in which a broadcast to many people is about to begin."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.contestants import DATABASE, FIRST_ID, IDS
from bot.app import build
from bot.context import Services
from bot.settings import load_settings
from services.permissions import Role
from services.subscriptions import SERVICE

TEXT = "<b>Уважаемые коллеги</b>\n\n" + "Приглашаем вас на городской методический день. " * 6
TITLE = "Открытый урок"
# Everything of a person but the keys: copies differ from the first person in nothing else.
_COPIED = {"person": ("id", "telegram_id"), "consent": ("person_id",)}


@dataclass(frozen=True, slots=True)
class Mailing:
    """The database's folder, Telegram ids of all its people, and the event with a line."""

    home: Path
    ids: list[int]
    event_id: int


async def mailing(
    home: Path, template: Path, people: int, *, line: int = 0, broadcast: bool = True
) -> Mailing:
    """A broadcast to so many people, and an event of one seat, for which `line` people wait."""
    home.mkdir(parents=True)
    populated(template, home / DATABASE, people)
    async with services_at(home / DATABASE) as services:
        event_id = await _event(services, line) if line else 0
        if broadcast:
            await send_to_all(services)
    return Mailing(home, [FIRST_ID + number for number in range(people)], event_id)


@asynccontextmanager
async def services_at(database: Path) -> AsyncIterator[Services]:
    """The use cases over a database file, with nothing of Telegram running."""
    url = f"sqlite+aiosqlite:///{database}"
    application = await build(
        load_settings(_env_file=None, bot_token="42:TEST", database_url=url, quiet_hours="off")
    )
    try:
        yield application.services
    finally:
        await application.close()


async def send_to_all(services: Services) -> int:
    """A methodist lets a broadcast go, to everybody and at once; its number."""
    me = await a_methodist(services)
    drafts = services.broadcasts.drafts
    number = await drafts.create(me)
    await drafts.set_text(me, number, TEXT)
    await drafts.set_category(me, number, SERVICE)
    await services.broadcasts.control.send(me, number, True)
    return number


async def a_methodist(services: Services) -> int:
    """The first of the people becomes one; the id of the row."""
    async with services.access.uow.writing() as store:
        person = await store.people.by_telegram(IDS[0])
        assert person is not None
        await store.roles.add(person.id, Role.METHODIST, services.clock.now(), state="active")
    return person.id


async def _event(services: Services, line: int) -> int:
    """An event of next week; the first of the people has its seat, the next ones wait for it."""
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        row = await store.events.add(1, "", "12345", "token", now)
        begins = now + timedelta(days=8)
        await store.events.change(
            row.id, now, state="published", title=TITLE, seats=1, published_at=now,
            starts_at=begins, ends_at=begins + timedelta(hours=1),
        )  # fmt: skip
        people = [await store.people.by_telegram(each) for each in IDS[1 : line + 2]]
    for person in people:
        assert person is not None
        await services.events.places.register(person.id, row.id)
    return row.id


def populated(template: Path, database: Path, people: int) -> None:
    """A copy of the template with so many people in it: further ones are like the first one."""
    shutil.copy(template, database)
    with closing(sqlite3.connect(database)) as connection, connection:
        for table, keys in _COPIED.items():
            info = connection.execute(f"PRAGMA table_info({table})")
            names = ", ".join(name for _, name, *_ in info if name not in keys)
            given = "n, :first + n - 1" if len(keys) == 2 else "n"
            connection.execute(
                f"""
                WITH RECURSIVE number (n) AS (
                    SELECT :have + 1 UNION ALL SELECT n + 1 FROM number WHERE n < :want
                )
                INSERT INTO {table} ({", ".join(keys)}, {names})
                SELECT {given}, {names} FROM number, {table} WHERE {keys[0]} = 1
                """,
                {"first": FIRST_ID, "have": len(IDS), "want": people},
            )
