"""The baseline of the sender: the loop that aiogram's example of a broadcast shows.

One message after the other with a pause of 0.05 seconds ("20 messages per second, limit: 30"); a
request to wait is obeyed and the message tried again, other errors are passed over. Settings:
`BOT_TOKEN`, `BOT_API_URL`, `PEOPLE` (a file with a Telegram id on each line), `TEXT`.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter


async def send(bot: Bot, user_id: int, text: str) -> bool:
    """One message; whether it has arrived."""
    try:
        await bot.send_message(user_id, text)
    except TelegramRetryAfter as error:
        await asyncio.sleep(error.retry_after)
        return await send(bot, user_id, text)
    except TelegramAPIError:
        return False
    return True


async def main() -> None:
    """Send to everybody, then end."""
    api = TelegramAPIServer.from_base(os.environ["BOT_API_URL"])
    bot = Bot(
        os.environ["BOT_TOKEN"],
        session=AiohttpSession(api=api),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    people = Path(os.environ["PEOPLE"]).read_text(encoding="utf-8").split()
    for user_id in map(int, people):
        await send(bot, user_id, os.environ["TEXT"])
        await asyncio.sleep(0.05)
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(main())
