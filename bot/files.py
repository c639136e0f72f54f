"""Files that people send, and spreadsheets that are sent to them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import BufferedInputFile, Document

from bot.context import Ctx
from bot.reports.worker import in_worker
from content import SheetLayout
from services.errors import Refusal
from services.sheets import FILE_LIMIT, Sheet, read_sheet


async def read_sent(bot: Bot, ctx: Ctx, document: Document, layout: SheetLayout) -> Sheet:
    """The spreadsheet in a document; refuses what is too large before it is fetched."""
    if (document.file_size or 0) > FILE_LIMIT:
        raise Refusal("sheet-large")
    return await read_again(bot, ctx, document.file_id, document.file_name or "", layout)


async def read_again(
    bot: Bot, ctx: Ctx, file_id: str, file_name: str, layout: SheetLayout
) -> Sheet:
    """The spreadsheet in a file that Telegram keeps."""
    data = BytesIO()
    try:
        await bot.download(file_id, data)
    except TelegramBadRequest:
        raise Refusal("sheet-gone") from None
    return await in_worker(read_sheet, data.getvalue(), file_name, layout, ctx.locale)


async def send_file(bot: Bot, ctx: Ctx, name: str, caption: str, make: Callable[[], bytes]) -> None:
    """Make a file in the worker and send it; a failure is told."""
    with suppress(TelegramAPIError):
        await bot.send_chat_action(ctx.user.id, ChatAction.UPLOAD_DOCUMENT)
    try:
        data = await in_worker(make)
        await bot.send_document(ctx.user.id, BufferedInputFile(data, name), caption=caption)
    except Exception:
        await bot.send_message(ctx.user.id, ctx.l10n("sheet-failed"))
        raise
