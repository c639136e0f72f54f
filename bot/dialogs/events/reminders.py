"""Which reminders one gets before events."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.events.data import back_from_reminders
from bot.dialogs.widgets import (
    T,
    mark_of,
    marked,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import EventStates
from services.events.reminders import BEFORE


async def reminders_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All kinds, with marks on those that come."""
    ctx, me = person_id(dialog_manager)
    chosen = await ctx.services.events.places.reminders(me)
    kinds = [(when, ctx.l10n.plain(f"reminder-{when}")) for when in BEFORE]
    return {"choices": marked(kinds, set(chosen)), "some": bool(chosen), "none": not chosen}


async def mark(manager: DialogManager, item: str) -> None:
    """Want one, or not."""
    ctx, me = person_id(manager)
    when, wanted = mark_of(item)
    await ctx.services.events.places.set_reminder(me, when, wanted)


def window() -> Window:
    """The choice."""
    return Window(
        paragraphs(
            T("reminders-ask"),
            T("reminders-some", when="some"),
            T("reminders-none", when="none"),
        ),
        picks("when", mark, items="choices"),
        Row(press("back", back_from_reminders, id="back"), to_menu()),
        no_typing(),
        state=EventStates.reminders,
        getter=reminders_data,
    )
