"""Being forgotten, which also withdraws consent: what goes, what stays, and one question."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.commands import hide_commands
from bot.context import ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import ForgetStates, open_own_data

# Tables behind each line of what goes; a line shows where there is something in one of them.
LOSSES = {
    "has_roles": ("role_grant", "school_transfer", "invitation_use"),
    "has_career": ("course", "external_result"),
    "has_events": ("registration", "subscription", "acknowledgement", "audience_member"),
    "has_monitoring": ("data_change", "request_helper", "decision"),
}


async def forget_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What would go, and how many results would lose their name."""
    ctx = ctx_of(dialog_manager)
    losses = await ctx.services.own_data.losses(ctx.known.id)
    found = {key: any(losses.rows[table] for table in tables) for key, tables in LOSSES.items()}
    return {"results": losses.results, **found}


async def forget(manager: DialogManager) -> None:
    """Erase the person and the bookmarks of the chat."""
    ctx = ctx_of(manager)
    await ctx.services.people.forget(ctx.known.id)
    hide_commands(manager, ctx.known)
    await manager.reset_stack()
    bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user.id, ctx.l10n("forget-done"))


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        Window(
            paragraphs(
                T("forget-ask"),
                T("forget-goes"),
                T("forget-goes-roles", when="has_roles"),
                T("forget-goes-career", when="has_career"),
                T("forget-goes-events", when="has_events"),
                T("forget-goes-monitoring", when="has_monitoring"),
                T("forget-stays"),
            ),
            press("forget-yes", forget, id="forget"),
            press("forget-look-first", open_own_data, id="look"),
            to_menu(),
            no_typing(),
            state=ForgetStates.confirm,
            getter=forget_data,
        ),
    )
