"""Narrowing the list of people to a school or a role."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.directory.data import (
    ROLE,
    SCHOOL,
    back_to_list,
    role_wanted,
    school_wanted,
    to_list,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
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
from bot.dialogs.widgets import schools as picker
from bot.states import DirectoryStates
from services.permissions import GRANTED

LINES = 6
ROLES = "roles_page"


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools within reach: all of them with a search, or the few of one's own."""
    ctx, me = person_id(dialog_manager)
    reach, chosen = await ctx.services.directory.reach(me), school_wanted(dialog_manager)
    if reach.everywhere:
        return {**await picker.school_choices(dialog_manager, marked=chosen), "own": False}
    pages = max(1, -(-len(reach.schools) // LINES))
    page = page_number(dialog_manager, picker.PAGE) % pages
    own = [
        Choice(str(one.id), ("✓ " if one.id == chosen else "") + one.title(ctx.locale))
        for one in reach.schools[page * LINES : (page + 1) * LINES]
    ]
    nothing_else = dict.fromkeys(
        ("listing", "empty_list", "found", "nothing_found", "can_list"), False
    )
    return {
        **nothing_else,
        "own": True,
        "choices": own,
        "query": "",
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def take_school(manager: DialogManager, item: str) -> None:
    """Narrow to this school."""
    ctx, me = person_id(manager)
    school_id = number_of(item)
    await ctx.services.directory.find(me, "", school_id)
    manager.dialog_data[SCHOOL] = school_id
    await to_list(manager)


async def any_school(manager: DialogManager) -> None:
    """No longer narrow to a school."""
    manager.dialog_data.pop(SCHOOL, None)
    await to_list(manager)


def school_window() -> Window:
    """Which school."""
    return Window(
        paragraphs(T("people-choose-own-school", when="own"), *picker.school_texts()),
        *picker.school_buttons(take_school),
        Row(
            press("back", back_to_list, id="back"),
            press("people-any", any_school, id="any"),
            to_menu(),
        ),
        *typed(picker.search_school),
        state=DirectoryStates.school,
        getter=school_data,
    )


async def role_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles that people hold."""
    ctx, me = person_id(dialog_manager)
    await ctx.services.directory.reach(me)
    pages = -(-len(GRANTED) // LINES)
    page, chosen = page_number(dialog_manager, ROLES) % pages, role_wanted(dialog_manager)
    return {
        "choices": [
            Choice(role, ("✓ " if role == chosen else "") + ctx.l10n.plain(f"role-{role}"))
            for role in GRANTED[page * LINES : (page + 1) * LINES]
        ],
        "page": page + 1,
        "pages": pages,
    }


async def take_role(manager: DialogManager, role: str) -> None:
    """Narrow to this role."""
    ctx, me = person_id(manager)
    await ctx.services.directory.find(me, "", None, role)
    manager.dialog_data[ROLE] = role
    await to_list(manager)


async def any_role(manager: DialogManager) -> None:
    """No longer narrow to a role."""
    manager.dialog_data.pop(ROLE, None)
    await to_list(manager)


def role_window() -> Window:
    """Which role."""
    return Window(
        paragraphs(T("people-choose-role")),
        picks("role", take_role, items="choices"),
        pager(ROLES),
        Row(
            press("back", back_to_list, id="back"),
            press("people-any", any_role, id="any"),
            to_menu(),
        ),
        no_typing(),
        state=DirectoryStates.role,
        getter=role_data,
    )
