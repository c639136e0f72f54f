"""Schools of the municipality: the list, the card of each, and spreadsheets of them."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.schools import card, editing, leaving, listing, sheets


def dialog() -> Dialog:
    """The dialog of schools."""
    return Dialog(
        listing.window(),
        card.window(),
        editing.name_window(),
        editing.status_window(),
        leaving.merge_window(),
        leaving.merge_confirm_window(),
        leaving.close_window(),
        leaving.close_confirm_window(),
        sheets.file_window(),
        sheets.preview_window(),
    )
