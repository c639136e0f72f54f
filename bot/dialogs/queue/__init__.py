"""What waits for a decision: claimed roles, changes of school, proposed schools."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.queue import claim, kinds, transfer


def dialog() -> Dialog:
    """The dialog of the queue."""
    return Dialog(kinds.window(), claim.window(), transfer.window())
