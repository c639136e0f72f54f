"""Taking an assessment: the beginning, one step a screen, the review."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.assessments import intro, step


def dialog() -> Dialog:
    """The dialog of an assessment."""
    return Dialog(intro.window(), intro.restart_window(), step.window())
