"""Sending pictures and documents: made in the worker, uploaded once, known by file id after."""

from __future__ import annotations

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.context import Ctx
from bot.reports.outcomes import chart_of, document_of
from bot.reports.result_chart import draw_result_chart
from bot.reports.result_document import write_result_document
from bot.reports.worker import in_worker
from services.results import Outcome


async def send_chart(bot: Bot, ctx: Ctx, assessment_id: int) -> None:
    """The result as a picture; a failure is told, the result itself is safe."""
    name = f"result:{assessment_id}:{ctx.locale}"
    caption = ctx.l10n("chart-caption")
    try:
        outcome = await ctx.services.results.outcome(ctx.me.id, assessment_id)
        known = await ctx.services.results.picture(name)
        if known and await _send_known(bot, ctx, known, caption):
            return
        await bot.send_chat_action(ctx.user.id, ChatAction.UPLOAD_PHOTO)
        png = await _draw(ctx, outcome)
        photo = BufferedInputFile(png, "result.png")
        sent = await bot.send_photo(ctx.user.id, photo, caption=caption)
        await _remember(ctx, name, sent)
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("file-failed"))
        raise


async def send_document(bot: Bot, ctx: Ctx, assessment_id: int) -> None:
    """The result as a DOCX; a failure is told, the result itself is safe."""
    me = ctx.me.id
    try:
        await bot.send_chat_action(ctx.user.id, ChatAction.UPLOAD_DOCUMENT)
        outcome = await ctx.services.results.outcome(me, assessment_id)
        card = await ctx.services.people.card(me)
        wishes = await ctx.services.results.wishes(me, assessment_id)
        png = await _draw(ctx, outcome)
        data = await in_worker(write_result_document, document_of(ctx, outcome, card, wishes, png))
        finished = outcome.finished_at.astimezone(ctx.services.clock.zone)
        file = ctx.l10n.plain("document-file", date=finished.strftime("%Y-%m-%d"))
        await bot.send_document(
            ctx.user.id,
            BufferedInputFile(data, f"{file}.docx"),
            caption=ctx.l10n("document-caption"),
        )
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("file-failed"))
        raise


async def _draw(ctx: Ctx, outcome: Outcome) -> bytes:
    chart = chart_of(ctx, outcome, ctx.me.full_name or "")
    return await in_worker(draw_result_chart, chart)


async def _send_known(bot: Bot, ctx: Ctx, file_id: str, caption: str) -> bool:
    try:
        await bot.send_photo(ctx.user.id, file_id, caption=caption)
    except TelegramBadRequest:
        return False  # Telegram no longer has it: draw it again
    return True


async def _remember(ctx: Ctx, name: str, sent: Message) -> None:
    if sent.photo:
        await ctx.services.results.keep_picture(name, sent.photo[-1].file_id)
