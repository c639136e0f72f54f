"""The audit log, for admins."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.audit import filters, log


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(log.window(), filters.kind_window(), filters.person_window())
