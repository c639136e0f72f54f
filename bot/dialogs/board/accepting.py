"""What is asked once before accepting: without the corrections, or many schools at once."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.values import accept
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

_ROOM, _REASON = 2500, 300


async def accept_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was to be corrected and would stay as it is."""
    ctx, checked = await data.checked_of(dialog_manager)
    if checked.request.state not in ("submitted", "returned"):
        raise Refusal("choice-gone")
    lines = [
        ctx.l10n(
            "board-return-line",
            field=field_title(ctx, one),
            answer=answered(ctx, one),
            reason=cut((one.value.returned or "") if one.value else "", _REASON),
        )
        for one in checked.returned
    ]
    return {
        "school": name_of(ctx, checked),
        "lines": listed(ctx, lines, _ROOM),
        "some": bool(lines),
        "corrected": not lines,
    }


async def all_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many schools would be accepted, and how many are left to look at."""
    ctx, page = await data.board_of(dialog_manager)
    checking = ctx.services.monitoring.checking
    count = await checking.acceptable(ctx.me.id, page.campaign.id)
    left = page.counts.submitted - count
    return {
        "title": page.campaign.title,
        "count": count,
        "left": left,
        "some": count > 0,
        "none": count == 0,
        "rest": left > 0,
    }


async def accept_all(manager: DialogManager) -> None:
    """Accept them."""
    ctx, me = person_id(manager)
    campaign, checking = await data.campaign_id(manager), ctx.services.monitoring.checking
    count = await checking.accept_all(me, campaign)
    toast(manager, "board-all-accepted", count=count)
    await data.to_board(manager)


def window() -> Window:
    """Whether to accept a returned request after all."""
    return Window(
        paragraphs(
            T("board-accept-ask", when="some"),
            T("board-return-lines", when="some"),
            T("board-accept-unsent", when="corrected"),
        ),
        press("board-accept-yes", accept, id="accept"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.accept,
        getter=accept_data,
    )


def all_window() -> Window:
    """Whether to accept all."""
    return Window(
        paragraphs(
            T("board-accept-all-ask", when="some"),
            T("board-accept-all-none", when="none"),
            T("board-accept-all-left", when="rest"),
        ),
        press("board-accept-all-yes", accept_all, id="accept", when="some"),
        Row(press("back", data.to_board, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.accept_all,
        getter=all_data,
    )
