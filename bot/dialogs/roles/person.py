"""The roles of one person: what there is, what can be ended, the way to give one."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot import states
from bot.context import Ctx, ctx_of
from bot.dialogs.roles.chosen import choose, person_chosen, start_over
from bot.dialogs.roles.titles import held_title, name_or_none
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
)
from bot.states import RoleStates
from services.roles import Held

PAGE, SIZE, ROOM = "roles_page", 9, 3000
END, DECIDE = "end", "decide"


async def person_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Name and school, a page of roles with numbers, a button for each that can be changed."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.roles.to_change(ctx.me.id, person_chosen(dialog_manager))
    pages = max(1, -(-len(found.roles) // SIZE))
    page = page_number(dialog_manager, PAGE) % pages
    numbered = list(enumerate(found.roles, 1))[page * SIZE : (page + 1) * SIZE]
    lines = [ctx.l10n("numbered-line", number=n, text=_line(ctx, held)) for n, held in numbered]
    return {
        "name": name_or_none(ctx, found.name),
        "place": found.school.title(ctx.locale) if found.school else "",
        "placed": found.school is not None,
        "nowhere": found.school is None,
        "lines": listed(ctx, lines, ROOM),
        "any": bool(lines),
        "none": not lines,
        "choices": [_change(ctx, n, held) for n, held in numbered if held.may_end],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _line(ctx: Ctx, held: Held) -> str:
    title = held_title(ctx, held)
    if held.since is None:
        return ctx.l10n.plain("role-by-settings", role=title)
    if held.claimed:
        return ctx.l10n.plain("role-claimed", role=title)
    since = held.since.astimezone(ctx.services.clock.zone)
    return ctx.l10n.plain("role-since", role=title, date=ctx.l10n.date(since))


def _change(ctx: Ctx, number: int, held: Held) -> Choice:
    if held.claimed:
        return Choice(f"{DECIDE}:{held.id}", ctx.l10n.plain("role-decide", number=number))
    return Choice(f"{END}:{held.id}", ctx.l10n.plain("role-end", number=number))


async def change(manager: DialogManager, item: str) -> None:
    """Ask whether to end a role, or open the claim to it."""
    what, _, number = item.partition(":")
    if what == DECIDE:
        await states.open_claim(manager, number_of(number))
        return
    choose(manager, grant_id=number_of(number))
    await manager.switch_to(RoleStates.end)


async def give(manager: DialogManager) -> None:
    """Begin to give a role."""
    start_over(manager)
    await manager.switch_to(RoleStates.role)


async def open_card(manager: DialogManager) -> None:
    """The card of the person."""
    await states.open_person(manager, person_chosen(manager))


async def to_list(manager: DialogManager) -> None:
    """Everybody who holds a role."""
    await manager.switch_to(RoleStates.holders)


def window() -> Window:
    """The roles of one person."""
    return Window(
        paragraphs(
            T("roles-of", when="placed"),
            T("roles-of-nowhere", when="nowhere"),
            T("roles-of-lines", when="any"),
            T("roles-of-none", when="none"),
        ),
        picks("change", change, items="choices", width=3),
        pager(PAGE, when="many_pages"),
        press("role-give", give, id="give"),
        Row(
            press("role-card", open_card, id="card"),
            press("role-list", to_list, id="list"),
        ),
        to_menu(),
        no_typing(),
        state=RoleStates.person,
        getter=person_data,
    )
