"""A new invitation: which role, at which school or in which direction."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.invitations.data import ALL, draft, page_of, step_after, to_list, to_roles
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
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
    school_buttons,
    school_choices,
    school_texts,
    search_school,
    whole_list,
)
from bot.states import InvitationStates
from bot.titles import role_title
from services.errors import Refusal
from services.invitations import WITH_SCHOOL


async def role_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles to which the acting person may invite."""
    ctx = ctx_of(dialog_manager)
    roles = await ctx.services.invitations.invitable(ctx.me.id)
    choices = [Choice(role, role_title(ctx, role)) for role in roles]
    return page_of(dialog_manager, "role_page", choices)


async def choose_role(manager: DialogManager, role: str) -> None:
    """Take a role."""
    ctx, me = person_id(manager)
    if role not in await ctx.services.invitations.invitable(me):
        raise Refusal("choice-gone")
    for key in ("school_id", "direction", "many"):
        manager.dialog_data.pop(key, None)
    manager.dialog_data["role"] = role
    await manager.switch_to(step_after(ctx, role))


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools, and what the chosen role is."""
    ctx = ctx_of(dialog_manager)
    await ctx.services.invitations.invitable(ctx.me.id)
    role = draft(dialog_manager)["role"]
    if role not in WITH_SCHOOL:
        raise Refusal("choice-gone")
    return {**await school_choices(dialog_manager), "role": role_title(ctx, role)}


async def choose_school(manager: DialogManager, item: str) -> None:
    """Take a school."""
    manager.dialog_data["school_id"] = number_of(item)
    await whole_list(manager)
    await manager.switch_to(InvitationStates.terms)


async def direction_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Directions of the municipality."""
    ctx = ctx_of(dialog_manager)
    await ctx.services.invitations.invitable(ctx.me.id)
    every = Choice(ALL, ctx.l10n.plain("invitation-all-directions"))
    directions = ctx.services.profile.directions
    choices = [Choice(entry.key, entry.title.get(ctx.locale)) for entry in directions]
    return page_of(dialog_manager, "direction_page", [every, *choices])


async def choose_direction(manager: DialogManager, key: str) -> None:
    """Take one direction, or all."""
    known = {entry.key for entry in ctx_of(manager).services.profile.directions}
    if key != ALL and key not in known:
        raise Refusal("choice-gone")
    manager.dialog_data["direction"] = "" if key == ALL else key
    await manager.switch_to(InvitationStates.terms)


def role_window() -> Window:
    """Which role."""
    return Window(
        paragraphs(T("invitation-role")),
        picks("role", choose_role, items="choices"),
        pager("role_page", when="many_pages"),
        Row(press("back", to_list, id="to_list"), to_menu()),
        no_typing(),
        state=InvitationStates.role,
        getter=role_data,
    )


def school_window() -> Window:
    """At which school."""
    return Window(
        paragraphs(T("invitation-school"), *school_texts()),
        *school_buttons(choose_school),
        Row(press("back", to_roles, id="to_roles"), to_menu()),
        *typed(search_school),
        state=InvitationStates.school,
        getter=school_data,
    )


def direction_window() -> Window:
    """In which direction."""
    return Window(
        paragraphs(T("invitation-direction")),
        picks("direction", choose_direction, items="choices"),
        pager("direction_page", when="many_pages"),
        Row(press("back", to_roles, id="to_roles"), to_menu()),
        no_typing(),
        state=InvitationStates.direction,
        getter=direction_data,
    )
