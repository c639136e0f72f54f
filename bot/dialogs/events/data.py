"""What the screens of events share: the filters chosen, the event looked at, moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.states import EventStates, open_result
from services.errors import Refusal
from services.events.calendar import FILTERS, Wanted

FOR_ME, PAGE, MINE_PAGE, CHOICE_PAGE = "for_me", "page", "mine_page", "choice_page"
EVENT, PAST, CAME_FROM, FILTER = "event_id", "past", "from", "filter"


async def begin(start_data: Any, manager: DialogManager) -> None:
    """A calendar may be opened with a block or a rubric to show."""
    given = start_data if isinstance(start_data, dict) else {}
    for name in ("block", "rubric"):
        if isinstance(given.get(name), str):
            manager.dialog_data[name] = given[name]


def wanted(manager: DialogManager) -> Wanted:
    """The filters as they are set."""
    data = manager.dialog_data
    chosen = {name: data[name] for name in FILTERS if isinstance(data.get(name), str)}
    return Wanted(for_me=data.get(FOR_ME) is True, **chosen)


def set_filter(manager: DialogManager, name: str, key: str | None) -> None:
    """Ask for events with this key, or with any."""
    if name not in FILTERS:
        raise Refusal("choice-gone")
    manager.dialog_data.pop(name, None)
    manager.dialog_data.pop(PAGE, None)
    if key is not None:
        manager.dialog_data[name] = key


async def show_all(manager: DialogManager) -> None:
    """Drop all filters, and show the calendar."""
    for name in (*FILTERS, FOR_ME, PAGE):
        manager.dialog_data.pop(name, None)
    await to_calendar(manager)


def event_id(manager: DialogManager) -> int:
    """The event that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get(EVENT, start.get(EVENT))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def to_calendar(manager: DialogManager) -> None:
    """Coming events."""
    await manager.switch_to(EventStates.calendar)


def from_result(manager: DialogManager) -> int | None:
    """The result from which the calendar was opened."""
    given = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = given.get("result")
    return found if isinstance(found, int) else None


async def to_result(manager: DialogManager) -> None:
    """Back to that result."""
    found = from_result(manager)
    if found is None:
        raise Refusal("choice-gone")
    await open_result(manager, found, new=False)


async def to_mine(manager: DialogManager) -> None:
    """Where one has a place."""
    await manager.switch_to(EventStates.mine)


async def to_card(manager: DialogManager) -> None:
    """The event."""
    await manager.switch_to(EventStates.card)


async def show_card(manager: DialogManager, event: int, came_from: str) -> None:
    """An event of a list, with the way back there."""
    manager.dialog_data[EVENT] = event
    manager.dialog_data[CAME_FROM] = came_from
    await to_card(manager)


async def back_from_card(manager: DialogManager) -> None:
    """Back to the list that one came from."""
    mine = manager.dialog_data.get(CAME_FROM) == "mine"
    await (to_mine if mine else to_calendar)(manager)


async def to_reminders(manager: DialogManager) -> None:
    """Which reminders one gets."""
    here = "card" if manager.current_context().state == EventStates.card else "mine"
    manager.dialog_data["asked_from"] = here
    await manager.switch_to(EventStates.reminders)


async def back_from_reminders(manager: DialogManager) -> None:
    """Back to the event, or to one's events."""
    card = manager.dialog_data.get("asked_from") == "card"
    await (to_card if card else to_mine)(manager)
