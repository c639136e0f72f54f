"""A town full of people to whom broadcasts go, and a list of all that arrives there."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import text, update

from sandbox import Person, RecordedCall
from services.broadcasts import Progress
from services.clock import SystemClock
from storage.engine import Database
from storage.models import Person as Row
from storage.uow import UnitOfWork
from tests.databases import opened, sqlite_url
from tests.e2e.running import Town, eventually
from tests.services.mailing import CROWD, METHODIST, a_crowd, a_draft, a_methodist
from tests.wiring import Services, build_services

ZONE = "Asia/Omsk"
# Of a crowd of teachers most are out of reach: their copies are written, and need not be sent.
NTH = 96
HEADS, DEPUTIES = 12, 78


@dataclass
class Post:
    """A municipality whose bot may be dead or alive, and the same use cases beside it.

    `arrived` counts messages by person and text, `calls` are all tries of sending one.
    """

    town: Town
    services: Services
    database: Database
    methodist: int
    groups: dict[str, list[int]]
    arrived: Counter[tuple[int, str]] = field(default_factory=Counter)
    calls: list[RecordedCall] = field(default_factory=list)
    on_call: Callable[[RecordedCall], None] = lambda _: None

    async def draft(self, words: str, position: str) -> int:
        """A broadcast to all of a position, not sent yet."""
        number = await a_draft(self.services, self.methodist)
        await self.services.broadcasts.drafts.set_text(self.methodist, number, words)
        await self.services.audiences.mark(
            self.methodist, "broadcast", number, "positions", position, True
        )
        return number

    async def sends(self, words: str, position: str) -> int:
        """The methodist lets a broadcast go."""
        number = await self.draft(words, position)
        await self.services.broadcasts.control.send(self.methodist, number, True)
        return number

    async def progress(self, number: int) -> Progress:
        """What the methodist sees of a broadcast."""
        return await self.services.broadcasts.outcomes.progress(self.methodist, number)

    async def is_done(self, number: int, seconds: float = 60) -> Progress:
        """Wait for the end of a broadcast."""
        query = "SELECT 1 FROM broadcast WHERE state = 'done' AND id = ?"
        await eventually(lambda: self.town.database.rows(query, number), seconds)
        return await self.progress(number)

    def got(self, words: str) -> dict[int, int]:
        """Who has got a text, and how often."""
        return {person: n for (person, said), n in self.arrived.items() if said == words}

    def held(self) -> dict[int, int]:
        """Messages that a sender has, or had when it was killed: ids and people."""
        query = """
            SELECT outbox.id, telegram_id FROM outbox JOIN person ON person.id = person_id
            WHERE outbox.state = 'sending'"""
        return dict(self.town.database.rows(query))

    def column(self, number: int, column: str) -> dict[int, Any]:
        """A column of a broadcast's copies, by person, of those who are in reach."""
        query = f"""
            SELECT telegram_id, outbox.{column} FROM outbox JOIN person ON person.id = person_id
            WHERE broadcast_id = ? AND unreachable_at IS NULL"""
        return dict(self.town.database.rows(query, number))

    def person(self, telegram_id: int) -> Person:
        """Somebody of the crowd in front of the chat."""
        return self.town.box.known(telegram_id)

    def _on_call(self, call: RecordedCall) -> None:
        if not call.method.startswith("send"):
            return
        self.calls.append(call)
        if call.done and "text" in call.params:
            self.arrived[int(call.params["chat_id"]), call.params["text"]] += 1
        self.on_call(call)


@asynccontextmanager
async def post_office(folder: Path, template: Path, crowd: int = 200) -> AsyncIterator[Post]:
    """The town with its bot running on a database full of people. The methodist is the admin."""
    folder.mkdir()
    shutil.copy(template, folder / "bot.db")
    async with opened(sqlite_url(folder / "bot.db")) as database:
        uow, admins = UnitOfWork(database), [METHODIST]
        services = await build_services(uow, SystemClock(ZONE), admin_ids=admins)
        methodist = await a_methodist(services)
        groups = await _crowd(services, database, crowd)
        town = Town(folder, {"admin_ids": str(METHODIST)})
        post = Post(town, services, database, methodist, groups)
        for telegram_id in (one for group in groups.values() for one in group):
            town.person("Иван", user_id=telegram_id).chat.seen = True
        town.box.server.listeners.append(post._on_call)
        async with town:
            yield post


async def _crowd(services: Services, database: Database, size: int) -> dict[str, list[int]]:
    """Heads, deputies and some teachers who are in reach, and other teachers who are not."""
    now = services.clock.now()
    await a_crowd(database, size, now)
    reached = [CROWD + number for number in range(size) if number % NTH == 7]
    aside = [CROWD + number for number in range(HEADS + DEPUTIES) if number % NTH != 7]
    groups = {"head": aside[:HEADS], "deputy": aside[HEADS:], "teacher": reached}
    async with database.write() as session:
        in_crowd = update(Row).where(Row.telegram_id >= CROWD)
        known = Row.telegram_id.in_([*reached, *aside])
        await session.execute(in_crowd.where(~known).values(unreachable_at=now))
        for position, people in groups.items():
            chosen = update(Row).where(Row.telegram_id.in_(people))
            await session.execute(chosen.values(position=position))
        await session.execute(text("ANALYZE"))
    groups["teacher"].append(METHODIST)
    return groups
