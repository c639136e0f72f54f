"""The picture with which people check in."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import BufferedInputFile

from bot.checkin import link_of
from bot.context import Ctx
from bot.event_words import span_words
from bot.reports.qr import draw_qr
from bot.reports.worker import in_worker
from services.events.marking import CheckInDesk


async def send_checkin(bot: Bot, ctx: Ctx, desk: CheckInDesk) -> None:
    """Link and code with a QR picture; as text alone where the picture does not go."""
    link = await link_of(bot, desk.event.token)
    clock = ctx.services.clock
    text = ctx.l10n(
        "checkin-caption",
        event=desk.event.title,
        link=link,
        code=desk.event.code,
        span=span_words(ctx.l10n, clock.zone, desk.opens, desk.closes, clock.now()),
    )
    try:
        picture = BufferedInputFile(await in_worker(draw_qr, link), "checkin.png")
        await bot.send_photo(ctx.user.id, picture, caption=text)
    except TelegramForbiddenError:
        raise
    except TelegramAPIError:
        await bot.send_message(ctx.user.id, text)
