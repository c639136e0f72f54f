"""Sends what the bot owes: one message at a time, paced, and none lost.

A message is marked after Telegram has taken it: a kill between the two repeats that one message.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.background import Background
from bot.commands import bring_up_to_date
from bot.context import Services
from bot.l10n import Localizer
from bot.notices import ABOUT_ROLES, compose
from services.notices_due import Owed

log = structlog.get_logger(__name__)

BATCH = 10
PAUSE_SECONDS = 0.04  # 25 a second, below the 30 that Telegram takes from a bot
LOOK_SECONDS = 5.0
# A batch is sent within its lease: begun no later than this, and no call takes longer than that.
_BATCH_SECONDS, _CALL_SECONDS = 10.0, 10
# Not the fault of the message: it is tried again.
_PASSING = (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)


class Delivery:
    """The task that empties the outbox. `wake` tells that something was written into it."""

    def __init__(
        self, bot: Bot, services: Services, localizer: Localizer, background: Background
    ) -> None:
        self._bot = bot
        self._services = services
        self._localizer = localizer
        self._background = background
        self._awake = asyncio.Event()
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin on the running event loop."""
        self._task = asyncio.create_task(self._run())

    def wake(self) -> None:
        """Look at once instead of in a few seconds."""
        self._awake.set()

    async def stop(self) -> None:
        """End after the message in hand; the rest is sent at the next start."""
        self._stopping.set()
        self._awake.set()
        if self._task is not None:
            await self._task
            self._task = None

    async def _run(self) -> None:
        while not self._stopping.is_set():
            self._awake.clear()
            try:
                busy = await self.send_batch()
            except Exception:
                log.exception("delivery failed")
                busy = False
            if not busy and not self._stopping.is_set():
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._awake.wait(), LOOK_SECONDS)

    async def send_batch(self) -> bool:
        """Send some of what is due; whether there was anything."""
        owed = await self._services.outbox.claim(BATCH)
        loop = asyncio.get_running_loop()
        latest = loop.time() + _BATCH_SECONDS
        for number, one in enumerate(owed):
            wait = PAUSE_SECONDS
            if self._stopping.is_set() or loop.time() > latest:
                await self._services.outbox.release(owed[number:])
                break
            try:
                await self._send(one)
            except TelegramRetryAfter as error:
                log.warning("asked to wait", seconds=error.retry_after)
                await self._services.outbox.release(owed[number:])
                await self._pause(error.retry_after)
                break
            await self._pause(wait)
        return bool(owed)

    async def _send(self, owed: Owed) -> None:
        """One message, and what came of it. Raises `TelegramRetryAfter`."""
        outbox, l10n = self._services.outbox, self._localizer[owed.recipient.locale]
        try:
            composed = compose(owed, l10n, self._services.profile)
        except Exception as error:
            log.exception("a notice cannot be composed", kind=str(owed.notice), id=owed.id)
            await outbox.fail(owed, type(error).__name__)
            return
        try:
            message = await self._bot.send_message(
                owed.recipient.telegram_id,
                composed.text,
                reply_markup=composed.markup,
                request_timeout=_CALL_SECONDS,
            )
        except TelegramRetryAfter:
            raise
        except _PASSING as error:
            log.warning("a notice waits", kind=str(owed.notice), id=owed.id, error=_told(error))
            await outbox.retry(owed, _told(error))
        except TelegramAPIError as error:
            log.info("a notice failed", kind=str(owed.notice), id=owed.id, error=_told(error))
            await outbox.fail(owed, _told(error))
        else:
            await outbox.sent(owed, message.message_id)
            self._follow(owed)

    def _follow(self, owed: Owed) -> None:
        """Who was told of a role sees its commands."""
        if owed.notice in ABOUT_ROLES:
            services, localizer = self._services, self._localizer
            self._background.run(bring_up_to_date(self._bot, services, localizer, owed.recipient))

    async def _pause(self, seconds: float) -> None:
        """Wait, but not beyond the end."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _told(error: Exception) -> str:
    """What is kept of an error: Telegram's words, never ours to a person."""
    if isinstance(error, TelegramAPIError):
        return f"{type(error).__name__}: {error.message}"
    return type(error).__name__
