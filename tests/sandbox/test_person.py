"""The driver, in front of a tiny ordinary aiogram bot that polls over HTTP."""

import asyncio
import time
from contextlib import suppress

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

from sandbox import Sandbox


def keyboard(*texts):
    rows = [[InlineKeyboardButton(text=text, callback_data=text)] for text in texts]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def dispatcher():
    dp = Dispatcher(statuses=[])
    answer_buttons(dp)
    answer_messages(dp)

    @dp.my_chat_member()
    async def member(event: ChatMemberUpdated, statuses: list[str]):
        statuses.append(event.new_chat_member.status)

    return dp


def answer_buttons(dp):

    @dp.message(CommandStart())
    async def start(message: Message):
        await message.answer("Согласны?", reply_markup=keyboard("Согласна ✅", "Нет"))

    @dp.callback_query(F.data.startswith("Согласна"))
    async def agreed(query: CallbackQuery):
        await query.message.edit_text("<b>Пункт 1</b> из 42", parse_mode="HTML")
        await query.answer("Спасибо")

    @dp.callback_query(F.data == "silent")
    async def silent(query: CallbackQuery):
        pass

    @dp.callback_query()
    async def other(query: CallbackQuery):
        await query.answer(f"Кнопка {query.data} устарела", show_alert=True)


def answer_messages(dp):
    @dp.message(F.text == "файлы")
    async def files(message: Message, png_bytes: bytes):
        await message.answer_photo(BufferedInputFile(png_bytes, "карта.png"), caption="Карта")
        await message.answer_document(BufferedInputFile("день".encode(), "отчёт.txt"))

    @dp.message(F.text == "телефон")
    async def phone(message: Message):
        rows = [[KeyboardButton(text="Отправить номер", request_contact=True)]]
        await message.answer("Номер?", reply_markup=ReplyKeyboardMarkup(keyboard=rows))

    @dp.message(F.contact)
    async def contact(message: Message):
        own = message.contact.user_id == message.from_user.id
        await message.answer(f"Ваш номер {message.contact.phone_number}: {own}")

    @dp.message(F.document)
    async def document(message: Message, bot: Bot):
        data = await bot.download(message.document)
        await message.answer(f"{message.document.file_name}: {data.read().decode()}")

    @dp.edited_message()
    async def edited(message: Message):
        await message.answer(f"Исправлено: {message.text}")


@pytest.fixture
async def box(png):
    """Instead of the bare server: one with the tiny bot behind it."""
    async with Sandbox(timeout=3) as running:
        session = AiohttpSession(api=TelegramAPIServer.from_base(running.url))
        bot = Bot(running.token, session=session)
        dp = dispatcher()
        polling = asyncio.create_task(
            dp.start_polling(bot, handle_signals=False, png_bytes=png(), polling_timeout=2)
        )
        running.statuses = dp["statuses"]
        yield running
        with suppress(RuntimeError):
            await dp.stop_polling()
        await polling


@pytest.fixture
async def anna(box):
    person = box.person("Анна")
    await person.sends("/start")
    await person.sees("Согласны?")
    return person


async def test_a_person_talks_to_an_ordinary_bot(anna):
    assert anna.buttons == [["Согласна ✅"], ["Нет"]]
    answer = await anna.presses("Согласна")
    assert answer == {"text": "Спасибо", "show_alert": False}
    message = await anna.sees("Пункт 1 из 42")
    assert message["entities"][0]["type"] == "bold"
    assert anna.screen == "Пункт 1 из 42"
    assert anna.buttons == []
    assert [m["from"]["is_bot"] for m in anna.messages] == [False, True]


async def test_presses_waits_for_the_button_to_appear(anna):
    asyncio.get_running_loop().call_later(0.1, lambda: anna._account.write("/start"))
    await anna.presses("Согласна")
    await anna.presses("Согласна")
    assert [m["text"] for m in anna.bot_messages] == ["Пункт 1 из 42"] * 2


async def test_after_a_new_command_the_old_button_of_the_same_name_is_left_alone(anna, box):
    await anna.sends("/start")
    await anna.presses("Согласна")
    await anna.sees("Пункт 1 из 42")
    assert [m["text"] for m in anna.bot_messages] == ["Согласны?", "Пункт 1 из 42"]


async def test_a_screen_that_does_not_change_is_still_seen(anna):
    await anna.presses("Нет")
    await anna.sees("Согласны?")
    await anna.presses("Нет")
    assert len(anna.alerts) == 2


async def test_a_button_of_one_message_is_pressed_by_its_id(anna):
    first = anna.last["message_id"]
    await anna.sends("/start")
    await anna.presses("Согласна", message_id=first)
    assert anna.messages[1]["text"] == "Пункт 1 из 42"


