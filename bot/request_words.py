"""Requests in words: deadlines, what happened to them, files as evidence."""

from __future__ import annotations

from datetime import date
from html import escape

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.answer_words import answer_words
from bot.context import Ctx
from bot.dialogs.widgets import cut
from bot.event_words import day_words, short_moment
from services.monitoring import Campaign
from services.monitoring.answers.evidence import PHOTO, file_of
from services.monitoring.answers.given import given_of
from services.monitoring.checking.history import Change

# What a history tells. Each has a text `request-change-<kind>`.
CHANGES = (
    "value",
    "evidence",
    "low-reason",
    "submitted",
    "returned",
    "accepted",
    "reopened",
    "handed-over",
    "withdrawn",
    "nudged",
    "asked-again",
)
_TITLE, _REASON = 90, 120


def deadline_words(ctx: Ctx, campaign: Campaign) -> str:
    """«понедельник, 1 июня», with the year where it is another one."""
    return _day(ctx, campaign.deadline_on)


def moved_from_words(ctx: Ctx, campaign: Campaign) -> str:
    """The day off from which the deadline was moved; empty where it was not."""
    return _day(ctx, campaign.wished_on) if campaign.moved else ""


def days_left(ctx: Ctx, campaign: Campaign) -> int:
    """Local days until the deadline; negative after it."""
    return (campaign.deadline_on - _today(ctx)).days


def _day(ctx: Ctx, day: date) -> str:
    return day_words(ctx.l10n, day, _today(ctx))


def _today(ctx: Ctx) -> date:
    clock = ctx.services.clock
    return clock.now().astimezone(clock.zone).date()


def change_line(ctx: Ctx, change: Change) -> str:
    """One line of a history: when, who, what, from what to what."""
    clock = ctx.services.clock
    return ctx.l10n(
        "request-change",
        when=short_moment(clock.zone, change.at, clock.now()),
        by=change.by or ctx.l10n.plain("request-nobody"),
        what=_change(ctx, change),
    )


def _change(ctx: Ctx, change: Change) -> str:
    variable = change.variable
    title = cut(variable.title.get(ctx.locale), _TITLE) if variable else ""
    facts = {"title": title, "before": "—", "after": "—", "reason": cut(change.reason, _REASON)}
    for side, kept in (("before", change.before), ("after", change.after)):
        if not kept:
            continue
        if change.kind == "value" and variable is not None:
            facts[side] = cut(answer_words(ctx.l10n, variable, given_of(kept)), _REASON)
        else:
            facts[side] = cut(str(kept.get("text") or kept.get("file_name") or "—"), _REASON)
    return ctx.l10n.plain(f"request-change-{change.kind}", **facts)


async def send_evidence(bot: Bot, ctx: Ctx, stored: str, title: str) -> None:
    """Send a file that lies beside an answer; one that Telegram has no more is named."""
    kind, file_id = file_of(stored)
    caption = escape(title, quote=False)
    try:
        if kind == PHOTO:
            await bot.send_photo(ctx.user.id, file_id, caption=caption)
        else:
            await bot.send_document(ctx.user.id, file_id, caption=caption)
    except TelegramBadRequest:
        await bot.send_message(ctx.user.id, ctx.l10n("evidence-gone", title=title))
