"""One claimed role: who, which, where, since when."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.queue import place
from bot.dialogs.widgets import T, no_typing, paragraphs
from bot.states import QueueStates, open_person
from bot.titles import role_title
from services.roles import Claim, ClaimPage


async def claim_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The claim that a notice opened, or the one at this place of the queue."""
    ctx, roles = ctx_of(dialog_manager), ctx_of(dialog_manager).services.roles
    page = await roles.claims(ctx.me.id, place.place(dialog_manager))
    claim = page.claim
    wanted = place.asked_for(dialog_manager, "grant_id")
    if wanted is not None:
        claim = await roles.claim(ctx.me.id, wanted)
    data = {**_around(claim, page), **(_words(ctx, claim) if claim else {})}
    return data if wanted is None else {**data, "many_pages": False}


def _around(claim: Claim | None, page: ClaimPage) -> dict[str, Any]:
    waits = claim is not None and claim.waits
    return {
        "waits": waits,
        "decided": claim is not None and not waits,
        "nothing": claim is None,
        "has_card": waits,
        "many_pages": waits and page.total > 1,
        "page": page.number + 1,
        "pages": page.total,
    }


def _words(ctx: Ctx, claim: Claim) -> dict[str, Any]:
    return {
        "name": claim.name,
        "role": role_title(ctx, claim.role, claim.school, claim.direction),
        "means": ctx.l10n.plain(f"role-means-{claim.role}"),
        **place.words(ctx, claim.position, claim.since),
        "choices": place.choices(ctx, claim.id),
        "cards": place.card_of(ctx, claim.id, claim.person_id),
    }


async def decide(manager: DialogManager, item: str) -> None:
    """Confirm or decline."""
    roles = ctx_of(manager).services.roles
    await place.decide(manager, item, roles.confirm_claim, roles.decline_claim)
    await place.go_on_where(manager, any_left=lambda waiting: waiting.claims)


async def open_card(manager: DialogManager, item: str) -> None:
    """The card of the person, from which one comes back here."""
    asked, who = place.asked_about(item)
    await open_person(manager, who, claim=asked)


def window() -> Window:
    """A claim."""
    return Window(
        paragraphs(
            T("claim-head", when="waits"),
            T("claim-means", when="waits"),
            T("queue-decided", when="decided"),
            T("queue-nothing", when="nothing"),
        ),
        *place.keyboard(decide, open_card),
        no_typing(),
        state=QueueStates.claim,
        getter=claim_data,
    )
