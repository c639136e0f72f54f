"""People, chats and files are there again after the server was stopped, or killed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import MovableClock, NotSaved, Sandbox
from sandbox.world import saving
from tests.sandbox.conftest import Api


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "chats.json"


@pytest.fixture
async def session():
    async with aiohttp.ClientSession() as opened:
        yield opened


async def test_a_person_finds_the_chat_as_it_was(
    state: Path, session: aiohttp.ClientSession, inline: Any
) -> None:
    async with Sandbox(state=state) as box:
        assert not box.restored
        anna = box.person("Анна", username="anna", note="учитель")
        await anna.sends("/start")
        api = Api(session, box)
        await api("sendMessage", chat_id=anna.id, text="<b>Привет</b>", parse_mode="HTML")
        with_buttons = await api(
            "sendMessage", chat_id=anna.id, text="Да?", reply_markup=inline(["Да"])
        )
        await api("pinChatMessage", chat_id=anna.id, message_id=with_buttons["message_id"])
        await api("setMyCommands", commands=[{"command": "menu", "description": "Меню"}])
        await api("setMyDescription", description="Помощник")
        before = anna.messages
    async with Sandbox(state=state) as box:
        assert box.restored
        again = box.known(anna.id)
        assert again.messages == before
        assert again.pinned == before[-1]
        assert box.commands() == [{"command": "menu", "description": "Меню"}]
        api = Api(session, box)
        assert (await api("getMyDescription"))["description"] == "Помощник"
        edited = await api(
            "editMessageText", chat_id=anna.id, message_id=with_buttons["message_id"], text="Нет"
        )
        assert edited["text"] == "Нет"
        newer = await api("sendMessage", chat_id=anna.id, text="Дальше")
        assert newer["message_id"] > before[-1]["message_id"]
        assert box.person("Борис").id != anna.id


async def test_a_file_can_still_be_downloaded_and_sent_again_and_new_ones_do_not_replace_it(
    state: Path, session: aiohttp.ClientSession, png: Any
) -> None:
    async with Sandbox(state=state) as box:
        anna = box.person("Анна")
        await anna.sends_document("план.txt", b"first")
        file_id = anna.messages[-1]["document"]["file_id"]
        await anna.sends_photo(png())
    async with Sandbox(state=state) as box:
        anna, api = box.known(anna.id), Api(session, box)
        path = (await api("getFile", file_id=file_id))["file_path"]
        await anna.sends_document("план.txt", b"second")
        async with session.get(f"{box.url}/file/bot{box.token}/{path}") as response:
            assert await response.read() == b"first"
        again = await api("sendDocument", chat_id=anna.id, document=file_id)
        assert await anna.downloads(again) == b"first"


async def test_who_blocked_the_bot_still_does_and_moved_time_stays_moved(
    state: Path, session: aiohttp.ClientSession
) -> None:
    clock = MovableClock()
    async with Sandbox(state=state, clock=clock) as box:
        anna = box.person("Анна")
        await anna.sends("/start")
        await anna.blocks()
        await clock.move(86400)
    async with Sandbox(state=state, clock=MovableClock()) as box:
        text = await Api(session, box).refused("sendMessage", chat_id=anna.id, text="Ау")
        assert text == "403 Forbidden: bot was blocked by the user"
        assert box.world.clock.moved == 86400


async def test_a_killed_server_has_lost_at_most_the_last_seconds(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SAVE_SECONDS", 0.01)
    async with Sandbox(state=state) as box:
        anna = box.person("Анна")
        await anna.sends("/start")
        async with asyncio.timeout(5):
            while not state.exists() or "/start" not in state.read_text("utf-8"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        killed = state.read_text("utf-8")
        await anna.sends("позже")
    state.write_text(killed, "utf-8")
    async with Sandbox(state=state) as box:
        assert [message["text"] for message in box.known(anna.id).messages] == ["/start"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 0}', "не JSON"])
async def test_a_file_of_something_else_is_refused_and_left_as_it_is(
    state: Path, text: str
) -> None:
    state.parent.mkdir()
    state.write_text(text, "utf-8")
    with pytest.raises(NotSaved, match=r"chats\.json"):
        async with Sandbox(state=state):
            pass
    assert state.read_text("utf-8") == text


async def test_nothing_of_a_token_stands_in_the_file(state: Path) -> None:
    async with Sandbox("42:very-secret", state=state) as box:
        await box.person("Анна").sends("/start")
    assert "very-secret" not in state.read_text("utf-8")
    assert json.loads(state.read_text("utf-8"))["format"] == saving.FORMAT
