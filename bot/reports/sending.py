"""Sending pictures and documents: made in the worker, uploaded once, known by file id after."""

from __future__ import annotations

from contextlib import suppress
from zlib import crc32

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from bot.context import Ctx
from bot.reports.outcomes import chart_of, document_of
from bot.reports.result_chart import ResultChart, draw_result_chart
from bot.reports.result_document import write_result_document
from bot.reports.worker import in_worker
from services.errors import Refusal


async def send_chart(bot: Bot, ctx: Ctx, assessment_id: int) -> None:
    """The result as a picture; a failure is told, the result itself is safe."""
    caption = ctx.l10n("chart-caption")
    try:
        outcome = await ctx.services.results.outcome(ctx.me.id, assessment_id)
        chart = chart_of(ctx, outcome, ctx.me.full_name or "")
        name = picture_name(assessment_id, chart)
        known = await ctx.services.results.picture(name)
        if known and await _send_known(bot, ctx, known, caption):
            return
        await _show_action(bot, ctx, ChatAction.UPLOAD_PHOTO)
        png = await in_worker(draw_result_chart, chart)
        photo = BufferedInputFile(png, "result.png")
        await _check_owner(ctx, assessment_id)
        sent = await bot.send_photo(ctx.user.id, photo, caption=caption)
        await _check_owner(ctx, assessment_id)
        await _remember(ctx, name, sent)
    except Refusal:
        return  # the person was forgotten meanwhile, and so is the picture
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("file-failed"))
        raise


async def send_document(bot: Bot, ctx: Ctx, assessment_id: int) -> None:
    """The result as a DOCX; a failure is told, the result itself is safe."""
    me = ctx.me.id
    try:
        await _show_action(bot, ctx, ChatAction.UPLOAD_DOCUMENT)
        outcome = await ctx.services.results.outcome(me, assessment_id)
        card = await ctx.services.people.card(me)
        wishes = await ctx.services.results.wishes(me, assessment_id)
        chart = chart_of(ctx, outcome, card.person.full_name or "")
        png = await in_worker(draw_result_chart, chart)
        data = await in_worker(write_result_document, document_of(ctx, outcome, card, wishes, png))
        finished = outcome.finished_at.astimezone(ctx.services.clock.zone)
        file = ctx.l10n.plain("document-file", date=finished.strftime("%Y-%m-%d"))
        await _check_owner(ctx, assessment_id)
        await bot.send_document(
            ctx.user.id,
            BufferedInputFile(data, f"{file}.docx"),
            caption=ctx.l10n("document-caption"),
        )
    except Refusal:
        return  # the person was forgotten meanwhile
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("file-failed"))
        raise


async def _check_owner(ctx: Ctx, assessment_id: int) -> None:
    """Drawing takes its time: refuses when the result is no longer the person's."""
    await ctx.services.results.outcome(ctx.me.id, assessment_id)


async def _show_action(bot: Bot, ctx: Ctx, action: ChatAction) -> None:
    """«Отправляет фото…» in the chat's head: nice to have, never a reason to fail."""
    with suppress(TelegramAPIError):
        await bot.send_chat_action(ctx.user.id, action)


def picture_name(assessment_id: int, chart: ResultChart) -> str:
    """Changes with everything that the picture shows: language, name, earlier result."""
    return f"result:{assessment_id}:{crc32(repr(chart).encode()):08x}"


async def _send_known(bot: Bot, ctx: Ctx, file_id: str, caption: str) -> bool:
    try:
        await bot.send_photo(ctx.user.id, file_id, caption=caption)
    except TelegramBadRequest:
        return False  # Telegram no longer has it: draw it again
    return True


async def _remember(ctx: Ctx, name: str, sent: Message) -> None:
    if sent.photo:
        await ctx.services.results.keep_picture(name, sent.photo[-1].file_id)
