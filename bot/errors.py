"""When something stands in the way: a stale screen, a refusal, a crash. What the person sees."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, ErrorEvent, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import (
    NoContextError,
    OutdatedIntent,
    UnknownIntent,
    UnknownState,
    UnregisteredWindowError,
)

from bot import states
from bot.context import Ctx
from bot.handlers.consent import greet
from bot.screens import answer
from services.errors import Refusal

log = structlog.get_logger(__name__)

STALE = (UnknownIntent, OutdatedIntent, UnknownState, UnregisteredWindowError, NoContextError)
CONSENT = ("consent-needed", "consent-outdated")
_HARMLESS = ("message is not modified", "query is too old")


async def on_error(event: ErrorEvent, **data: Any) -> bool:
    """One place for all that went wrong in a handler."""
    ctx: Ctx | None = data.get("ctx")
    error = event.exception
    if ctx is None or isinstance(error, TelegramForbiddenError):
        log.info("update dropped", error=str(error))
        return True
    if isinstance(error, TelegramBadRequest) and any(w in error.message for w in _HARMLESS):
        return True
    manager: DialogManager | None = data.get("dialog_manager")
    trouble = _Trouble(event, ctx, manager)
    if isinstance(error, STALE):
        await trouble.stale()
    elif isinstance(error, Refusal):
        await trouble.refused(error)
    else:
        code = secrets.token_hex(3)
        log.error("handler failed", code=code, exc_info=error)
        await trouble.crashed(code)
    return True


class _Trouble:
    def __init__(self, event: ErrorEvent, ctx: Ctx, manager: DialogManager | None) -> None:
        update = event.update
        self.callback: CallbackQuery | None = update.callback_query
        self.message: Message | None = update.message
        self.ctx = ctx
        self.manager = manager

    async def stale(self) -> None:
        """A button of a screen that is over: a polite word, then what is current.

        In the living message that is its screen once more: after a double tap nothing changes,
        after a crash a screen whose bookmark was lost is replaced. Elsewhere it is the menu.
        """
        await self._tell(self.ctx.l10n.plain("button-old"), alert=False)
        if self._in_living_message():
            await self._refresh()
        else:
            await self._home()

    async def refused(self, refusal: Refusal) -> None:
        """A rule says no: the sentence, then the screen as things stand."""
        l10n = self.ctx.l10n
        await self._tell(l10n.plain(f"refusal-{refusal.reason}", **refusal.facts), alert=True)
        if refusal.reason in CONSENT and self.message:
            await greet(self.message, self.ctx)
        elif refusal.reason not in CONSENT:
            await self._refresh()

    async def crashed(self, code: str) -> None:
        """Our fault: say so, with a code for whoever looks for it in the log."""
        with suppress(TelegramAPIError):
            await self._tell(self.ctx.l10n.plain("crashed", code=code), alert=True)

    async def _tell(self, text: str, *, alert: bool) -> None:
        if self.callback is not None:
            await answer(self.callback, text, alert=alert)
        elif self.message is not None:
            await self.message.answer(text, parse_mode=None)

    def _in_living_message(self) -> bool:
        manager, callback = self.manager, self.callback
        if manager is None or callback is None or callback.message is None:
            return False
        try:
            stack = manager.current_stack()
        except KeyError:
            return False
        living = stack is not None and stack.last_message_id == callback.message.message_id
        return bool(living and stack.intents)

    async def _refresh(self) -> None:
        manager = self.manager
        if manager is None or not manager.has_context():
            await self._home()
            return
        try:
            # Below the words, where the person looks; a tap has its screen before the eyes.
            await manager.show(ShowMode.SEND if self.callback is None else None)
        except (Refusal, *STALE):
            await self._home()

    async def _home(self) -> None:
        """The menu for those who have one, sign-up for those on their way."""
        manager, ctx = self.manager, await self.ctx.refreshed()
        if manager is None or not ctx.services.people.consented(ctx.person):
            if self.message is not None:
                await greet(self.message, ctx)
            return
        manager.middleware_data["ctx"] = ctx
        if ctx.me.registered_at is None:
            card = await ctx.services.people.card(ctx.me.id)
            await states.open_signup(manager, card.next_step)
        else:
            await states.open_menu(manager, ShowMode.AUTO)


def setup_errors(dispatcher: Dispatcher) -> None:
    """Register the one error handler."""
    dispatcher.errors.register(on_error)
