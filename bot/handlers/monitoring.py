"""«Ask me later» under a prompt for data. No screen is touched: who fills in a form goes on."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.context import Ctx
from bot.event_words import near_words
from bot.request_buttons import (
    CHOOSE,
    KEEP,
    AskLater,
    choice_rows,
    chosen_rows,
    later_rows,
    with_rows,
)
from bot.screens import answer
from services.errors import Refusal

Rows = list[list[InlineKeyboardButton]]


async def ask_later(callback: CallbackQuery, callback_data: AskLater, ctx: Ctx, **_: Any) -> None:
    """Show the moments, or take one; the answer is a word over the screen and this keyboard."""
    try:
        rows, word = await _answered(ctx, callback_data.request_id, callback_data.when)
    except Refusal as refusal:
        text = ctx.l10n.plain(f"refusal-{refusal.reason}", **refusal.facts)
        await answer(callback, text, alert=True)
        return
    message = callback.message
    if isinstance(message, Message) and message.reply_markup is not None:
        with suppress(TelegramBadRequest):  # the same again, or a message too old to change
            await message.edit_reply_markup(reply_markup=with_rows(message.reply_markup, rows))
    await answer(callback, word)


async def _answered(ctx: Ctx, request_id: int, when: str) -> tuple[Rows, str | None]:
    """The new rows of the keyboard, and what to say."""
    later, clock = ctx.services.monitoring.later, ctx.services.clock
    if when in (CHOOSE, KEEP):
        asking = await later.asking(ctx.me.id, request_id)
        if when == CHOOSE:
            return choice_rows(ctx.l10n, request_id, asking.moments), None
        at = asking.at
        word = None
    else:
        at = await later.ask_later(ctx.me.id, request_id, when)
        word = ctx.l10n.plain("later-done", when=near_words(ctx.l10n, clock.zone, at, clock.now()))
    if at is None:
        return later_rows(ctx.l10n, request_id), word
    return chosen_rows(ctx.l10n, request_id, at, clock.zone, clock.now()), word


def router() -> Router:
    """The handler of what stands under prompts for data."""
    router = Router(name="monitoring")
    router.callback_query.register(ask_later, AskLater.filter())
    return router
