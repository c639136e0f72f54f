"""Notices as people read them: a text that says why it came, and a button that does the thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.l10n import L10n
from bot.titles import title_of_role
from content import Profile
from services.notices import Notice
from services.notices_due import Owed

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
GOES: dict[Notice, Callable[[dict[str, Any]], Go]] = {
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
}


def compose(owed: Owed, l10n: L10n, profile: Profile) -> Composed:
    """The message to send."""
    go = GOES[owed.notice](owed.facts)
    button = InlineKeyboardButton(text=l10n.plain(f"go-{go.what}"), callback_data=go.pack())
    return Composed(
        text=l10n.pick(f"notice-{owed.notice}", _words(owed, l10n, profile), markup=True),
        markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
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
    }