async def test_an_exact_text_is_preferred_to_a_part(anna):
    await anna.presses("Нет")
    assert anna.alerts[-1] == {"text": "Кнопка Нет устарела", "show_alert": True}


async def test_a_missing_button_is_reported_with_the_whole_screen(anna):
    with pytest.raises(AssertionError) as failure:
        await anna.presses("Далее", timeout=0.05)
    report = str(failure.value)
    for part in ("«Далее»", "Согласны?", "[Согласна ✅]", "sendMessage", "-> 200 ok"):
        assert part in report


async def test_a_missing_text_is_reported_with_the_whole_screen(anna):
    with pytest.raises(AssertionError, match=r"(?s)«Пункт».*Согласны"):
        await anna.sees("Пункт", timeout=0.05)


async def test_a_press_that_the_bot_does_not_answer_is_a_failure(anna):
    with pytest.raises(AssertionError, match="did not answer"):
        await anna.taps("silent", timeout=0.2)


async def test_a_forged_tap_on_a_vanished_message_reaches_the_bot(anna):
    await anna.taps("forged", message_id=100500)
    assert anna.alerts[-1]["text"] == "Кнопка forged устарела"


async def test_a_tap_without_waiting_returns_its_query_id(anna, box):
    query_id = await anna.taps("x", wait=False)
    assert box.updates[-1]["callback_query"]["id"] == query_id


async def test_photos_and_documents_are_seen_and_downloaded(anna, png):
    await anna.sends("файлы")
    photo = await anna.sees_photo()
    assert photo["caption"] == "Карта"
    assert await anna.downloads(photo) == png()
    document = await anna.sees_document("отчёт")
    assert (await anna.downloads(document)).decode() == "день"
    with pytest.raises(AssertionError, match="no document"):
        await anna.sees_document("приказ", timeout=0.05)


async def test_a_document_of_the_person_is_read_by_the_bot(anna):
    await anna.sends_document("план.txt", "урок".encode())
    await anna.sees("план.txt: урок")


async def test_a_contact_button_of_the_reply_keyboard_sends_the_own_phone(anna):
    await anna.sends("телефон")
    await anna.presses("Отправить номер")
    await anna.sees("True")
    await anna.sends_contact("+79991234567", own=False)
    await anna.sees("Ваш номер +79991234567: False")


async def test_an_edit_of_the_person_reaches_the_bot(anna):
    message = await anna.sends("опечтка")
    await anna.edits(message["message_id"], "опечатка")
    await anna.sees("Исправлено: опечатка")


async def test_blocking_reaches_the_bot_and_a_blocked_bot_hears_nothing_more(anna, box):
    await anna.blocks()
    with pytest.raises(AssertionError, match="blocked"):
        await anna.sends("эй")
    await anna.unblocks()
    await box.idle()
    assert box.statuses == ["kicked", "member"]


async def test_a_replayed_update_is_handled_again(anna, box):
    await box.idle()
    start = next(update for update in box.updates if "message" in update)
    await anna.replays(start)
    await box.idle()
    assert [m["text"] for m in anna.bot_messages] == ["Согласны?"] * 2


async def test_idle_returns_when_the_bot_has_come_to_rest(anna, box):
    await anna.sends("файлы")
    started = time.monotonic()
    await box.idle()
    assert time.monotonic() - started < 2
    assert len(anna.bot_messages) == 3


async def test_a_person_cannot_send_what_no_app_sends(anna):
    for text in ("", "  \n", "я" * 4097):
        with pytest.raises(AssertionError, match="app would"):
            await anna.sends(text)


async def test_a_button_may_ask_for_the_place(api, anna):
    rows = [[{"text": "Где я", "request_location": True}]]
    await api("sendMessage", chat_id=anna.id, text="Где Вы?", reply_markup={"keyboard": rows})
    await anna.presses("Где я")
    assert set(anna.messages[-1]["location"]) == {"latitude", "longitude"}
    sent = await anna.sends_location(56.85, 53.2)
    assert (await api("getUpdates"))[-1]["message"] == sent
    assert sent["location"] == {"latitude": 56.85, "longitude": 53.2}


async def test_nobody_can_do_anything_with_a_message_that_is_not_there(anna):
    for act in (anna.edits(999, "x"), anna.deletes(999), anna.sends("x", reply_to=999)):
        with pytest.raises(AssertionError, match="there is no message 999 in this chat"):
            await act


async def test_no_app_sends_half_a_character(anna):
    with pytest.raises(AssertionError, match="half a character"):
        await anna.sends("\ud83d")
