"""Maintenance around every update: people's input is kept, and worked on afterwards."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from bot.context import Services
from bot.l10n import L10n, Localizer
from bot.middlewares import Handler
from bot.screens import answer
from services.maintenance import HeldRow, Maintenance, Verdict, Work

log = structlog.get_logger(__name__)

# In the data of an update that was kept and is worked on now.
WAS_HELD = "was_held"
_QUIET = timedelta(minutes=1)
_REMEMBERED = 20_000
_LOOK_SECONDS = 2.0


class MaintenanceGate(BaseMiddleware):
    """Keeps updates of private chats during maintenance; admins go on working.

    Goes before the duplicate guard, to which an update that was kept is a new one.
    """

    def __init__(self, services: Services, localizer: Localizer) -> None:
        self._services = services
        self._localizer = localizer
        self._told: OrderedDict[int, datetime] = OrderedDict()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Update)
        user = _sender(event)
        if user is None or data.get(WAS_HELD):
            return await handler(event, data)
        verdict = await self._services.maintenance.take(
            event.update_id,
            user.id,
            lambda: event.model_dump_json(exclude_unset=True, by_alias=True),
        )
        if verdict is Verdict.PASSES:
            return await handler(event, data)
        if verdict is not Verdict.QUEUES:  # what queues is answered in a moment
            with suppress(TelegramAPIError):
                await self._tell(event, user, kept=verdict is Verdict.KEPT)
        return None

    async def _tell(self, update: Update, user: User, *, kept: bool) -> None:
        l10n = await self._speech(user)
        text = l10n.plain("maintenance-kept") if kept else l10n.plain("maintenance-later")
        if update.callback_query is not None:
            await answer(update.callback_query, text, alert=True)
        elif update.message is not None and self._not_just_told(user.id):
            await update.message.answer(text, parse_mode=None)

    async def _speech(self, user: User) -> L10n:
        person = await self._services.people.find(user.id)
        guess = self._localizer.guess(user.language_code)
        return self._localizer[person.locale if person else guess]

    def _not_just_told(self, telegram_id: int) -> bool:
        """Once a minute is enough for one person."""
        now = self._services.clock.now()
        before = self._told.get(telegram_id)
        if before is not None and now - before < _QUIET:
            return False
        self._told[telegram_id] = now
        self._told.move_to_end(telegram_id)
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        return True


def _sender(update: Update) -> User | None:
    """Who wrote or pressed in a private chat with the bot."""
    found: Message | CallbackQuery | None = update.message or update.callback_query
    message = update.callback_query.message if update.callback_query else update.message
    if found is None or (message is not None and message.chat.type != ChatType.PRIVATE):
        return None
    return found.from_user


class Drain:
    """Works on kept updates in their order once maintenance is over, also after a restart."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, maintenance: Maintenance) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._maintenance = maintenance
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look for kept updates from now on."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Finish the update in hand; the rest waits for the next start."""
        self._stopping.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if (await self._maintenance.look()).work is Work.DRAINING:
                    await self.drain()
            except Exception:
                log.exception("kept updates wait")
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), _LOOK_SECONDS)

    async def drain(self) -> None:
        """Work on everything that is kept, then serve as ever."""
        count = 0
        while not self._stopping.is_set() and (row := await self._maintenance.next_held()):
            await self._maintenance.done(row, pressed=await self._feed(row))
            count += 1
        await self._maintenance.finish()
        log.info("kept updates worked on", count=count)

    async def _feed(self, row: HeldRow) -> bool:
        """Hand one to the dispatcher; whether it was a button. One that fails is not repeated."""
        try:
            update = Update.model_validate_json(row.body, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update, **{WAS_HELD: True})
        except Exception:
            log.exception("kept update failed", update_id=row.update_id)
            return False
        return update.callback_query is not None
