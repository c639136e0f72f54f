"""The calendar of coming events, and the events in which one has a place."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.events.data import (
    FOR_ME,
    MINE_PAGE,
    PAGE,
    PAST,
    from_result,
    show_all,
    show_card,
    to_calendar,
    to_mine,
    to_reminders,
    to_result,
    wanted,
)
from bot.dialogs.events.words import choices, listed_by_day
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.event_words import titles
from bot.states import EventStates
from services.events.calendar import FILTERS, CalendarPage, Wanted

FILTER_WORDS = 60


async def calendar_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is coming and fits the filters."""
    ctx, me = person_id(dialog_manager)
    chosen, calendar = wanted(dialog_manager), ctx.services.events.calendar
    page = await calendar.browse(me, chosen, page_number(dialog_manager, PAGE))
    coming = await calendar.coming(me)
    filters = len(chosen.keys(FILTERS))
    narrowed = chosen != Wanted()
    return {
        **_page(ctx, page),
        "filters": _filter_words(ctx, chosen),
        "narrowed": narrowed,
        "some": filters,
        "many_filters": filters > 0,
        "no_filters": filters == 0,
        "for_me": chosen.for_me,
        "for_all": not chosen.for_me,
        "nothing": coming.total == 0,
        "none_suits": coming.total > 0 and page.total == 0 and chosen.for_me and not filters,
        "none_fits": coming.total > 0 and page.total == 0 and filters > 0,
        "can_reset": narrowed and page.total == 0,
        "mine": coming.mine,
        "of_result": from_result(dialog_manager) is not None,
        "of_menu": from_result(dialog_manager) is None,
        "can_filter": coming.total > 0,
    }


def _page(ctx: Ctx, page: CalendarPage) -> dict[str, Any]:
    return {
        "events": listed_by_day(ctx, page.events),
        "any": page.total > 0,
        "choices": choices(page.events),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
        "total": page.total,
    }


def _filter_words(ctx: Ctx, chosen: Wanted) -> str:
    """The filters that are set: «для вас · физика · семинар»."""
    words = [ctx.l10n.plain("event-filter-me")] if chosen.for_me else []
    words += [titles(ctx, name).get(key, key) for name, key in chosen.keys(FILTERS)]
    return " · ".join(cut(word, FILTER_WORDS) for word in words)


async def turn_for_me(manager: DialogManager) -> None:
    """Show what suits me, or everything."""
    manager.dialog_data[FOR_ME] = not wanted(manager).for_me
    manager.dialog_data.pop(PAGE, None)


async def to_filter(manager: DialogManager) -> None:
    """What to filter by."""
    await manager.switch_to(EventStates.filter)


async def open_coming(manager: DialogManager, item: str) -> None:
    """One of the coming events."""
    await show_card(manager, number_of(item), "calendar")


def window() -> Window:
    """The calendar."""
    return Window(
        paragraphs(
            T("events-head"),
            T("events-filters", when="narrowed"),
            T("events-list", when="any"),
            T("events-nothing", when="nothing"),
            T("events-none-suits", when="none_suits"),
            T("events-none-fits", when="none_fits"),
        ),
        picks("event", open_coming, items="choices"),
        pager(PAGE, when="many_pages"),
        press("events-all", show_all, id="all", when="can_reset"),
        Row(
            press("events-for-me", turn_for_me, id="suit", when="for_all"),
            press("events-for-me-on", turn_for_me, id="suit_on", when="for_me"),
            press("events-filter", to_filter, id="filter", when="no_filters"),
            press("events-filter-on", to_filter, id="filter_on", when="many_filters"),
            when="can_filter",
        ),
        Row(
            press("to-result", to_result, id="result", when="of_result"),
            press("events-mine", to_mine, id="mine", when="of_menu"),
            to_menu(),
        ),
        no_typing(),
        state=EventStates.calendar,
        getter=calendar_data,
    )


async def mine_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of my events: coming, or past."""
    ctx, past = ctx_of(dialog_manager), dialog_manager.dialog_data.get(PAST) is True
    number = page_number(dialog_manager, MINE_PAGE)
    page = await ctx.services.events.calendar.mine(ctx.me.id, number, past=past)
    return {
        **_page(ctx, page),
        "past": past,
        "coming": not past,
        "no_coming": not past and page.total == 0,
        "no_past": past and page.total == 0,
    }


async def turn_time(manager: DialogManager) -> None:
    """Past events, or coming ones."""
    manager.dialog_data[PAST] = manager.dialog_data.get(PAST) is not True
    manager.dialog_data.pop(MINE_PAGE, None)


async def open_mine(manager: DialogManager, item: str) -> None:
    """One of my events."""
    await show_card(manager, number_of(item), "mine")


def mine_window() -> Window:
    """My events."""
    return Window(
        paragraphs(
            T("events-mine-head", when="coming"),
            T("events-past-head", when="past"),
            T("events-list", when="any"),
            T("events-mine-none", when="no_coming"),
            T("events-past-none", when="no_past"),
        ),
        picks("event", open_mine, items="choices"),
        pager(MINE_PAGE, when="many_pages"),
        Row(
            press("events-past", turn_time, id="past", when="coming"),
            press("events-coming", turn_time, id="coming", when="past"),
            press("events-reminders", to_reminders, id="remind"),
        ),
        Row(press("back", to_calendar, id="back"), to_menu()),
        no_typing(),
        state=EventStates.mine,
        getter=mine_data,
    )
