"""Two processes on one PostgreSQL: each message is sent by one of them; one may die."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod
from sqlalchemy import select

from bot import delivery as module
from bot.app import build_bot
from bot.background import Background
from bot.delivery import Delivery
from bot.l10n import Localizer
from bot.pacing import PacedRequests, Pacer
from bot.settings import Settings
from sandbox import RecordedCall, Sandbox
from services.outbox import LEASE, Outbox
from services.use_cases import Services
from storage.engine import Database
from storage.models import OutboxMessage
from storage.repositories.copies import OPEN
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import empty, opened
from tests.services.collecting import COORDINATORS, an_open_campaign, work_off
from tests.services.mailing import CROWD, METHODIST, a_crowd, a_methodist, sends
from tests.wiring import build_services

PEOPLE = 60


class Sender:
    """One process: its use cases over connections of its own, and what sends."""

    def __init__(self, services: Services, bot: Bot, pacer: Pacer) -> None:
        self.slept, self.sent = 0.0, 0
        bot.session.middleware(self._counted)
        watched = Outbox(services.access, services.municipality, lambda: self.slept)
        self.services = replace(services, outbox=watched)
        self.delivery = Delivery(bot, self.services, Localizer(), Background(), pacer)

    async def _counted(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        self.sent += method.__api_method__ == "sendMessage"
        return await make_request(bot, method)

    async def dies(self) -> None:
        """As by kill -9: nothing is finished, nothing is given back."""
        work = [*self.delivery._tasks, *self.delivery._flying]
        self.delivery._tasks = []
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)


@dataclass
class Twins:
    """Two of them, the database, and who has got how many copies."""

    senders: list[Sender]
    database: Database
    got: Counter[int]

    async def rows(self) -> list[Any]:
        async with self.database.read() as session:
            return list((await session.execute(select(OutboxMessage))).all())

    async def until(self, fits: Callable[[Collection[str]], bool]) -> list[Any]:
        """Wait until the states of all rows are so; the rows."""
        async with asyncio.timeout(30):
            while not fits([row.state for row in await self.rows()]):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return await self.rows()

    async def copies(self) -> list[Any]:
        """The copies when none is on its way any more."""
        rows = await self.until(lambda states: "sent" in states and not {*OPEN} & {*states})
        return [row for row in rows if row.broadcast_id is not None]


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox() as box:
        yield box


@pytest.fixture
async def twins(
    box: Sandbox, migrated_postgres: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Twins]:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(module, "OTHERS_SECONDS", 0.1)
    got: Counter[int] = Counter()

    def on_call(call: RecordedCall) -> None:
        if call.done and call.method == "sendMessage":
            got[int(call.params["chat_id"])] += 1

    async with AsyncExitStack() as stack:
        box.server.listeners.append(on_call)
        databases = [await stack.enter_async_context(opened(migrated_postgres)) for _ in "12"]
        await empty(databases[0])
        clock = FixedClock()
        senders = [await _sender(stack, box, database, clock) for database in databases]
        await a_crowd(databases[0], PEOPLE, clock.now())
        for telegram_id in (METHODIST, *range(CROWD, CROWD + PEOPLE)):
            box.person("Иван", user_id=telegram_id).chat.seen = True
        yield Twins(senders, databases[0], got)


async def _sender(
    stack: AsyncExitStack, box: Sandbox, database: Database, clock: FixedClock
) -> Sender:
    services = await build_services(UnitOfWork(database), clock)
    settings: dict[str, Any] = {"bot_token": box.token, "_env_file": None}
    bot, pacer = build_bot(Settings(**settings, bot_api_url=box.url)), Pacer()
    bot.session.middleware(PacedRequests(pacer))
    stack.push_async_callback(bot.session.close)
    sender = Sender(services, bot, pacer)
    stack.push_async_callback(sender.delivery.stop)
    return sender


async def test_a_copy_is_sent_by_one_of_them(twins: Twins) -> None:
    one, other = twins.senders
    await sends(one.services, await a_methodist(one.services))
    for sender in twins.senders:
        sender.delivery.start()
    copies = await twins.copies()
    assert len(copies) == PEOPLE + 1, "the methodist too"
    assert {copy.uncertain for copy in copies} == {0}
    assert [twins.got[CROWD + number] for number in range(PEOPLE)] == [1] * PEOPLE
    assert one.sent > 5
    assert other.sent > 5


async def test_what_a_dead_one_had_is_sent_by_the_other_and_known(twins: Twins) -> None:
    one, other = twins.senders
    await sends(one.services, await a_methodist(one.services))
    one.delivery.start()
    await twins.until(lambda states: list(states).count("sent") > 20)
    await one.dies()
    held = {row.id for row in await twins.rows() if row.state == "sending"}
    other.delivery.start()
    rows = await twins.until(
        lambda states: "waiting" not in states and list(states).count("sending") == len(held)
    )
    assert {row.id for row in rows if row.state == "sending"} == held, "not before the lease ends"
    other.slept += LEASE.total_seconds() + 1
    copies = await twins.copies()
    assert {copy.id for copy in copies if copy.uncertain} == held
    got = [twins.got[CROWD + number] for number in range(PEOPLE)]
    assert min(got) == 1, "nobody is left out"
    assert sum(got) - PEOPLE <= len(held)


async def test_a_school_is_asked_by_one_of_them(twins: Twins, box: Sandbox) -> None:
    schools = 12
    coordinators = [COORDINATORS + number * 10 for number in range(schools)]
    for telegram_id in coordinators:
        box.person("Ольга", user_id=telegram_id).chat.seen = True
    await an_open_campaign(twins.senders[0].services, schools, told=False)
    for sender in twins.senders:
        sender.delivery.start()
    assert sum(await asyncio.gather(*(work_off(one.services) for one in twins.senders)))
    await twins.until(lambda states: len(states) > schools and not {*OPEN} & {*states})
    assert [twins.got[one] for one in coordinators] == [1] * schools
