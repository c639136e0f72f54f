"""What the screens of the board share: which campaign and request, and moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import page_number
from bot.states import BoardStates
from services.errors import Refusal
from services.monitoring.checking.board import FILTERS, BoardPage
from services.monitoring.checking.looking import Checked, Looked

ONLY, PAGE, QUERY = "only", "page", "query"
FIELD, FIELDS, VALUES_PAGE, FLAGGED = "variable", "variables", "values_page", "flagged"
HISTORY_PAGE, OF_FIELD, ONE = "history_page", "of_field", "one"


def _found(manager: DialogManager, key: str) -> Any:
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    return manager.dialog_data.get(key, start.get(key))


def request_id(manager: DialogManager) -> int:
    """The request that the screen is about."""
    found = _found(manager, "request_id")
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def campaign_id(manager: DialogManager) -> int:
    """The campaign that the screen is about; where only a request is known, that one's."""
    found = _found(manager, "campaign_id")
    if isinstance(found, int):
        return found
    _, checked = await checked_of(manager)
    return checked.campaign.id


def only_flagged(manager: DialogManager) -> bool:
    """Whether only those answers show where there is something to notice."""
    return bool(_found(manager, FLAGGED))


def only_of(manager: DialogManager) -> str:
    """To what the board is narrowed."""
    found = _found(manager, ONLY)
    return found if found in FILTERS else "all"


async def board_of(manager: DialogManager, only: str | None = None) -> tuple[Ctx, BoardPage]:
    """A page of the board as it is narrowed, or narrowed to `only`."""
    ctx, number = ctx_of(manager), page_number(manager, PAGE)
    board = ctx.services.monitoring.board
    campaign = await campaign_id(manager)
    return ctx, await board.board_of(
        ctx.me.id, campaign, only=only or only_of(manager), page=number
    )


async def checked_of(manager: DialogManager) -> tuple[Ctx, Checked]:
    """The request with all its answers."""
    ctx = ctx_of(manager)
    checking = ctx.services.monitoring.checking
    return ctx, await checking.checked_request(ctx.me.id, request_id(manager))


async def field_of(manager: DialogManager) -> tuple[Ctx, Checked, Looked]:
    """The request, and the field of it that is looked at."""
    ctx, checked = await checked_of(manager)
    return ctx, checked, checked.look(str(manager.dialog_data.get(FIELD, "")))


def pages_of(manager: DialogManager, key: str, total: int, size: int) -> tuple[int, dict[str, Any]]:
    """Which page of so many things shows, and what the getter of a window says about pages."""
    pages = max(1, -(-total // size))
    page = page_number(manager, key) % pages
    return page, {"page": page + 1, "pages": pages, "many_pages": pages > 1}


def look_at(manager: DialogManager, request: int) -> None:
    """From now on the screens are about this request."""
    manager.dialog_data["request_id"] = request
    for key in (FIELD, FIELDS, VALUES_PAGE, HISTORY_PAGE, OF_FIELD):
        manager.dialog_data.pop(key, None)
    manager.dialog_data[FLAGGED] = False


async def to_board(manager: DialogManager) -> None:
    """Back to the board, as it was left."""
    manager.dialog_data["campaign_id"] = await campaign_id(manager)
    manager.dialog_data.pop(QUERY, None)
    await manager.switch_to(BoardStates.board)


async def to_request(manager: DialogManager) -> None:
    """The request of the school."""
    await manager.switch_to(BoardStates.request)


async def to_values(manager: DialogManager) -> None:
    """What the school answered."""
    await manager.switch_to(BoardStates.values)


async def open_request(manager: DialogManager, item: int) -> None:
    """The request of a school of the board."""
    manager.dialog_data["campaign_id"] = await campaign_id(manager)
    look_at(manager, item)
    await manager.switch_to(BoardStates.request)
