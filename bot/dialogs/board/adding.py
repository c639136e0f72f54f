"""Asking one more school: opened later, perhaps, or left out by mistake."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.board import data
from bot.dialogs.widgets import (
    Choice,
    T,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import BoardStates
from services.errors import Refusal
from services.fields import SCHOOL_LIMIT, plain
from services.monitoring.checking.board import Unasked

ADD_PAGE, SCHOOL = "add_page", "school_id"


async def _unasked(manager: DialogManager) -> Unasked:
    ctx, query = ctx_of(manager), str(manager.dialog_data.get(data.QUERY, ""))
    board, campaign = ctx.services.monitoring.board, await data.campaign_id(manager)
    return await board.not_asked(
        ctx.me.id, campaign, text=query, page=page_number(manager, ADD_PAGE)
    )


async def add_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools that are not asked, or those of them that the typed text resembles."""
    ctx, query = ctx_of(dialog_manager), str(dialog_manager.dialog_data.get(data.QUERY, ""))
    found = await _unasked(dialog_manager)
    return {
        "title": found.campaign.title,
        "query": query,
        "choices": [Choice(str(one.id), one.title(ctx.locale)) for one in found.schools],
        "total": found.total,
        "listing": not query and found.total > 0,
        "found": bool(query and found.schools),
        "nothing": bool(query and not found.schools),
        "everybody": not query and found.total == 0,
        "page": found.number + 1,
        "pages": found.pages,
        "many_pages": found.pages > 1,
    }


async def ask_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which school, and how many people of it will be asked."""
    ctx, me = person_id(dialog_manager)
    board, campaign = ctx.services.monitoring.board, await data.campaign_id(dialog_manager)
    plan = await board.asking_plan(me, campaign, _school(dialog_manager))
    return {
        "title": plan.campaign.title,
        "school": plan.school.title(ctx.locale),
        "people": plan.people,
        "somebody": plan.people > 0,
        "nobody": plan.people == 0,
    }


def _school(manager: DialogManager) -> int:
    found = manager.dialog_data.get(SCHOOL)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def look_for(manager: DialogManager, text: str) -> None:
    """Look for what was typed."""
    manager.dialog_data.update({data.QUERY: plain(text)[:SCHOOL_LIMIT], ADD_PAGE: 0})


async def choose(manager: DialogManager, item: str) -> None:
    """Take a school."""
    manager.dialog_data[SCHOOL] = number_of(item)
    await manager.switch_to(BoardStates.add_ask)


async def ask(manager: DialogManager) -> None:
    """Ask it."""
    ctx, me = person_id(manager)
    campaign, checking = await data.campaign_id(manager), ctx.services.monitoring.checking
    request = await checking.ask_school(me, campaign, _school(manager))
    toast(manager, "board-added")
    await data.open_request(manager, request)


async def to_choice(manager: DialogManager) -> None:
    """Back to the choice of a school."""
    await manager.switch_to(BoardStates.add)


def window() -> Window:
    """Which school."""
    return Window(
        paragraphs(
            T("board-add-ask"),
            T("board-add-list", when="listing"),
            T("board-add-found", when="found"),
            T("board-add-nothing", when="nothing"),
            T("board-add-everybody", when="everybody"),
        ),
        picks("school", choose, items="choices"),
        pager(ADD_PAGE, when="many_pages"),
        Row(press("back", data.to_board, id="back"), to_menu()),
        *typed(look_for),
        state=BoardStates.add,
        getter=add_data,
    )


def ask_window() -> Window:
    """Whether to."""
    return Window(
        paragraphs(
            T("board-add-sure"),
            T("board-add-people", when="somebody"),
            T("board-add-nobody", when="nobody"),
        ),
        press("board-add-yes", ask, id="ask"),
        Row(press("back", to_choice, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.add_ask,
        getter=ask_data,
    )
