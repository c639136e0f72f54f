"""Schools that are asked and have nobody to answer: a task for the service."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.words import deadline_words, school_choice
from bot.dialogs.widgets import (
    T,
    no_typing,
    number_of,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
)
from bot.states import BoardStates


async def orphans_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them."""
    ctx, page = await data.board_of(dialog_manager, "orphans")
    return {
        "title": page.campaign.title,
        "deadline": deadline_words(ctx, page.campaign),
        "count": page.counts.orphans,
        "choices": [school_choice(ctx, line) for line in page.lines],
        "some": bool(page.lines),
        "none": not page.lines,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


async def open_one(manager: DialogManager, item: str) -> None:
    """The school, with the ways to appoint somebody."""
    await data.open_request(manager, number_of(item))


def window() -> Window:
    """The schools."""
    return Window(
        paragraphs(
            T("board-orphans-head", when="some"),
            T("board-orphans-none", when="none"),
        ),
        picks("school", open_one, items="choices"),
        pager(data.PAGE, when="many_pages"),
        Row(press("board-back", data.to_board, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.orphans,
        getter=orphans_data,
    )
