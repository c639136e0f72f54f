"""Requests for data as those who answer them see them: the list, the card, field by field."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from bot.dialogs.requests import (
    asking,
    card,
    evidence,
    field,
    handing,
    handing_in,
    history,
    later,
    listing,
    low,
    no_data,
    sheets,
    summary,
)
from bot.dialogs.requests.data import enter


async def begin(_start: Any, manager: DialogManager) -> None:
    """Find the field to begin with, where a button led straight to answering."""
    await enter(manager)


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        listing.window(),
        card.window(),
        field.window(),
        no_data.window(),
        asking.jump_window(),
        asking.conflict_window(),
        evidence.window(),
        summary.window(),
        low.window(),
        handing_in.window(),
        handing_in.done_window(),
        history.window(),
        later.later_window(),
        handing.hand_over_window(),
        handing.hand_over_ask_window(),
        sheets.sheet_window(),
        sheets.preview_window(),
        on_start=begin,
    )
