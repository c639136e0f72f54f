"""Choosing a school: pages, typed search, a proposal for one that is not listed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.people.steps import advance, back_button, step_data
from bot.dialogs.widgets import (
    T,
    number_of,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    typed,
)
from bot.dialogs.widgets.schools import (
    PAGE,
    school_choices,
    search_school,
    typed_query,
    whole_list,
)
from bot.states import SignupStates
from services.errors import Refusal
from services.fields import school_title


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the list, or what the typed text resembles, and whether it can be proposed."""
    ctx = ctx_of(dialog_manager)
    data = await school_choices(dialog_manager, marked=ctx.me.school_id)
    proposable = _could_be_a_school(data["query"])
    return {
        **data,
        "can_propose": proposable,
        "not_found": data["nothing_found"] and proposable,
        "unclear": data["nothing_found"] and not proposable,
    }


def _could_be_a_school(query: str) -> bool:
    try:
        school_title(query)
    except Refusal:
        return False
    return True


async def search(manager: DialogManager, text: str) -> None:
    """Look for what was typed. Where there is no list at all, it is the proposal itself."""
    ctx, _ = person_id(manager)
    if (await ctx.services.schools.page(0)).total == 0:
        await propose(manager, text)
        return
    await search_school(manager, text)


async def choose(manager: DialogManager, item: str) -> None:
    """Take a school of the list."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_school(me, number_of(item))
    await whole_list(manager)
    await advance(manager)


async def propose(manager: DialogManager, title: str) -> None:
    """Take a school that is not listed; a methodist will look at it."""
    ctx, me = person_id(manager)
    await ctx.services.people.propose_school(me, title)
    await whole_list(manager)
    await advance(manager)


async def propose_query(manager: DialogManager) -> None:
    """Propose what was typed."""
    query = typed_query(manager)
    if not query:
        raise Refusal("choice-gone")
    await propose(manager, query)


def window() -> Window:
    """School."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-school", when="listing"),
            T("signup-school-empty", when="empty_list"),
            T("signup-school-found", when="found"),
            T("signup-school-not-found", when="not_found"),
            T("signup-school-unclear", when="unclear"),
        ),
        picks("school", choose, items="choices"),
        pager(PAGE, when="many_pages"),
        press("signup-school-propose", propose_query, id="propose", when="can_propose"),
        Row(back_button(), press("school-whole-list", whole_list, id="list", when="can_list")),
        *typed(search),
        state=SignupStates.school,
        getter=[step_data, schools_data],
    )
