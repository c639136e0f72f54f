"""The product as its people run it: a process of its own, stopped and killed from outside."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from sandbox import Person, Sandbox
from tests.e2e.forks import Forked
from tests.e2e.ledger import Ledger

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "42:TEST-only"
START_SECONDS = 90.0
STOP_SECONDS = 45.0
PATIENCE = 15.0
ERROR = "[error"  # how a line of the log begins that somebody has to look at
_OURS = re.compile(
    r"BOT_|BACKUP_|DATABASE_URL|PROFILE|QUESTIONNAIRE|ADMIN_IDS|DEFAULT_LOCALE|LOG_|QUIET_HOURS"
)


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The machine's variables without ours, then the given settings in upper case."""
    names = {name: value for name, value in os.environ.items() if not _OURS.match(name)}
    given = {"BOT_TOKEN": TOKEN, "DATABASE_URL": sqlite_url(folder / "bot.db")}
    given["QUIET_HOURS"] = "off"  # tests run at night too
    given |= {name.upper(): value for name, value in settings.items()}
    names["PYTHONPATH"] = str(PROJECT)
    if sys.dont_write_bytecode:
        # Each start would compile every library anew; keep the compiled files out of the way.
        names |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(_compiled(folder))}
    return names | given


def sqlite_url(path: Path) -> str:
    """The address of a database file."""
    return f"sqlite+aiosqlite:///{path}"


async def eventually(look: Callable[[], object], seconds: float) -> None:
    """Wait until something is true that nobody tells."""
    async with asyncio.timeout(seconds):
        while not look():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def _compiled(folder: Path) -> Path:
    return folder.parent / "compiled"


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that came to its end by itself."""

    code: int
    out: str
    err: str


async def runs(folder: Path, command: str = "run", *options: str, **settings: str) -> Ended:
    """Run a command that is expected to end by itself; an endless one is stopped and told."""
    given = environment(folder, **settings)
    with TemporaryDirectory() as place:
        out, err = Path(place) / "out", Path(place) / "err"
        process = Forked([command, *options], folder, given, out=out, err=err)
        try:
            async with asyncio.timeout(START_SECONDS):
                code = await process.wait()
        except TimeoutError:
            process.kill()
            raise AssertionError(f"still runs after {START_SECONDS:.0f} s:\n{_said(err)}") from None
        return Ended(code, _said(out), _said(err))


def _said(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


async def runs_from_shell(folder: Path, command: str = "run", **settings: str) -> Ended:
    """The same as `python -m bot …`, imports and all: what goes wrong before them shows."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        command,
        cwd=folder,
        env=environment(folder, **settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(START_SECONDS):
            out, err = await process.communicate()
    except TimeoutError:
        process.kill()
        out, err = await process.communicate()
        raise AssertionError(f"still runs after {START_SECONDS:.0f} s:\n{err.decode()}") from None
    return Ended(process.returncode or 0, out.decode(), err.decode())


@dataclass(slots=True)
class Town:
    """One installation: its Telegram, its bot, its database. `async with` opens it.

    `by_command`: started as from a shell, imports and all; otherwise forked, which is quicker.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    box: Sandbox = field(default_factory=lambda: Sandbox(TOKEN, timeout=PATIENCE))
    process: asyncio.subprocess.Process | Forked | None = None
    by_command: bool = False

    @property
    def database(self) -> Ledger:
        """What is committed, seen through a connection of the test."""
        return Ledger(self.folder / "bot.db")

    @property
    def log(self) -> str:
        """What the bot logged in this folder, all its lives together."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")

    def person(self, name: str = "Анна", last_name: str | None = "Иванова", **more: Any) -> Person:
        """Somebody new."""
        return self.box.person(name, last_name, **more)

    async def starts(self, **settings: str) -> None:
        """Start the bot, and wait until it serves."""
        self.settings |= settings
        before = self.log.count("] running") if (self.folder / "bot.log").exists() else 0
        given = environment(self.folder, bot_api_url=self.box.url, **self.settings)
        process = self.process = await self._born(given)
        await eventually(
            lambda: self.log.count("] running") > before or process.returncode is not None,
            START_SECONDS,
        )
        assert process.returncode is None, f"the bot did not start:\n{self.log}"

    async def _born(self, given: dict[str, str]) -> asyncio.subprocess.Process | Forked:
        log = self.folder / "bot.log"
        log.touch()
        if not self.by_command:
            return Forked(["run"], self.folder, given, out=log, err=log)
        with log.open("ab") as into:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self.folder, env=given, stdout=into,
                stderr=into,
            )  # fmt: skip

    async def stops(self) -> int:
        """Ask the bot to end, as a service manager does; its exit code."""
        self.signals(signal.SIGTERM)
        return await self.ends()

    async def dies(self) -> None:
        """Kill -9."""
        self.signals(signal.SIGKILL)
        await self.ends()

    async def has_told(self) -> None:
        """Wait until no notice is owed: one that came later would be the newest message."""
        now = "strftime('%Y-%m-%d %H:%M:%f', 'now')"
        waiting = f"""SELECT 1 FROM outbox WHERE broadcast_id IS NULL
            AND (state = 'sending' OR state = 'waiting' AND (next_at <= {now} OR attempts > 0))"""
        await eventually(lambda: not self.database.rows(waiting), PATIENCE)
        await self.box.idle()

    def signals(self, number: signal.Signals) -> None:
        """Send a signal to the bot."""
        assert self.process is not None
        self.process.send_signal(number)

    async def ends(self) -> int:
        """Wait for the end of the process; its exit code."""
        assert self.process is not None
        async with asyncio.timeout(STOP_SECONDS):
            return await self.process.wait()

    async def __aenter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        await self.box.start()
        try:
            await self.starts()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        await self._close()
        assert kind or ERROR not in self.log, self.log

    async def _close(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        await self.box.stop()
