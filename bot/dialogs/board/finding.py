"""Finding a school of a campaign by its name as it is typed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.board import data
from bot.dialogs.board.words import line_words, school_choice
from bot.dialogs.widgets import (
    T,
    listed,
    number_of,
    paragraphs,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import BoardStates
from services.fields import SCHOOL_LIMIT, plain

_ROOM = 2500


async def find_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the typed text resembles."""
    ctx, query = ctx_of(dialog_manager), str(dialog_manager.dialog_data.get(data.QUERY, ""))
    board, campaign = ctx.services.monitoring.board, await data.campaign_id(dialog_manager)
    found = await board.find_on_board(ctx.me.id, campaign, query)
    return {
        "query": query,
        "lines": listed(ctx, [line_words(ctx, line) for line in found], _ROOM),
        "choices": [school_choice(ctx, line) for line in found],
        "found": bool(found),
        "nothing": not found,
    }


async def look_for(manager: DialogManager, text: str) -> None:
    """Look for what was typed."""
    manager.dialog_data["campaign_id"] = await data.campaign_id(manager)
    manager.dialog_data[data.QUERY] = plain(text)[:SCHOOL_LIMIT]
    await manager.switch_to(BoardStates.find)


async def open_one(manager: DialogManager, item: str) -> None:
    """The request of a school."""
    await data.open_request(manager, number_of(item))


def window() -> Window:
    """What was found."""
    return Window(
        paragraphs(
            T("board-found", when="found"),
            T("board-lines", when="found"),
            T("board-not-found", when="nothing"),
        ),
        picks("school", open_one, items="choices"),
        Row(press("back", data.to_board, id="back"), to_menu()),
        *typed(look_for),
        state=BoardStates.find,
        getter=find_data,
    )
