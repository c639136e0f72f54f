"""Sign-up and profile: the same screens, first in a row, later one by one."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.people import fields, schools, subjects, summary


def dialog() -> Dialog:
    """The dialog of sign-up and profile."""
    return Dialog(
        fields.name_window(),
        schools.window(),
        fields.position_window(),
        subjects.window(),
        fields.experience_window(),
        fields.post_window(),
        fields.category_window(),
        summary.window(),
    )
