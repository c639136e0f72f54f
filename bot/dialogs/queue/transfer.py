"""One change of school: who, from where, to where, since when."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.queue import place
from bot.dialogs.widgets import T, no_typing, paragraphs
from bot.states import QueueStates, open_person
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
        "cards": place.card_of(ctx, transfer.id, transfer.person_id),
    }


async def decide(manager: DialogManager, item: str) -> None:
    """Confirm or decline."""
    transfers = ctx_of(manager).services.transfers
    await place.decide(manager, item, transfers.confirm, transfers.decline)
    await place.go_on_where(manager, any_left=lambda waiting: waiting.transfers)


async def open_card(manager: DialogManager, item: str) -> None:
    """The card of the person, from which one comes back here."""
    asked, who = place.asked_about(item)
    await open_person(manager, who, transfer=asked)


def window() -> Window:
    """A change of school."""
    return Window(
        paragraphs(
            T("transfer-head", when="waits"),
            T("transfer-proposed", when="proposed"),
            T("queue-decided", when="decided"),
            T("queue-nothing", when="nothing"),
        ),
        *place.keyboard(decide, open_card),
        no_typing(),
        state=QueueStates.transfer,
        getter=transfer_data,
    )
