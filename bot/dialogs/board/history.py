"""Everything that happened to a request: who, when, from what to what."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.words import field_title, name_of
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    press,
    to_menu,
)
from bot.request_words import change_line
from bot.states import BoardStates

_ROOM = 3200


async def history_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the history of the request, or of one answer."""
    ctx, checked = await data.checked_of(dialog_manager)
    of_field = bool(dialog_manager.dialog_data.get(data.OF_FIELD))
    key = str(dialog_manager.dialog_data.get(data.FIELD, "")) if of_field else None
    page = await ctx.services.monitoring.history.history_of(
        ctx.me.id, checked.request.id, key, page_number(dialog_manager, data.HISTORY_PAGE)
    )
    return {
        "school": name_of(ctx, checked),
        "field": field_title(ctx, checked.look(key)) if key is not None else "",
        "of_field": of_field,
        "lines": listed(ctx, [change_line(ctx, one) for one in page.changes], _ROOM),
        "some": bool(page.changes),
        "none": not page.changes,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


async def back(manager: DialogManager) -> None:
    """To the answer, or to the request."""
    of_field = bool(manager.dialog_data.get(data.OF_FIELD))
    await manager.switch_to(BoardStates.value if of_field else BoardStates.request)


def window() -> Window:
    """The history."""
    return Window(
        paragraphs(
            T("board-history-head"),
            T("board-history-field", when="of_field"),
            T("board-history-lines", when="some"),
            T("board-history-none", when="none"),
        ),
        pager(data.HISTORY_PAGE, when="many_pages"),
        Row(press("back", back, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.history,
        getter=history_data,
    )
