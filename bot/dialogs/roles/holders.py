"""Who holds a role: a list by name, of all roles or of one."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot import states
from bot.context import ctx_of
from bot.dialogs.roles.chosen import choose
from bot.dialogs.roles.titles import held_title, name_or_none, short_role
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import RoleStates

FILTER, PAGE = "filter", "holders_page"
SHOWN_ROLES, ROOM = 300, 3000


async def holders_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of people with the roles they hold."""
    ctx = ctx_of(dialog_manager)
    role = dialog_manager.dialog_data.get(FILTER)
    page = await ctx.services.roles.holders(ctx.me.id, role, page_number(dialog_manager, PAGE))
    lines = [
        ctx.l10n(
            "holder-line",
            name=name_or_none(ctx, one.name),
            roles=cut("; ".join(held_title(ctx, held) for held in one.roles), SHOWN_ROLES),
        )
        for one in page.holders
    ]
    names = [(str(one.person_id), name_or_none(ctx, one.name)) for one in page.holders]
    return {
        "role": ctx.l10n.plain(f"role-{role}") if role else "",
        "all": role is None,
        "one": role is not None,
        "lines": listed(ctx, lines, ROOM),
        "any": bool(lines),
        "choices": [Choice(*name) for name in names],
        "page": page.number + 1,
        "pages": page.pages,
        "total": page.total,
        "many_pages": page.pages > 1,
    }


async def choose_person(manager: DialogManager, item: str) -> None:
    """Look at the roles of one person."""
    choose(manager, person_id=number_of(item))
    await manager.switch_to(RoleStates.person)


async def to_filter(manager: DialogManager) -> None:
    """Choose a role to look for."""
    await manager.switch_to(RoleStates.filter)


async def filter_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles that somebody holds, with how many do."""
    ctx = ctx_of(dialog_manager)
    page = await ctx.services.roles.holders(ctx.me.id, None, 0)
    titles = [
        (role, ctx.l10n.plain("role-count", role=short_role(ctx, role), count=count))
        for role, count in page.counts.items()
    ]
    return {
        "choices": [Choice(*title) for title in titles],
        "any": bool(titles),
        "nobody": not titles,
    }


async def choose_filter(manager: DialogManager, role: str) -> None:
    """Show the holders of one role; the service checks that there is such a role."""
    ctx, me = person_id(manager)
    await ctx.services.roles.holders(me, role, 0)
    manager.dialog_data.update({FILTER: role, PAGE: 0})
    await manager.switch_to(RoleStates.holders)


async def drop_filter(manager: DialogManager) -> None:
    """Show everybody who holds a role."""
    manager.dialog_data.pop(FILTER, None)
    manager.dialog_data[PAGE] = 0
    await manager.switch_to(RoleStates.holders)


async def back(manager: DialogManager) -> None:
    """Back to the list."""
    await manager.switch_to(RoleStates.holders)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("holders-all", when="all"),
            T("holders-one", when="one"),
            T("holders-lines", when="any"),
        ),
        picks("person", choose_person, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("holders-filter", to_filter, id="filter"),
            press("holders-find", states.open_directory, id="find"),
        ),
        to_menu(),
        no_typing(),
        state=RoleStates.holders,
        getter=holders_data,
    )


def filter_window() -> Window:
    """Choice of the role to look for."""
    return Window(
        paragraphs(
            T("holders-which", when="any"),
            T("holders-nobody", when="nobody"),
        ),
        picks("role", choose_filter, items="choices", width=2),
        press("roles-every", drop_filter, id="every", when="any"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=RoleStates.filter,
        getter=filter_data,
    )
