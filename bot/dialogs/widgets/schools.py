"""Choosing a school of the list by pages or typed search, the same wherever one is asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd.base import Keyboard
from aiogram_dialog.widgets.text import Text

from bot.context import ctx_of
from bot.dialogs.widgets.buttons import Choice, PickAction, page_number, pager, picks, press
from bot.dialogs.widgets.texts import T
from services.fields import school_title
from services.schools import School

QUERY, PAGE = "query", "page"
QUERY_LIMIT = 120


async def school_choices(
    dialog_manager: DialogManager, *, marked: int | None = None, without: Collection[int] = ()
) -> dict[str, Any]:
    """A page of the list, or what the typed text resembles; for the getter of the window."""
    ctx = ctx_of(dialog_manager)
    query = typed_query(dialog_manager)
    page = await ctx.services.schools.page(page_number(dialog_manager, PAGE))
    found = await ctx.services.schools.search(query) if query else ()
    schools = [one for one in (found if query else page.schools) if one.id not in without]
    return {
        "choices": [_choice(school, ctx.locale, marked) for school in schools],
        "query": query,
        "listing": not query and page.total > 0,
        "empty_list": not query and page.total == 0,
        "found": bool(query and schools),
        "nothing_found": bool(query and not schools),
        "page": page.number + 1,
        "pages": page.pages,
        "total": page.total,
        "many_pages": not query and page.pages > 1,
        "can_list": bool(query) and page.total > 0,
    }


def _choice(school: School, locale: str, marked: int | None) -> Choice:
    mark = "✓ " if school.id == marked else ""
    return Choice(str(school.id), mark + school.title(locale))


def typed_query(manager: DialogManager) -> str:
    """What was typed to search for, or an empty text."""
    found = manager.dialog_data.get(QUERY)
    return found if isinstance(found, str) else ""


async def search_school(manager: DialogManager, text: str) -> None:
    """Look for what was typed; the action of `typed`."""
    manager.dialog_data[QUERY] = school_title(text) if len(text) > QUERY_LIMIT else text


async def whole_list(manager: DialogManager) -> None:
    """Back from the search to the whole list."""
    manager.dialog_data.pop(QUERY, None)


def school_texts() -> list[Text]:
    """What the list is, or what the search brought."""
    return [
        T("school-list", when="listing"),
        T("school-list-empty", when="empty_list"),
        T("school-found", when="found"),
        T("school-not-found", when="nothing_found"),
    ]


def school_buttons(action: PickAction) -> list[Keyboard]:
    """The schools, the pages, and the way back from a search."""
    return [
        picks("school", action, items="choices"),
        pager(PAGE, when="many_pages"),
        press("school-whole-list", whole_list, id="list", when="can_list"),
    ]
