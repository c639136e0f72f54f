"""The indicators of one's own school beside those of the municipality."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.indicators.data import request_id
from bot.dialogs.indicators.school_words import school_data
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu
from bot.states import IndicatorStates, open_request


async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One's own school."""
    ctx, me = person_id(dialog_manager)
    request = request_id(dialog_manager)
    return school_data(ctx, await ctx.services.monitoring.indicators.own_measured(me, request))


async def to_request(manager: DialogManager) -> None:
    """Back to what the school is asked."""
    await open_request(manager, request_id(manager))


def window() -> Window:
    """One's own school."""
    return Window(
        paragraphs(
            T("indicators-own-head"),
            T("indicators-lines", when="some"),
            T("indicators-school-withheld", when="withheld"),
            T("indicators-school-none", when="none"),
            T("indicators-compared", when="compared"),
        ),
        Row(press("indicators-to-request", to_request, id="request"), to_menu()),
        no_typing(),
        state=IndicatorStates.own,
        getter=data,
    )
