"""A short word on an indicator below its threshold; it helps, and blocks nothing."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.requests.data import request_id, to_summary
from bot.dialogs.widgets import T, paragraphs, person_id, press, to_menu, typed
from bot.indicator_words import threshold_words, value_words
from bot.states import RequestStates
from services.errors import Refusal
from services.monitoring.answers.submitting import Reckoned

INDICATOR = "indicator"


async def _low(manager: DialogManager) -> list[Reckoned]:
    ctx, me = person_id(manager)
    found = await ctx.services.monitoring.submitting.summary(me, request_id(manager))
    return [one for one in found.indicators if one.low]


def _chosen(manager: DialogManager, low: list[Reckoned]) -> Reckoned:
    """The one that is asked about: the chosen one, or the first without a word."""
    wanted = manager.dialog_data.get(INDICATOR)
    for one in low:
        if one.measured.indicator.key == wanted:
            return one
    without = [one for one in low if not one.reason]
    if not low:
        raise Refusal("choice-gone")
    return (without or low)[0]


async def low_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The indicator."""
    ctx, _me = person_id(dialog_manager)
    low = await _low(dialog_manager)
    one = _chosen(dialog_manager, low)
    return {
        "title": one.measured.indicator.title.get(ctx.locale),
        "value": value_words(ctx.l10n, one.measured),
        "threshold": threshold_words(ctx.l10n, one.measured.indicator),
        "reason": one.reason,
        "explained": bool(one.reason),
        "number": low.index(one) + 1,
        "total": len(low),
    }


async def write(manager: DialogManager, text: str) -> None:
    """Take the word on it."""
    ctx, me = person_id(manager)
    one = _chosen(manager, await _low(manager)).measured.indicator.key
    await ctx.services.monitoring.submitting.explain_low(me, request_id(manager), one, text)
    await _next(manager, one)


async def skip(manager: DialogManager) -> None:
    """Say nothing on this one."""
    one = _chosen(manager, await _low(manager))
    await _next(manager, one.measured.indicator.key)


async def _next(manager: DialogManager, key: str) -> None:
    """The one behind; the summary behind the last."""
    keys = [one.measured.indicator.key for one in await _low(manager)]
    place = keys.index(key) + 1 if key in keys else len(keys)
    if place >= len(keys):
        await to_summary(manager)
    else:
        manager.dialog_data[INDICATOR] = keys[place]


def window() -> Window:
    """The question."""
    return Window(
        paragraphs(T("low-ask"), T("low-known", when="explained")),
        press("field-skip", skip, id="skip"),
        Row(press("back", to_summary, id="back"), to_menu()),
        *typed(write),
        state=RequestStates.low,
        getter=low_data,
    )
