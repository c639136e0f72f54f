"""Checking in at an event: its link, its button, and what came of it in words."""

from __future__ import annotations

from typing import Annotated

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager, ShowMode
from pydantic import Field

from bot.audit_words import moment
from bot.context import Ctx, ctx_of
from bot.l10n import Safe
from bot.states import open_menu
from services.errors import Refusal
from services.events.arrivals import Arrival

PREFIX = "here-"  # how the start parameter of a check-in begins
TITLE_SHOWN = 80  # characters of a title in a pop-up, which holds 200


class Here(CallbackData, prefix="here"):
    """Check in by the token of an event: for those who came by its link and signed up first."""

    token: Annotated[str, Field(max_length=24)]


async def link_of(bot: Bot, token: str) -> str:
    """The link that checks people in; the bot's name is asked for once."""
    me = await bot.me()
    return f"https://t.me/{me.username}?start={PREFIX}{token}"


def token_of_link(argument: str) -> str | None:
    """The token that a start parameter carries, if it is one of a check-in."""
    return argument.removeprefix(PREFIX) if argument.startswith(PREFIX) else None


async def check_in(ctx: Ctx, token: str) -> str:
    """Check the acting person in; what came of it, as HTML."""
    try:
        arrival = await ctx.services.events.attendance.check_in_by_link(ctx.me.id, token)
    except Refusal as refusal:
        return ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts)
    return arrival_text(ctx, arrival)


async def check_in_first(manager: DialogManager, token: str) -> None:
    """After sign-up: what one came for, and the menu below it."""
    ctx = ctx_of(manager)
    bot: Bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user.id, await check_in(ctx, token))
    manager.show_mode = ShowMode.SEND
    await open_menu(manager)


def here_button(ctx: Ctx, token: str) -> InlineKeyboardMarkup:
    """A button that does what the link does."""
    text, data = ctx.l10n.plain("checkin-button"), Here(token=token).pack()
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data)]]
    )


def arrival_text(ctx: Ctx, arrival: Arrival, *, markup: bool = True) -> Safe | str:
    """What came of checking in; without `markup` for a pop-up."""
    title = arrival.event.title
    if len(title) > TITLE_SHOWN:
        title = title[: TITLE_SHOWN - 1].rstrip() + "…"
    facts = {
        "event": title,
        "opens": moment(ctx, arrival.opens),
        "closes": moment(ctx, arrival.closes),
        "walked": "yes" if arrival.walked_in else "no",
    }
    key = f"checkin-{arrival.outcome}"
    return ctx.l10n(key, **facts) if markup else ctx.l10n.plain(key, **facts)
