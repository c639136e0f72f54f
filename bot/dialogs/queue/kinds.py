"""The kinds of what waits, with how much there is of each."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot import states
from bot.context import ctx_of
from bot.dialogs.queue.place import first
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import QueueStates


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
        to_menu(),
        no_typing(),
        state=QueueStates.list,
        getter=queue_data,
    )
