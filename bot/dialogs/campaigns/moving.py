"""Moving a deadline that people know of: first the question, then the change."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import campaign_title, local_day
from bot.dialogs.campaigns.data import WISH, card_of, to_fields
from bot.dialogs.campaigns.fields import change
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import CampaignStates
from services.dates import today
from services.errors import Refusal
from services.monitoring.campaigns.campaign_rows import new_deadline


def _wish(manager: DialogManager) -> date:
    found = manager.dialog_data.get(WISH)
    if not isinstance(found, str):
        raise Refusal("choice-gone")
    return date.fromisoformat(found)


async def move_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The old day, the new one, and how many schools are told."""
    ctx, card = await card_of(dialog_manager)
    campaign, wish, clock = card.campaign, _wish(dialog_manager), ctx.services.clock
    board = await ctx.services.monitoring.board.board_of(ctx.me.id, campaign.id)
    moved = new_deadline(campaign.opens_on, wish, today(clock), clock.zone)["deadline_on"]
    return {
        "title": campaign_title(ctx, campaign),
        "before": local_day(ctx, campaign.deadline_on),
        "after": local_day(ctx, moved),
        "off": moved != wish,
        "wished": local_day(ctx, wish),
        "owing": board.counts.owing,
    }


async def move(manager: DialogManager) -> None:
    """Move the deadline and tell."""
    await change(manager, deadline_on=_wish(manager))


def window() -> Window:
    """Whether to move the deadline."""
    return Window(
        paragraphs(T("campaign-move-ask"), T("campaign-move-off", when="off")),
        press("campaign-move-yes", move, id="move"),
        Row(press("back", to_fields, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.move,
        getter=move_data,
    )
