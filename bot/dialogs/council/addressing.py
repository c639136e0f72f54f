"""To which schools something is recommended."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.council.data import card_of, decision_id, to_decision
from bot.dialogs.widgets import (
    T,
    cut,
    mark_of,
    marked,
    number_of,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.dialogs.widgets.schools import (
    PAGE,
    school_choices,
    search_school,
    whole_list,
)
from bot.states import CouncilStates

_NAMED, _LABEL = 600, 34


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools with marks, and which are chosen."""
    ctx, card = await card_of(dialog_manager)
    found = await school_choices(dialog_manager)
    chosen = {str(one.id) for one in card.to}
    pairs = [(one.id, cut(one.label, _LABEL)) for one in found["choices"]]
    names = ", ".join(one.title(ctx.locale) for one in card.to)
    return {
        **found,
        "choices": marked(pairs, chosen),
        "chosen": cut(names, _NAMED),
        "count": len(card.to),
        "some": bool(card.to),
        "nobody": not card.to,
    }


async def mark(manager: DialogManager, item: str) -> None:
    """To this school, or not."""
    (ctx, me), (school, wanted) = person_id(manager), mark_of(item)
    decisions = ctx.services.monitoring.decisions
    await decisions.address_decision(me, decision_id(manager), number_of(school), wanted)


async def all_schools(manager: DialogManager) -> None:
    """To every school."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.address_all(me, decision_id(manager), True)


async def no_school(manager: DialogManager) -> None:
    """To none."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.address_all(me, decision_id(manager), False)


def window() -> Window:
    """The schools."""
    return Window(
        paragraphs(
            T("council-ask-schools"),
            T("council-schools-chosen", when="some"),
            T("council-schools-none", when="nobody"),
            T("school-not-found", when="nothing_found"),
        ),
        picks("school", mark, items="choices"),
        pager(PAGE, when="many_pages"),
        press("school-whole-list", whole_list, id="list", when="can_list"),
        Row(
            press("council-schools-done", to_decision, id="back"),
            press("council-all-schools", all_schools, id="all", when="nobody"),
            press("council-no-school", no_school, id="none", when="some"),
            to_menu(),
        ),
        *typed(search_school),
        state=CouncilStates.school,
        getter=schools_data,
    )
