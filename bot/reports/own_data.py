"""The file with everything that is stored about a person."""

from __future__ import annotations

import json
from typing import Any

from aiogram import Bot

from bot.context import Ctx
from bot.files import send_file


async def send_own_data(bot: Bot, ctx: Ctx, data: dict[str, Any]) -> None:
    """Send it as JSON."""
    today = ctx.services.clock.now().astimezone(ctx.services.clock.zone)
    name = ctx.l10n.plain("own-data-file", date=f"{today:%Y-%m-%d}")
    caption = ctx.l10n("own-data-caption")
    await send_file(bot, ctx, f"{name}.json", caption, lambda: _written(data))


def _written(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
