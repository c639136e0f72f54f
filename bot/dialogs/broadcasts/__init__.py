"""Broadcasts: the list, a draft and its parts, sending, what became of it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from bot.dialogs.broadcasts import (
    choosing,
    confirm,
    draft,
    link,
    listing,
    message,
    names,
    progress,
    stopping,
)
from bot.dialogs.broadcasts.data import BROADCAST, show


async def begin(start_data: Any, manager: DialogManager) -> None:
    """Take what the opener gave; what is no draft any more shows how it goes."""
    start = start_data if isinstance(start_data, dict) else {}
    given = start.get(BROADCAST)
    if isinstance(given, int):
        await show(manager, given, ready=start.get("ready") is True)


def dialog() -> Dialog:
    """The dialog of broadcasts."""
    return Dialog(
        listing.window(),
        draft.window(),
        draft.delete_window(),
        message.window(),
        link.window(),
        choosing.category_window(),
        choosing.when_window(),
        confirm.window(),
        progress.window(),
        stopping.cancel_window(),
        stopping.remind_window(),
        names.window(),
        on_start=begin,
    )
