"""What the screens of the directory keep: whom they show, and which people are looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager

from bot.context import Ctx
from bot.states import DirectoryStates, open_claim, open_school, open_transfer
from services.errors import Refusal
from services.schools import School

PERSON, SCHOOL, ROLE, NAME, PAGE = "person_id", "school_id", "role", "name", "people_page"
ORIGIN = "origin"
_WAYS_BACK: dict[str, Callable[[DialogManager, int], Awaitable[None]]] = {
    "claim": open_claim,
    "transfer": open_transfer,
    "school": open_school,
}


def person_shown(manager: DialogManager) -> int:
    """The person whom the screen is about."""
    found = manager.dialog_data.get(PERSON)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


def school_wanted(manager: DialogManager) -> int | None:
    """The school to which the list is narrowed."""
    found = manager.dialog_data.get(SCHOOL)
    return found if isinstance(found, int) else None


def role_wanted(manager: DialogManager) -> str | None:
    """The role to which the list is narrowed."""
    found = manager.dialog_data.get(ROLE)
    return found if isinstance(found, str) else None


def name_wanted(manager: DialogManager) -> str:
    """What was typed to search for, or an empty text."""
    found = manager.dialog_data.get(NAME)
    return found if isinstance(found, str) else ""


def origin_of(manager: DialogManager) -> tuple[str, int] | None:
    """The screen that asked for these people: its kind, and what it is about."""
    found = manager.dialog_data.get(ORIGIN)
    return (str(found[0]), int(found[1])) if isinstance(found, list) else None


async def to_origin(manager: DialogManager) -> None:
    """Back to the screen that asked for these people."""
    origin = origin_of(manager)
    if origin is None:
        raise Refusal("choice-gone")
    await _WAYS_BACK[origin[0]](manager, origin[1])


def filter_words(ctx: Ctx, school: School | None, role: str | None) -> str:
    """To what the list is narrowed: «СОШ № 5 · Наставник»."""
    words = [school.title(ctx.locale)] if school else []
    words += [ctx.l10n.plain(f"role-{role}")] if role else []
    return " · ".join(words)


async def to_list(manager: DialogManager) -> None:
    """To the list, at its beginning."""
    manager.dialog_data.pop(PAGE, None)
    await manager.switch_to(DirectoryStates.find)


async def back_to_list(manager: DialogManager) -> None:
    """To the list where it was left."""
    await manager.switch_to(DirectoryStates.find)


async def to_card(manager: DialogManager) -> None:
    """Back to the card that was looked at."""
    await manager.switch_to(DirectoryStates.card)
