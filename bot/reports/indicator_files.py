"""Sending results: two pictures, the workbook, the paper for the council."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, FSInputFile

from bot.context import Ctx
from bot.reports.indicator_chart import draw_results_chart
from bot.reports.indicator_paper import paper_of
from bot.reports.indicator_pictures import progress_chart, results_charts
from bot.reports.indicator_table import ResultsBook
from bot.reports.progress_chart import draw_progress_chart
from bot.reports.results_paper import write_results_paper
from bot.reports.worker import in_worker
from services.errors import Refusal

_FORBIDDEN, _TITLE = re.compile(r'[\\/:*?"<>|]'), 50  # in names of files


async def send_results(bot: Bot, ctx: Ctx, campaign_id: int, file: str) -> None:
    """Make and send one of the files; a failure is told."""
    try:
        with suppress(TelegramAPIError):
            photo = file in ("progress", "picture")
            action = ChatAction.UPLOAD_PHOTO if photo else ChatAction.UPLOAD_DOCUMENT
            await bot.send_chat_action(ctx.user.id, action)
        await _SENDERS[file](bot, ctx, campaign_id)
    except Refusal:
        return  # the role has ended meanwhile
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("indicators-file-failed"))
        raise


async def _send_progress(bot: Bot, ctx: Ctx, campaign_id: int) -> None:
    found = await ctx.services.monitoring.exporting.progress_of(ctx.me.id, campaign_id)
    png = await in_worker(draw_progress_chart, progress_chart(ctx, found))
    caption = ctx.l10n("indicators-progress-caption", title=found.campaign.title)
    await bot.send_photo(ctx.user.id, BufferedInputFile(png, "progress.png"), caption=caption)


async def _send_picture(bot: Bot, ctx: Ctx, campaign_id: int) -> None:
    found = await ctx.services.monitoring.indicators.results_of(ctx.me.id, campaign_id)
    caption = ctx.l10n("indicators-picture-caption", title=found.campaign.title)
    for chart in results_charts(ctx, found):
        png = await in_worker(draw_results_chart, chart)
        await bot.send_photo(ctx.user.id, BufferedInputFile(png, "results.png"), caption=caption)


async def _send_table(bot: Bot, ctx: Ctx, campaign_id: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "results.xlsx")
        title = await write_table(ctx, campaign_id, path)
        name = ctx.l10n.plain("indicators-table-file", **_about(ctx, title))
        caption = ctx.l10n("indicators-table-caption", title=title)
        await bot.send_document(
            ctx.user.id, FSInputFile(path, f"{_clean(name)}.xlsx"), caption=caption
        )


async def write_table(ctx: Ctx, campaign_id: int, path: Path) -> str:
    """Write the workbook of a campaign into a file, page by page; the campaign's title."""
    me, monitoring = ctx.me.id, ctx.services.monitoring
    found = await monitoring.indicators.results_of(me, campaign_id)
    progress = await monitoring.exporting.progress_of(me, campaign_id)
    _, words = await monitoring.indicators.indicator_words(me, campaign_id)
    book = await in_worker(ResultsBook, ctx, path, found, progress)
    after: int | None = 0
    while after is not None:
        schools = await monitoring.exporting.exported_sheets(me, campaign_id, after)
        await in_worker(book.add_schools, schools)
        after = schools.after
    after = 0
    while after is not None:
        past = await monitoring.exporting.exported_past(me, campaign_id, after)
        await in_worker(book.add_history, past)
        after = past.after
    await in_worker(book.finish, words)
    return found.campaign.title


async def _send_summary(bot: Bot, ctx: Ctx, campaign_id: int) -> None:
    me, monitoring = ctx.me.id, ctx.services.monitoring
    found = await monitoring.indicators.results_of(me, campaign_id)
    progress = await monitoring.exporting.progress_of(me, campaign_id)
    _, words = await monitoring.indicators.indicator_words(me, campaign_id)
    discussed = await monitoring.reviews.discussed(me, found.campaign.id)
    paper = paper_of(ctx, found, progress, words, discussed)
    data = await in_worker(write_results_paper, paper)
    name = ctx.l10n.plain("indicators-summary-file", **_about(ctx, found.campaign.title))
    caption = ctx.l10n("indicators-summary-caption", title=found.campaign.title)
    file = BufferedInputFile(data, f"{_clean(name)}.docx")
    await bot.send_document(ctx.user.id, file, caption=caption)


def _about(ctx: Ctx, campaign: str) -> dict[str, str]:
    """The campaign and the day, for the name of a file."""
    clock = ctx.services.clock
    day = clock.now().astimezone(clock.zone)
    return {"title": campaign[:_TITLE], "date": f"{day:%Y-%m-%d}"}


def _clean(name: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", name).split())


_SENDERS: dict[str, Callable[[Bot, Ctx, int], Awaitable[None]]] = {
    "progress": _send_progress,
    "picture": _send_picture,
    "table": _send_table,
    "summary": _send_summary,
}
