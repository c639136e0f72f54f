"""What the screens of attendance share: which event it is, and moving about."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.widgets import cut, press, to_menu
from bot.event_words import moment_words
from bot.states import AttendanceStates, open_made_event
from services.events import Event
from services.events.marking import Participant

TITLE = 120  # characters of a title above a list
QUERY, PERSON = "query", "person_id"


def event_id(manager: DialogManager) -> int:
    """The event that the screens are about; 0, which there never is, for none."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = start.get("event_id")
    return found if isinstance(found, int) else 0


def head(ctx: Ctx, event: Event) -> dict[str, Any]:
    """Title and time of the event, for the getter of a window."""
    clock, begins = ctx.services.clock, event.starts_at
    return {
        "event": cut(event.title, TITLE),
        "when": moment_words(ctx.l10n, clock.zone, begins, clock.now()) if begins else "",
    }


def person_label(ctx: Ctx, person: Participant, *, marks: bool = True) -> str:
    """«✓ Иванова Анна · СОШ № 5»."""
    school = person.school.title(ctx.locale) if person.school else ""
    label = f"{person.name} · {school}" if school else person.name
    return f"✓ {label}" if marks and person.came_at is not None else label


def typed_query(manager: DialogManager) -> str:
    """What was typed to search for, or an empty text."""
    found = manager.dialog_data.get(QUERY)
    return found if isinstance(found, str) else ""


async def to_list(manager: DialogManager) -> None:
    """Back to the list."""
    manager.dialog_data.pop(QUERY, None)
    await manager.switch_to(AttendanceStates.participants)


async def to_actions(manager: DialogManager) -> None:
    """What else there is to do."""
    manager.dialog_data.pop(QUERY, None)
    await manager.switch_to(AttendanceStates.actions)


async def to_event(manager: DialogManager) -> None:
    """Back to the event."""
    await open_made_event(manager, event_id(manager))


def ways_back() -> Row:
    """To the list of people, to the event, to the menu."""
    return Row(
        press("attendance-to-list", to_list, id="to_list"),
        press("attendance-to-event", to_event, id="to_event"),
        to_menu(),
    )
