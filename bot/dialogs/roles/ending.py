"""Taking a role back: what changes, and one question."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.roles.chosen import GRANT, person_chosen
from bot.dialogs.roles.titles import held_title, name_or_none
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import RoleStates
from services.permissions import Role


async def end_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whose role, and what it opened; or that it has ended meanwhile."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.roles.to_change(ctx.me.id, person_chosen(dialog_manager))
    wanted = dialog_manager.dialog_data.get(GRANT)
    held = next((one for one in found.roles if one.may_end and one.id == wanted), None)
    return {
        "name": name_or_none(ctx, found.name),
        "role": held_title(ctx, held) if held else "",
        "means": ctx.l10n.plain(f"role-means-{held.role}") if held else "",
        "there": held is not None,
        "gone": held is None,
        "own_admin": held is not None and held.role is Role.ADMIN and found.person_id == ctx.me.id,
    }


async def end(manager: DialogManager) -> None:
    """End the role, and show the roles that are left."""
    ctx, me = person_id(manager)
    await ctx.services.roles.end(me, int(manager.dialog_data.get(GRANT, 0)))
    toast(manager, "end-done")
    await manager.switch_to(RoleStates.person)


async def back(manager: DialogManager) -> None:
    """Back to the roles of the person."""
    await manager.switch_to(RoleStates.person)


def window() -> Window:
    """The question whether to end it."""
    return Window(
        paragraphs(
            T("end-ask", when="there"),
            T("end-means", when="there"),
            T("end-own", when="own_admin"),
            T("end-gone", when="gone"),
        ),
        press("end-yes", end, id="yes", when="there"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=RoleStates.end,
        getter=end_data,
    )
