"""A foreign bot, polled by aiogram itself, works here without knowing where it is."""

import asyncio
from contextlib import suppress

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import BotCommand

from sandbox import Sandbox
from sandbox.people.account import Account
from sandbox.people.groups import add_bot
from tests.sandbox.shop_bot import shop


@pytest.fixture
async def box(png):
    async with Sandbox("77:SHOP", timeout=3) as running:
        owner = running.person("Хозяин")
        await owner.sends("ключи от лавки")
        session = AiohttpSession(api=TelegramAPIServer.from_base(running.url))
        bot = Bot(running.token, session, DefaultBotProperties(parse_mode=ParseMode.MARKDOWN_V2))
        dp = Dispatcher()
        dp.include_router(shop(png(), owner.id))
        await bot.set_my_commands([BotCommand(command="start", description="Сначала")])
        polling = asyncio.create_task(
            dp.start_polling(bot, handle_signals=False, polling_timeout=2)
        )
        yield running
        with suppress(RuntimeError):
            await dp.stop_polling()
        await polling
        await bot.session.close()


@pytest.fixture
async def vera(box):
    return box.person("Вера")


async def chooses_coffee(vera):
    await vera.sends("/start")
    await vera.sees("Лавка!")
    await vera.presses("Каталог")
    first = await vera.sees("1. Чай")
    await vera.presses("›")
    assert (await vera.sees("2. Кофе"))["message_id"] == first["message_id"]
    await vera.presses("Купить")
    await vera.sees("Куда везти?")


async def gives_place_and_phone(box, vera):
    place = {"location": {"latitude": 55.4, "longitude": 37.6}}
    Account(box.world, vera.chat, strict=True).post(place)
    await vera.sees("Ваш номер?")
    await vera.presses("Дать номер")
    await vera.sees("Кофе на 55: свой номер")
    await box.idle()


async def test_the_catalogue_is_an_album_and_pages_in_one_message(vera):
    await chooses_coffee(vera)
    album = [message for message in vera.bot_messages if "media_group_id" in message]
    assert [message.get("caption") for message in album] == ["Наши товары", None]
    assert vera.alerts == [{"text": "Записано", "show_alert": True}]
    assert vera.buttons == []


async def test_an_order_goes_step_by_step(box, vera):
    await chooses_coffee(vera)
    await vera.sends("на деревню")
    await vera.sees("Нужна точка")
    await gives_place_and_phone(box, vera)
    [asked] = [message for message in vera.bot_messages if "reply_to_message" in message]
    assert asked["reply_to_message"]["location"]["latitude"] == 55.4
    assert vera.reply_keyboard == []
    assert vera.pinned["text"] == vera.screen


async def test_the_owner_gets_a_copy_and_a_forward(box, vera):
    await chooses_coffee(vera)
    await gives_place_and_phone(box, vera)
    owner = next(box.world.people())
    copied, forwarded = [stored.message for stored in owner.messages.values()][-2:]
    assert copied["text"] == vera.screen
    assert "forward_origin" not in copied
    assert forwarded["contact"]["user_id"] == vera.id
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Вера"


async def test_a_deep_link_and_entities_made_by_hand(vera):
    await vera.sends("/start маша")
    message = await vera.sees("Вас позвал маша")
    assert message["entities"] == [{"type": "bold", "offset": 11, "length": 4}]


async def test_bad_markup_comes_to_the_error_handler_of_the_bot(vera):
    await vera.sends("Ошибка")
    await vera.sees("Character '.' is reserved")


async def test_files_go_there_and_back(vera, png):
    await vera.sends_document("дело.bin", b"12345")
    answer = await vera.sees_document("размер")
    assert await vera.downloads(answer) == b"5"
    assert answer["caption_entities"][0]["type"] == "italic"
    await vera.sends_album([png(), png()])
    await vera.sees_document("размер")


async def test_an_edit_of_the_person_is_answered(vera):
    message = await vera.sends("чяй")
    await vera.edits(message["message_id"], "чай")
    await vera.sees("Стало: чай")


async def test_in_a_group_it_greets_and_answers_commands(box, vera):
    room = box.world.add_group("Соседи", [vera.id])
    account = Account(box.world, vera.chat, strict=True)
    add_bot(account, room)
    account.write("/rules@sandbox_bot", where=room)
    await box.idle()
    texts = [each.message.get("text") for each in room.messages.values() if each.outgoing]
    assert texts == ["Здравствуйте", "Не шуметь"]
    rules = next(reversed(room.messages.values())).message
    assert rules["reply_to_message"]["text"] == "/rules@sandbox_bot"
    turned = account.press("page:2", rules["message_id"], room)
    await box.world.changed.until(lambda: turned.answer, 3)
    assert room.messages[rules["message_id"]].message["text"] == "3. Мёд"
