"""Being forgotten: what goes, what stays, and one question."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import ForgetStates
from services.errors import Refusal


async def forget_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many results would lose their name."""
    ctx = ctx_of(dialog_manager)
    passes = await ctx.services.results.history(_known(ctx))
    return {"results": len(passes)}


def _known(ctx: Ctx) -> int:
    """Whoever is stored can be erased, also where the consent document has changed since."""
    if ctx.person is None:
        raise Refusal("consent-needed")
    return ctx.person.id


async def forget(manager: DialogManager) -> None:
    """Erase the person and the bookmarks of the chat."""
    ctx = ctx_of(manager)
    await ctx.services.people.forget(_known(ctx))
    await manager.reset_stack()
    bot = manager.middleware_data["bot"]
    await bot.send_message(ctx.user.id, ctx.l10n("forget-done"))


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        Window(
            paragraphs(
                T("forget-ask"),
            ),
            press("forget-yes", forget, id="forget"),
            to_menu(),
            no_typing(),
            state=ForgetStates.confirm,
            getter=forget_data,
        ),
    )
