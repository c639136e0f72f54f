"""The day of the next attestation."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.careers.overview import to_overview
from bot.dialogs.widgets import T, paragraphs, person_id, press, to_menu, typed
from bot.states import CareerStates
from services.dates import today, typed_date


async def attestation_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day as it is known."""
    ctx = ctx_of(dialog_manager)
    known = (await ctx.services.careers.career(ctx.me.id)).attestation
    return {"known": known is not None, "date": ctx.l10n.date(known.on) if known else ""}


async def save(manager: DialogManager, text: str) -> None:
    """Take the day."""
    ctx, me = person_id(manager)
    day = typed_date(text, today(ctx.services.clock))
    await ctx.services.careers.set_attestation(me, day)
    await to_overview(manager)


async def clear(manager: DialogManager) -> None:
    """There is no such day."""
    ctx, me = person_id(manager)
    await ctx.services.careers.clear_attestation(me)
    await to_overview(manager)


def window() -> Window:
    """When it is."""
    return Window(
        paragraphs(T("attestation-ask"), T("attestation-known", when="known")),
        press("attestation-clear", clear, id="clear", when="known"),
        Row(press("back", to_overview, id="back"), to_menu()),
        *typed(save),
        state=CareerStates.attestation,
        getter=attestation_data,
    )
