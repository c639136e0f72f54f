"""Which entries an admin wants to see, as the dialog remembers it."""

from __future__ import annotations

from aiogram_dialog import DialogManager

from services.audit_log import AuditFilter

KIND, PERSON, PAGE = "kind", "person_id", "page"


def wanted_of(manager: DialogManager) -> AuditFilter:
    """The filter chosen so far."""
    kind, person = manager.dialog_data.get(KIND), manager.dialog_data.get(PERSON)
    return AuditFilter(
        kind if isinstance(kind, str) else None,
        person if isinstance(person, int) else None,
    )


def choose(manager: DialogManager, key: str, value: str | int | None) -> None:
    """Remember one side of the filter; the log begins at its newest entry again."""
    manager.dialog_data[key] = value
    manager.dialog_data[PAGE] = 0
