"""Own results: summary, blocks with advice, history, comparison."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.results import blocks, history, summary


def dialog() -> Dialog:
    """The dialog of results."""
    return Dialog(
        summary.window(),
        blocks.window(),
        history.window(),
        history.compare_window(),
        history.pick_window(),
    )
