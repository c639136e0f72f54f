"""The whole application under a clock that jumps an hour forward and back in a broadcast."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import Application, build
from bot.settings import Settings
from sandbox import RecordedCall, Sandbox
from services.broadcasts import Progress
from tests.databases import opened, sqlite_url
from tests.services.mailing import CROWD, METHODIST, a_crowd, a_methodist, sends
from tests.services.messages import tell

PEOPLE = 60
HOUR = timedelta(hours=1)


class JumpingClock:
    """The machine's clock, and what somebody did to it."""

    def __init__(self) -> None:
        self.zone = ZoneInfo("Asia/Omsk")
        self.off = timedelta()

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC) + self.off


@dataclass
class Office:
    """A running application, its clock, and who has got how many messages."""

    application: Application
    box: Sandbox
    clock: JumpingClock
    methodist: int
    got: Counter[int] = field(default_factory=Counter)

    async def until(self, look: Callable[[], bool], seconds: float = 30) -> None:
        async with asyncio.timeout(seconds):
            while not look():  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def is_done(self, number: int) -> Progress:
        """The broadcast when nothing of it waits any more."""
        progress = self.application.services.broadcasts.outcomes.progress
        found = await progress(self.methodist, number)
        async with asyncio.timeout(30):
            while found.broadcast.state != "done":
                await asyncio.sleep(0.1)
                found = await progress(self.methodist, number)
        return found


@pytest.fixture
async def office(sqlite_file: Path) -> AsyncIterator[Office]:
    clock, url = JumpingClock(), sqlite_url(sqlite_file)
    async with Sandbox() as box:
        given: dict[str, Any] = {"bot_token": box.token, "bot_api_url": box.url}
        settings = Settings(**given, database_url=url, quiet_hours="off", _env_file=None)
        application = await build(settings, clock)
        methodist = await a_methodist(application.services)
        async with opened(url) as database:
            await a_crowd(database, PEOPLE, clock.now())
        for telegram_id in (METHODIST, *range(CROWD, CROWD + PEOPLE)):
            box.person("Иван", user_id=telegram_id).chat.seen = True
        office = Office(application, box, clock, methodist)

        def on_call(call: RecordedCall) -> None:
            if call.done and call.method == "sendMessage":
                office.got[int(call.params["chat_id"])] += 1

        box.server.listeners.append(on_call)
        running = asyncio.create_task(application.run())
        yield office
        application.poller.stop()
        await running
        await application.close()


@pytest.mark.parametrize("first", [HOUR, -HOUR], ids=["forward and back", "back and forward"])
async def test_nothing_of_a_broadcast_is_lost_or_comes_twice(
    office: Office, first: timedelta
) -> None:
    services = office.application.services
    office.box.faults.add(method="sendMessage", after=5, status=500, count=2)
    office.box.faults.add(method="sendMessage", after=35, status=500, count=2)
    number = await sends(services, office.methodist)
    await office.until(lambda: len(office.got) >= 15)
    office.clock.off += first
    await tell(services, office.methodist, "at another time")
    await office.until(lambda: len(office.got) >= 40)
    office.clock.off -= first

    progress = await office.is_done(number)
    assert (progress.delivered, progress.twice) == (PEOPLE + 1, 0)
    assert [office.got[CROWD + number] for number in range(PEOPLE)] == [1] * PEOPLE
    await office.until(lambda: office.got[METHODIST] == 3)  # a copy, the notice, the result
