"""Adding somebody who came without a place."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.attendance.data import QUERY, event_id, to_actions, typed_query
from bot.dialogs.widgets import (
    Choice,
    T,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import AttendanceStates
from services.directory import Found
from services.fields import NAME_LIMIT, plain


async def guests_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """People whose names resemble what was typed."""
    ctx, me = person_id(dialog_manager)
    query = typed_query(dialog_manager)
    found = await ctx.services.events.attendance.guests(me, event_id(dialog_manager), query)
    return {
        "query": query,
        "choices": [_choice(ctx, one) for one in found],
        "asked": not query,
        "found": bool(found),
        "not_found": bool(query) and not found,
    }


def _choice(ctx: Ctx, person: Found) -> Choice:
    school = person.school.title(ctx.locale) if person.school else ""
    return Choice(str(person.id), f"{person.name} · {school}" if school else person.name)


async def search(manager: DialogManager, text: str) -> None:
    """Look for a name."""
    manager.dialog_data[QUERY] = plain(text)[:NAME_LIMIT]


async def add(manager: DialogManager, item: str) -> None:
    """Say that somebody is there."""
    ctx, me = person_id(manager)
    person = number_of(item)
    await ctx.services.events.attendance.mark(me, event_id(manager), person, True)
    manager.dialog_data.pop(QUERY, None)
    toast(manager, "attendance-guest-added")


def window() -> Window:
    """Who came without a place?"""
    return Window(
        paragraphs(
            T("attendance-guest-ask", when="asked"),
            T("attendance-guest-found", when="found"),
            T("attendance-guest-none", when="not_found"),
        ),
        picks("guest", add, items="choices"),
        Row(press("back", to_actions, id="to_actions"), to_menu()),
        *typed(search),
        state=AttendanceStates.guest,
        getter=guests_data,
    )
