"""Choosing a school: pages, typed search, a proposal for one that is not listed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.people.steps import advance, back_button, step_data
from bot.dialogs.widgets import (
    Choice,
    T,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    typed,
)
from bot.states import SignupStates
from services.errors import Refusal
from services.fields import school_title
from services.schools import School

QUERY_LIMIT = 120


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the list, or what the typed text resembles."""
    ctx = ctx_of(dialog_manager)
    query = dialog_manager.dialog_data.get("query")
    page = await ctx.services.schools.page(page_number(dialog_manager, "page"))
    found = await ctx.services.schools.search(query) if query else ()
    schools = found if query else page.schools
    can_propose = bool(query and _could_be_a_school(query))
    return {
        "choices": [_choice(school, ctx.locale, ctx.me.school_id) for school in schools],
        "query": query or "",
        "listing": not query and page.total > 0,
        "empty_list": not query and page.total == 0,
        "found": bool(query and found),
        "not_found": bool(query and not found) and can_propose,
        "unclear": bool(query and not found) and not can_propose,
        "page": page.number + 1,
        "pages": page.pages,
        "total": page.total,
        "many_pages": not query and page.pages > 1,
        "can_propose": can_propose,
        "can_list": bool(query) and page.total > 0,
    }


def _could_be_a_school(query: str) -> bool:
    try:
        school_title(query)
    except Refusal:
        return False
    return True


def _choice(school: School, locale: str, chosen: int | None) -> Choice:
    mark = "✓ " if school.id == chosen else ""
    return Choice(str(school.id), mark + school.title(locale))


async def search(manager: DialogManager, text: str) -> None:
    """Look for what was typed. Where there is no list at all, it is the proposal itself."""
    ctx, _ = person_id(manager)
    title = school_title(text) if len(text) > QUERY_LIMIT else text
    if (await ctx.services.schools.page(0)).total == 0:
        await propose(manager, title)
        return
    manager.dialog_data["query"] = title


async def choose(manager: DialogManager, item: str) -> None:
    """Take a school of the list."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_school(me, number_of(item))
    manager.dialog_data.pop("query", None)
    await advance(manager)


async def propose(manager: DialogManager, title: str) -> None:
    """Take a school that is not listed; a methodist will look at it."""
    ctx, me = person_id(manager)
    await ctx.services.people.propose_school(me, title)
    manager.dialog_data.pop("query", None)
    await advance(manager)


async def propose_query(manager: DialogManager) -> None:
    """Propose what was typed."""
    query = manager.dialog_data.get("query")
    if not isinstance(query, str):
        raise Refusal("choice-gone")
    await propose(manager, query)


async def show_list(manager: DialogManager) -> None:
    """Back from the search to the whole list."""
    manager.dialog_data.pop("query", None)


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
        pager("page", when="many_pages"),
        press("signup-school-propose", propose_query, id="propose", when="can_propose"),
        Row(
            back_button(),
            press("signup-school-list", show_list, id="list", when="can_list"),
        ),
        *typed(search),
        state=SignupStates.school,
        getter=[step_data, schools_data],
    )
