"""Roles: who holds which, the roles of one person, giving and ending them."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.roles import ending, giving, holders, person, places


def dialog() -> Dialog:
    """The dialog of roles."""
    return Dialog(
        holders.window(),
        holders.filter_window(),
        person.window(),
        giving.role_window(),
        places.school_window(),
        places.direction_window(),
        giving.confirm_window(),
        ending.window(),
    )
