"""Invitations: the list, a new one step by step, its card, and a spreadsheet of many."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.invitations import card, files, listing, making, terms
from bot.dialogs.invitations.data import begin


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        listing.window(),
        making.role_window(),
        making.school_window(),
        making.direction_window(),
        terms.window(),
        card.window(),
        card.renew_window(),
        card.revoke_window(),
        files.window(),
        files.preview_window(),
        on_start=begin,
    )
