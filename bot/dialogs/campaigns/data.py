"""What the screens of campaigns share: which one, the way back."""

from __future__ import annotations

from aiogram_dialog import DialogManager

from bot.context import Ctx
from bot.dialogs.widgets import person_id
from bot.states import CampaignStates
from services.errors import Refusal
from services.monitoring.campaigns.changing import CampaignCard

WISH = "wish"  # the deadline that is asked about, as an ISO date


def campaign_id(manager: DialogManager) -> int:
    """The campaign that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("campaign_id", start.get("campaign_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def card_of(manager: DialogManager) -> tuple[Ctx, CampaignCard]:
    """The campaign with what it asks, and whom."""
    ctx, me = person_id(manager)
    card = await ctx.services.monitoring.planning.campaign_card(me, campaign_id(manager))
    return ctx, card


async def to_list(manager: DialogManager) -> None:
    """Back to the list, as it was left."""
    await manager.switch_to(CampaignStates.list)


async def to_card(manager: DialogManager) -> None:
    """The card of the campaign."""
    manager.dialog_data.pop(WISH, None)
    await manager.switch_to(CampaignStates.card)


async def to_fields(manager: DialogManager) -> None:
    """What can be changed."""
    await manager.switch_to(CampaignStates.change)
