"""Processes of the product that are born with everything imported, so that a start takes moments.

A process that has only imported the program stands by; each start is a fork of it. From there on it
is the product: its own settings, folder, log, signals and death.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.e2e.imports"])


class Forked:
    """A running process; what tests need of `asyncio.subprocess.Process`.

    What it writes is added to the files `out` and `err`, which may be the same.
    """

    def __init__(
        self, arguments: Sequence[str], folder: Path, environment: dict[str, str], *,
        out: Path, err: Path,
    ) -> None:  # fmt: skip
        given = (list(arguments), str(folder), environment, str(out), str(err))
        self._process = _FORKS.Process(target=_live, args=given, daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """The exit code, or the number of the signal with a minus; nothing while it runs."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        if self._process.pid is not None and self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, number)

    def kill(self) -> None:
        """Kill -9."""
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        """Wait for the end; the exit code."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._process.sentinel, ended.set)
        try:
            await ended.wait()
        finally:
            loop.remove_reader(self._process.sentinel)
        self._process.join()
        return self._process.exitcode or 0


def _live(
    arguments: list[str], folder: str, environment: dict[str, str], out: str, err: str
) -> None:
    """What the shell does before `python -m bot`."""
    from bot.__main__ import main

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for path, number in ((out, 1), (err, 2)):
        into = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(into, number)
        os.close(into)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(arguments))
