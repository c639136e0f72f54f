"""The web chat page in a real browser; the test itself is the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from sandbox import MovableClock, Person, Sandbox
from tests.browsing import DESK, PHONE, Chat, Window, window
from tests.sandbox.conftest import Api

NARROW = (320, 640)
Heard = Callable[[str], Awaitable[Any]]


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox("42:TEST", clock=MovableClock(), zone="Asia/Omsk", timeout=5) as running:
        yield running


@pytest.fixture
async def shown(browser: Browser, box: Sandbox, anna: Person) -> AsyncIterator[Window]:
    async with window(browser, box.url, DESK) as opened:
        yield opened


@pytest.fixture
async def chat(shown: Window) -> Chat:
    return shown.chat("Анна Иванова")


@pytest.fixture
def heard(box: Sandbox) -> Heard:
    """What the bot hears next of a kind of update."""
    last = box.updates[-1]["update_id"] if box.updates else 0

    async def next_of(kind: str) -> Any:
        nonlocal last
        new = await box.world.changed.until(
            lambda: [one for one in box.updates if one["update_id"] > last and kind in one], 10
        )
        assert new, f"no {kind}"
        last = new[0]["update_id"]
        return new[0][kind]

    return next_of


async def test_formatting_is_shown_and_markup_of_people_is_only_text(
    api: Api, anna: Person, chat: Chat, shown: Window
) -> None:
    text = (
        "<b>жирный <i>и косой</i></b> <code>x = 1</code> <a href='https://example.ru/a'>сюда</a>"
        " <tg-spoiler>тайна</tg-spoiler> 😀 <u>подчёркнуто</u>"
        "<blockquote>цитата</blockquote>&lt;img src=x onerror=alert(1)&gt;"
    )
    await api("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    await chat.sees("жирный и косой")
    message = chat.messages.last
    assert "".join(await message.locator("strong").all_inner_texts()) == "жирный и косой"
    await expect(message.locator("em")).to_have_text("и косой")
    await expect(message.locator("code")).to_have_text("x = 1")
    await expect(message.locator("u")).to_have_text("подчёркнуто")
    await expect(message.locator("blockquote")).to_have_text("цитата")
    link = message.get_by_role("link", name="сюда")
    await expect(link).to_have_attribute("href", "https://example.ru/a")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(message).to_contain_text("<img src=x onerror=alert(1)>")
    assert await message.locator("img").count() == 0
    await anna.sends("<script>alert(1)</script>")
    await chat.sees("<script>alert(1)</script>")
    assert await shown.page.locator("main script").count() == 0


async def test_an_edit_changes_the_message_in_place_and_a_deleted_one_goes(
    api: Api, anna: Person, chat: Chat
) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="Пункт 1")
    await chat.sees("Пункт 1")
    count = await chat.messages.count()
    number = {"chat_id": anna.id, "message_id": sent["message_id"]}
    await api("editMessageText", **number, text="Пункт 2")
    await chat.sees("Пункт 2")
    assert await chat.messages.count() == count
    await api("deleteMessage", **number)
    await expect(chat.messages).to_have_count(count - 1)


async def test_a_press_waits_for_its_answer_which_is_a_toast_or_a_dialog(
    api: Api, anna: Person, chat: Chat, shown: Window, inline: Callable[..., Any], heard: Heard
) -> None:
    await api("sendMessage", chat_id=anna.id, text="Да?", reply_markup=inline(["Да", "Нет"]))
    await chat.presses("Да")
    await expect(chat.button("Да")).to_have_attribute("aria-busy", "true")
    query = await heard("callback_query")
    assert query["data"] == "Да"
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    await expect(chat.section.get_by_role("status").get_by_text("Записано")).to_be_visible()
    await expect(chat.button("Да")).not_to_have_attribute("aria-busy", "true")
    await chat.presses("Нет")
    query = await heard("callback_query")
    await api(
        "answerCallbackQuery", callback_query_id=query["id"], text="Нельзя", show_alert="true"
    )
    dialog = shown.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Нельзя")
    await shown.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_reply_buttons_write_their_text_and_share_the_number_after_asking(
    api: Api, anna: Person, chat: Chat, shown: Window, heard: Heard
) -> None:
    keyboard = {
        "keyboard": [[{"text": "Расписание"}, {"text": "Мой номер", "request_contact": True}]]
    }
    await api("sendMessage", chat_id=anna.id, text="Что дальше?", reply_markup=keyboard)
    await chat.presses("Расписание")
    assert (await heard("message"))["text"] == "Расписание"
    await chat.presses("Мой номер")
    await shown.page.get_by_role("dialog").get_by_role("button", name="Поделиться").click()
    contact = (await heard("message"))["contact"]
    assert contact["user_id"] == anna.id
    await api("sendMessage", chat_id=anna.id, text="Всё", reply_markup={"remove_keyboard": True})
    await chat.sees("Всё")
    await expect(chat.button("Расписание")).to_have_count(0)


async def test_files_go_both_ways(
    api: Api,
    anna: Person,
    chat: Chat,
    shown: Window,
    png: Callable[..., bytes],
    tmp_path: Path,
    heard: Heard,
) -> None:
    (tmp_path / "план.txt").write_bytes(b"plan")
    await chat.presses("Прикрепить")
    async with shown.page.expect_file_chooser() as choosing:
        await shown.page.get_by_role("menuitem", name="Файл").click()
    await (await choosing.value).set_files(tmp_path / "план.txt")
    await shown.page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    document = (await heard("message"))["document"]
    assert document["file_name"] == "план.txt"
    assert (await api("getFile", file_id=document["file_id"]))["file_size"] == 4
    await api("sendPhoto", chat_id=anna.id, photo=("a.png", png(64, 48)), caption="Диаграмма")
    await chat.sees("Диаграмма")
    picture = chat.section.get_by_role("img").last
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 64


async def test_a_deep_link_of_this_bot_opens_it_and_other_links_stay_links(
    api: Api, anna: Person, chat: Chat, heard: Heard
) -> None:
    text = "https://t.me/sandbox_bot?start=event_7 и https://example.ru"
    await api("sendMessage", chat_id=anna.id, text=text)
    await chat.sees("event_7")
    await chat.section.get_by_text("https://t.me/sandbox_bot?start=event_7").click()
    assert (await heard("message"))["text"] == "/start event_7"


async def test_commands_are_offered_while_typing_and_from_the_menu(
    api: Api, anna: Person, chat: Chat, heard: Heard
) -> None:
    commands = [
        {"command": "menu", "description": "Меню"},
        {"command": "results", "description": "Мои результаты"},
    ]
    await api("setMyCommands", commands=commands)
    await chat.presses("Команды")
    await expect(chat.section.get_by_role("option")).to_have_count(2)
    await chat.field.press_sequentially("/re")
    await chat.section.get_by_role("option", name="/results").click()
    assert (await heard("message"))["text"] == "/results"


async def test_who_blocks_the_bot_cannot_write_until_unblocking(
    api: Api, anna: Person, chat: Chat, shown: Window, heard: Heard
) -> None:
    await chat.presses("Меню чата")
    await shown.page.get_by_role("menuitem", name="Заблокировать бота").click()
    change = await heard("my_chat_member")
    assert change["new_chat_member"]["status"] == "kicked"
    await expect(chat.field).to_be_hidden()
    await chat.presses("Разблокировать")
    change = await heard("my_chat_member")
    assert change["new_chat_member"]["status"] == "member"
    await expect(chat.field).to_be_visible()


async def test_an_own_message_can_be_corrected(api: Api, chat: Chat, heard: Heard) -> None:
    await chat.says("Привт")
    await heard("message")
    await chat.field.press("ArrowUp")
    await chat.says("Привет")
    assert (await heard("edited_message"))["text"] == "Привет"


async def test_what_could_not_be_sent_stays_in_the_field(chat: Chat) -> None:
    await chat.says("я" * 4097)
    await expect(chat.section.get_by_role("alert")).to_contain_text("4096")
    await expect(chat.field).to_have_value("я" * 4097)


async def test_a_message_to_a_closed_chat_is_counted(
    box: Sandbox, api: Api, anna: Person, browser: Browser
) -> None:
    boris = box.person("Борис")
    await boris.sends("/start")
    async with window(browser, box.url, PHONE) as shown:
        await expect(shown.chat("Анна Иванова").section).to_be_visible()
        for number in (1, 2):
            await api("sendMessage", chat_id=boris.id, text=f"Напоминание {number}")
        tab = shown.page.get_by_role("navigation").get_by_role("button", name="Борис")
        await expect(tab).to_contain_text("2")
        await tab.click()
        await shown.chat("Борис").sees("Напоминание 2")
        await expect(tab).not_to_contain_text("2")


async def test_the_clock_is_moved_and_shows_the_zone_of_the_municipality(
    box: Sandbox, shown: Window
) -> None:
    clock = box.world.clock
    assert isinstance(clock, MovableClock)

    async def next_due() -> float:
        return clock() + timedelta(days=3).total_seconds()

    clock.next_due = next_due
    face = shown.page.get_by_role("banner").locator("time")
    before = await face.inner_text()
    await shown.page.get_by_role("button", name="+1 день").click()
    await expect(face).not_to_have_text(before)
    assert clock.moved == timedelta(days=1).total_seconds()
    await shown.page.get_by_role("button", name="К ближайшему").click()
    await box.world.changed.until(lambda: clock.moved >= timedelta(days=4).total_seconds(), 5)
    assert clock.moved < timedelta(days=4, seconds=10).total_seconds()


async def test_a_lost_connection_is_told_and_everything_comes_back(
    browser: Browser, tmp_path: Path
) -> None:
    state = tmp_path / "state.json"
    box = Sandbox(state=state)
    await box.start()
    anna, port = box.person("Анна"), box.port
    await anna.sends("/start")
    async with window(browser, box.url, DESK) as shown, aiohttp.ClientSession() as session:
        chat = shown.chat("Анна")
        await chat.sees("/start")
        await chat.field.fill("черновик")
        await box.stop()
        lost = shown.page.get_by_role("status").filter(has_text="прервалась")
        await expect(lost).to_be_visible()
        async with Sandbox(port=port, state=state) as box:
            await Api(session, box)("sendMessage", chat_id=anna.id, text="После обрыва")
            await chat.sees("После обрыва")
            await expect(lost).to_be_hidden()
            await expect(chat.field).to_have_value("черновик")
        shown.complaints.clear()  # the browser's own words about refused connections


@pytest.mark.parametrize("size", [NARROW, PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_long_texts_fit_every_screen(
    browser: Browser,
    box: Sandbox,
    api: Api,
    anna: Person,
    size: tuple[int, int],
    scheme: Any,
) -> None:
    label = "Очень длинная подпись кнопки " * 3
    rows = [[{"text": f"{label}{n}", "callback_data": str(n)}] for n in range(8)]
    await api(
        "sendMessage",
        chat_id=anna.id,
        text="Слово " * 200 + "о" * 900,
        reply_markup={"inline_keyboard": rows},
    )
    async with window(browser, box.url, size, color_scheme=scheme) as shown:
        await expect(shown.chat("Анна Иванова").messages).to_have_count(2)
        await shown.fits()
        await shown.keeps(f"long-{size[0]}-{scheme}")


async def test_a_note_and_the_description_are_in_the_readers_language(
    box: Sandbox, api: Api, browser: Browser
) -> None:
    box.person("Олег", note={"ru": "учитель физики", "en": "physics teacher"}, language_code="en")
    await api("setMyDescription", description="Самооценка по пунктам")
    await api("setMyDescription", description="Assess yourself", language_code="en")
    async with window(browser, box.url, DESK) as shown:
        chat = shown.chat("Олег")
        await expect(chat.section).to_contain_text("учитель физики")
        # What the bot says is in the language of the person, not of the reader.
        empty = chat.section.get_by_role("log")
        await expect(empty).to_have_attribute("data-empty", "Assess yourself")
        await shown.page.get_by_role("button", name="EN", exact=True).click()
        await expect(shown.chat("Олег").section).to_contain_text("physics teacher")


async def test_an_own_command_can_be_corrected_too(chat: Chat, heard: Heard) -> None:
    await chat.says("/start")
    await heard("message")
    await chat.field.press("ArrowUp")
    await chat.field.press("End")
    await chat.field.press_sequentially(" again")
    await chat.field.press("Enter")
    assert (await heard("edited_message"))["text"] == "/start again"
