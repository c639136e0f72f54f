"""The indicators of one school, for those who see them all."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.indicators.data import KEY, request_id
from bot.dialogs.indicators.school_words import school_data
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu
from bot.states import IndicatorStates, open_checking
from services.permissions import MONITOR


async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school."""
    ctx, me = person_id(dialog_manager)
    request = request_id(dialog_manager)
    found = await ctx.services.monitoring.indicators.school_measured(me, request)
    desk = await ctx.services.desk.overview(me)
    return {**school_data(ctx, found), "monitors": desk.may(MONITOR)}


async def back(manager: DialogManager) -> None:
    """The list that the school was chosen from."""
    by_indicator = KEY in manager.dialog_data
    await manager.switch_to(IndicatorStates.ranking if by_indicator else IndicatorStates.schools)


async def check(manager: DialogManager) -> None:
    """What the school answered."""
    await open_checking(manager, request_id(manager))


def window() -> Window:
    """One school."""
    return Window(
        paragraphs(
            T("indicators-school-head"),
            T("indicators-school-silent", when="silent"),
            T("indicators-school-late", when="late"),
            T("indicators-school-returned", when="returned"),
            T("indicators-lines", when="some"),
            T("indicators-school-withheld", when="withheld"),
            T("indicators-school-none", when="none"),
            T("indicators-compared", when="compared"),
        ),
        press("indicators-answers", check, id="answers", when="monitors"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.school,
        getter=data,
    )
