"""What came out of a campaign: indicators, schools, periods, files; and one's own school."""

from __future__ import annotations

from aiogram_dialog import Dialog

from bot.dialogs.indicators import card, files, overview, own, ranking, school, wording


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        overview.list_window(),
        overview.window(),
        card.window(),
        card.dynamics_window(),
        ranking.window(),
        ranking.schools_window(),
        school.window(),
        own.window(),
        wording.window(),
        files.window(),
    )
