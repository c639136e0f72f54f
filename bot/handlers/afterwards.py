"""After an event: rating it in one tap, and taking its materials. No screen is torn by either."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.context import Ctx
from bot.event_buttons import Rate, TakeMaterials, rating_rows
from bot.l10n import L10n
from bot.materials import send_materials
from bot.notices import Go
from bot.screens import answer
from services.errors import Refusal


async def rate(callback: CallbackQuery, callback_data: Rate, ctx: Ctx, **_: Any) -> None:
    """Keep the rating and mark it under the question; another tap changes it."""
    event_id, rating = callback_data.event_id, callback_data.rating
    try:
        await ctx.services.events.feedback.rate(ctx.me.id, event_id, rating)
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        return
    if isinstance(callback.message, Message):
        with suppress(TelegramBadRequest):  # the same rating again, or a message too old to change
            markup = _rated(ctx.l10n, event_id, rating)
            await callback.message.edit_reply_markup(reply_markup=markup)
    await answer(callback, ctx.l10n.plain("rating-kept", rating=rating))


def _rated(l10n: L10n, event_id: int, chosen: int) -> InlineKeyboardMarkup:
    """Another tap changes the rating, and there is room for words."""
    go = Go(what="event-comment", id=event_id)
    words = InlineKeyboardButton(text=l10n.plain("go-event-comment"), callback_data=go.pack())
    return InlineKeyboardMarkup(inline_keyboard=[*rating_rows(event_id, chosen), [words]])


async def take(callback: CallbackQuery, callback_data: TakeMaterials, ctx: Ctx, **_: Any) -> None:
    """Send the materials into the chat."""
    bot = callback.bot
    assert bot is not None
    try:
        found = await ctx.services.events.materials.materials(ctx.me.id, callback_data.event_id)
        if not found.materials:
            raise Refusal("materials-none")
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        return
    await answer(callback, ctx.l10n.plain("materials-coming"))
    ctx.background.run(send_materials(bot, ctx, found))


async def _tell(callback: CallbackQuery, why: Refusal, ctx: Ctx) -> None:
    text = ctx.l10n.plain(f"refusal-{why.reason}", **why.facts)
    await answer(callback, text, alert=True)


def router() -> Router:
    """The handlers of what stands under notices about events that are over."""
    router = Router(name="afterwards")
    router.callback_query.register(rate, Rate.filter())
    router.callback_query.register(take, TakeMaterials.filter())
    return router
