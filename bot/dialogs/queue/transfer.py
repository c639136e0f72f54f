"""One change of school: who, from where, to where, since when."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.queue import place
from bot.dialogs.widgets import Choice, T, no_typing, paragraphs, person_id
from bot.states import QueueStates
from services.transfers import Transfer, TransferPage


async def transfer_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The change that a notice opened, or the one at this place of the queue."""
    ctx, transfers = ctx_of(dialog_manager), ctx_of(dialog_manager).services.transfers
    page = await transfers.transfers(ctx.me.id, place.place(dialog_manager))
    transfer = page.transfer
    wanted = place.asked_for(dialog_manager, "transfer_id")
    if wanted is not None:
        transfer = await transfers.transfer(ctx.me.id, wanted)
    data = {**_around(transfer, page), **(_words(ctx, transfer) if transfer else {})}
    return data if wanted is None else {**data, "many_pages": False}


def _around(transfer: Transfer | None, page: TransferPage) -> dict[str, Any]:
    waits = transfer is not None and transfer.waits
    school = transfer.school if transfer else None
    return {
        "waits": waits,
        "decided": transfer is not None and not waits,
        "nothing": transfer is None,
        "proposed": waits and school is not None and school.proposed,
        "has_card": waits and transfer is not None and transfer.may_see_person,
        "many_pages": waits and page.total > 1,
        "page": page.number + 1,
        "pages": page.total,
    }


def _words(ctx: Ctx, transfer: Transfer) -> dict[str, Any]:
    nowhere = ctx.l10n.plain("queue-nowhere")
    return {
        "name": transfer.name,
        "origin": transfer.origin.title(ctx.locale) if transfer.origin else nowhere,
        "school": transfer.school.title(ctx.locale) if transfer.school else nowhere,
        **place.words(ctx, transfer.position, transfer.since),
        "choices": place.choices(ctx, transfer.id),
        "cards": [Choice(str(transfer.person_id), ctx.l10n.plain("queue-card"))],
    }


async def decide(manager: DialogManager, item: str) -> None:
    """Confirm or decline."""
    ctx, me = person_id(manager)
    transfers = ctx.services.transfers
    await place.decide(manager, item, me, transfers.confirm, transfers.decline)


def window() -> Window:
    """A change of school."""
    return Window(
        paragraphs(
            T("transfer-head", when="waits"),
            T("transfer-proposed", when="proposed"),
            T("queue-decided", when="decided"),
            T("queue-nothing", when="nothing"),
        ),
        *place.keyboard(decide),
        no_typing(),
        state=QueueStates.transfer,
        getter=transfer_data,
    )
