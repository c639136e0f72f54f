"""The card of an event in words, as its makers see it."""

from __future__ import annotations

from typing import Any

from bot.context import Ctx
from bot.dialogs.event_desk.data import deadline_words, option_title, when_words
from bot.event_words import short_moment
from bot.l10n import Safe
from services.events import Event
from services.events.desk import DeskCard, Reminding


def card_words(ctx: Ctx, card: DeskCard) -> dict[str, Any]:
    """Title, state, time, place and people of an event."""
    event, l10n = card.event, ctx.l10n
    kind = [option_title(ctx, field, getattr(event, field)) for field in ("form", "level")]
    return {
        "title": event.title,
        "state": " · ".join([l10n.plain(f"event-desk-phase-{card.phase}"), *filter(None, kind)]),
        "when": when_words(ctx, event) or l10n.plain("event-desk-nothing"),
        "where": _where(ctx, event),
        "people": _people(ctx, card),
        "deadline": deadline_words(ctx, event),
        "reason": event.cancel_reason,
    }


def _where(ctx: Ctx, event: Event) -> str:
    parts = [part for part in (event.place, event.link) if part]
    return ", ".join(parts) or ctx.l10n.plain("event-desk-no-place")


def _people(ctx: Ctx, card: DeskCard) -> Safe:
    """Seats taken and the line; who came to one that is over."""
    event, l10n = card.event, ctx.l10n
    if card.phase == "past":
        return l10n("event-desk-turnout", came=card.came, absent=card.absent)
    if card.phase == "cancelled":
        return l10n("event-desk-taken-off", taken=event.taken)
    if event.seats is None:
        return l10n("event-desk-taken-open", taken=event.taken)
    return l10n(
        "event-desk-taken",
        taken=event.taken,
        seats=event.seats,
        free=event.free or 0,
        waiting=event.waiting,
    )


def reminder_lines(ctx: Ctx, card: DeskCard) -> Safe:
    """When reminders go, and to how many."""
    return Safe("\n".join(_reminder(ctx, one) for one in card.reminders))


def _reminder(ctx: Ctx, one: Reminding) -> str:
    """«• за день, 24.11, 14:30 — получат 12»."""
    l10n, clock, parts = ctx.l10n, ctx.services.clock, []
    if one.ahead:
        parts.append(l10n("event-desk-reminder-ahead", count=one.ahead))
    if one.sent:
        parts.append(l10n("event-desk-reminder-sent", count=one.sent))
    if one.lost:
        parts.append(l10n("event-desk-reminder-lost", count=one.lost))
    return l10n(
        "event-desk-reminder",
        kind=l10n.plain(f"event-desk-before-{one.when}"),
        when=short_moment(clock.zone, one.at, clock.now()),
        what=Safe(", ".join(parts)),
    )
