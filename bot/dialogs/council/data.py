"""What the screens of the council share: which campaign, place and decision; their words."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import Choice, cut, listed
from bot.dialogs.widgets.decisions import decision_line, short_text, sign_of
from bot.states import CouncilStates, open_campaign
from services.errors import Refusal
from services.monitoring.council.decisions import Decision, DecisionCard
from services.monitoring.council.reviews import PlaceCard

LABEL = 36  # characters that a phone shows on a button alone in its row
PAGE, ROOM = "decisions_page", 3000


def campaign_id(manager: DialogManager) -> int:
    """The campaign whose results are discussed."""
    return _number(manager, "campaign_id")


def decision_id(manager: DialogManager) -> int:
    """The decision that the screen is about."""
    return _number(manager, "decision_id")


def place_key(manager: DialogManager) -> str:
    """The place that the screen is about."""
    found = manager.dialog_data.get("place")
    if not isinstance(found, str):
        raise Refusal("choice-gone")
    return found


def _number(manager: DialogManager, key: str) -> int:
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get(key, start.get(key))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def place_of(manager: DialogManager, number: int = 0) -> tuple[Ctx, PlaceCard]:
    """The place with a page of its decisions."""
    ctx, reviews = ctx_of(manager), ctx_of(manager).services.monitoring.reviews
    where = (campaign_id(manager), place_key(manager))
    return ctx, await reviews.place_of_review(ctx.me.id, *where, number)


async def card_of(manager: DialogManager) -> tuple[Ctx, DecisionCard]:
    """The decision with everything around it."""
    ctx = ctx_of(manager)
    decisions = ctx.services.monitoring.decisions
    return ctx, await decisions.decision_card(ctx.me.id, decision_id(manager))


def page_data(ctx: Ctx, decisions: tuple[Decision, ...], number: int, pages: int) -> dict[str, Any]:
    """A page of decisions: lines with their states, and a button for each."""
    return {
        "lines": listed(ctx, [decision_line(ctx, one) for one in decisions], ROOM),
        "choices": [
            Choice(str(one.id), cut(f"{sign_of(one)} {short_text(one)}", LABEL))
            for one in decisions
        ],
        "some": bool(decisions),
        "none": not decisions,
        "page": number + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def to_campaign(manager: DialogManager) -> None:
    """The campaign."""
    await open_campaign(manager, campaign_id(manager))


async def to_places(manager: DialogManager) -> None:
    """All places."""
    await manager.switch_to(CouncilStates.places)


async def locate(manager: DialogManager) -> None:
    """Keep where a decision belongs: one that a notice opened came without its place."""
    if "decision_id" in manager.dialog_data or "place" not in manager.dialog_data:
        _, card = await card_of(manager)
        one = card.decision
        manager.dialog_data.update({"campaign_id": one.campaign_id, "place": one.place})


async def to_place(manager: DialogManager) -> None:
    """The place of the decision."""
    await locate(manager)
    await manager.switch_to(CouncilStates.place)


async def to_decision(manager: DialogManager) -> None:
    """The decision."""
    await manager.switch_to(CouncilStates.decision)


async def stay(manager: DialogManager) -> None:
    """The place, as it was left."""
    await manager.switch_to(CouncilStates.place)
