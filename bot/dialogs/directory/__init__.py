"""Finding people, and their cards."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from bot.dialogs.directory import card, export, external, filters, finding, results
from bot.dialogs.directory.data import NAME, ORIGIN, PERSON, SCHOOL, person_shown
from bot.dialogs.widgets import person_id
from bot.states import DirectoryStates


async def begin(start_data: Any, manager: DialogManager) -> None:
    """Take what the opener gave. A card that is opened at once is a look at somebody."""
    given = start_data if isinstance(start_data, dict) else {}
    kept = (PERSON, SCHOOL, NAME, ORIGIN)
    manager.dialog_data.update({key: given[key] for key in kept if key in given})
    if manager.current_context().state == DirectoryStates.card:
        ctx, me = person_id(manager)
        await ctx.services.directory.view(me, person_shown(manager))


def dialog() -> Dialog:
    """The dialog of the directory."""
    return Dialog(
        finding.window(),
        filters.school_window(),
        filters.role_window(),
        card.window(),
        results.window(),
        external.window(),
        external.remove_window(),
        export.window(),
        on_start=begin,
    )
