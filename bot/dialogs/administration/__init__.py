"""The installation: numbers, health, backups, maintenance, content, outbox."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.administration import (
    backups,
    content,
    health,
    maintenance,
    outbox,
    panel,
    statistics,
)


def dialog() -> Dialog:
    """The dialog of the administration."""
    return Dialog(
        panel.window(),
        statistics.window(),
        health.window(),
        backups.window(),
        maintenance.window(),
        content.window(),
        content.reload_window(),
        outbox.window(),
    )
