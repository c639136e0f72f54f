"""Giving a role: which one, and the question whether to."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.roles.chosen import (
    DIRECTION,
    SCHOOL,
    choose,
    person_chosen,
    role_chosen,
    start_over,
)
from bot.dialogs.roles.titles import name_or_none, short_role
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import RoleStates
from bot.titles import scope_title
from services.permissions import OF_A_DIRECTION, OF_A_SCHOOL


async def role_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles that the acting person may give."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.roles.to_change(ctx.me.id, person_chosen(dialog_manager))
    return {
        "name": name_or_none(ctx, found.name),
        "choices": [Choice(role, short_role(ctx, role)) for role in found.may_give],
    }


async def choose_role(manager: DialogManager, role: str) -> None:
    """Take a role; then where it is to be, or whether to give it."""
    start_over(manager)
    choose(manager, role=role)
    ctx = ctx_of(manager)
    if role in OF_A_SCHOOL:
        await manager.switch_to(RoleStates.school)
    elif _asks_direction(ctx, role):
        await manager.switch_to(RoleStates.direction)
    else:
        await manager.switch_to(RoleStates.confirm)


def _asks_direction(ctx: Ctx, role: str) -> bool:
    return role in OF_A_DIRECTION and bool(ctx.services.profile.directions)


def _plan(manager: DialogManager) -> tuple[int, str, int | None, str]:
    """Person, role, school and direction as chosen on the way."""
    data = manager.dialog_data
    direction = str(data.get(DIRECTION, ""))
    return person_chosen(manager), role_chosen(manager), data.get(SCHOOL), direction


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom, which role, where, and what it opens."""
    ctx = ctx_of(dialog_manager)
    plan = await ctx.services.roles.plan(ctx.me.id, *_plan(dialog_manager))
    scope = scope_title(ctx, plan.school, plan.direction)
    return {
        "name": name_or_none(ctx, plan.name),
        "role": ctx.l10n.plain(f"role-{plan.role}"),
        "means": ctx.l10n.plain(f"role-means-{plan.role}"),
        "scope": scope,
        "somewhere": bool(scope),
        "anywhere": not scope,
        "held": plan.held,
        "free": not plan.held,
    }


async def give(manager: DialogManager) -> None:
    """Give the role, and show the roles of the person."""
    ctx, me = person_id(manager)
    await ctx.services.roles.grant(me, *_plan(manager))
    start_over(manager)
    toast(manager, "give-done")
    await manager.switch_to(RoleStates.person)


async def to_person(manager: DialogManager) -> None:
    """Back to the roles of the person."""
    await manager.switch_to(RoleStates.person)


async def back(manager: DialogManager) -> None:
    """Back to where the role is to be, or to which one."""
    role = role_chosen(manager)
    if role in OF_A_SCHOOL:
        await manager.switch_to(RoleStates.school)
    elif _asks_direction(ctx_of(manager), role):
        await manager.switch_to(RoleStates.direction)
    else:
        await manager.switch_to(RoleStates.role)


def role_window() -> Window:
    """Choice of the role."""
    return Window(
        paragraphs(T("give-which")),
        picks("role", choose_role, items="choices", width=2),
        Row(press("back", to_person, id="back"), to_menu()),
        no_typing(),
        state=RoleStates.role,
        getter=role_data,
    )


def confirm_window() -> Window:
    """The question whether to give it."""
    return Window(
        paragraphs(
            T("give-confirm", when="somewhere"),
            T("give-confirm-anywhere", when="anywhere"),
            T("give-means", when="free"),
            T("give-held", when="held"),
        ),
        press("give-yes", give, id="yes", when="free"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=RoleStates.confirm,
        getter=confirm_data,
    )
