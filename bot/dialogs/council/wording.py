"""What is typed: days, the conclusion, the text of a decision, who sees to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.council.data import (
    campaign_id,
    card_of,
    decision_id,
    place_key,
    place_of,
    stay,
    to_decision,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import CouncilStates
from services.dates import today

# Days from now that are offered by buttons.
HELD_DAYS, DUE_DAYS = (0, -1, -7), (14, 30, 90)
_SHOWN = 1500


async def held_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days to choose from, and the day that is set."""
    ctx, card = await place_of(dialog_manager)
    day, now = card.place.held_on, today(ctx.services.clock)
    offered = [days for days in HELD_DAYS if now + timedelta(days) >= card.campaign.opens_on]
    return {
        "place": card.place.title.get(ctx.locale),
        "choices": [
            Choice(str(days), ctx.l10n.plain("council-day", days=-days)) for days in offered
        ],
        "value": ctx.l10n.date(day) if day else "",
        "known": day is not None,
    }


async def pick_held(manager: DialogManager, item: str) -> None:
    """A day counted from today."""
    ctx = ctx_of(manager)
    day = today(ctx.services.clock) + timedelta(days=max(-366, min(number_of(item), 366)))
    await _hold(manager, day)


async def type_held(manager: DialogManager, text: str) -> None:
    """A typed day."""
    await _hold(manager, ctx_of(manager).services.monitoring.reviews.typed_day(text))


async def _hold(manager: DialogManager, day: date) -> None:
    (ctx, me), where = person_id(manager), (campaign_id(manager), place_key(manager))
    await ctx.services.monitoring.reviews.hold_review(me, *where, day)
    toast(manager, "council-saved")
    await stay(manager)


async def conclusion_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The conclusion that is written down."""
    ctx, card = await place_of(dialog_manager)
    text = card.place.conclusion
    place = card.place.title.get(ctx.locale)
    return {"place": place, "value": cut(text, _SHOWN), "known": bool(text)}


async def write_conclusion(manager: DialogManager, text: str) -> None:
    """Keep it."""
    (ctx, me), where = person_id(manager), (campaign_id(manager), place_key(manager))
    await ctx.services.monitoring.reviews.conclude_review(me, *where, text)
    toast(manager, "council-saved")
    await stay(manager)


async def remove_conclusion(manager: DialogManager) -> None:
    """Take it away."""
    await write_conclusion(manager, "")


async def text_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The text of the decision, or nothing for a new one."""
    if "decision_id" not in dialog_manager.dialog_data:
        await place_of(dialog_manager)
        return {"known": False, "value": "", "new": True}
    _ctx, card = await card_of(dialog_manager)
    return {"known": True, "value": card.decision.text, "new": False}


async def write_text(manager: DialogManager, text: str) -> None:
    """Begin a decision, or write it anew."""
    ctx, me = person_id(manager)
    decisions, kept = ctx.services.monitoring.decisions, manager.dialog_data
    if "decision_id" in kept:
        await decisions.word_decision(me, decision_id(manager), text)
    else:
        where = (campaign_id(manager), place_key(manager))
        kept["decision_id"] = await decisions.draft_decision(me, *where, text)
    await to_decision(manager)


async def back_from_text(manager: DialogManager) -> None:
    """To the decision, or to the place where it would have been a new one."""
    await (to_decision if "decision_id" in manager.dialog_data else stay)(manager)


async def responsible_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who sees to it."""
    _ctx, card = await card_of(dialog_manager)
    value = card.decision.responsible
    return {"value": value, "known": bool(value)}


async def write_responsible(manager: DialogManager, text: str) -> None:
    """Keep who sees to it."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.charge_decision(me, decision_id(manager), text)
    await to_decision(manager)


async def remove_responsible(manager: DialogManager) -> None:
    """Nobody in particular."""
    await write_responsible(manager, "")


async def due_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Days to choose from, and the day that is set."""
    ctx, card = await card_of(dialog_manager)
    day = card.decision.due_on
    return {
        "choices": [
            Choice(str(days), ctx.l10n.plain("council-in-days", days=days)) for days in DUE_DAYS
        ],
        "value": ctx.l10n.date(day) if day else "",
        "known": day is not None,
        "told": card.decision.open and card.decision.school is not None,
    }


async def pick_due(manager: DialogManager, item: str) -> None:
    """A day counted from today."""
    ctx = ctx_of(manager)
    day = today(ctx.services.clock) + timedelta(days=max(0, min(number_of(item), 366)))
    await _due(manager, day)


async def type_due(manager: DialogManager, text: str) -> None:
    """A typed day."""
    await _due(manager, ctx_of(manager).services.monitoring.decisions.typed_due(text))


async def _due(manager: DialogManager, day: date) -> None:
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.due_decision(me, decision_id(manager), day)
    await to_decision(manager)


def held_window() -> Window:
    """When a place discussed the results."""
    return Window(
        paragraphs(T("council-ask-held"), T("council-known", when="known")),
        picks("day", pick_held, items="choices"),
        Row(press("back", stay, id="back"), to_menu()),
        *typed(type_held),
        state=CouncilStates.held,
        getter=held_data,
    )


def conclusion_window() -> Window:
    """What a place came to."""
    return Window(
        paragraphs(T("council-ask-conclusion"), T("council-known", when="known")),
        press("council-remove", remove_conclusion, id="remove", when="known"),
        Row(press("back", stay, id="back"), to_menu()),
        *typed(write_conclusion),
        state=CouncilStates.conclusion,
        getter=conclusion_data,
    )


def text_window() -> Window:
    """What is decided."""
    return Window(
        paragraphs(T("council-ask-text"), T("council-known", when="known")),
        Row(press("back", back_from_text, id="back"), to_menu()),
        *typed(write_text),
        state=CouncilStates.text,
        getter=text_data,
    )


def responsible_window() -> Window:
    """Who sees to it."""
    return Window(
        paragraphs(T("council-ask-responsible"), T("council-known", when="known")),
        press("council-remove", remove_responsible, id="remove", when="known"),
        Row(press("back", to_decision, id="back"), to_menu()),
        *typed(write_responsible),
        state=CouncilStates.responsible,
        getter=responsible_data,
    )


def due_window() -> Window:
    """By when it is to be done."""
    return Window(
        paragraphs(
            T("council-ask-due"), T("council-known", when="known"), T("council-told", when="told")
        ),
        picks("day", pick_due, items="choices"),
        Row(press("back", to_decision, id="back"), to_menu()),
        *typed(type_due),
        state=CouncilStates.due,
        getter=due_data,
    )
