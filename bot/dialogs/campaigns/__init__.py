"""Campaigns as those who run them see them: the list, the card, what is asked once."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.campaigns import card, deciding, fields, listing, looking, moving, schools


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        listing.window(),
        card.window(),
        fields.window(),
        fields.field_window(),
        moving.window(),
        schools.window(),
        looking.questions_window(),
        looking.steps_window(),
        deciding.open_window(),
        deciding.skip_window(),
        deciding.close_window(),
        deciding.discard_window(),
    )
