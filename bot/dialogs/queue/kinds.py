"""The kinds of what waits, with how much there is of each."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot import states
from bot.context import ctx_of
from bot.dialogs.queue.place import first
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import QueueStates
from services.errors import Refusal


async def queue_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How much waits."""
    ctx = ctx_of(dialog_manager)
    waiting = await ctx.services.desk.queue(ctx.me.id)
    return {
        "claims": waiting.claims or 0,
        "transfers": waiting.transfers or 0,
        "proposed": waiting.proposed or 0,
        "has_claims": bool(waiting.claims),
        "has_transfers": bool(waiting.transfers),
        "has_proposed": bool(waiting.proposed),
        "orphans": waiting.orphans or 0,
        "to_check": waiting.to_check or 0,
        "has_orphans": bool(waiting.orphans),
        "has_checks": bool(waiting.to_check),
        "any": waiting.total > 0,
        "empty": waiting.total == 0,
    }


async def to_claims(manager: DialogManager) -> None:
    """The oldest claim."""
    first(manager)
    await manager.switch_to(QueueStates.claim)


async def to_transfers(manager: DialogManager) -> None:
    """The oldest change of school."""
    first(manager)
    await manager.switch_to(QueueStates.transfer)


async def to_orphans(manager: DialogManager) -> None:
    """Schools with nobody to answer, in the campaign that is due first."""
    ctx = ctx_of(manager)
    campaign = (await ctx.services.desk.queue(ctx.me.id)).orphans_in
    if campaign is None:
        raise Refusal("choice-gone")
    await states.open_orphans(manager, campaign)


async def to_checks(manager: DialogManager) -> None:
    """Schools whose data came in, in the campaign that is due first."""
    ctx = ctx_of(manager)
    campaign = (await ctx.services.desk.queue(ctx.me.id)).checks_in
    if campaign is None:
        raise Refusal("choice-gone")
    await states.open_board(manager, campaign, "submitted")


def window() -> Window:
    """The kinds."""
    return Window(
        paragraphs(
            T("queue-list", when="any"),
            T("queue-empty", when="empty"),
        ),
        press("queue-claims", to_claims, id="claims", when="has_claims"),
        press("queue-transfers", to_transfers, id="transfers", when="has_transfers"),
        press("queue-proposed", states.open_proposed_schools, id="proposed", when="has_proposed"),
        press("queue-orphans", to_orphans, id="orphans", when="has_orphans"),
        press("queue-checks", to_checks, id="checks", when="has_checks"),
        to_menu(),
        no_typing(),
        state=QueueStates.list,
        getter=queue_data,
    )
