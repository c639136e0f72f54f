"""Kill -9 while a campaign opens and while it reminds: everybody is asked, and each thing once."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from sandbox import RecordedCall
from services.clock import SystemClock
from services.permissions import Role
from storage.engine import Database
from storage.models import OutboxMessage, RoleGrant
from storage.models import Person as PersonRow
from storage.uow import UnitOfWork
from tests.databases import opened, sqlite_url
from tests.e2e.deliveries import ZONE
from tests.e2e.district import KINDS
from tests.e2e.running import Town, eventually
from tests.e2e.stories import data_of, panel
from tests.services.collecting import active_schools
from tests.services.mailing import CROWD, METHODIST, a_crowd, a_methodist
from tests.services.stories import sign_up
from tests.wiring import Services, build_services

SCHOOLS = 1_200  # three pieces of a step
ADMIN = 700_000_001
NTH = 30  # of so many coordinators one is in reach; the others' prompts are only owed


@dataclass
class Rush:
    """A campaign of many schools, and the bot that dies while it cares for it."""

    town: Town
    services: Services
    database: Database
    campaign: int
    arrived: Counter[tuple[str, int]] = field(default_factory=Counter)
    known: Counter[int] = field(default_factory=Counter)  # in hand at a kill, by person

    async def falls_due(self, step: str) -> None:
        """A step is to be done from now on."""
        async with self.services.access.uow.writing() as store:
            await store.campaign_steps.put(self.campaign, step, self.services.clock.now())

    async def runs(self) -> None:
        """The admin lets the job go by hand, and may never get an answer."""
        admin = self.town.box.known(ADMIN)
        opened = False
        while not opened:
            await admin.sends("/schedule")
            await admin.sees("Время местное")
            # In vain if what the last life did not confirm comes again meanwhile.
            await admin.presses("Кампании")
            opened = "Планирует кампании по календарю" in panel(admin)
        await admin.taps(data_of(admin, "Запустить сейчас"), wait=False)

    async def dies_when(self, look: Callable[[], object]) -> None:
        """Kill -9 at a moment of the work, and a new life."""
        async with asyncio.timeout(30):
            while not look():  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        await self.town.dies()
        await self._finds_out()
        held = """SELECT telegram_id FROM outbox JOIN person ON person.id = person_id
            WHERE outbox.state = 'sending'"""
        self.known.update(person for (person,) in self.town.database.rows(held))
        await self.town.starts()

    def reached(self, step: str) -> bool:
        """Whether some of the people of a step are told, and not all."""
        query = "SELECT 1 FROM campaign_step WHERE step = ? AND state = 'waiting' AND reached > 0"
        return bool(self.town.database.rows(query, step))

    def count(self, kind: str) -> int:
        """How many messages of a kind have arrived."""
        return sum(times for (which, _), times in self.arrived.items() if which == kind)

    async def is_done(self, step: str) -> None:
        """Wait for the end of a step, and of all that it owes."""
        query = "SELECT 1 FROM campaign_step WHERE step = ? AND state = 'done'"
        await eventually(lambda: self.town.database.rows(query, step), 60)
        await self._finds_out()
        owed = "SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')"
        await eventually(lambda: not self.town.database.rows(owed), 60)

    async def _finds_out(self) -> None:
        """Who is out of reach is no longer tried: that takes the bot a while, one by one."""
        away = select(PersonRow.id).where(PersonRow.unreachable_at.is_not(None))
        mine = OutboxMessage.person_id.in_(away), OutboxMessage.state == "waiting"
        async with self.database.write() as session:
            await session.execute(update(OutboxMessage).where(*mine).values(state="unreachable"))

    def check(self, kind: str, notice: str) -> None:
        """Each coordinator is owed it once, and has it once; what came twice is known."""
        rows = self.town.database.rows("SELECT person_id FROM outbox WHERE kind = ?", notice)
        assert len(rows) == len(set(rows)) == SCHOOLS + 1, "the methodist too"
        for number in range(0, SCHOOLS, NTH):
            times = self.arrived[kind, CROWD + number]
            assert 1 <= times <= 1 + self.known[CROWD + number]

    def _on_call(self, call: RecordedCall) -> None:
        text = call.params.get("text", "")
        if call.method == "sendMessage" and call.done:
            chat = int(call.params["chat_id"])
            self.arrived.update((kind, chat) for kind, words in KINDS.items() if words in text)


class Locked:
    """Whether somebody has been writing into a database for several looks: not just a bookmark."""

    def __init__(self, path: Path) -> None:
        self._path, self._looks = path, 0

    def __call__(self) -> bool:
        with closing(sqlite3.connect(self._path, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                self._looks = 0
            except sqlite3.OperationalError:
                self._looks += 1
        return self._looks >= 4


@pytest.fixture(scope="module")
async def rush(folder: Path, migrated_sqlite: Path) -> AsyncIterator[Rush]:
    place = folder / "rush"
    place.mkdir()
    shutil.copy(migrated_sqlite, place / "bot.db")
    async with opened(sqlite_url(place / "bot.db")) as database:
        uow = UnitOfWork(database)
        services = await build_services(uow, SystemClock(ZONE), admin_ids=[ADMIN])
        me = await a_methodist(services)
        await sign_up(services, ADMIN, name="Админова Ада Игоревна")
        await _coordinators(services, database)
        campaign = await services.monitoring.planning.plan_by_hand(me, "Мониторинг, осень")
        town = Town(place, {"admin_ids": str(ADMIN)})
        found = Rush(town, services, database, campaign)
        for telegram_id in (ADMIN, METHODIST, *range(CROWD, CROWD + SCHOOLS, NTH)):
            town.person("Иван", user_id=telegram_id).chat.seen = True
        town.box.server.listeners.append(found._on_call)
        async with town:
            yield found


async def _coordinators(services: Services, database: Database) -> None:
    """One at each school; most of them are out of reach."""
    now = services.clock.now()
    schools = await active_schools(services, SCHOOLS)
    async with services.access.uow.writing() as store:
        surplus = [row.id for row in await store.schools.page(SCHOOLS, 100)]
        assert not surplus
    await a_crowd(database, SCHOOLS, now)
    async with services.access.uow.reading() as store:
        people = await store.people.ids_of(range(CROWD, CROWD + SCHOOLS))
    grants = [
        {"person_id": person, "role": Role.COORDINATOR, "school_id": school, "direction": "",
         "state": "active", "created_at": now}
        for person, school in zip(sorted(people), schools, strict=True)
    ]  # fmt: skip
    async with database.write() as session:
        await session.execute(insert(RoleGrant), grants)
        away = PersonRow.telegram_id >= CROWD, (PersonRow.telegram_id - CROWD) % NTH != 0
        await session.execute(update(PersonRow).where(*away).values(unreachable_at=now))


@pytest.mark.timeout(300)  # six lives of a bot
async def test_everybody_is_asked_and_reminded_once(rush: Rush) -> None:
    await rush.falls_due("open")
    await rush.runs()
    await rush.dies_when(Locked(rush.town.folder / "bot.db"))
    requests = rush.town.database.rows("SELECT count(*) FROM data_request")
    assert requests in ([(0,)], [(SCHOOLS + 1,)]), "all of it, or nothing"
    await rush.runs()
    await rush.dies_when(lambda: rush.reached("open"))
    await rush.runs()
    await rush.dies_when(lambda: rush.count("asked") >= 8)
    await rush.runs()
    await rush.is_done("open")
    rush.check("asked", "data-asked")
    assert 1 <= rush.count("opened") <= 1 + rush.known[METHODIST]

    await rush.falls_due("before-3")
    await rush.runs()
    await rush.dies_when(lambda: rush.reached("before-3"))
    await rush.runs()
    await rush.dies_when(lambda: rush.count("reminder") >= 8)
    await rush.runs()
    await rush.is_done("before-3")
    rush.check("reminder", "data-reminder")
