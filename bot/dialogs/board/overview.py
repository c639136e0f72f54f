"""The board: how many are how far, a page of schools, what can be done with all of them."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.board import data
from bot.dialogs.board.finding import look_for
from bot.dialogs.board.words import deadline_words, key_of, line_words, school_choice
from bot.dialogs.widgets import (
    Choice,
    T,
    bar,
    listed,
    no_typing,
    number_of,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import BoardStates, open_campaign, open_indicators
from services.errors import Refusal
from services.monitoring.checking.board import FILTERS, BoardPage

_ROOM = 2000


async def board_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Counts in words, and a page of schools."""
    ctx, page = await data.board_of(dialog_manager)
    return {
        **counts_words(ctx, page),
        "lines": listed(ctx, [line_words(ctx, line) for line in page.lines], _ROOM),
        "choices": [school_choice(ctx, line) for line in page.lines],
        "only": ctx.l10n.plain(f"board-only-{key_of(page.only)}", count=page.counts.of(page.only)),
        "narrowed": page.only != "all",
        "whole": page.only == "all",
        "some": bool(page.lines),
        "none": not page.lines,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
        "to_check": page.counts.submitted,
        "has_checks": page.counts.submitted > 0,
    }


def counts_words(ctx: Ctx, page: BoardPage) -> dict[str, Any]:
    """The campaign and its counts."""
    counts, campaign = page.counts, page.campaign
    came, goes_on = counts.on_time + counts.late, campaign.state == "open"
    owing = counts.owing if goes_on else counts.returned
    return {
        "title": campaign.title,
        "deadline": deadline_words(ctx, campaign),
        "bar": bar(came, counts.asked),
        "came": came,
        "asked": counts.asked,
        "expected": counts.expected,
        "in_work": counts.in_work,
        "submitted": counts.submitted,
        "returned": counts.returned,
        "accepted": counts.accepted,
        "on_time": counts.on_time,
        "late": counts.late,
        "orphans": counts.orphans,
        "overdue": counts.overdue,
        "owing": owing,
        "owes": owing > 0,
        "has_orphans": counts.orphans > 0 and goes_on,
        "has_overdue": counts.overdue > 0,
    }


async def filter_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """To what the board can be narrowed; what would leave nobody is not offered."""
    ctx, page = await data.board_of(dialog_manager)
    return {
        **counts_words(ctx, page),
        "choices": [
            Choice(only, ctx.l10n.plain(f"board-only-{key_of(only)}", count=page.counts.of(only)))
            for only in FILTERS
            if only == "all" or page.counts.of(only)
        ],
    }


async def more_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked for less often."""
    ctx, page = await data.board_of(dialog_manager)
    return {
        **counts_words(ctx, page),
        "has_own": page.own_id is not None,
        "goes_on": page.campaign.state == "open",
    }


async def choose_only(manager: DialogManager, only: str) -> None:
    """Narrow the board."""
    if only not in FILTERS:
        raise Refusal("choice-gone")
    manager.dialog_data.update({data.ONLY: only, data.PAGE: 0})
    await manager.switch_to(BoardStates.board)


async def whole(manager: DialogManager) -> None:
    """All schools again."""
    await choose_only(manager, "all")


async def open_one(manager: DialogManager, item: str) -> None:
    """The request of a school."""
    await data.open_request(manager, number_of(item))


async def open_own(manager: DialogManager) -> None:
    """The municipality's own part."""
    _, page = await data.board_of(manager)
    if page.own_id is None:
        raise Refusal("choice-gone")
    await data.open_request(manager, page.own_id)


async def to_filter(manager: DialogManager) -> None:
    """Choose what to narrow the board to."""
    await manager.switch_to(BoardStates.filter)


async def to_more(manager: DialogManager) -> None:
    """What is asked for less often."""
    await manager.switch_to(BoardStates.more)


async def to_nudge(manager: DialogManager) -> None:
    """Ask all once more."""
    manager.dialog_data[data.ONE] = False
    await manager.switch_to(BoardStates.nudge)


async def to_accept_all(manager: DialogManager) -> None:
    """Accept all that give no cause to look."""
    await manager.switch_to(BoardStates.accept_all)


async def to_add(manager: DialogManager) -> None:
    """Choose a school to ask too."""
    manager.dialog_data.pop(data.QUERY, None)
    await manager.switch_to(BoardStates.add)


async def to_orphans(manager: DialogManager) -> None:
    """Schools with nobody to answer."""
    await manager.switch_to(BoardStates.orphans)


async def results(manager: DialogManager) -> None:
    """What came out so far."""
    await open_indicators(manager, await data.campaign_id(manager))


async def campaign(manager: DialogManager) -> None:
    """The campaign itself."""
    await open_campaign(manager, await data.campaign_id(manager))


def window() -> Window:
    """The board."""
    return Window(
        paragraphs(
            T("board-head"),
            T("board-counts"),
            T("board-overdue", when="has_overdue"),
            T("board-orphans", when="has_orphans"),
            T("board-narrowed", when="narrowed"),
            T("board-lines", when="some"),
            T("board-none", when="none"),
            T("board-find", when="whole"),
        ),
        picks("school", open_one, items="choices"),
        pager(data.PAGE, when="many_pages"),
        Row(
            press("board-nudge", to_nudge, id="nudge", when="owes"),
            press("board-accept-all", to_accept_all, id="accept_all", when="has_checks"),
        ),
        Row(
            press("back", campaign, id="back", when="whole"),
            press("board-whole", whole, id="whole", when="narrowed"),
            press("board-filter", to_filter, id="filter"),
            press("board-more", to_more, id="more"),
            to_menu(),
        ),
        *typed(look_for),
        state=BoardStates.board,
        getter=board_data,
    )


def filter_window() -> Window:
    """To what to narrow the board."""
    return Window(
        paragraphs(T("board-head"), T("board-filter-ask")),
        picks("only", choose_only, items="choices", width=2),
        Row(press("back", data.to_board, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.filter,
        getter=filter_data,
    )


def more_window() -> Window:
    """What is asked for less often."""
    return Window(
        paragraphs(T("board-head"), T("board-counts")),
        press("board-open-own", open_own, id="own", when="has_own"),
        press("board-open-orphans", to_orphans, id="orphans", when="has_orphans"),
        press("board-add", to_add, id="add", when="goes_on"),
        press("board-results", results, id="results"),
        press("board-campaign", campaign, id="campaign"),
        Row(press("back", data.to_board, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.more,
        getter=more_data,
    )
