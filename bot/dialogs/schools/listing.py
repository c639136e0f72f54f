"""The list of schools, with search and what people proposed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.schools.data import school_id
from bot.dialogs.schools.files import send_export
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
    to_menu,
    toast,
    typed,
)
from bot.states import SchoolStates
from services.schools import ListedSchool

QUERY, PAGE, PROPOSED = "list_query", "list_page", "proposed"
MARKS = {"proposed": "＋ ", "closed": "✕ ", "active": ""}


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools, or what the typed text resembles."""
    ctx = ctx_of(dialog_manager)
    query = str(dialog_manager.dialog_data.get(QUERY, ""))
    proposed = _only_proposed(dialog_manager)
    number, schools = page_number(dialog_manager, PAGE), ctx.services.schools
    page = await schools.managed(ctx.me.id, number, proposed=proposed)
    shown = await schools.find(ctx.me.id, query) if query else page.schools
    waiting = page.states.get("proposed", 0)
    return {
        "choices": [_choice(ctx, one) for one in shown],
        "active": page.states.get("active", 0),
        "count": waiting,
        "query": query,
        "whole": not query and not proposed and page.total > 0,
        "empty": not query and not proposed and page.total == 0,
        "only_proposed": not query and proposed and page.total > 0,
        "none_proposed": not query and proposed and page.total == 0,
        "found": bool(query and shown),
        "nothing_found": bool(query and not shown),
        "marked": any(_mark(one) for one in shown),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": not query and page.pages > 1,
        "can_list": bool(query) or proposed,
        "can_filter": waiting > 0 and not proposed and not query,
    }


def _only_proposed(manager: DialogManager) -> bool:
    """Whether the list is narrowed; who comes from the queue finds it so."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    return bool(manager.dialog_data.get(PROPOSED, start.get(PROPOSED)))


def _mark(one: ListedSchool) -> str:
    return MARKS[one.state] + ("◆ " if one.status else "")


def _choice(ctx: Ctx, one: ListedSchool) -> Choice:
    return Choice(str(one.school.id), _mark(one) + one.school.title(ctx.locale))


async def search(manager: DialogManager, text: str) -> None:
    """Look for what was typed."""
    manager.dialog_data[QUERY] = text[:120]


async def open_card(manager: DialogManager, item: str) -> None:
    """One school."""
    ctx, me = person_id(manager)
    manager.dialog_data["school_id"] = number_of(item)
    await ctx.services.schools.card(me, school_id(manager))
    await manager.switch_to(SchoolStates.card)


async def only_proposed(manager: DialogManager) -> None:
    """Only what people proposed."""
    manager.dialog_data.update({PROPOSED: True, PAGE: 0, QUERY: ""})


async def everything(manager: DialogManager) -> None:
    """The whole list again."""
    manager.dialog_data.update({PROPOSED: False, PAGE: 0, QUERY: ""})


async def import_file(manager: DialogManager) -> None:
    """Ask for a spreadsheet."""
    await manager.switch_to(SchoolStates.file)


async def export(manager: DialogManager) -> None:
    """Send the list as a spreadsheet."""
    ctx, me = person_id(manager)
    schools = await ctx.services.schools.export(me)
    ctx.background.run(send_export(manager.middleware_data["bot"], ctx, schools))
    toast(manager, "schools-export-coming")


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("schools-head", when="whole"),
            T("schools-head-empty", when="empty"),
            T("schools-head-proposed", when="only_proposed"),
            T("schools-head-none-proposed", when="none_proposed"),
            T("schools-head-found", when="found"),
            T("schools-head-not-found", when="nothing_found"),
            T("schools-legend", when="marked"),
        ),
        picks("school", open_card, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("schools-import", import_file, id="import"),
            press("schools-export", export, id="export"),
        ),
        Row(
            press("schools-all", everything, id="all", when="can_list"),
            press("schools-proposed", only_proposed, id="proposed", when="can_filter"),
            to_menu(),
        ),
        *typed(search),
        state=SchoolStates.list,
        getter=list_data,
    )
