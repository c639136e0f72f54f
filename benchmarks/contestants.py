"""The two bots that are compared, each with a sandbox server and a crowd of its own."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.network import distance
from benchmarks.players import Crowd, Player
from benchmarks.processes import TOKEN, BotProcess, cores, cpu_of_this_process
from sandbox import Sandbox

PEOPLE = 100
IN_FLIGHT = 50
ITEMS = 38  # of the 42: presses are spread over the people almost evenly, not quite
FIRST_ID = 1_000_000_001
IDS = list(range(FIRST_ID, FIRST_ID + PEOPLE))
OURS, BARE = "ours", "bare"
DATABASE = "bot.db"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of taps cost. `latency`: the median from queued update to visible edit."""

    taps: int
    wall: float
    cpu: float
    server_cpu: float
    latency: float


class Contestant:
    """A running bot that people are using."""

    def __init__(self, name: str, home: Path, process: BotProcess, crowd: Crowd) -> None:
        self.name = name
        self.home = home
        self.process = process
        self.crowd = crowd
        self.taps = 0
        self._items_left = 0

    async def prepare(self) -> None:
        """Bring every person to the first item of a fresh assessment; not measured."""
        begin = _begin_ours if self.name == OURS else _begin_bare
        await asyncio.gather(*map(begin, self.crowd.players))
        self._items_left = ITEMS * PEOPLE

    async def play(self, taps: int, in_flight: int = IN_FLIGHT) -> Round:
        """One measured round of taps; whoever runs out of items begins anew before it."""
        if taps > self._items_left:
            await self.prepare()
        self._items_left -= taps
        self.taps += taps
        cpu, server_cpu, wall = self.process.cpu, cpu_of_this_process(), time.perf_counter()
        await self.crowd.taps(taps, in_flight)
        return Round(
            taps,
            time.perf_counter() - wall,
            self.process.cpu - cpu,
            cpu_of_this_process() - server_cpu,
            statistics.median(self.crowd.latencies),
        )


def check_stored(ours: Contestant) -> None:
    """Every tap was on an unanswered item, so there are as many answers as taps; raises if not."""
    with closing(sqlite3.connect(ours.home / DATABASE)) as connection:
        (found,) = connection.execute("SELECT count(*) FROM answer").fetchone()
    if found != ours.taps:
        raise RuntimeError(f"{ours.taps} taps, but {found} answers in the database")


async def _begin_ours(player: Player) -> None:
    """The first item of a fresh assessment, by the buttons that anybody would press."""
    await player.writes("/assessment")
    if any(data.endswith("restart") for data in player.buttons()):
        await player.presses("restart")
        await player.presses("yes")
    else:
        await player.presses("begin")


async def _begin_bare(player: Player) -> None:
    await player.writes("/start")


async def launch(name: str, folder: Path, url: str, template: Path) -> BotProcess:
    """Start a bot: ours with its defaults on a copy of the template database, or the bare one."""
    if name == BARE:
        return await BotProcess.start(["benchmarks.bare_bot"], folder, BOT_API_URL=url)
    database = folder / DATABASE
    if not database.exists():
        shutil.copy(template, database)
    return await BotProcess.start(
        ["bot", "run"],
        folder,
        BOT_API_URL=url,
        DATABASE_URL=f"sqlite+aiosqlite:///{database}",
        LOG_LEVEL="WARNING",
    )


@asynccontextmanager
async def contestants(
    folder: Path, template: Path, round_trip: float = 0.0
) -> AsyncIterator[dict[str, Contestant]]:
    """Both bots, running and idle, `round_trip` seconds away from their servers.

    Both share one core, as they never work at the same time; server and load have the other.
    """
    bot_core, load_core = cores()
    os.sched_setaffinity(0, bot_core | load_core)
    async with AsyncExitStack() as stack:
        found = {}
        for name in (OURS, BARE):
            home = folder / f"{name}-{round_trip}"
            home.mkdir()
            box = await stack.enter_async_context(Sandbox(TOKEN, strict=False))
            url = box.url
            if round_trip:
                url = await stack.enter_async_context(distance(box.port, round_trip))
            process = await launch(name, home, url, template)
            stack.push_async_callback(process.stop)
            found[name] = Contestant(name, home, process, Crowd(box, IDS))
        for each in found.values():
            await each.process.until(each.crowd.players[0].writes("/start"))
            each.process.pin(bot_core)
        os.sched_setaffinity(0, load_core)
        yield found
