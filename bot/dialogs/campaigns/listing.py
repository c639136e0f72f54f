"""All campaigns: open ones with their progress, planned ones, past ones."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import campaign_title, short_day
from bot.context import Ctx
from bot.dialogs.campaigns.data import to_card
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import CampaignStates
from services.dates import today
from services.monitoring.campaigns.overview import Listed

SIGNS = {"open": "●", "planned": "○", "closed": "✓", "skipped": "–"}
_ROOM, _TITLE, _LABEL = 3000, 120, 36


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of campaigns."""
    ctx, me = person_id(dialog_manager)
    number = page_number(dialog_manager, "page")
    page = await ctx.services.monitoring.overview.campaign_list(me, number)
    return {
        "some": bool(page.campaigns),
        "none": not page.campaigns,
        "lines": listed(ctx, [_line(ctx, one, page.today) for one in page.campaigns], _ROOM),
        "choices": [_choice(ctx, one) for one in page.campaigns],
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _line(ctx: Ctx, one: Listed, now: date) -> str:
    """«• Мониторинг: ответили 12 из 20, до срока 5 дней»."""
    title = cut(campaign_title(ctx, one.campaign), _TITLE)
    return ctx.l10n("campaigns-line", title=title, state=state_words(ctx, one, now))


def state_words(ctx: Ctx, one: Listed, now: date) -> str:
    """How things stand with a campaign, in a few words."""
    campaign, l10n = one.campaign, ctx.l10n
    if campaign.state == "planned":
        if not one.opens_by_itself:
            return l10n.plain("campaigns-draft")
        return l10n.plain("campaigns-planned", day=short_day(ctx, campaign.opens_on))
    if campaign.state == "skipped":
        return l10n.plain("campaigns-skipped", day=short_day(ctx, campaign.opens_on))
    answered = l10n.plain("campaigns-answered", answered=one.answered, asked=one.asked)
    if campaign.state == "closed":
        return l10n.plain("campaigns-closed", answered=answered)
    left = (campaign.deadline_on - now).days
    key = "campaigns-open" if left >= 0 else "campaigns-overdue"
    return l10n.plain(key, answered=answered, days=abs(left))


def _choice(ctx: Ctx, one: Listed) -> Choice:
    sign = SIGNS.get(one.campaign.state, "·")
    return Choice(str(one.campaign.id), cut(f"{sign} {campaign_title(ctx, one.campaign)}", _LABEL))


async def open_one(manager: DialogManager, item: str) -> None:
    """One campaign."""
    manager.dialog_data["campaign_id"] = number_of(item)
    await to_card(manager)


async def new(manager: DialogManager) -> None:
    """One that is not in the calendar, with all that it needs to be opened."""
    ctx, me = person_id(manager)
    day = short_day(ctx, today(ctx.services.clock))
    title = ctx.l10n.plain("campaign-new-title", day=day)
    made = await ctx.services.monitoring.planning.plan_by_hand(me, title)
    manager.dialog_data["campaign_id"] = made
    await to_card(manager)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("campaigns"),
            T("campaigns-lines", when="some"),
            T("campaigns-none", when="none"),
        ),
        picks("campaign", open_one, items="choices"),
        pager("page", when="many_pages"),
        Row(press("campaign-new", new, id="new"), to_menu()),
        no_typing(),
        state=CampaignStates.list,
        getter=list_data,
    )
