"""How people check in: the picture to show, the code to say, and how many have."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.checkin import link_of
from bot.context import Ctx
from bot.dialogs.attendance.data import event_id, head, ways_back
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, toast
from bot.event_words import span_words
from bot.l10n import Safe
from bot.reports.checkin import send_checkin
from bot.states import AttendanceStates


async def checkin_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Link, code, times, and how many are there."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.events.attendance.check_in_desk(me, event_id(dialog_manager))
    link = await link_of(dialog_manager.middleware_data["bot"], found.event.token)
    now, zone = ctx.services.clock.now(), ctx.services.clock.zone
    cancelled = found.event.state == "cancelled"
    return {
        **head(ctx, found.event),
        "link": _anchor(ctx, link),
        "code": found.event.code,
        "span": span_words(ctx.l10n, zone, found.opens, found.closes, now),
        "came": found.turnout.came,
        "registered": found.turnout.registered,
        "open": found.open,
        "early": not cancelled and now < found.opens,
        "late": not cancelled and now > found.closes,
        "cancelled": cancelled,
        "usable": not cancelled and now <= found.closes,
    }


def _anchor(ctx: Ctx, link: str) -> Safe:
    return Safe(f'<a href="{link}">{ctx.l10n("checkin-link")}</a>')


async def send_picture(manager: DialogManager) -> None:
    """Send the picture with the link and the code, to show or to print."""
    ctx, me = person_id(manager)
    found = await ctx.services.events.attendance.check_in_desk(me, event_id(manager))
    ctx.background.run(send_checkin(manager.middleware_data["bot"], ctx, found))
    toast(manager, "checkin-picture-coming")


async def refresh(manager: DialogManager) -> None:
    """Count again."""
    toast(manager, "checkin-refreshed")


def window() -> Window:
    """How people check in."""
    return Window(
        paragraphs(
            T("checkin-desk"),
            T("checkin-desk-early", when="early"),
            T("checkin-desk-open", when="open"),
            T("checkin-desk-late", when="late"),
            T("attendance-cancelled", when="cancelled"),
            T("checkin-desk-ways", when="usable"),
        ),
        press("checkin-picture", send_picture, id="picture", when="usable"),
        press("checkin-refresh", refresh, id="refresh", when="open"),
        ways_back(),
        no_typing(),
        state=AttendanceStates.checkin,
        getter=checkin_data,
    )
