"""Coming events, their cards, one's own places in them."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.events import card, checkin, filters, listing, rating, reminders
from bot.dialogs.events.data import begin


def dialog() -> Dialog:
    """The dialog of people who go to events."""
    return Dialog(
        listing.window(),
        filters.filters_window(),
        filters.values_window(),
        listing.mine_window(),
        card.window(),
        card.withdraw_window(),
        reminders.window(),
        checkin.code_window(),
        rating.window(),
        rating.comment_window(),
        on_start=begin,
    )
