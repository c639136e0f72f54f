"""The event stream: what a web chat hears, and what happens to those who do not listen."""

import asyncio
import json
import time
from contextlib import asynccontextmanager

import aiohttp
import pytest

from sandbox import MovableClock, Sandbox
from sandbox.control import events


@pytest.fixture
def stream(control):
    """Open a stream; calling it gives the next event."""

    @asynccontextmanager
    async def opened(box=control.box):
        async with control.session.get(f"{box.url}/control/events") as reply:
            assert reply.content_type == "text/event-stream"

            async def following():
                line = await asyncio.wait_for(reply.content.readuntil(b"\n\n"), 5)
                return json.loads(line.removeprefix(b"data: "))

            following.reply = reply
            yield following

    return opened


async def forgotten(box):
    """Wait until the server has noticed that nobody listens."""
    async with asyncio.timeout(5):
        while box.world.listeners:
            await box.world.changed.until(lambda: not box.world.listeners, 0.01)


async def test_the_first_word_names_the_server(stream):
    async with stream() as first, stream() as second:
        hello = await first()
        assert hello["kind"] == "hello"
        assert hello["server"]
        assert await second() == hello


async def test_a_conversation_is_heard_as_it_happens(stream, api, control, inline):
    async with stream() as event:
        await event()
        person = await control.post("people", first_name="Анна")
        chat = person["id"]
        assert await event() == {"kind": "person", "chat": chat, "person": person}
        sent = await control.post(f"people/{chat}/open")
        assert await event() == {"kind": "message", "chat": chat, "message": sent}
        assert (await event())["person"]["started"] is True
        await api("sendChatAction", chat_id=chat, action="typing")
        assert await event() == {"kind": "typing", "chat": chat, "action": "typing"}
        asked = await api("sendMessage", chat_id=chat, text="?", reply_markup=inline(["Да"]))
        assert (await event())["message"] == asked
        about = {"chat_id": chat, "message_id": asked["message_id"]}
        pressed = await control.post(
            f"people/{chat}/press", message_id=asked["message_id"], data="Да"
        )
        await api("answerCallbackQuery", callback_query_id=pressed["query_id"], text="Ура")
        answer = {"query_id": pressed["query_id"], "text": "Ура", "show_alert": False}
        assert await event() == {"kind": "answer", "chat": chat, **answer}
        edited = await api("editMessageText", **about, text="!")
        assert await event() == {"kind": "edited", "chat": chat, "message": edited}
        await api("pinChatMessage", **about)
        assert await event() == {"kind": "pinned", "chat": chat, "pinned": [asked["message_id"]]}
        await api("deleteMessage", **about)
        assert (await event())["kind"] == "deleted"
        assert await event() == {"kind": "pinned", "chat": chat, "pinned": []}


async def test_keyboards_and_the_bots_card_are_heard(stream, api, anna):
    async with stream() as event:
        await event()
        keyboard = {"keyboard": [[{"text": "Меню"}]]}
        await api("sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard)
        assert await event() == {"kind": "keyboard", "chat": anna.id, "keyboard": keyboard}
        await event()
        for method, field in (("setMyCommands", "commands"), ("setMyDescription", "description")):
            await api(method, **{field: "[]" if field == "commands" else "Помощник"})
            assert await event() == {"kind": "bot", "chat": None}
        await api("setChatMenuButton", menu_button={"type": "commands"})
        assert await event() == {"kind": "bot", "chat": None}


async def test_people_who_block_and_leave_are_heard(stream, control, anna):
    async with stream() as event:
        await event()
        await control.post(f"people/{anna.id}/block")
        assert (await event())["person"]["blocked"] is True
        await control.post(f"people/{anna.id}/deactivate")
        assert (await event())["person"]["deleted"] is True


async def test_groups_are_heard(stream, control, anna):
    async with stream() as event:
        await event()
        group = await control.post("groups", title="Методисты", members=[anna.id])
        assert await event() == {"kind": "group", "chat": group["id"], "group": group}
        await control.post(f"groups/{group['id']}/delete")
        assert (await event())["group"]["deleted"] is True


async def test_a_line_break_in_a_text_does_not_break_an_event(stream, control, anna):
    async with stream() as event:
        await event()
        await control.post(f"people/{anna.id}/send", text="раз\n\ndata: {}")
        assert (await event())["message"]["text"] == "раз\n\ndata: {}"


async def test_a_moved_clock_is_heard(stream, control):
    async with Sandbox(clock=MovableClock()) as box, stream(box) as event:
        await event()
        url = f"{box.url}/control/clock"
        async with control.session.post(url, json={"seconds": 60}) as reply:
            info = await reply.json()
        assert await event() == {"kind": "clock", "chat": None, **info}


async def test_a_quiet_stream_is_kept_alive(stream, monkeypatch):
    monkeypatch.setattr(events, "PING_SECONDS", 0.02)
    async with stream() as event:
        await event()
        assert await event.reply.content.readuntil(b"\n\n") == b": ping\n\n"


async def test_who_went_away_is_forgotten(stream, box, anna):
    assert box.world.listeners == []
    async with stream() as event:
        await event()
        assert len(box.world.listeners) == 1
        async with stream() as other:
            await other()
            assert len(box.world.listeners) == 1
    await forgotten(box)
    await anna.sends("никто не слушает")


async def test_who_does_not_read_is_cut_off_and_holds_up_nobody(stream, box, anna, monkeypatch):
    """A page that slept in a background tab reconnects when it wakes, and loads anew."""
    monkeypatch.setattr(events, "MAX_WAITING", 10)
    async with stream() as event:
        await event()
        for _ in range(20):
            await anna.sends("эй")
        with pytest.raises(aiohttp.ClientError):
            await event.reply.content.read()
    await forgotten(box)


async def test_the_sandbox_stops_while_pages_are_open(stream):
    async with Sandbox() as box, stream(box) as event:
        await event()
        started = time.monotonic()
        await box.stop()
        assert await event.reply.content.read() == b""
        assert time.monotonic() - started < 0.45


async def test_a_stream_is_not_opened_for_another_page(control, box):
    headers = {"Origin": "https://evil.example"}
    async with control.session.get(f"{box.url}/control/events", headers=headers) as reply:
        assert reply.status == 403
    assert box.world.listeners == []
