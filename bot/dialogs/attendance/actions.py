"""What else there is to do with the people of an event."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.attendance.data import event_id, head, to_actions, to_list, ways_back
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.reports.participants import send_participants
from bot.states import AttendanceStates


async def actions_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who came so far, and whether that can be changed."""
    ctx, me = person_id(dialog_manager)
    desk = ctx.services.events.attendance
    found = await desk.participants(me, event_id(dialog_manager))
    turnout = found.turnout
    return {
        **head(ctx, found.event),
        "registered": turnout.registered,
        "came": turnout.came,
        "absent": turnout.absent,
        "waiting": turnout.waiting,
        "walked_in": turnout.walked_in,
        "correctable": found.correctable,
        "unmarked": found.correctable and turnout.absent > 0,
    }


async def ask_everybody(manager: DialogManager) -> None:
    """Say what marking everybody means."""
    await manager.switch_to(AttendanceStates.everybody)


async def mark_everybody(manager: DialogManager) -> None:
    """Everybody who has a place came."""
    ctx, me = person_id(manager)
    count = await ctx.services.events.attendance.mark_all(me, event_id(manager))
    toast(manager, "attendance-all-marked", count=count)
    await to_list(manager)


async def add_guest(manager: DialogManager) -> None:
    """Look for somebody who came without a place."""
    await manager.switch_to(AttendanceStates.guest)


async def take_table(manager: DialogManager) -> None:
    """Send the people as a spreadsheet; that is noted."""
    ctx, me = person_id(manager)
    export = await ctx.services.events.attendance.export_participants(me, event_id(manager))
    ctx.background.run(send_participants(manager.middleware_data["bot"], ctx, export))
    toast(manager, "attendance-table-coming")


async def check_in(manager: DialogManager) -> None:
    """How people check in."""
    await manager.switch_to(AttendanceStates.checkin)


async def feedback(manager: DialogManager) -> None:
    """What people said."""
    await manager.switch_to(AttendanceStates.feedback)


async def materials(manager: DialogManager) -> None:
    """What those who came get."""
    await manager.switch_to(AttendanceStates.materials)


def window() -> Window:
    """What else there is to do."""
    return Window(
        paragraphs(T("attendance-head"), T("attendance-actions-hint")),
        press("attendance-everybody", ask_everybody, id="everybody", when="unmarked"),
        press("attendance-guest", add_guest, id="guest", when="correctable"),
        press("attendance-table", take_table, id="table"),
        press("attendance-checkin", check_in, id="checkin"),
        Row(
            press("attendance-feedback", feedback, id="feedback"),
            press("attendance-materials", materials, id="materials"),
        ),
        ways_back(),
        no_typing(),
        state=AttendanceStates.actions,
        getter=actions_data,
    )


def everybody_window() -> Window:
    """What marking everybody means."""
    return Window(
        paragraphs(T("attendance-everybody-ask")),
        press("attendance-everybody-yes", mark_everybody, id="everybody_yes"),
        Row(press("back", to_actions, id="to_actions"), to_menu()),
        no_typing(),
        state=AttendanceStates.everybody,
        getter=actions_data,
    )
