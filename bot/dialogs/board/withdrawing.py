"""Asking a school no longer: closed, perhaps. Asked once."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.words import state_data
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.states import BoardStates


async def withdraw_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which school, what it has given, who will hear of it."""
    ctx, checked = await data.checked_of(dialog_manager)
    checking = ctx.services.monitoring.checking
    people = await checking.told_of_return(ctx.me.id, checked.request.id)
    return {
        **state_data(ctx, checked),
        "given": checked.given,
        "has_given": checked.given > 0,
        "people": people,
        "somebody": people > 0,
    }


async def withdraw(manager: DialogManager) -> None:
    """Ask it no longer."""
    ctx, me = person_id(manager)
    done = await ctx.services.monitoring.checking.withdraw(me, data.request_id(manager))
    toast(manager, "board-withdrawn" if done else "board-withdrawn-already")
    await data.to_request(manager)


def window() -> Window:
    """Whether to."""
    return Window(
        paragraphs(
            T("board-withdraw-ask"),
            T("board-withdraw-given", when="has_given"),
            T("board-withdraw-people", when="somebody"),
        ),
        press("board-withdraw-yes", withdraw, id="withdraw"),
        Row(press("back", data.to_request, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.withdraw,
        getter=withdraw_data,
    )
