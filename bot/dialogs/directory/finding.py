"""The list of people: typed search, filters, pages."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.directory.data import (
    NAME,
    PAGE,
    PERSON,
    ROLE,
    SCHOOL,
    filter_words,
    name_wanted,
    origin_of,
    role_wanted,
    school_wanted,
    to_list,
    to_origin,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import DirectoryStates
from services.directory import Found
from services.fields import NAME_LIMIT, plain


async def find_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the people wanted."""
    ctx, me = person_id(dialog_manager)
    name, school_id = name_wanted(dialog_manager), school_wanted(dialog_manager)
    role, number = role_wanted(dialog_manager), page_number(dialog_manager, PAGE)
    page = await ctx.services.directory.find(me, name, school_id, role, number)
    reach = await ctx.services.directory.reach(me)
    several = school_id is None and (reach.everywhere or len(reach.schools) > 1)
    words, origin = filter_words(ctx, page.school, role), origin_of(dialog_manager)
    return {
        "of_school": origin is not None and origin == ("school", school_id),
        "choices": [_choice(ctx, one, with_school=several) for one in page.people],
        "everywhere": reach.everywhere,
        "own": not reach.everywhere,
        "query": name,
        "searched": bool(name and page.total),
        "listed": bool(not name and page.total),
        "nobody": bool(name and not page.total),
        "nobody_there": bool(not name and not page.total),
        "count": page.total,
        "filters": words,
        "filtered": bool(words),
        "by_school": "yes" if school_id is not None else "no",
        "by_role": "yes" if role is not None else "no",
        "school_choice": reach.everywhere or len(reach.schools) > 1,
        "narrowed": bool(words or name),
        "may_export": reach.may_export,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _choice(ctx: Ctx, one: Found, *, with_school: bool) -> Choice:
    parts = [one.name]
    if with_school and one.school is not None:
        parts.append(one.school.title(ctx.locale))
    return Choice(str(one.id), " · ".join(parts))


async def search(manager: DialogManager, text: str) -> None:
    """Look for a typed name."""
    manager.dialog_data[NAME] = cut(plain(text), NAME_LIMIT)
    await to_list(manager)


async def open_card(manager: DialogManager, item: str) -> None:
    """Show somebody's card; the look is noted."""
    ctx, me = person_id(manager)
    wanted = number_of(item)
    await ctx.services.directory.view(me, wanted)
    manager.dialog_data[PERSON] = wanted
    await manager.switch_to(DirectoryStates.card)


async def choose_school(manager: DialogManager) -> None:
    """Narrow to a school."""
    await manager.switch_to(DirectoryStates.school)


async def choose_role(manager: DialogManager) -> None:
    """Narrow to a role."""
    await manager.switch_to(DirectoryStates.role)


async def show_all(manager: DialogManager) -> None:
    """Drop the typed name and the filters."""
    for key in (NAME, SCHOOL, ROLE):
        manager.dialog_data.pop(key, None)
    await to_list(manager)


async def ask_export(manager: DialogManager) -> None:
    """Take the people out as a table: first say whom."""
    await manager.switch_to(DirectoryStates.export)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("people-ask", when="everywhere"),
            T("people-ask-own", when="own"),
            T("people-filters", when="filtered"),
            T("people-listed", when="listed"),
            T("people-searched", when="searched"),
            T("people-nobody", when="nobody"),
            T("people-nobody-there", when="nobody_there"),
        ),
        picks("person", open_card, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("people-back-school", to_origin, id="origin", when="of_school"),
            press("people-by-school", choose_school, id="school", when="school_choice"),
            press("people-by-role", choose_role, id="role"),
        ),
        Row(
            press("people-all", show_all, id="all", when="narrowed"),
            press("people-table", ask_export, id="table", when="may_export"),
            to_menu(),
        ),
        *typed(search),
        state=DirectoryStates.find,
        getter=find_data,
    )
