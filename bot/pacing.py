"""Not more than Telegram takes: one pacer for everything that the bot sends.

The sender asks before each message. Answers of handlers go at once and are counted, so that the
sender makes room for them. A request to wait, whatever call it answers, holds all of them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType

from services.outbox.rates import PER_SECOND, TELEGRAM_TAKES

log = structlog.get_logger(__name__)

# What was not used may be caught up with at once. Telegram lets a second's worth pass; the rest of
# it is for answers of handlers, and for calls that overtake one another on their way.
BURST = 10
CHAT_BURST, CHAT_SECONDS = 5, 1.0
# An answer of a handler is tried again for so long; then the person is told.
PATIENCE_SECONDS = 60.0
_HAIR = 0.05
_SWEEP_AT = 1000
_SENDING = ("send", "copy", "forward")
_SENDS_NOTHING = "sendChatAction"
_LISTS = ("media", "message_ids")


class Pacer:
    """Buckets of the whole bot and of each chat. `clock` gives monotonic seconds."""

    def __init__(
        self, per_second: float = PER_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._interval = 1 / per_second
        self._clock = clock
        # When each bucket will be full again: all that a token bucket needs to know.
        self._full_at = 0.0
        self._chats: dict[int, float] = {}
        self._sweep_at = _SWEEP_AT
        self._held_until = 0.0

    @property
    def held(self) -> float:
        """For how many seconds Telegram wants nothing."""
        return max(0.0, self._held_until - self._clock())

    def wait(self) -> float:
        """In how many seconds the sender may send; zero: now."""
        now = self._clock()
        free_at = max(self._full_at, now) + self._interval - BURST * self._interval
        return max(0.0, free_at - now, self._held_until - now)

    def chat_wait(self, chat_id: int) -> float:
        """In how many seconds this chat takes another message; zero: now."""
        full_at = self._chats.get(chat_id, 0.0)
        return max(0.0, full_at - self._clock() - (CHAT_BURST - 1) * CHAT_SECONDS)

    def charge(self, chat_id: object, messages: int = 1) -> None:
        """Count what is being sent."""
        now = self._clock()
        # Telegram refuses what is beyond a second's worth, and then does not count it.
        most = now + TELEGRAM_TAKES * self._interval
        full_at = max(self._full_at, now) + messages * self._interval
        self._full_at = max(self._full_at, min(full_at, most))
        if isinstance(chat_id, int):
            full_at = max(self._chats.get(chat_id, now), now) + messages * CHAT_SECONDS
            self._chats[chat_id] = min(full_at, now + 4 * CHAT_BURST * CHAT_SECONDS)
            self._sweep(now)

    def hold(self, seconds: float) -> None:
        """Send nothing for so long, and then begin with a single message."""
        until = self._clock() + seconds + _HAIR
        if until > self._held_until:
            self._held_until = until
            self._full_at = max(self._full_at, until + (BURST - 1) * self._interval)

    async def free(self) -> None:
        """Wait until nothing is held any longer."""
        while (seconds := self.held) > 0:  # noqa: ASYNC110
            await asyncio.sleep(seconds)

    def _sweep(self, now: float) -> None:
        """Forget full buckets, now and then."""
        if len(self._chats) > self._sweep_at:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}
            self._sweep_at = max(_SWEEP_AT, 2 * len(self._chats))


class Paced:
    """Of methods that the sender calls: it has asked the pacer itself."""


class PacedRequests(BaseRequestMiddleware):
    """Counts what handlers send, and waits where Telegram asks for it."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """One call of the Bot API."""
        patience = 0.0 if isinstance(method, (Paced, GetUpdates)) else PATIENCE_SECONDS
        while True:
            await self._counted(method)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                log.warning("asked to wait", seconds=error.retry_after, by=method.__api_method__)
                self._pacer.hold(error.retry_after)
                patience -= error.retry_after
                if patience < 0:
                    raise
                await self._pacer.free()

    async def _counted(self, method: TelegramMethod[Any]) -> None:
        name = method.__api_method__
        if isinstance(method, Paced) or not name.startswith(_SENDING) or name == _SENDS_NOTHING:
            return
        await self._pacer.free()
        self._pacer.charge(getattr(method, "chat_id", None), _messages(method))


def _messages(method: TelegramMethod[Any]) -> int:
    """Messages that a call sends: items of an album or a list of copies, otherwise one."""
    for name in _LISTS:
        value = getattr(method, name, None)
        if isinstance(value, list):
            return max(1, len(value))
    return 1
