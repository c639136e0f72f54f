"""Who comes to an event, who came, what they said, what they get."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.attendance import (
    actions,
    checkin,
    feedback,
    guests,
    materials,
    participants,
    person,
)


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        participants.window(),
        actions.window(),
        actions.everybody_window(),
        guests.window(),
        person.window(),
        checkin.window(),
        feedback.window(),
        materials.window(),
        materials.material_window(),
        materials.hand_out_window(),
    )
