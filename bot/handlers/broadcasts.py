"""Buttons under broadcasts. They stand in chats for years and touch no dialog: a pop-up answers,
and only the pressed message changes its keyboard."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.broadcasts import Acknowledge, Resubscribe, Unsubscribe
from bot.context import Ctx
from bot.screens import answer, change_button
from bot.titles import title_of_category
from services.errors import Refusal


async def unsubscribe(
    callback: CallbackQuery, callback_data: Unsubscribe, ctx: Ctx, **_: Any
) -> None:
    """Get no more of a category."""
    key = callback_data.category
    if await _marked(callback, ctx, key, chosen=False):
        title = title_of_category(ctx.l10n, ctx.services.profile, key)
        await answer(callback, ctx.l10n.plain("unsubscribed", category=title), alert=True)
        back = Resubscribe(category=key)
        await _put(callback, ctx, callback_data, "broadcast-resubscribe", back)


async def resubscribe(
    callback: CallbackQuery, callback_data: Resubscribe, ctx: Ctx, **_: Any
) -> None:
    """Take that back."""
    key = callback_data.category
    if await _marked(callback, ctx, key, chosen=True):
        title = title_of_category(ctx.l10n, ctx.services.profile, key)
        await answer(callback, ctx.l10n.plain("resubscribed", category=title))
        again = Unsubscribe(category=key)
        await _put(callback, ctx, callback_data, "broadcast-unsubscribe", again)


async def acknowledge(
    callback: CallbackQuery, callback_data: Acknowledge, ctx: Ctx, **_: Any
) -> None:
    """Say that the broadcast was read."""
    acknowledging = ctx.services.broadcasts.acknowledging
    try:
        moment = await acknowledging.acknowledge(ctx.known.id, callback_data.broadcast_id)
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        return
    here = moment.astimezone(ctx.services.clock.zone)
    facts = {"date": ctx.l10n.date(here), "time": f"{here:%H:%M}"}
    await answer(callback, ctx.l10n.plain("acknowledged", **facts))
    await _put(callback, ctx, callback_data, "broadcast-acknowledged", callback_data)


async def _marked(callback: CallbackQuery, ctx: Ctx, key: str, *, chosen: bool) -> bool:
    """Whether the person's word was taken; otherwise they are told why not."""
    try:
        await ctx.services.subscriptions.mark(ctx.known.id, key, chosen)
    except Refusal as refusal:
        await _tell(callback, refusal, ctx)
        return False
    return True


async def _put(
    callback: CallbackQuery, ctx: Ctx, pressed: CallbackData, key: str, data: CallbackData
) -> None:
    button = InlineKeyboardButton(text=ctx.l10n.plain(key), callback_data=data.pack())
    await change_button(callback, pressed.pack(), button)


async def _tell(callback: CallbackQuery, why: Refusal, ctx: Ctx) -> None:
    text = ctx.l10n.plain(f"refusal-{why.reason}", **why.facts)
    await answer(callback, text, alert=True)


def router() -> Router:
    """The handlers of the buttons of broadcasts."""
    router = Router(name="broadcasts")
    router.callback_query.register(unsubscribe, Unsubscribe.filter())
    router.callback_query.register(resubscribe, Resubscribe.filter())
    router.callback_query.register(acknowledge, Acknowledge.filter())
    return router
