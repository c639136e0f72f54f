"""What an event that is behind us still has for who came: its materials, and a certificate."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.events.data import event_id
from bot.dialogs.widgets import person_id, press, toast
from bot.materials import send_materials
from bot.reports.certificates import send_certificate
from services.errors import Refusal
from services.events.arrivals import ended
from services.events.calendar import Shown


async def afterwards_data(ctx: Ctx, shown: Shown) -> dict[str, Any]:
    """Which of its buttons make sense, for the getter of a card."""
    count = await ctx.services.events.materials.count(ctx.me.id, shown.event.id)
    over = ended(shown.event, ctx.services.clock.now())
    return {
        "materials": count,
        "has_materials": count > 0,
        "can_certify": shown.attended and over,
    }


async def take_materials(manager: DialogManager) -> None:
    """Send the materials."""
    ctx, me = person_id(manager)
    found = await ctx.services.events.materials.materials(me, event_id(manager))
    if not found.materials:
        raise Refusal("materials-none")
    ctx.background.run(send_materials(manager.middleware_data["bot"], ctx, found))
    toast(manager, "materials-coming")


async def take_certificate(manager: DialogManager) -> None:
    """Send my certificate."""
    ctx, me = person_id(manager)
    found = await ctx.services.events.certificates.certificate(me, event_id(manager))
    ctx.background.run(send_certificate(manager.middleware_data["bot"], ctx, found))
    toast(manager, "certificate-coming")


def afterwards_row() -> Row:
    """Materials and certificate."""
    return Row(
        press("event-materials", take_materials, id="materials", when="has_materials"),
        press("event-certificate", take_certificate, id="certificate", when="can_certify"),
    )
