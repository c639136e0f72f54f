"""A bot as a process of its own: started, pinned to a core, measured, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable
from pathlib import Path
from typing import Self

import psutil

ROOT = Path(__file__).parent.parent
TOKEN = "42:TEST"


def cores() -> tuple[set[int], set[int]]:
    """One core for the bots and one for server and load, where there are two."""
    found = sorted(os.sched_getaffinity(0))
    return {found[-1]}, {found[0]}


class BotProcess:
    """A running bot; `cpu` and `memory` are the operating system's own figures."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log
        self._measured = psutil.Process(process.pid)

    @classmethod
    async def start(cls, module: list[str], folder: Path, **environment: str) -> Self:
        """`python -m module …` in `folder`, with no settings but these."""
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
        with (folder / "log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                *module,
                cwd=folder,
                env={**kept, "PYTHONPATH": str(ROOT), "BOT_TOKEN": TOKEN, **environment},
                stderr=log,
                start_new_session=True,
            )
        return cls(process, Path(log.name))

    def pin(self, allowed: set[int]) -> None:
        """Let all its threads run on these cores only."""
        for thread in self._measured.threads():
            os.sched_setaffinity(thread.id, allowed)

    @property
    def cpu(self) -> float:
        """Seconds of CPU used so far, user and system, all threads."""
        times = self._measured.cpu_times()
        return float(times.user + times.system)

    @property
    def memory(self) -> float:
        """Resident megabytes."""
        return float(self._measured.memory_info().rss / 2**20)

    async def until(self, event: Awaitable[object], seconds: float = 60.0) -> None:
        """Wait for something that this bot does; raises when it ends or does nothing."""
        ended = asyncio.ensure_future(self._process.wait())
        happened = asyncio.ensure_future(event)
        await asyncio.wait({ended, happened}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not happened.done():
            happened.cancel()
            raise RuntimeError(f"the bot did not start: {self._log.read_text()[-2000:]}")
        await happened

    async def ends(self, seconds: float) -> None:
        """Wait for it to end by itself; raises when it does not, or fails."""
        if await asyncio.wait_for(self._process.wait(), seconds):
            raise RuntimeError(f"it failed: {self._log.read_text()[-2000:]}")

    async def stop(self) -> None:
        """End it as a service manager does."""
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self._process.wait(), 30)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


def cpu_of_this_process() -> float:
    """Seconds of CPU used by server and load."""
    times = psutil.Process().cpu_times()
    return float(times.user + times.system)
