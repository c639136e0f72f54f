"""What is asked once: opening, skipping, closing, giving up."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.campaigns.card import campaign_words
from bot.dialogs.campaigns.data import campaign_id, card_of, to_card, to_list
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import CampaignStates
from services.errors import Refusal
from services.monitoring.campaigns.changing import CampaignCard


def _still(card: CampaignCard, state: str) -> None:
    """Refuse what another tap, or another person, has decided meanwhile."""
    if card.campaign.state != state:
        raise Refusal("campaign-is-open" if card.campaign.state == "open" else "campaign-over")


async def open_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many schools and people are asked, and where nobody is."""
    ctx, card = await card_of(dialog_manager)
    _still(card, "planned")
    reached = await ctx.services.monitoring.overview.would_reach(ctx.me.id, card.campaign.id)
    return {**campaign_words(ctx, card), "people": reached, "lonely": card.orphans > 0}


async def open_it(manager: DialogManager) -> None:
    """Open it now."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.planning.open_now(me, campaign_id(manager))
    toast(manager, "campaign-is-opened")
    await to_card(manager)


async def planned_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The planned campaign in words."""
    ctx, card = await card_of(dialog_manager)
    _still(card, "planned")
    return campaign_words(ctx, card)


async def skip(manager: DialogManager) -> None:
    """Do not hold it this time."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.planning.skip_campaign(me, campaign_id(manager))
    toast(manager, "campaign-is-skipped")
    await to_list(manager)


async def discard(manager: DialogManager) -> None:
    """Give it up."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.planning.discard_campaign(me, campaign_id(manager))
    toast(manager, "campaign-is-discarded")
    await to_list(manager)


async def close_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who has not answered, and what was not looked at."""
    ctx, card = await card_of(dialog_manager)
    _still(card, "open")
    counts = await _counts(ctx, card)
    return {**campaign_words(ctx, card), **counts, "unchecked": counts["submitted"] > 0}


async def _counts(ctx: Ctx, card: CampaignCard) -> dict[str, int]:
    board = await ctx.services.monitoring.board.board_of(ctx.me.id, card.campaign.id)
    return {"owing": board.counts.owing, "submitted": board.counts.submitted}


async def close(manager: DialogManager) -> None:
    """Take no more answers."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.planning.close_campaign(me, campaign_id(manager))
    toast(manager, "campaign-is-closed")
    await to_card(manager)


def open_window() -> Window:
    """Whether to open it."""
    return Window(
        paragraphs(
            T("campaign-open-ask"),
            T("campaign-open-reaches"),
            T("campaign-card-orphans", when="lonely"),
        ),
        press("campaign-open-yes", open_it, id="open"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.open,
        getter=open_data,
    )


def skip_window() -> Window:
    """Whether to skip it."""
    return Window(
        paragraphs(T("campaign-skip-ask")),
        press("campaign-skip-yes", skip, id="skip"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.skip,
        getter=planned_data,
    )


def close_window() -> Window:
    """Whether to close it."""
    return Window(
        paragraphs(
            T("campaign-close-ask"),
            T("campaign-close-unchecked", when="unchecked"),
        ),
        press("campaign-close-yes", close, id="close"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.close,
        getter=close_data,
    )


def discard_window() -> Window:
    """Whether to give it up."""
    return Window(
        paragraphs(T("campaign-discard-ask")),
        press("campaign-discard-yes", discard, id="discard"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.discard,
        getter=planned_data,
    )
