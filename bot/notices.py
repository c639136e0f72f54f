"""Notices as people read them: a text that says why it came, and a button that does the thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.broadcasts import Acknowledge, reminded_text, title_of_content
from bot.collected_words import collected_words
from bot.event_buttons import materials_rows, rating_rows
from bot.event_words import near_words, span_words
from bot.l10n import L10n
from bot.request_buttons import later_rows
from bot.titles import title_of_role
from content import Profile
from services.events import Event
from services.notices import Notice
from services.outbox import Owed

# After these Telegram may have to show other commands.
ABOUT_ROLES = frozenset({Notice.CLAIM_CONFIRMED, Notice.ROLE_GRANTED, Notice.ROLE_ENDED})


class Go(CallbackData, prefix="go"):
    """Open something; it works for ever, and is checked anew each time."""

    what: str
    id: int = Field(0, ge=0, lt=1 << 63)  # what a database can number


@dataclass(frozen=True, slots=True)
class Composed:
    """A notice in the language of the recipient."""

    text: str
    markup: InlineKeyboardMarkup


def _of(what: str, fact: str | None = None) -> Callable[[dict[str, Any]], Go]:
    return lambda facts: Go(what=what, id=facts[fact] if fact else 0)


# What the button of each notice opens; it is labelled `go-<what>`.
GOES: dict[Notice, Callable[[dict[str, Any]], Go | Acknowledge]] = {
    Notice.CLAIM_WAITS: _of("claim", "grant_id"),
    Notice.CLAIM_CONFIRMED: _of("menu"),
    Notice.CLAIM_DECLINED: _of("profile"),
    Notice.ROLE_GRANTED: _of("menu"),
    Notice.ROLE_ENDED: _of("menu"),
    Notice.TRANSFER_WAITS: _of("transfer", "transfer_id"),
    Notice.TRANSFER_CONFIRMED: _of("profile"),
    Notice.TRANSFER_DECLINED: _of("profile"),
    Notice.SCHOOL_PROPOSED: _of("school", "school_id"),
    Notice.SCHOOL_MERGED: _of("profile"),
    Notice.SCHOOL_CLOSED: _of("profile"),
    Notice.ATTESTATION_NEAR: _of("career"),
    Notice.BACKUP_FAILED: _of("backups"),
    Notice.SERVICE_RESUMED: _of("menu"),
    Notice.EVENT_REMINDER: _of("event", "event_id"),
    Notice.EVENT_SEAT: _of("event", "event_id"),
    Notice.EVENT_MOVED: _of("event", "event_id"),
    Notice.EVENT_CHANGED: _of("event", "event_id"),
    Notice.EVENT_CANCELLED: _of("event", "event_id"),
    Notice.EVENT_RATE: _of("event-comment", "event_id"),
    Notice.EVENT_MATERIALS: _of("event", "event_id"),
    Notice.EVENT_OVER: _of("attendance", "event_id"),
    Notice.BROADCAST_DONE: _of("broadcast", "broadcast_id"),
    Notice.ACK_REMINDER: lambda facts: Acknowledge(broadcast_id=facts["broadcast_id"]),
    Notice.CAMPAIGN_AHEAD: _of("campaign", "campaign_id"),
    Notice.CAMPAIGN_OPENED: lambda facts: Go(
        what="orphans" if facts["orphans"] else "board", id=facts["campaign_id"]
    ),
    Notice.CAMPAIGN_DIGEST: _of("board", "campaign_id"),
    Notice.CAMPAIGN_UNATTENDED: _of("roles"),
    Notice.DATA_ASKED: _of("request", "request_id"),
    Notice.DATA_REMINDER: _of("request", "request_id"),
    Notice.DATA_OVERDUE: _of("request", "request_id"),
    Notice.DEADLINE_MOVED: _of("request", "request_id"),
    Notice.DATA_LATER: _of("request", "request_id"),
    Notice.DATA_HANDED: _of("request", "request_id"),
    Notice.DATA_NUDGE: _of("request", "request_id"),
    Notice.DATA_RETURNED: _of("correct", "request_id"),
    Notice.DATA_REOPENED: _of("correct", "request_id"),
    Notice.DATA_CORRECTED: _of("corrections", "request_id"),
    Notice.DATA_ACCEPTED: _of("request", "request_id"),
    Notice.DATA_WITHDRAWN: _of("menu"),
    Notice.ANSWERER_FOUND: _of("checking", "request_id"),
    Notice.RECOMMENDED: _of("recommendation", "decision_id"),
    Notice.RECOMMENDATION_NEAR: _of("recommendation", "decision_id"),
    Notice.RECOMMENDATION_REPORTED: _of("decision", "decision_id"),
    Notice.RECOMMENDATION_CLOSED: _of("recommendations"),
}


def _answer_rows(l10n: L10n, request_id: int) -> list[list[InlineKeyboardButton]]:
    """Straight to the first question that lacks an answer."""
    data = Go(what="answer", id=request_id).pack()
    return [[InlineKeyboardButton(text=l10n.plain("go-answer"), callback_data=data)]]


_ASKING = (Notice.DATA_ASKED, Notice.DATA_REMINDER, Notice.DATA_LATER, Notice.DATA_HANDED)
# Buttons above that one which do the thing at once.
ROWS: dict[Notice, Callable[[L10n, int], list[list[InlineKeyboardButton]]]] = {
    Notice.EVENT_RATE: lambda _, event_id: rating_rows(event_id),
    Notice.EVENT_MATERIALS: materials_rows,
    **dict.fromkeys((*_ASKING, Notice.DATA_NUDGE), _answer_rows),
}
# Buttons below it, for who would rather do it at another time.
BELOW: dict[Notice, Callable[[L10n, int], list[list[InlineKeyboardButton]]]] = dict.fromkeys(
    _ASKING, later_rows
)


def compose(owed: Owed, l10n: L10n, profile: Profile) -> Composed:
    """The message to send."""
    assert owed.notice is not None
    go = GOES[owed.notice](owed.facts)
    label = f"go-{go.what}" if isinstance(go, Go) else "broadcast-acknowledge"
    button = InlineKeyboardButton(text=l10n.plain(label), callback_data=go.pack())
    above = ROWS.get(owed.notice)
    rows = above(l10n, go.id) if above and isinstance(go, Go) else []
    below = BELOW.get(owed.notice)
    under = below(l10n, go.id) if below and isinstance(go, Go) else []
    return Composed(
        text=l10n.pick(f"notice-{owed.notice}", _words(owed, l10n, profile), markup=True),
        markup=InlineKeyboardMarkup(inline_keyboard=[*rows, [button], *under]),
    )


def _words(owed: Owed, l10n: L10n, profile: Profile) -> dict[str, Any]:
    """Everything that a text may name."""
    facts, day = owed.facts, owed.facts.get("date")
    role, direction = facts.get("role"), facts.get("direction") or ""
    return {
        "service": profile.bot_name.get(l10n.locale),
        "person": owed.concerned,
        "school": owed.school.title(l10n.locale) if owed.school else "",
        "role": title_of_role(l10n, profile, role, owed.school, direction) if role else "",
        "means": l10n.plain(f"role-means-{role}") if role else "",
        "date": l10n.date(date.fromisoformat(day)) if day else "",
        "reason": facts.get("reason", ""),
        "came": facts.get("came", 0),
        "registered": facts.get("registered", 0),
        "broadcast": title_of_content(owed.about, l10n) if owed.about else "",
        "off": facts.get("off", ""),
        "message": reminded_text(owed.about) if owed.about else "",
        **_event_words(owed, l10n, profile),
        **_decision_words(owed, l10n),
        **collected_words(owed, l10n, profile),
    }


def _decision_words(owed: Owed, l10n: L10n) -> dict[str, str]:
    """What was decided, for which school, until when, and what is said of it."""
    decision = owed.decision
    due = decision.due_on if decision else None
    title = decision.school.title(l10n.locale) if decision and decision.school else ""
    return {
        "decision": decision.text if decision else "",
        "decided_for": title,
        "due": l10n.date(due) if due else "",
        "again": "yes" if owed.facts.get("again") else "no",
        "why_again": decision.sent_back if decision else "",
        "said": decision.report if decision else "",
        "outcome": owed.facts.get("outcome", ""),
    }


def _event_words(owed: Owed, l10n: L10n, profile: Profile) -> dict[str, Any]:
    """Which event, when and where; the day is told as one would on the day of sending."""
    event, when = owed.event, ""
    if event is None:
        nothing = ("event", "when", "place", "seat", "why", "was", "span")
        return dict.fromkeys(nothing, "")
    if event.starts_at is not None:
        when = near_words(l10n, ZoneInfo(profile.timezone), event.starts_at, owed.now)
    why = event.cancel_reason
    return {
        "event": event.title,
        "when": when,
        "place": _where(event, l10n, seated=owed.seated),
        "seat": "yes" if owed.seated else "no",
        "why": l10n.plain("notice-cancelled-why", reason=why) if why else "",
        **_moved_words(owed, l10n, ZoneInfo(profile.timezone)),
    }


def _where(event: Event, l10n: L10n, *, seated: bool) -> str:
    """The place, and the link for those who have a seat."""
    parts = [event.place, event.link if seated else ""]
    if any(parts):
        return ", ".join(filter(None, parts))
    return l10n.plain("notice-place-online") if event.link else l10n.plain("notice-place-later")


def _moved_words(owed: Owed, l10n: L10n, zone: ZoneInfo) -> dict[str, str]:
    """From when until when an event is, and was before it was moved."""
    event, was = owed.event, [datetime.fromisoformat(at) for at in owed.facts.get("was", ())]
    start = event.starts_at if event else None
    return {
        "was": span_words(l10n, zone, was[0], was[1], owed.now) if was else "",
        "span": span_words(l10n, zone, start, event.ends_at, owed.now) if event and start else "",
    }
