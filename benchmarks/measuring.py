"""The measurements, each ours against its baseline in interleaved rounds of one run."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import (
    BARE,
    IDS,
    OURS,
    Contestant,
    Round,
    check_stored,
    contestants,
    launch,
)
from benchmarks.overtaking import overtaking_row
from benchmarks.players import Crowd
from benchmarks.processes import TOKEN, cores
from benchmarks.queueing import queueing_rows
from benchmarks.report import Row
from benchmarks.sending import share_rows
from sandbox import Sandbox

ROUND_TRIP = 0.05


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    rounds: int
    taps: int
    growth_taps: int
    distant_taps: int
    starts: int
    messages: int
    recipients: int
    notices: int
    queued: int
    schools: int


QUICK = Plan(
    rounds=6, taps=250, growth_taps=2_000, distant_taps=60, starts=1, messages=10_000,
    recipients=240, notices=3, queued=20_000, schools=500,
)  # fmt: skip
FULL = Plan(
    rounds=24, taps=500, growth_taps=20_000, distant_taps=400, starts=5, messages=100_000,
    recipients=900, notices=10, queued=100_000, schools=2_000,
)  # fmt: skip


async def tap_rows(plan: Plan, folder: Path, template: Path) -> list[Row]:
    """The answer tap: throughput, CPU, memory at work and its growth.

    Each tap is one callback query, answered with editMessageText and answerCallbackQuery. 50 of
    100 people have a tap under way at any moment. A round of one bot follows a round of the
    other; the figures are medians over the rounds. Growth is the memory after `growth_taps`
    taps less the memory after the first round, by which time pools and caches are warm.
    """
    async with contestants(folder, template) as bots:
        rounds: dict[str, list[Round]] = {OURS: [], BARE: []}
        warm: dict[str, float] = {}
        for _ in range(plan.rounds):
            for name, bot in bots.items():
                rounds[name].append(await bot.play(plan.taps))
                warm.setdefault(name, bot.process.memory)
        check_stored(bots[OURS])
        at_work = {name: bot.process.memory for name, bot in bots.items()}
        for bot in bots.values():
            await _play_on(bot, plan.growth_taps - bot.taps)
        growth = {name: bot.process.memory - warm[name] for name, bot in bots.items()}

    def medians(figure: Callable[[Round], float]) -> tuple[float, float]:
        ours, bare = (statistics.median(map(figure, rounds[name])) for name in (OURS, BARE))
        return ours, bare

    taps = max(plan.growth_taps, plan.rounds * plan.taps)
    return [
        Row("answer tap, updates/s", *medians(lambda r: r.taps / r.wall), "updates/s"),
        Row("answer tap, CPU ms/update", *medians(lambda r: 1000 * r.cpu / r.taps), "ms/update"),
        Row("sandbox on one core, updates/s, against the bot", *_server(rounds[OURS]), "updates/s"),
        Row("resident memory at work, MB", at_work[OURS], at_work[BARE], "MB"),
        Row(f"memory growth over {taps:,} taps, MB", growth[OURS], growth[BARE], "MB"),
    ]


def _server(rounds: list[Round]) -> tuple[float, float]:
    """Updates/s that a whole core of server (and load, which shares its process) and bot give."""
    server = statistics.median(r.taps / r.server_cpu for r in rounds)
    return server, statistics.median(r.taps / r.cpu for r in rounds)


async def _play_on(bot: Contestant, taps: int) -> None:
    while taps > 0:
        await bot.play(min(taps, 2_000))
        taps -= 2_000


async def distant_rows(plan: Plan, folder: Path, template: Path) -> list[Row]:
    """The answer tap with 50 ms of network: median latency from queued update to visible edit.

    A proxy holds every byte for 25 ms in each direction. Alone: one tap at a time, a poll is
    always waiting, so the network's own share is 25 ms for the answer of the poll and 25 ms for
    the edit: 50 ms. Busy: 20 people at once; here an update may also wait for the next poll, for
    both bots alike, so the baseline is the bare bot.
    """
    async with contestants(folder, template, ROUND_TRIP) as bots:
        busy: dict[str, list[float]] = {OURS: [], BARE: []}
        alone: list[float] = []
        for _ in range(3):
            for name, bot in bots.items():
                busy[name].append((await bot.play(plan.distant_taps, 20)).latency)
            alone.append((await bots[OURS].play(plan.distant_taps // 4, 1)).latency)
    ours, bare = (1000 * statistics.median(busy[name]) for name in (OURS, BARE))
    quiet, own = 1000 * statistics.median(alone), 1000 * ROUND_TRIP
    return [
        Row("answer tap at 50 ms network, median latency", quiet, own, "ms"),
        Row("answer tap at 50 ms network, 20 at once", ours, bare, "ms"),
    ]


async def sender_rows(plan: Plan, folder: Path, template: Path) -> list[Row]:
    """The sender: its rate, how fast copies are queued, how long a notice takes beside them."""
    return [
        *await share_rows(plan.recipients, folder, template),
        *await queueing_rows(plan.queued, folder, template),
        await overtaking_row(plan.notices, folder, template),
    ]


async def start_row(plan: Plan, folder: Path, template: Path) -> Row:
    """From the start of our process to its first getUpdates, on a database in use.

    Baseline: the wall time of `python -c "import aiogram"`, a fresh process as well.
    """
    ours, imports = [], []
    for number in range(plan.starts):
        home = folder / f"start-{number}"
        home.mkdir()
        ours.append(await _start(home, template))
        imports.append(await _import())
    return Row(
        "start to first getUpdates, s",
        statistics.median(ours),
        statistics.median(imports),
        "s",
    )


async def _start(home: Path, template: Path) -> float:
    async with Sandbox(TOKEN, strict=False) as box:
        crowd = Crowd(box, IDS[:1])
        crowd.players[0].account.write("/help")  # answers the first poll at once
        began = time.perf_counter()
        process = await launch(OURS, home, box.url, template)
        process.pin(cores()[0])
        try:
            await process.until(crowd.first_poll.wait())
            return time.perf_counter() - began
        finally:
            await process.stop()


async def _import() -> float:
    began = time.perf_counter()
    command = f"import os; os.sched_setaffinity(0, {cores()[0]}); import aiogram"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", command)
    if await process.wait():
        raise RuntimeError("aiogram cannot be imported")
    return time.perf_counter() - began
