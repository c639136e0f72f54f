"""One campaign: how far it is, what it asks and whom, what can be done with it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.text import Multi

from bot.campaign_words import campaign_title, deadline_words, local_day, period_words
from bot.context import Ctx
from bot.dialogs.campaigns.data import campaign_id, card_of, to_fields, to_list
from bot.dialogs.widgets import (
    T,
    bar,
    cut,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.states import (
    CampaignStates,
    open_board,
    open_council,
    open_indicators,
    open_orphans,
)
from services.dates import today
from services.monitoring.campaigns.changing import CampaignCard

_WORDING = 600  # characters of it on the card


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The campaign in words, and which buttons make sense."""
    ctx, card = await card_of(dialog_manager)
    campaign, state = card.campaign, card.campaign.state
    opened = state in ("open", "closed")
    return {
        **campaign_words(ctx, card),
        **(await _progress(dialog_manager) if opened else {}),
        "planned": state == "planned",
        "draft": state == "planned" and not card.opens_by_itself,
        "waits": card.opens_by_itself,
        "going": state == "open",
        "closed": state == "closed",
        "skipped": state == "skipped",
        "resumable": state == "skipped" and campaign.opens_at > ctx.services.clock.now(),
        "discarded": state == "discarded",
        "opened": opened,
        "changeable": state in ("planned", "open"),
        "asked_something": state != "discarded",
        "of_calendar": state == "planned" and not campaign.by_hand,
        "by_hand": state == "planned" and campaign.by_hand,
        "lonely": card.orphans > 0 and state in ("planned", "open"),
        "orphaned": card.orphans > 0 and state == "open",
        "worded": bool(campaign.wording),
    }


def campaign_words(ctx: Ctx, card: CampaignCard) -> dict[str, Any]:
    """Title, days, schools and questions of a campaign."""
    campaign = card.campaign
    left = (campaign.deadline_on - today(ctx.services.clock)).days
    return {
        "title": campaign_title(ctx, campaign),
        "opens": local_day(ctx, campaign.opens_on),
        "deadline": deadline_words(ctx, campaign),
        "left": left,
        "on_time": campaign.state == "open" and left >= 0,
        "overdue": campaign.state == "open" and left < 0,
        "period": period_words(ctx, campaign.covers_from, campaign.covers_to),
        "everybody": int(campaign.schools is None),
        "schools": card.schools,
        "orphans": card.orphans,
        "questions": card.questions,
        "own": card.own_questions,
        "wording": cut(campaign.wording, _WORDING),
    }


async def _progress(manager: DialogManager) -> dict[str, Any]:
    ctx, me = person_id(manager)
    overview = ctx.services.monitoring.overview
    asked, answered = await overview.campaign_progress(me, campaign_id(manager))
    return {"asked": asked, "answered": answered, "bar": bar(answered, asked)}


async def board(manager: DialogManager) -> None:
    """Which schools have answered."""
    await open_board(manager, campaign_id(manager))


async def orphans(manager: DialogManager) -> None:
    """Schools with nobody to answer."""
    await open_orphans(manager, campaign_id(manager))


async def results(manager: DialogManager) -> None:
    """What came out of it."""
    await open_indicators(manager, campaign_id(manager))


async def council(manager: DialogManager) -> None:
    """Where it is discussed."""
    await open_council(manager, campaign_id(manager))


async def questions(manager: DialogManager) -> None:
    """What is asked."""
    manager.dialog_data["asked"] = 0
    await manager.switch_to(CampaignStates.variables)


async def steps(manager: DialogManager) -> None:
    """What happens by itself."""
    await manager.switch_to(CampaignStates.steps)


async def ask_to_open(manager: DialogManager) -> None:
    """Ask whether to open it."""
    await manager.switch_to(CampaignStates.open)


async def ask_to_skip(manager: DialogManager) -> None:
    """Ask whether to skip it."""
    await manager.switch_to(CampaignStates.skip)


async def resume(manager: DialogManager) -> None:
    """Hold a skipped one after all."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.planning.resume_campaign(me, campaign_id(manager))
    toast(manager, "campaign-is-resumed")


async def ask_to_discard(manager: DialogManager) -> None:
    """Ask whether to give it up."""
    await manager.switch_to(CampaignStates.discard)


async def ask_to_close(manager: DialogManager) -> None:
    """Ask whether to close it."""
    await manager.switch_to(CampaignStates.close)


def _texts() -> Multi:
    """How far it is, its days, whom it asks."""
    return paragraphs(
        T("campaign-card"),
        T("campaign-card-draft", when="draft"),
        T("campaign-card-waits", when="waits"),
        T("campaign-card-progress", when="opened"),
        T("campaign-card-deadline", when="planned"),
        T("campaign-card-open", when="on_time"),
        T("campaign-card-overdue", when="overdue"),
        T("campaign-card-closed", when="closed"),
        T("campaign-card-skipped", when="skipped"),
        T("campaign-card-discarded", when="discarded"),
        T("campaign-card-period"),
        T("campaign-card-asks", when="planned"),
        T("campaign-card-orphans", when="lonely"),
        T("campaign-card-wording", when="worded"),
    )


def window() -> Window:
    """The card."""
    return Window(
        _texts(),
        press("campaign-board", board, id="board", when="opened"),
        press("campaign-orphans", orphans, id="orphans", when="orphaned"),
        Row(
            press("campaign-results", results, id="results"),
            press("campaign-council", council, id="council"),
            when="opened",
        ),
        press("campaign-open", ask_to_open, id="open", when="planned"),
        press("campaign-change", to_fields, id="change", when="changeable"),
        Row(
            press("campaign-questions", questions, id="questions"),
            press("campaign-steps", steps, id="steps", when="changeable"),
            when="asked_something",
        ),
        press("campaign-skip", ask_to_skip, id="skip", when="of_calendar"),
        press("campaign-resume", resume, id="resume", when="resumable"),
        press("campaign-discard", ask_to_discard, id="discard", when="by_hand"),
        press("campaign-close", ask_to_close, id="close", when="going"),
        Row(press("campaigns-back", to_list, id="to_list"), to_menu()),
        no_typing(),
        state=CampaignStates.card,
        getter=card_data,
    )
