"""The board of a campaign: who has answered, checking it, asking once more."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.board import (
    accepting,
    adding,
    finding,
    history,
    nudging,
    orphans,
    overview,
    reasons,
    request,
    returning,
    value,
    values,
    withdrawing,
)


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        overview.window(),
        overview.filter_window(),
        overview.more_window(),
        finding.window(),
        adding.window(),
        adding.ask_window(),
        request.window(),
        values.window(),
        value.window(),
        reasons.fields_window(),
        reasons.window(),
        returning.window(),
        returning.reopen_window(),
        accepting.window(),
        accepting.all_window(),
        withdrawing.window(),
        history.window(),
        nudging.window(),
        orphans.window(),
    )
