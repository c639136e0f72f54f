"""A bot that has nothing to do with ours: a small shop in classic aiogram.

It does what such bots do: a catalogue with an album and pages, an order by steps, files back and
forth, a group, an error handler.
"""

import io

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ErrorEvent,
    ForceReply,
    Message,
    ReplyKeyboardRemove,
)
from aiogram.utils.chat_action import ChatActionSender
from aiogram.utils.formatting import Bold, Text
from aiogram.utils.keyboard import InlineKeyboardBuilder, ReplyKeyboardBuilder
from aiogram.utils.markdown import bold
from aiogram.utils.media_group import MediaGroupBuilder

GOODS = ["Чай", "Кофе", "Мёд"]


class Page(CallbackData, prefix="page"):
    number: int


class Buy(CallbackData, prefix="buy"):
    item: int


class Order(StatesGroup):
    address = State()
    phone = State()


def shop(png: bytes, owner: int) -> Router:
    """The whole bot; `owner` is who gets the orders."""
    router = Router()
    for part in (menu, order, files, group):
        part(router, png, owner)
    return router


def page(number):
    keyboard = InlineKeyboardBuilder()
    keyboard.button(text="Купить", callback_data=Buy(item=number))
    keyboard.button(text="‹", callback_data=Page(number=(number - 1) % len(GOODS)))
    keyboard.button(text="›", callback_data=Page(number=(number + 1) % len(GOODS)))
    text = f"{number + 1}\\. {bold(GOODS[number])}"
    return {"text": text, "reply_markup": keyboard.adjust(1, 2).as_markup()}


def menu(router, png, owner):
    @router.message(CommandStart(deep_link=True))
    async def invited(message: Message, command: CommandObject):
        await message.answer(**Text("Вас позвал ", Bold(command.args)).as_kwargs())

    @router.message(CommandStart())
    async def start(message: Message):
        keyboard = ReplyKeyboardBuilder()
        for text in ("Каталог", "Ничего", "Ошибка"):
            keyboard.button(text=text)
        await message.answer("Лавка\\!", reply_markup=keyboard.as_markup(resize_keyboard=True))

    @router.message(F.text == "Каталог")
    async def catalogue(message: Message):
        album = MediaGroupBuilder(caption="Наши *товары*")
        for name in ("чай.png", "кофе.png"):
            album.add_photo(BufferedInputFile(png, name))
        async with ChatActionSender.upload_photo(message.chat.id, message.bot):
            await message.answer_media_group(album.build())
        await message.answer(**page(0))

    @router.callback_query(Page.filter())
    async def turn(query: CallbackQuery, callback_data: Page):
        await query.message.edit_text(**page(callback_data.number))
        await query.answer()

    @router.message(F.text == "Ошибка")
    async def broken(message: Message):
        await message.answer("не экранировано.")

    @router.error()
    async def sorry(event: ErrorEvent):
        if not isinstance(event.exception, TelegramBadRequest):
            raise event.exception
        await event.update.message.answer(f"`{event.exception.message}`")


def order(router, png, owner):
    @router.callback_query(Buy.filter())
    async def buy(query: CallbackQuery, callback_data: Buy, state: FSMContext):
        await state.set_state(Order.address)
        await state.update_data(item=callback_data.item)
        await query.message.edit_reply_markup()
        await query.message.answer("Куда везти?", reply_markup=ForceReply())
        await query.answer("Записано", show_alert=True)

    @router.message(Order.address, F.location)
    async def place(message: Message, state: FSMContext):
        await state.update_data(at=message.location.latitude)
        await state.set_state(Order.phone)
        keyboard = ReplyKeyboardBuilder()
        keyboard.button(text="Дать номер", request_contact=True)
        await message.reply("Ваш номер?", reply_markup=keyboard.as_markup())

    @router.message(Order.phone, F.contact)
    async def phone(message: Message, state: FSMContext):
        data = await state.get_data()
        await state.clear()
        own = message.contact.user_id == message.from_user.id
        text = f"{GOODS[data['item']]} на {data['at']:.0f}: {'свой' if own else 'чужой'} номер"
        done = await message.answer(text, reply_markup=ReplyKeyboardRemove())
        await done.pin()
        await done.copy_to(owner)
        await message.forward(owner)

    @router.message(Order.address)
    async def not_a_place(message: Message):
        await message.answer("Нужна точка на карте")


def files(router, png, owner):
    @router.message(F.photo | F.document)
    async def measured(message: Message, bot: Bot):
        file = message.document or message.photo[-1]
        data = await bot.download(file, io.BytesIO())
        report = BufferedInputFile(f"{len(data.getvalue())}".encode(), "размер.txt")
        await message.answer_document(report, caption="_размер_")

    @router.edited_message()
    async def edited(message: Message):
        await message.answer(f"Стало: {bold(message.text)}")


def group(router, png, owner):
    @router.message(Command("rules"))
    async def rules(message: Message):
        await message.reply("Не шуметь", reply_markup=page(0)["reply_markup"])

    @router.my_chat_member()
    async def came(event):
        await event.answer("Здравствуйте")
