"""Events as those who make them see them: the list, the card, the fields, what is asked once."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.event_desk import (
    card,
    changes,
    choosing,
    deciding,
    fields,
    listing,
    texts,
    times,
)


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        listing.window(),
        card.window(),
        card.more_window(),
        fields.window(),
        fields.details_window(),
        texts.window(),
        texts.seats_window(),
        choosing.window(),
        choosing.topics_window(),
        choosing.picture_window(),
        times.window(),
        times.deadline_window(),
        changes.window(),
        deciding.publish_window(),
        deciding.cancel_window(),
        deciding.discard_window(),
    )
