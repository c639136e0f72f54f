"""People, chats and files are there again after the server was stopped, or killed."""

from __future__ import annotations

import asyncio
import json
import threading
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


EMPTY = {
    "format": 2, "moved": 0, "next_message": 1, "people": [], "groups": [], "commands": [],
    "texts": [], "menu_button": None, "files": [],
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 0}',
        "не JSON",
        "[" * 100_000,
        json.dumps({**EMPTY, "moved": "x"}),
        json.dumps({**EMPTY, "people": [5]}),
        json.dumps({**EMPTY, "people": [{"info": {}, "user": {}}]}),
        json.dumps({**EMPTY, "groups": None}),
        json.dumps({**EMPTY, "files": [["Document", "documents/file_0", {}, []]]}),
        json.dumps({**EMPTY, "files": [["Document", "documents/file_0", {}, ["../chats.json"]]]}),
    ],
)
async def test_a_file_of_something_else_is_refused_and_left_as_it_is(
    state: Path, text: str
) -> None:
    state.parent.mkdir()
    state.write_text(text, "utf-8")
    with pytest.raises(NotSaved, match=r"chats\.json"):
        async with Sandbox(state=state):
            pass
    assert state.read_text("utf-8") == text


async def test_an_empty_state_is_one(state: Path) -> None:
    state.parent.mkdir()
    state.write_text(json.dumps(EMPTY), "utf-8")
    async with Sandbox(state=state):
        pass
    assert json.loads(state.read_text("utf-8")) == EMPTY


async def test_a_place_where_nothing_can_be_written_is_told_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match=r"cannot be kept in .*chats\.json"):
        async with Sandbox(state=tmp_path / "file" / "chats.json"):
            pass


async def test_a_failed_attempt_to_save_is_logged_and_followed_by_the_next(
    state: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(saving, "SAVE_SECONDS", 0.01)
    put, failures = saving._put, [OSError("the disk is full")]

    def fails_once(path: Path, data: bytes) -> None:
        if failures:
            raise failures.pop()
        put(path, data)

    async with Sandbox(state=state) as box:
        monkeypatch.setattr(saving, "_put", fails_once)
        await box.person("Анна").sends("/start")
        async with asyncio.timeout(5):
            while "/start" not in state.read_text("utf-8"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    assert "the disk is full" in caplog.text


async def test_the_bot_is_answered_while_the_state_is_written(
    state: Path, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SAVE_SECONDS", 0.01)
    writing, answered, put = threading.Event(), threading.Event(), saving._put
    in_time: list[bool] = []

    def slow(path: Path, data: bytes) -> None:
        writing.set()
        in_time.append(answered.wait(2))
        put(path, data)

    async with Sandbox(state=state) as box:
        monkeypatch.setattr(saving, "_put", slow)
        await box.person("Анна").sends("/start")
        assert await asyncio.to_thread(writing.wait, 5)
        assert await Api(session, box)("getMe")
        answered.set()
    assert all(in_time)


async def test_the_bytes_of_a_file_are_written_once_and_removed_with_it(state: Path) -> None:
    folder = state.with_name("chats.json.files")

    def kept() -> dict[bytes, int]:
        return {place.read_bytes(): place.stat().st_ino for place in folder.iterdir()}

    async with Sandbox(state=state) as box:
        box.world.files._max_bytes = 20
        await box.person("Анна", user_id=7).sends_document("a.txt", b"x" * 12)
    before = kept()
    assert set(before) == {b"x" * 12}
    (folder / "left-by-a-killed-server").touch()
    async with Sandbox(state=state) as box:
        box.world.files._max_bytes = 20
        await box.known(7).sends("привет")
    assert kept() == before
    async with Sandbox(state=state) as box:
        box.world.files._max_bytes = 20
        await box.known(7).sends_document("b.txt", b"y" * 12)
    assert set(kept()) == {b"y" * 12}


async def test_two_sandboxes_do_not_share_a_state(state: Path) -> None:
    async with Sandbox(state=state) as box:
        with pytest.raises(NotSaved, match=r"chats\.json is in use by another sandbox"):
            await Sandbox(state=state).start()
        port = box.port
        other = Sandbox(port=port, state=state.with_name("other.json"))
        with pytest.raises(OSError, match="in use"):
            await other.start()
    async with Sandbox(state=state), Sandbox(state=state.with_name("other.json")):
        pass


async def test_nothing_of_a_token_stands_in_the_file(state: Path) -> None:
    async with Sandbox("42:very-secret", state=state) as box:
        await box.person("Анна").sends("/start")
    assert "very-secret" not in state.read_text("utf-8")
    assert json.loads(state.read_text("utf-8"))["format"] == saving.FORMAT
