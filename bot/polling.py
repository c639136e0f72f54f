"""Long polling that ends well: updates in hand are finished and confirmed before the end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig

log = structlog.get_logger(__name__)

_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=30.0, factor=1.7, jitter=0.1)
_POLL_SECONDS = 30
_IN_HAND = 256
_DRAIN_SECONDS = 40.0
_OF_A_DIALOG = "\x1d"  # stands in the data of every button of a screen


class _GetUpdates(GetUpdates):
    """Updates as they come; each is read by its own handler."""

    __returning__ = Any  # type: ignore[assignment]


def _read(raw: dict[str, Any], bot: Bot) -> Update:
    """An update without what nobody asks of it: the pressed screen's own buttons and markup.

    Buttons outside of dialogs change the keyboard under which they stand, and need it.
    """
    callback = raw.get("callback_query")
    if callback and _OF_A_DIALOG in callback.get("data", ""):
        pressed = callback.get("message") or {}
        for name in ("reply_markup", "entities"):
            pressed.pop(name, None)
    return Update.model_validate(raw, context={"bot": bot})


class Poller:
    """Fetches updates, hands each to the dispatcher in a task of its own.

    aiogram's own polling drops running handlers at its end; here they are waited for.
    """

    def __init__(self, bot: Bot, dispatcher: Dispatcher) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._allowed = ["message", "callback_query", "my_chat_member"]
        self._room = asyncio.Semaphore(_IN_HAND)
        self._in_hand: set[asyncio.Task[None]] = set()
        self._offset: int | None = None
        self._polled: int | None = None  # the offset of the latest poll, which confirmed all below
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Fetch no more; `run` returns when the updates in hand are finished."""
        self._stopping.set()

    async def connect(self) -> bool:
        """Wait until the Bot API answers; `False` when stopped meanwhile.

        Raises `TelegramUnauthorizedError` for a token that it does not accept.
        """
        backoff = Backoff(_BACKOFF)
        while not self._stopping.is_set():
            try:
                me = await self._bot.me()
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise
            except Exception as error:
                log.warning("the Bot API does not answer yet", error=_told(error))
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), next(backoff))
            else:
                log.info("connected", bot=me.username)
                await self._drop_webhook()
                return True
        return False

    async def _drop_webhook(self) -> None:
        """Updates cannot be fetched while a webhook is set."""
        try:
            await self._bot.delete_webhook()
        except TelegramAPIError as error:
            log.warning("webhook not dropped", error=_told(error))

    async def run(self) -> None:
        """Poll until stopped."""
        stopping = asyncio.create_task(self._stopping.wait())
        polling = asyncio.create_task(self._poll())
        try:
            await asyncio.wait({stopping, polling}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (stopping, polling):
                task.cancel()
            await asyncio.gather(stopping, polling, return_exceptions=True)
            await self._finish()

    async def _poll(self) -> None:
        backoff = Backoff(_BACKOFF)
        while True:
            try:
                updates = await self._fetch(_POLL_SECONDS)
            except TelegramRetryAfter as error:
                log.warning("asked to wait", seconds=error.retry_after)
                await asyncio.sleep(error.retry_after)
                continue
            except Exception as error:
                log.warning("updates not fetched", error=_told(error))
                await backoff.asleep()
                continue
            backoff.reset()
            for update in updates:
                await self._room.acquire()
                self._offset = update["update_id"] + 1
                task = asyncio.create_task(self._handle(update))
                self._in_hand.add(task)
                task.add_done_callback(self._in_hand.discard)

    async def _fetch(self, seconds: int, limit: int | None = None) -> list[dict[str, Any]]:
        method = _GetUpdates(
            offset=self._offset, timeout=seconds, limit=limit, allowed_updates=self._allowed
        )
        self._polled = self._offset
        try:
            updates: Any = await self._bot(method, request_timeout=seconds + 15)
        except Exception:
            self._polled = None
            raise
        return list(updates)

    async def _handle(self, raw: dict[str, Any]) -> None:
        try:
            await self._dispatcher.feed_update(self._bot, _read(raw, self._bot))
        except Exception:
            log.exception("update failed", update_id=raw["update_id"])
        finally:
            self._room.release()

    async def _finish(self) -> None:
        if self._in_hand:
            log.info("finishing updates in hand", count=len(self._in_hand))
            await asyncio.wait(self._in_hand, timeout=_DRAIN_SECONDS)
        if self._offset is not None and self._offset != self._polled:
            # The next poll would confirm these; there is none, so they would come again.
            with suppress(TelegramAPIError, asyncio.TimeoutError):
                await self._fetch(0, limit=1)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
