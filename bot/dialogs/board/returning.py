"""What is about to be returned, or opened again, and to how many people that is told."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.board import data
from bot.dialogs.board.values import to_fields
from bot.dialogs.board.words import answered, field_title, name_of
from bot.dialogs.widgets import (
    T,
    cut,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.states import BoardStates
from services.errors import Refusal
from services.monitoring.checking.looking import Looked

_ROOM, _REASON = 2500, 300


async def return_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The fields with their reasons, and who will hear of it."""
    ctx, checked = await data.checked_of(dialog_manager)
    if not checked.marked:
        raise Refusal("nothing-marked")
    checking = ctx.services.monitoring.checking
    people = await checking.told_of_return(ctx.me.id, checked.request.id)
    return {
        "school": name_of(ctx, checked),
        "lines": listed(ctx, [_line(ctx, one) for one in checked.marked], _ROOM),
        "count": len(checked.marked),
        "people": people,
        "somebody": people > 0,
        "nobody": people == 0,
    }


def _line(ctx: Ctx, one: Looked) -> str:
    reason = (one.value.marked or "") if one.value else ""
    return ctx.l10n(
        "board-return-line",
        field=field_title(ctx, one),
        answer=answered(ctx, one),
        reason=cut(reason, _REASON),
    )


async def give_back(manager: DialogManager) -> None:
    """Return them."""
    ctx, me = person_id(manager)
    count = await ctx.services.monitoring.checking.give_back(me, data.request_id(manager))
    toast(manager, "board-now-returned", count=count)
    await data.to_request(manager)


async def reopen(manager: DialogManager) -> None:
    """Open them again."""
    ctx, me = person_id(manager)
    count = await ctx.services.monitoring.checking.reopen(me, data.request_id(manager))
    toast(manager, "board-now-reopened", count=count)
    await data.to_request(manager)


def window() -> Window:
    """Whether to return."""
    return Window(
        paragraphs(
            T("board-return-ask"),
            T("board-return-lines"),
            T("board-return-people", when="somebody"),
            T("board-return-nobody", when="nobody"),
        ),
        press("board-return-yes", give_back, id="give_back"),
        press("board-return-more", to_fields, id="more"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.give_back,
        getter=return_data,
    )


def reopen_window() -> Window:
    """Whether to open again what was accepted."""
    return Window(
        paragraphs(
            T("board-reopen-ask"),
            T("board-return-lines"),
            T("board-return-people", when="somebody"),
            T("board-return-nobody", when="nobody"),
        ),
        press("board-reopen-yes", reopen, id="reopen"),
        press("board-return-more", to_fields, id="more"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.reopen,
        getter=return_data,
    )
