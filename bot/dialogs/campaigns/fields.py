"""What can be changed about a campaign: every field with its value, each a button."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import campaign_title, deadline_words, local_day, period_words, short_day
from bot.context import Ctx
from bot.dialogs.campaigns.data import WISH, campaign_id, card_of, to_card, to_fields
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.l10n import Safe
from bot.states import CampaignStates
from services.dates import today
from services.errors import Refusal
from services.monitoring import Campaign
from services.monitoring.campaigns.campaign_rows import new_deadline
from services.monitoring.campaigns.changing import CampaignCard
from services.monitoring.campaigns.typed_days import (
    calendar_year,
    school_year,
    typed_day,
    typed_span,
)

PLANNED = ("title", "opens", "deadline", "period", "wording", "schools")
OPEN = ("title", "deadline", "wording")
TYPED = tuple(one for one in PLANNED if one != "schools")
_DAYS = (1, 3, 7, 14)  # by which days are moved with one tap
_WORDING = 600
_SEPTEMBER = 9


def field_of(manager: DialogManager) -> str:
    """The field that is asked for."""
    found = manager.dialog_data.get("field")
    if found not in TYPED:
        raise Refusal("choice-gone")
    return str(found)


async def change_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The fields with their values."""
    ctx, card = await card_of(dialog_manager)
    fields = _fields(card.campaign)
    values = _values(ctx, card)
    lines = [
        ctx.l10n("campaign-value", label=_label(ctx, one), value=values[one] or "—")
        for one in fields
    ]
    return {
        "lines": Safe("\n".join(lines)),
        "fields": [Choice(one, _label(ctx, one)) for one in fields],
    }


def _fields(campaign: Campaign) -> tuple[str, ...]:
    if campaign.state == "planned":
        return PLANNED
    if campaign.state != "open":
        raise Refusal("campaign-over")
    return OPEN


def _label(ctx: Ctx, field: str) -> str:
    return ctx.l10n.plain(f"campaign-field-{field}")


def _values(ctx: Ctx, card: CampaignCard) -> dict[str, str]:
    campaign, l10n = card.campaign, ctx.l10n
    chosen = "campaign-all-schools" if campaign.schools is None else "campaign-chosen-schools"
    opens = local_day(ctx, campaign.opens_on)
    return {
        "title": campaign_title(ctx, campaign),
        "opens": opens if card.opens_by_itself else l10n.plain("campaign-opens-by-hand"),
        "deadline": deadline_words(ctx, campaign),
        "period": period_words(ctx, campaign.covers_from, campaign.covers_to),
        "wording": cut(campaign.wording, _WORDING),
        "schools": l10n.plain(chosen, count=card.schools),
    }


async def ask(manager: DialogManager, field: str) -> None:
    """Ask for a field."""
    if field == "schools":
        manager.dialog_data.update({"query": "", "school_page": 0})
        await manager.switch_to(CampaignStates.schools)
        return
    manager.dialog_data["field"] = field
    field_of(manager)
    await manager.switch_to(CampaignStates.field)


async def field_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question, what is known, and what a tap can answer."""
    ctx, card = await card_of(dialog_manager)
    field, campaign = field_of(dialog_manager), card.campaign
    example = f"{today(ctx.services.clock) + timedelta(days=30):%d.%m}"
    year = str(today(ctx.services.clock).year)
    return {
        "question": ctx.l10n.pick(
            f"campaign-ask-{field}", {"example": example, "year": year}, markup=True
        ),
        "value": _values(ctx, card)[field],
        "known": bool(_values(ctx, card)[field]),
        "choices": _quick(ctx, field, campaign),
        "width": 1 if field == "period" else 2,
        "removable": field == "wording" and bool(campaign.wording),
    }


def _quick(ctx: Ctx, field: str, campaign: Campaign) -> list[Choice]:
    """Days and periods to choose from: the choice carries them in ISO."""
    now = today(ctx.services.clock)
    if field in ("opens", "deadline"):
        known = campaign.opens_on if field == "opens" else campaign.deadline_on
        days = [max(known, now) + timedelta(days=one) for one in _DAYS]
        return [Choice(day.isoformat(), short_day(ctx, day)) for day in days]
    if field != "period":
        return []
    begun = now.year if now.month >= _SEPTEMBER else now.year - 1
    year, school = calendar_year(now.year), school_year(begun)
    named = (
        (year, ctx.l10n.plain("campaign-year", year=str(now.year))),
        (school, ctx.l10n.plain("campaign-school-year", year=f"{begun}/{(begun + 1) % 100:02}")),
    )
    return [Choice(f"{first}/{last}", label) for (first, last), label in named]


async def save(manager: DialogManager, text: str) -> None:
    """Take what was typed."""
    ctx, _ = person_id(manager)
    clock, field = ctx.services.clock, field_of(manager)
    if field == "period":
        await change(manager, covers=typed_span(text, today(clock)))
    elif field in ("title", "wording"):
        await change(manager, **{field: text})
    else:
        await _move(manager, field, typed_day(text, clock.now(), clock.zone))


async def choose(manager: DialogManager, item: str) -> None:
    """Take what was chosen."""
    first, _, last = item.partition("/")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise Refusal("choice-gone") from error
    if field_of(manager) == "period":
        await change(manager, covers=days)
    else:
        await _move(manager, field_of(manager), days[0])


async def remove(manager: DialogManager) -> None:
    """No wording."""
    await change(manager, wording="")


async def _move(manager: DialogManager, field: str, day: date) -> None:
    """Move the opening or the deadline; people who know the old deadline are a reason to ask."""
    ctx, card = await card_of(manager)
    if field != "deadline":
        await change(manager, opens_on=day)
    elif card.campaign.state != "open":
        await change(manager, deadline_on=day)
    else:
        clock = ctx.services.clock
        new_deadline(card.campaign.opens_on, day, today(clock), clock.zone)
        manager.dialog_data[WISH] = day.isoformat()
        await manager.switch_to(CampaignStates.move)


async def change(manager: DialogManager, **values: Any) -> None:
    ctx, me = person_id(manager)
    planning = ctx.services.monitoring.planning
    await planning.change_campaign(me, campaign_id(manager), **values)
    toast(manager, "campaign-saved")
    await to_fields(manager)


def window() -> Window:
    """The fields."""
    return Window(
        paragraphs(T("campaign-fields")),
        picks("field", ask, items="fields", width=2),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.change,
        getter=change_data,
    )


def field_window() -> Window:
    """One field."""
    return Window(
        paragraphs(T("campaign-question"), T("campaign-known", when="known")),
        picks("quick", choose, items="choices", width="width"),
        press("campaign-remove", remove, id="remove", when="removable"),
        Row(press("back", to_fields, id="back"), to_menu()),
        *typed(save),
        state=CampaignStates.field,
        getter=field_data,
    )
