"""What the screens of a result share: which result they show."""

from __future__ import annotations

from aiogram_dialog import DialogManager

from services.errors import Refusal


def result_id(manager: DialogManager) -> int:
    """The assessment that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("assessment_id", start.get("assessment_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found
