"""What happened to a request: who, when, from what to what."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.dialogs.requests.data import back_to_card, request_id
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
)
from bot.request_words import change_line
from bot.states import RequestStates

PAGE, _ROOM = "history_page", 3500


async def history_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the history."""
    ctx, me = person_id(dialog_manager)
    requests = ctx.services.monitoring.requests
    first = await requests.own_history(me, request_id(dialog_manager))
    number = page_number(dialog_manager, PAGE) % first.pages
    found = first
    if number:
        found = await requests.own_history(me, request_id(dialog_manager), number)
    return {
        "lines": listed(ctx, [change_line(ctx, one) for one in found.changes], _ROOM),
        "any": bool(found.changes),
        "empty": not found.changes,
        "page": found.number + 1,
        "pages": found.pages,
        "many_pages": found.pages > 1,
    }


def window() -> Window:
    """The history."""
    return Window(
        paragraphs(
            T("request-history-head"),
            T("request-history-lines", when="any"),
            T("request-history-none", when="empty"),
        ),
        pager(PAGE, when="many_pages"),
        back_to_card(),
        no_typing(),
        state=RequestStates.history,
        getter=history_data,
    )
