"""Buttons under notices about an event that is over: rating it, taking its materials."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from pydantic import Field

from bot.l10n import L10n
from services.events.feedback import RATINGS

_ID = Field(ge=0, lt=1 << 63)  # what a database can number


class Rate(CallbackData, prefix="rate"):
    """Rate an event."""

    event_id: int = _ID
    rating: int = Field(ge=1, le=5)


class TakeMaterials(CallbackData, prefix="take"):
    """Send me the materials of an event."""

    event_id: int = _ID


def rating_rows(event_id: int, chosen: int | None = None) -> list[list[InlineKeyboardButton]]:
    """One to five, the chosen one with a mark."""
    return [
        [
            InlineKeyboardButton(
                text=rating_label(rating, chosen),
                callback_data=Rate(event_id=event_id, rating=rating).pack(),
            )
            for rating in RATINGS
        ]
    ]


def rating_label(rating: int, chosen: int | None) -> str:
    """«4», or «✓ 4» where it was chosen."""
    return f"✓ {rating}" if rating == chosen else str(rating)


def materials_rows(l10n: L10n, event_id: int) -> list[list[InlineKeyboardButton]]:
    """The button that brings the materials."""
    data = TakeMaterials(event_id=event_id).pack()
    return [[InlineKeyboardButton(text=l10n.plain("materials-take"), callback_data=data)]]
