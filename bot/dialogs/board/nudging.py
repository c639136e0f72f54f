"""Asking once more: whom that reaches, and the question whether to."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import BoardStates

_NAMED = 700  # characters of names of schools


def _one(manager: DialogManager) -> int | None:
    """The request of one school, or nothing for all."""
    return data.request_id(manager) if manager.dialog_data.get(data.ONE) else None


async def nudge_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it would reach."""
    ctx, me = person_id(dialog_manager)
    one, campaign = _one(dialog_manager), await data.campaign_id(dialog_manager)
    plan = await ctx.services.monitoring.nudging.nudge_plan(me, campaign, one)
    titles = [one.title(ctx.locale) for one in plan.first]
    return {
        "title": plan.campaign.title,
        "named": cut(", ".join(titles), _NAMED),
        "more": max(0, plan.schools - len(titles)),
        "schools": plan.schools,
        "people": plan.people,
        "rested": plan.rested,
        "orphans": plan.orphans,
        "one": one is not None and plan.schools > 0,
        "all": one is None and plan.schools > 0,
        "some": plan.schools > 0,
        "has_rested": plan.rested > 0 and plan.schools > 0,
        "has_orphans": plan.orphans > 0 and one is None,
        "rests": plan.schools == 0 and plan.rested > 0,
        "nobody": plan.schools == 0 and plan.rested == 0,
    }


async def nudge(manager: DialogManager) -> None:
    """Ask."""
    ctx, me = person_id(manager)
    one, campaign = _one(manager), await data.campaign_id(manager)
    schools, people = await ctx.services.monitoring.nudging.nudge(me, campaign, one)
    if schools:
        toast(manager, "board-nudged", schools=schools, people=people)
    else:
        toast(manager, "board-nudged-already")
    await back(manager)


async def back(manager: DialogManager) -> None:
    """To the school, or to the board."""
    await (data.to_request if manager.dialog_data.get(data.ONE) else data.to_board)(manager)


def window() -> Window:
    """Whether to."""
    return Window(
        paragraphs(
            T("board-nudge-one-ask", when="one"),
            T("board-nudge-ask", when="all"),
            T("board-nudge-rested", when="has_rested"),
            T("board-nudge-orphans", when="has_orphans"),
            T("board-nudge-rests", when="rests"),
            T("board-nudge-nobody", when="nobody"),
            T("board-nudge-when", when="some"),
        ),
        press("board-nudge-yes", nudge, id="nudge", when="some"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.nudge,
        getter=nudge_data,
    )
