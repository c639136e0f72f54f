"""Results as pictures and files."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.indicators.data import campaign_id, to_overview
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.indicator_words import coverage_words, period_words
from bot.reports.indicator_files import send_results
from bot.states import IndicatorStates


async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the files would be about."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.indicators.results_of(me, campaign_id(dialog_manager))
    return {
        "title": found.campaign.title,
        "period": period_words(ctx.l10n, found.campaign),
        "coverage": coverage_words(ctx.l10n, found.coverage),
        "lacking": found.coverage.lacking,
        "minimum": found.coverage.minimum,
        "few": found.coverage.lacking > 0,
    }


async def _send(manager: DialogManager, file: str) -> None:
    ctx, me = person_id(manager)
    campaign = campaign_id(manager)
    await ctx.services.monitoring.exporting.export_results(me, campaign, file)
    toast(manager, "indicators-file-coming")
    bot = manager.middleware_data["bot"]
    ctx.background.run(send_results(bot, ctx_of(manager), campaign, file))


async def progress(manager: DialogManager) -> None:
    """Who answered when."""
    await _send(manager, "progress")


async def picture(manager: DialogManager) -> None:
    """Indicators against thresholds."""
    await _send(manager, "picture")


async def table(manager: DialogManager) -> None:
    """The spreadsheet."""
    await _send(manager, "table")


async def summary(manager: DialogManager) -> None:
    """The paper for the council."""
    await _send(manager, "summary")


def window() -> Window:
    """Pictures and files."""
    return Window(
        paragraphs(T("indicators-files-head"), T("indicators-few", when="few")),
        press("indicators-file-progress", progress, id="progress"),
        press("indicators-file-picture", picture, id="picture"),
        press("indicators-file-table", table, id="table"),
        press("indicators-file-summary", summary, id="summary"),
        Row(press("indicators-back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.files,
        getter=data,
    )
