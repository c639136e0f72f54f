"""Where results are discussed: places, conclusions, decisions and what becomes of them."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.council import addressing, deciding, decision, listing, places, wording


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        places.window(),
        places.place_window(),
        listing.window(),
        wording.held_window(),
        wording.conclusion_window(),
        wording.text_window(),
        wording.responsible_window(),
        wording.due_window(),
        addressing.window(),
        decision.window(),
        deciding.send_window(),
        deciding.close_window(),
        deciding.send_back_window(),
        deciding.drop_window(),
    )
