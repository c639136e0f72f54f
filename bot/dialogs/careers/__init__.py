"""One's own courses and next attestation."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.careers import adding, attestation, overview


def dialog() -> Dialog:
    """The dialog of courses and attestation."""
    return Dialog(
        overview.window(),
        overview.course_window(),
        adding.title_window(),
        adding.hours_window(),
        adding.finished_window(),
        attestation.window(),
    )
