"""The demonstration as a newcomer starts it: one command, a page, and nothing else."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from tests.browsing import DESK, window
from tests.e2e.forks import Forked
from tests.e2e.running import START_SECONDS, STOP_SECONDS, environment, eventually, runs

_ADDRESS = re.compile(r"http://\S+?:\d+/")


class Demo:
    """A running demonstration, used only through its address."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def get(self, path: str) -> Any:
        async with self._session.get(f"{self.url}control/{path}") as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self._session.post(f"{self.url}control/{path}", json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def person(self, first_name: str) -> int:
        people = (await self.get("state"))["people"]
        return next(each["id"] for each in people if each["first_name"] == first_name)

    async def presses(self, person: int, label: str) -> None:
        """Press a button of the bot's newest message that has it."""
        async with asyncio.timeout(15):
            while True:
                messages = (await self.get(f"chats/{person}"))["messages"]
                for message in reversed(messages):
                    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                        for button in row:
                            if label in button["text"]:
                                where = {"message_id": message["message_id"]}
                                data = button["callback_data"]
                                await self.post(f"people/{person}/press", **where, data=data)
                                return
                await asyncio.sleep(0.05)

    async def has(self, person: int, text: str) -> None:
        """Wait until one of the bot's messages, whichever, contains the text."""
        async with asyncio.timeout(15):
            while True:
                messages = (await self.get(f"chats/{person}"))["messages"]
                if any(text in m.get("text", "") for m in messages if m["from"]["is_bot"]):
                    return
                await asyncio.sleep(0.05)

    async def shows(self, person: int, text: str) -> dict[str, Any]:
        """Wait until the bot's newest message contains the text."""
        async with asyncio.timeout(15):
            while True:
                messages = (await self.get(f"chats/{person}"))["messages"]
                newest = next((m for m in reversed(messages) if m["from"]["is_bot"]), {})
                if text in newest.get("text", ""):
                    return newest
                await asyncio.sleep(0.05)


def _said(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


@asynccontextmanager
async def demo(folder: Path, *options: str, **settings: str) -> AsyncIterator[Demo]:
    out = folder / "out"
    out.unlink(missing_ok=True)
    process = Forked(
        ["demo", "--port", "0", *options], folder, environment(folder, **settings),
        out=out, err=folder / "err",
    )  # fmt: skip
    try:
        await eventually(
            lambda: process.returncode is not None or _ADDRESS.search(_said(out)), START_SECONDS
        )
        found = _ADDRESS.search(_said(out))
        assert found, "the demonstration ended by itself"
        async with aiohttp.ClientSession() as session:
            yield Demo(found.group(), session)
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(STOP_SECONDS):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_what_was_done_is_there_again_and_a_reset_begins_afresh(folder: Path) -> None:
    place = folder / "demo"
    place.mkdir()
    async with demo(place) as running:
        assert len((await running.get("state"))["people"]) >= 7
        teacher = await running.person("Ольга")
        assert "2" in str((await running.shows(teacher, "Здравствуйте"))["reply_markup"])
        newcomer = await running.person("Тамара")
        await running.post(f"people/{newcomer}/open")
        await running.shows(newcomer, "Выберите язык")
        await _the_methodist_finds_events_and_broadcasts(running)
        # Half-way through an assessment the clock is moved by a day, and the bot lives on.
        primary = await running.person("Ирина")
        menu = await running.shows(primary, "17 из")
        await running.post(
            f"people/{primary}/press", message_id=menu["message_id"], data=_first(menu)
        )
        moved = await running.post("clock", next=True)
        assert moved["moved"] > 0
        assert (await running.get("state"))["bot"]["description"]
        added = await running.post("people", first_name="Пётр", note="added by hand")

    async with demo(place) as running:
        assert (await running.get("state"))["clock"]["moved"] >= moved["moved"]
        assert await running.person("Пётр") == added["id"]
        await running.shows(newcomer, "Выберите язык")
        await running.post(f"people/{primary}/send", text="/menu")
        await running.shows(primary, "17 из")

    async with demo(place, "--reset") as running:
        people = (await running.get("state"))["people"]
        assert "Пётр" not in {each["first_name"] for each in people}
        assert (await running.get("state"))["clock"]["moved"] == 0


async def _the_methodist_finds_events_and_broadcasts(running: Demo) -> None:
    methodist = await running.person("Елена")
    await running.presses(methodist, "Вести события")
    await running.has(methodist, "Цифровые инструменты")
    await running.presses(methodist, "В меню")
    await running.presses(methodist, "Рассылки")
    await running.has(methodist, "Завершены")
    teacher = await running.person("Артём")
    await running.presses(teacher, "События: 4")
    await running.has(teacher, "Как беречь силы")


def _first(menu: dict[str, Any]) -> str:
    data: str = menu["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return data


async def test_a_lost_database_takes_its_chats_with_it(folder: Path) -> None:
    place = folder / "half"
    place.mkdir()
    async with demo(place, profile="izhevsk") as running:
        await running.post("people", first_name="Пётр")
    (place / "data" / "demo" / "izhevsk" / "bot.db").unlink()
    async with demo(place, profile="izhevsk") as running:
        people = (await running.get("state"))["people"]
        assert "Пётр" not in {each["first_name"] for each in people}


async def test_a_running_demonstration_is_neither_wiped_nor_joined(folder: Path) -> None:
    place = folder / "held"
    place.mkdir()
    async with demo(place) as running:
        added = await running.post("people", first_name="Пётр")
        ended = await runs(place, "demo", "--reset")
        assert ended.code == 2
        assert "running already" in ended.err
    async with demo(place) as running:
        assert await running.person("Пётр") == added["id"]


@pytest.mark.parametrize("option", ["--port=http", "--port=99999", "--nonsense"])
async def test_a_wrong_option_is_told(folder: Path, option: str) -> None:
    ended = await runs(folder, "demo", option)
    assert ended.code == 2
    assert option.lstrip("-").partition("=")[0] in ended.err


async def test_a_taken_port_and_spoilt_chats_are_told(folder: Path) -> None:
    place = folder / "spoilt"
    place.mkdir()
    async with demo(place) as running:
        port = running.url.rstrip("/").rpartition(":")[2]
        ended = await runs(folder, "demo", "--port", port)
        assert ended.code == 2
        assert "taken" in ended.err
    (place / "data" / "demo" / "ust-ishim" / "chats.json").write_text("{}", "utf-8")
    ended = await runs(place, "demo")
    assert ended.code == 2
    assert "RESET=1" in ended.err
    assert "Traceback" not in ended.err


async def test_several_people_are_played_side_by_side(folder: Path, browser: Browser) -> None:
    place = folder / "page"
    place.mkdir()
    async with demo(place) as running, window(browser, running.url, DESK) as shown:
        for name in ("Тамара Новосёлова", "Артём Берёзкин"):
            await shown.chat(name).presses("Закрыть чат")
        olga, irina = shown.chat("Ольга Ветрова"), shown.chat("Ирина Лугова")
        await olga.presses("Результаты: 2")
        await olga.button("2026").click()
        await olga.presses("Диаграмма")
        await expect(olga.section.get_by_role("img")).to_be_visible()
        await irina.presses("Продолжить самооценку")
        await irina.sees("Вы начали")
        await irina.presses("Продолжить")
        await irina.sees("Пункт 18 из 42")
        await shown.page.get_by_role("button", name="Marina").click()
        marina = shown.chat("Marina Kiseleva")
        await marina.presses("My results: 1")
        await marina.sees("Your self-assessments: 1")
        await expect(olga.section.get_by_role("status")).to_be_empty()
        await shown.keeps("demo")
        face = shown.page.get_by_role("banner").locator("time")
        before = await face.inner_text()
        await shown.page.get_by_role("button", name="+1 день").click()
        await expect(face).not_to_have_text(before)
        await irina.presses("2 · Применяю")
        await irina.sees("Пункт 19 из 42")
