"""The schedule: what will happen by itself, what was done, pausing, running now."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.schedule import job, overview, runs


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        overview.window(),
        job.window(),
        job.pause_window(),
        runs.window(),
    )
