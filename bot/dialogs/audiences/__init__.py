"""For whom a broadcast or an event is: criteria, saved audiences, uploaded lists."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.audiences import criteria, files, overview, people, places, saved


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        overview.window(),
        overview.save_window(),
        criteria.window(),
        criteria.choice_window(),
        places.school_window(),
        places.event_window(),
        saved.window(),
        saved.card_window(),
        saved.drop_window(),
        files.window(),
        files.preview_window(),
        people.window(),
    )
