"""Campaigns in words: what they are called, their days, their steps."""

from __future__ import annotations

from datetime import date

from babel.dates import format_skeleton

from bot.context import Ctx
from bot.event_words import day_words
from content.model import DEFAULT_SOURCE
from services.dates import today
from services.monitoring import Campaign
from services.monitoring.campaigns.timetable import STEPS


def campaign_title(ctx: Ctx, campaign: Campaign) -> str:
    """What it is called; one of the calendar in the language of the person."""
    return title_words(ctx, campaign.key, campaign.title)


def title_words(ctx: Ctx, key: str, title: str) -> str:
    """The same of a key of the calendar, empty for none, and a stored title."""
    for one in ctx.services.profile.monitoring.campaigns:
        if one.key == key and one.title.get("ru") == title:
            return one.title.get(ctx.locale)
    return title or ctx.l10n.plain("campaign-nameless")


def step_words(ctx: Ctx, step: str) -> str:
    """A step in words; one that the program no longer knows stays a key."""
    return ctx.l10n.plain(f"campaign-step-{step}") if step in STEPS else step


def local_day(ctx: Ctx, day: date) -> str:
    """«пятница, 1 мая», with the year where it is another one than today's."""
    return day_words(ctx.l10n, day, today(ctx.services.clock))


def short_day(ctx: Ctx, day: date) -> str:
    """«1 мая», with the year where it is another one than today's."""
    locale = "en_GB" if ctx.locale == "en" else ctx.locale
    if day.year == today(ctx.services.clock).year:
        return format_skeleton("MMMMd", day, locale=locale)
    return ctx.l10n.date(day)


def deadline_words(ctx: Ctx, campaign: Campaign) -> str:
    """The last day, and from which day off it was moved."""
    day = local_day(ctx, campaign.deadline_on)
    if not campaign.moved:
        return day
    wished = local_day(ctx, campaign.wished_on)
    return ctx.l10n.plain("campaign-deadline-moved", day=day, wished=wished)


def period_words(ctx: Ctx, first: date, last: date) -> str:
    """«1 сентября 2025 г. — 31 мая 2026 г.»."""
    return f"{ctx.l10n.date(first)} — {ctx.l10n.date(last)}"


def source_words(ctx: Ctx, source: str) -> str:
    """The clause behind a question; what the bot brings along is said to be its own."""
    return source.replace(DEFAULT_SOURCE, ctx.l10n.plain("source-default"))
