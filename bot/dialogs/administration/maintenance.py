"""Maintenance mode: what it does, switching it on and off."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.dialogs.administration.words import again, moment_of, to_panel
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import AdminStates
from services.maintenance import Work


async def maintenance_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How things stand, and whom it concerns."""
    ctx, me = person_id(dialog_manager)
    status = await ctx.services.maintenance.status(me)
    panel = await ctx.services.statistics.panel(me)
    return {
        "off": status.work is Work.OFF,
        "on": status.work is Work.ON,
        "draining": status.work is Work.DRAINING,
        "begins": status.work is not Work.ON,
        "since": moment_of(ctx, status.since) if status.since else "",
        "held": status.held,
        "people": panel.people,
    }


async def begin(manager: DialogManager) -> None:
    """Keep people's input from now on."""
    ctx, me = person_id(manager)
    await ctx.services.maintenance.on(me)
    toast(manager, "maintenance-begun")


async def end(manager: DialogManager) -> None:
    """Answer everybody, then serve as ever."""
    ctx, me = person_id(manager)
    await ctx.services.maintenance.off(me)
    toast(manager, "maintenance-ended")


def window() -> Window:
    """The switch."""
    return Window(
        paragraphs(
            T("maintenance-is-off", when="off"),
            T("maintenance-is-on", when="on"),
            T("maintenance-drains", when="draining"),
        ),
        press("maintenance-begin", begin, id="begin", when="begins"),
        press("maintenance-end", end, id="end", when="on"),
        again(),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.maintenance,
        getter=maintenance_data,
    )
