"""The baseline: what anybody gets from aiogram out of the box, untuned.

A plain dispatcher, `MemoryStorage`, one callback handler: update the FSM data, edit the message,
answer the callback. Text and keyboard have the size and shape of our assessment's item screen; no
database, no dialog library, no locale, no permission check. Settings: `BOT_TOKEN`, `BOT_API_URL`.
"""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

ANSWERS = ("0 · Не владею", "1 · Частично", "2 · Применяю", "3 · Могу научить", "Не ко мне")
TEXT = """Пункт {number} из 42 ▓▓▓▓░░░░░░
Планируемые результаты и рабочая программа (1 из 7)

<b>Составляю рабочую программу по предмету на основе федеральной и готовых конструкторов</b>

<i>0 — Пока не знаю или не приходилось пробовать; начну только с помощью</i>
<i>1 — Пробую, но часто возникают затруднения</i>
<i>2 — Справляюсь самостоятельно, затруднений почти нет</i>
<i>3 — Могу показать коллегам и ответить на их вопросы</i>"""


def screen(number: int) -> tuple[str, InlineKeyboardMarkup]:
    """Text and keyboard of one item: an answer a row, then back and pause."""
    rows = [
        [InlineKeyboardButton(text=text, callback_data=f"answer:a:{number}:{value}")]
        for value, text in enumerate(ANSWERS)
    ]
    last = [
        InlineKeyboardButton(text=text, callback_data=f"answer:{text}") for text in ("‹", "Пауза")
    ]
    return TEXT.format(number=number), InlineKeyboardMarkup(inline_keyboard=[*rows, last])


async def on_start(message: Message, state: FSMContext) -> None:
    """Show the first item."""
    await state.set_data({"number": 1})
    text, markup = screen(1)
    await message.answer(text, reply_markup=markup)


async def on_answer(callback: CallbackQuery, state: FSMContext) -> None:
    """Remember the answer and show the next item."""
    assert callback.data is not None
    assert isinstance(callback.message, Message)
    number = (await state.get_data()).get("number", 1) + 1
    await state.update_data(number=number, last=callback.data)
    text, markup = screen(number)
    await callback.message.edit_text(text, reply_markup=markup)
    await callback.answer()


async def main() -> None:
    """Poll until stopped."""
    api = TelegramAPIServer.from_base(os.environ["BOT_API_URL"])
    bot = Bot(
        os.environ["BOT_TOKEN"],
        session=AiohttpSession(api=api),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML),
    )
    dispatcher = Dispatcher()
    dispatcher.message.register(on_start, CommandStart())
    dispatcher.callback_query.register(on_answer, F.data.startswith("answer:"))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
