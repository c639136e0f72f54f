"""What the calendar is filtered by: the list of filters, and the values of one."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.events.data import (
    CHOICE_PAGE,
    FILTER,
    set_filter,
    show_all,
    to_calendar,
    wanted,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
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
from services.errors import Refusal
from services.events.calendar import FILTERS, Wanted

LINES, LABEL = 5, 36


async def filters_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Every filter that could change something, and how many events fit."""
    ctx, me = person_id(dialog_manager)
    chosen, calendar = wanted(dialog_manager), ctx.services.events.calendar
    set_now = dict(chosen.keys(FILTERS))
    page = await calendar.browse(me, chosen)
    offered = [
        name for name in FILTERS if name in set_now or await calendar.choices(me, name, chosen)
    ]
    return {
        "choices": [Choice(name, _label(ctx, name, set_now.get(name))) for name in offered],
        "offers": bool(offered),
        "offers_nothing": not offered,
        "narrowed": chosen != Wanted(),
        "total": page.total,
    }


def _label(ctx: Ctx, name: str, key: str | None) -> str:
    """«Предмет: математика»."""
    value = titles(ctx, name).get(key, key) if key else ctx.l10n.plain("event-any")
    return cut(ctx.l10n.plain(f"event-filter-{name}", value=value), LABEL)


async def choose_filter(manager: DialogManager, name: str) -> None:
    """Look at the values of a filter."""
    if name not in FILTERS:
        raise Refusal("choice-gone")
    manager.dialog_data[FILTER] = name
    manager.dialog_data.pop(CHOICE_PAGE, None)
    await manager.switch_to(EventStates.choice)


async def to_filters(manager: DialogManager) -> None:
    """Back to all filters."""
    await manager.switch_to(EventStates.filter)


def filters_window() -> Window:
    """All filters."""
    return Window(
        paragraphs(
            T("events-filter-ask", when="offers"),
            T("events-filter-nothing", when="offers_nothing"),
        ),
        picks("filter", choose_filter, items="choices"),
        Row(
            press("events-reset", show_all, id="all", when="narrowed"),
            press("events-show", to_calendar, id="show"),
        ),
        to_menu(),
        no_typing(),
        state=EventStates.filter,
        getter=filters_data,
    )


def filter_name(manager: DialogManager) -> str:
    """The filter whose values are shown."""
    found = manager.dialog_data.get(FILTER)
    if found not in FILTERS:
        raise Refusal("choice-gone")
    return str(found)


async def values_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The values that coming events have, and how many events have each."""
    ctx, me = person_id(dialog_manager)
    name = filter_name(dialog_manager)
    chosen, names = wanted(dialog_manager), titles(ctx, name)
    counts = await ctx.services.events.calendar.choices(me, name, chosen)
    known = [key for key in names if key in counts]
    pages = max(1, -(-len(known) // LINES))
    page = page_number(dialog_manager, CHOICE_PAGE) % pages
    current = dict(chosen.keys(FILTERS)).get(name)
    return {
        "choices": [
            Choice(key, _value(names[key], counts[key], chosen=key == current))
            for key in known[page * LINES : (page + 1) * LINES]
        ],
        "what": ctx.l10n.plain(f"event-filter-ask-{name}"),
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _value(title: str, count: int, *, chosen: bool) -> str:
    sign, tail = "✓ " if chosen else "", f" · {count}"
    return sign + cut(title, LABEL - len(sign) - len(tail)) + tail


async def choose(manager: DialogManager, key: str) -> None:
    """Only events with this value."""
    name = filter_name(manager)
    ctx, me = person_id(manager)
    if key not in await ctx.services.events.calendar.choices(me, name):
        raise Refusal("choice-gone")
    set_filter(manager, name, key)
    await to_filters(manager)


async def choose_any(manager: DialogManager) -> None:
    """Events with any value."""
    set_filter(manager, filter_name(manager), None)
    await to_filters(manager)


def values_window() -> Window:
    """The values of one filter."""
    return Window(
        paragraphs(T("events-choice-ask")),
        picks("value", choose, items="choices"),
        pager(CHOICE_PAGE, when="many_pages"),
        press("event-any-button", choose_any, id="any"),
        Row(press("back", to_filters, id="back"), to_menu()),
        no_typing(),
        state=EventStates.choice,
        getter=values_data,
    )
