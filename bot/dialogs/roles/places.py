"""Where a role is to be: at which school, in which direction."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.roles.chosen import LISTING, choose, person_chosen, role_chosen
from bot.dialogs.roles.titles import name_or_none
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
    typed,
)
from bot.dialogs.widgets.schools import (
    school_buttons,
    school_choices,
    school_texts,
    search_school,
)
from bot.states import RoleStates

PAGE, SIZE = "directions_page", 5


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The person's own school first; the whole list where there is none or another is wanted."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.roles.to_change(ctx.me.id, person_chosen(dialog_manager))
    heading = {
        "name": name_or_none(ctx, found.name),
        "role": _role(dialog_manager),
    }
    own = found.school
    if own is not None and not dialog_manager.dialog_data.get(LISTING):
        hidden = dict.fromkeys(
            ("listing", "empty_list", "found", "nothing_found", "many_pages", "can_list"), False
        )
        choices = [Choice(str(own.id), own.title(ctx.locale))]
        return {**heading, **hidden, "own": True, "list": False, "choices": choices}
    return {**heading, **await school_choices(dialog_manager), "own": False, "list": True}


def _role(manager: DialogManager) -> str:
    role = role_chosen(manager)
    return ctx_of(manager).l10n.plain(f"role-{role}") if role else ""


async def choose_school(manager: DialogManager, item: str) -> None:
    """Take a school; the service checks it."""
    choose(manager, school_id=number_of(item))
    await manager.switch_to(RoleStates.confirm)


async def list_schools(manager: DialogManager) -> None:
    """Show the whole list."""
    choose(manager, listing=True)


async def search(manager: DialogManager, text: str) -> None:
    """Look for what was typed, in the whole list."""
    await search_school(manager, text)
    choose(manager, listing=True)


async def direction_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Directions of the profile."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.roles.to_change(ctx.me.id, person_chosen(dialog_manager))
    entries = ctx.services.profile.directions
    pages = max(1, -(-len(entries) // SIZE))
    page = page_number(dialog_manager, PAGE) % pages
    shown = entries[page * SIZE : (page + 1) * SIZE]
    return {
        "name": name_or_none(ctx, found.name),
        "role": _role(dialog_manager),
        "choices": [Choice(entry.key, entry.title.get(ctx.locale)) for entry in shown],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def choose_direction(manager: DialogManager, key: str) -> None:
    """Take a direction; the service checks it."""
    choose(manager, direction=key)
    await manager.switch_to(RoleStates.confirm)


async def choose_all(manager: DialogManager) -> None:
    """Take all directions."""
    await choose_direction(manager, "")


async def back(manager: DialogManager) -> None:
    """Back to the choice of the role."""
    await manager.switch_to(RoleStates.role)


def school_window() -> Window:
    """Choice of the school."""
    return Window(
        paragraphs(
            T("give-own-school", when="own"),
            T("give-school", when="list"),
            *school_texts(),
        ),
        *school_buttons(choose_school),
        press("give-other-school", list_schools, id="other", when="own"),
        Row(press("back", back, id="back"), to_menu()),
        *typed(search),
        state=RoleStates.school,
        getter=school_data,
    )


def direction_window() -> Window:
    """Choice of the direction."""
    return Window(
        paragraphs(T("give-direction")),
        press("give-all-directions", choose_all, id="all"),
        picks("direction", choose_direction, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=RoleStates.direction,
        getter=direction_data,
    )
