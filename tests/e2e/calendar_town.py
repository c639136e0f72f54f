"""A town whose calendar turns fast: the wired application, over HTTP, on a clock that is moved."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.app import Application, build
from bot.demo.clock import DemoClock
from bot.settings import Settings
from content import load_profile
from sandbox import MovableClock, Person, Sandbox
from services.use_cases import Services
from tests.databases import sqlite_url
from tests.e2e.ledger import Ledger
from tests.e2e.running import PATIENCE, TOKEN, eventually

ADMIN_ID = 900_000_001
LONG = 4 * PATIENCE  # many do something at once


@dataclass
class CalendarTown:
    """A municipality in which months pass within a story. The process may sleep through some."""

    profile: str
    folder: Path
    time: MovableClock
    box: Sandbox
    application: Application | None = None
    running: asyncio.Task[None] | None = None

    @property
    def services(self) -> Services:
        """The use cases of the running bot."""
        assert self.application is not None
        return self.application.services

    @property
    def database(self) -> Ledger:
        """What is committed, seen through a connection of the test."""
        return Ledger(self.folder / "bot.db")

    def person(self, name: str = "Анна", last_name: str | None = None, **more: int) -> Person:
        """Somebody new."""
        return self.box.person(name, last_name, **more)

    async def wakes(self) -> None:
        """Start the bot at the moment that is now; it does at once what it would do soon."""
        settings = Settings(
            _env_file=None,
            bot_token=TOKEN,
            bot_api_url=self.box.url,
            database_url=sqlite_url(self.folder / "bot.db"),
            profile=self.profile,
            admin_ids=(ADMIN_ID,),
            quiet_hours="off",
        )
        zone = load_profile(self.profile).timezone
        self.application = await build(settings, DemoClock(self.time, zone))
        self.running = asyncio.create_task(self.application.run())
        await self._works(self._now)

    async def sleeps(self) -> None:
        """End the bot; time may pass without it."""
        assert self.application is not None
        assert self.running is not None
        self.application.poller.stop()
        await self.running
        await self.application.close()
        self.application = self.running = None

    async def passes(self, moment: datetime) -> None:
        """Let time pass until a moment; the bot, if it is awake, does each thing in its time."""
        while self.application is not None:
            steps, outbox = self.services.monitoring.steps, self.services.outbox
            due = [at for at in (await steps.next_due(), await outbox.next_due()) if at]
            if not due or min(due) > moment:
                break
            await self._moves(min(due))
        await self._moves(moment)

    @property
    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)

    async def _moves(self, moment: datetime) -> None:
        before = self._now
        await self.time.move(max(0.0, moment.timestamp() + 1 - self.time()))
        if self.application is not None:
            await self._works(before)

    async def _works(self, before: datetime) -> None:
        """The jobs, and all messages that they owe."""
        assert self.application is not None
        steps = self.services.monitoring.steps
        await self.application.scheduler.catch_up(before, self._now)
        async with asyncio.timeout(LONG):  # its own clock may have begun the same
            while (due := await steps.next_due()) and due <= self._now:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        await self.has_told()

    async def has_told(self) -> None:
        """Wait until nothing is owed that is due now."""
        waiting = """SELECT 1 FROM outbox WHERE broadcast_id IS NULL
            AND (state = 'sending' OR state = 'waiting' AND next_at <= ?)"""

        def told() -> bool:
            return not self.database.rows(waiting, f"{self._now:%Y-%m-%d %H:%M:%S.%f}")

        await eventually(told, LONG)
        await self.box.idle()


@asynccontextmanager
async def calendar_town(
    profile: str, folder: Path, template: Path, moment: datetime
) -> AsyncIterator[CalendarTown]:
    """The town at a moment, its bot awake. The clock's moves are the story's own business."""
    folder.mkdir()
    shutil.copy(template, folder / "bot.db")
    clock = MovableClock(moment.timestamp() - time.time())
    async with Sandbox(TOKEN, timeout=LONG, clock=clock) as box:
        town = CalendarTown(profile, folder, clock, box)
        await town.wakes()
        try:
            yield town
        finally:
            if town.application is not None:
                await town.sleeps()
