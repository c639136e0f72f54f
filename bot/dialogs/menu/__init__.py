"""The menu: what this person can do now, by roles; language."""

from __future__ import annotations

from aiogram_dialog import Dialog, LaunchMode

from bot.commands import show_commands
from bot.dialogs.menu.screen import language_window, menu_window


def dialog() -> Dialog:
    """The menu dialog."""
    return Dialog(
        menu_window(),
        language_window(),
        launch_mode=LaunchMode.ROOT,
        on_start=show_commands,
    )
