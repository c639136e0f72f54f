"""Sending the materials of an event: one message with the links, then the files."""

from __future__ import annotations

from html import escape

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.context import Ctx
from bot.l10n import Safe
from services.events.materials import Material, Materials


async def send_materials(bot: Bot, ctx: Ctx, found: Materials) -> None:
    """Send everything; a file that Telegram has no more is named."""
    files = [one for one in found.materials if one.kind != "link"]
    await bot.send_message(ctx.user.id, _head(ctx, found, len(files)))
    for material in files:
        try:
            await _send(bot, ctx, material)
        except TelegramBadRequest:
            text = ctx.l10n("materials-file-gone", title=material.title)
            await bot.send_message(ctx.user.id, text)


def _head(ctx: Ctx, found: Materials, files: int) -> str:
    links = [
        ctx.l10n("bullet", text=Safe(f'<a href="{escape(one.url)}">{escape(one.title)}</a>'))
        for one in found.materials
        if one.kind == "link"
    ]
    parts: list[str] = [ctx.l10n("materials-message", event=found.event.title)]
    parts += ["\n".join(links)] if links else []
    parts += [ctx.l10n("materials-files-below", files=files)] if files else []
    parts.append(ctx.l10n("materials-again"))
    return "\n\n".join(parts)


async def _send(bot: Bot, ctx: Ctx, material: Material) -> None:
    if material.kind == "photo":
        await bot.send_photo(ctx.user.id, material.file_id, caption=escape(material.title))
    else:
        await bot.send_document(ctx.user.id, material.file_id, caption=escape(material.title))
