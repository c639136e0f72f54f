"""Buttons under prompts for data: answering now, or being asked later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from pydantic import Field

from bot.event_words import near_words
from bot.l10n import L10n

_ID = Field(ge=0, lt=1 << 63)  # what a database can number
CHOOSE, KEEP = "choose", "keep"


class AskLater(CallbackData, prefix="later"):
    """Be asked again: `when` is a moment, or `choose` to see them, or `keep` to leave it."""

    request_id: int = _ID
    when: str


def later_rows(l10n: L10n, request_id: int) -> list[list[InlineKeyboardButton]]:
    """The button that offers other moments."""
    return [[_button(l10n.plain("later-ask"), request_id, CHOOSE)]]


def choice_rows(
    l10n: L10n, request_id: int, moments: Collection[str]
) -> list[list[InlineKeyboardButton]]:
    """The moments to choose from, and the way back."""
    rows = [[_button(l10n.plain(f"later-{when}"), request_id, when)] for when in moments]
    return [*rows, [_button(l10n.plain("later-keep"), request_id, KEEP)]]


def chosen_rows(
    l10n: L10n, request_id: int, at: datetime, zone: ZoneInfo, now: datetime
) -> list[list[InlineKeyboardButton]]:
    """What was chosen; another tap offers the others."""
    words = l10n.plain("later-chosen", when=near_words(l10n, zone, at, now))
    return [[_button(words, request_id, CHOOSE)]]


def with_rows(
    markup: InlineKeyboardMarkup, rows: list[list[InlineKeyboardButton]]
) -> InlineKeyboardMarkup:
    """The buttons of a prompt with these in the place of those about later."""
    prefix = f"{AskLater.__prefix__}{AskLater.__separator__}"
    kept = [
        row
        for row in markup.inline_keyboard
        if not any((button.callback_data or "").startswith(prefix) for button in row)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[*kept, *rows])


def _button(text: str, request_id: int, when: str) -> InlineKeyboardButton:
    data = AskLater(request_id=request_id, when=when).pack()
    return InlineKeyboardButton(text=text, callback_data=data)
