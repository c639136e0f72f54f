"""What the conversation has chosen so far: whose roles, which role, where."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

PERSON, ROLE, SCHOOL, DIRECTION, GRANT = "person_id", "role", "school_id", "direction", "grant_id"
# Whether the list of schools shows although the person has a school of their own.
LISTING = "listing"


def person_chosen(manager: DialogManager) -> int:
    """Whose roles are on the screen."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get(PERSON, start.get(PERSON))
    return found if isinstance(found, int) else 0


def role_chosen(manager: DialogManager) -> str:
    """The role that is being given."""
    return str(manager.dialog_data.get(ROLE, ""))


def choose(manager: DialogManager, **choices: Any) -> None:
    """Remember a choice in place of the one before."""
    manager.dialog_data.update(choices)


def start_over(manager: DialogManager) -> None:
    """Forget which role was to be given, and where."""
    for key in (ROLE, SCHOOL, DIRECTION, LISTING, "query", "page"):
        manager.dialog_data.pop(key, None)
