"""What nothing else took: never silence."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot import states
from bot.context import Ctx
from bot.handlers.entering import open_for
from bot.screens import answer


async def on_message(message: Message, ctx: Ctx, dialog_manager: DialogManager, **_: Any) -> None:
    """A message without a conversation, of whatever kind: a word, then the way on."""
    if ctx.services.people.consented(ctx.person):
        heard = "not-understood" if message.text else "not-understood-file"
        await message.answer(ctx.l10n(heard))
    await open_for(message, ctx, dialog_manager, states.open_menu)


async def on_callback(callback: CallbackQuery, ctx: Ctx, **_: Any) -> None:
    """A button that no longer exists."""
    await answer(callback, ctx.l10n.plain("button-old"))


def router() -> Router:
    """The last handlers."""
    router = Router(name="fallback")
    router.message.register(on_message)
    router.callback_query.register(on_callback)
    return router
