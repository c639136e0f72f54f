"""`Sandbox`: the running server and the people in it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from sandbox.api.limits import Limits
from sandbox.api.server import RecordedCall, Server
from sandbox.control import routes
from sandbox.control.events import Events
from sandbox.people.person import Person
from sandbox.people.view import describe_calls
from sandbox.world.chats import Note
from sandbox.world.clock import MovableClock
from sandbox.world.commands import scope_key
from sandbox.world.polling import HASTY_PAUSE
from sandbox.world.saving import Keeper
from sandbox.world.state import World

Clock = Callable[[], float | datetime]


class Sandbox:
    """A Bot API server on loopback.

    `port=0` takes a free one. `strict` checks every outgoing object against aiogram's types (for
    tests; switch it off under load). `clock` is any callable that gives Unix seconds or an aware
    datetime; it dates messages and decides what has expired. `history` is the number of messages
    kept in each chat. `name` and `username` are the bot's. `zone` is the IANA time zone in which
    the web chat shows times; None: the browser's. `public` lets the control API answer to names
    of this machine that strangers can reach, and webhooks be anywhere. `state` is a file that keeps
    people and chats between runs. `limits` are Telegram's on sending, all off without it; `hasty`
    makes a bot wait that polls or sets its webhook too often.

        async with Sandbox() as box:
            bot = Bot(box.token, session=AiohttpSession(api=TelegramAPIServer.from_base(box.url)))
    """

    def __init__(
        self,
        token: str = "42:TEST",
        port: int = 0,
        *,
        strict: bool = True,
        clock: Clock | None = None,
        host: str = "127.0.0.1",
        history: int = 500,
        name: str = "Sandbox bot",
        username: str = "sandbox_bot",
        zone: str | None = None,
        public: bool = False,
        state: Path | None = None,
        limits: Limits | None = None,
        hasty: bool = False,
        timeout: float = 10.0,
    ) -> None:
        self.token = token
        self.host = host
        self.port = port
        self.strict = strict
        self.timeout = timeout
        self.zone = zone
        self.public = public
        self.world = World(token, _seconds(clock), history, name, username)
        self.world.updates.polling.pause = HASTY_PAUSE if hasty else 0.0
        self.server = Server(self.world, strict=strict, limits=limits, public=public)
        self.faults, self.limits = self.server.faults, self.server.limits
        self.events = Events(self.world)
        self._keeper = Keeper(self.world, state) if state is not None else None
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Begin to serve; `url` is valid from now on.

        Raises `OSError` if the port is taken, `NotSaved` if the state cannot be kept there.
        """
        if self._keeper is not None:
            await self._keeper.open()
        try:
            await self._serve()
        except BaseException:
            if self._keeper is not None:
                await self._keeper.close()
            raise

    async def _serve(self) -> None:
        # A client that hangs up ends its long poll, as on the real server.
        runner = web.AppRunner(
            self.server.application(routes(self)),
            access_log=None,
            handler_cancellation=True,
            shutdown_timeout=0.5,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
        except BaseException:
            await runner.cleanup()
            raise
        self.port = runner.addresses[0][1]
        self._runner = runner

    async def stop(self) -> None:
        """End waiting polls and event streams, close the port."""
        if self._runner is not None:
            self.world.updates.close()
            self.events.close()
            await self.server.close()
            await self._runner.cleanup()
            self._runner = None
        if self._keeper is not None:
            await self._keeper.close()

    @property
    def url(self) -> str:
        """Base address for `TelegramAPIServer.from_base`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def calls(self) -> deque[RecordedCall]:
        """The latest API calls, oldest first, without polls that brought nothing."""
        return self.server.calls

    def person(
        self,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "ru",
        user_id: int | None = None,
        note: Note | None = None,
    ) -> Person:
        """A new user, unknown to the bot until the first message.

        `note` is shown in the web chat, in the reader's language if it is given in several.
        Raises `ValueError` if `user_id` is taken.
        """
        user = {
            "is_bot": False,
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
        }
        known = {key: value for key, value in user.items() if value is not None}
        return Person(self, self.world.add_person(known, user_id, note))

    def known(self, user_id: int) -> Person:
        """Somebody who is here already. Raises `KeyError` for nobody."""
        chat = self.world.person(user_id)
        if chat is None:
            raise KeyError(user_id)
        return Person(self, chat)

    def commands(
        self, language_code: str = "", scope: dict[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """What setMyCommands stored for exactly this language and scope."""
        key = scope_key(scope or {"type": "default"})
        return list(self.world.commands.get((key, language_code or ""), []))

    @property
    def updates(self) -> list[dict[str, Any]]:
        """The latest updates that were queued, oldest first."""
        return self.world.updates.past()

    async def idle(self, quiet: float = 0.3, timeout: float | None = None) -> None:
        """Wait until every update was fetched and no API call happened for `quiet` seconds.

        Raises `AssertionError` after `timeout` (default: `Sandbox.timeout`).
        """
        limit = self.timeout if timeout is None else timeout
        if not await self.rests(quiet, limit):
            raise AssertionError(self._restless())

    async def rests(
        self, quiet: float, limit: float, unless: Callable[[], bool] = lambda: False
    ) -> bool:
        """Wait as `idle` does, but not after `unless` is true; False when `limit` has passed."""
        deadline = time.monotonic() + limit
        while not unless():
            now = time.monotonic()
            left = self._stirred() + quiet - now
            if left <= 0:
                return True
            if now >= deadline:
                return False
            await self.world.changed.until(unless, min(left, deadline - now))
        return True

    def _stirred(self) -> float:
        """When the bot or a person did something last; now, while the bot is busy."""
        if self.server.busy or not self.world.updates.all_fetched:
            return time.monotonic()
        return max(self.server.last_call, self.world.updates.last_push)

    def _restless(self) -> str:
        waiting = len(self.world.updates.pending())
        state = "goes on calling" if self.world.updates.all_fetched else "does not fetch updates"
        calls = describe_calls(self.calls)
        return f"the bot {state} ({waiting} updates unconfirmed); its last calls:\n{calls}"


def _seconds(clock: Clock | None) -> Callable[[], float]:
    if clock is None:
        return time.time
    if isinstance(clock, MovableClock):
        return clock

    def seconds() -> float:
        now = clock()
        return now.timestamp() if isinstance(now, datetime) else float(now)

    return seconds
