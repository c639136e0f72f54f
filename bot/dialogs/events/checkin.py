"""Checking in by the short code that the organiser shows or says."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.checkin import arrival_text
from bot.context import Ctx
from bot.dialogs.events.data import to_mine
from bot.dialogs.widgets import T, listed, paragraphs, person_id, press, to_menu, typed
from bot.l10n import Safe
from bot.states import EventStates

CAME = "came"  # where an action leaves the words for the getter of the same event


async def code_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Events that are on and wait for my code."""
    ctx, me = person_id(dialog_manager)
    events = await ctx.services.events.attendance.on_now(me)
    said = dialog_manager.middleware_data.get(CAME, "")
    return {
        "came": said,
        "just_came": bool(said),
        "events": _listed(ctx, [event.title for event in events]),
        "on": bool(events),
        "nothing": not events and not said,
    }


def _listed(ctx: Ctx, titles: list[str]) -> Safe:
    return listed(ctx, [ctx.l10n("bullet", text=title) for title in titles], 1500)


async def check_in(manager: DialogManager, text: str) -> None:
    """Say that I am there."""
    ctx, me = person_id(manager)
    arrival = await ctx.services.events.attendance.check_in_by_code(me, text)
    manager.middleware_data[CAME] = arrival_text(ctx, arrival)


def code_window() -> Window:
    """The code, please."""
    return Window(
        paragraphs(
            T("checkin-came", when="just_came"),
            T("checkin-code-ask", when="on"),
            T("checkin-code-nothing", when="nothing"),
        ),
        Row(press("checkin-to-mine", to_mine, id="to_mine"), to_menu()),
        *typed(check_in),
        state=EventStates.code,
        getter=code_data,
    )
