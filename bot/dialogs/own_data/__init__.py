"""What is stored about me, and who looked at it."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.own_data import lookers, overview


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(overview.window(), lookers.window())
