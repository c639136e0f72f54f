"""A running sandbox, a bare HTTP client in the place of the bot, and Anna who pressed Start."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox import Person, Sandbox
from tests.sandbox.hook import Hook, serve


class Api:
    """Calls methods as any HTTP client does: forms with JSON inside, nothing of aiogram."""

    def __init__(self, session: aiohttp.ClientSession, box: Sandbox) -> None:
        self.session = session
        self.box = box

    async def post(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        form = aiohttp.FormData(quote_fields=False)
        for name, value in params.items():
            if isinstance(value, tuple):
                form.add_field(name, value[1], filename=value[0])
            elif value is not None:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        url = f"{self.box.url}/bot{self.box.token}/{method}"
        async with self.session.post(url, data=form) as response:
            return response.status, await response.json()

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result of a call that succeeds."""
        status, body = await self.post(method, **params)
        assert status == 200, body
        assert body["ok"] is True
        return body["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """Status and reason of a call that fails, as `400 message text is empty`."""
        status, body = await self.post(method, **params)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        return f"{status} " + body["description"].removeprefix("Bad Request: ")


class Control:
    """Drives the sandbox from outside, as the web chat and curl do."""

    def __init__(self, session: aiohttp.ClientSession, box: Sandbox) -> None:
        self.session = session
        self.box = box

    async def ask(self, verb: str, path: str, **more: Any) -> tuple[int, Any]:
        async with self.session.request(verb, f"{self.box.url}/control/{path}", **more) as reply:
            return reply.status, await reply.json()

    async def get(self, path: str) -> Any:
        status, body = await self.ask("GET", path)
        assert status == 200, body
        return body

    async def post(self, path: str, **fields: Any) -> Any:
        status, body = await self.ask("POST", path, json=fields)
        assert status in (200, 201), body
        return body

    async def refused(self, path: str, **fields: Any) -> str:
        """Status and sentence of a POST that is refused, as `404 there is no person 5`."""
        status, body = await self.ask("POST", path, json=fields)
        assert set(body) == {"error"}, body
        return f"{status} {body['error']}"


class Clock:
    """Time that a test moves by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def box(clock: Clock):
    async with Sandbox("42:TEST", clock=clock, timeout=2) as running:
        yield running


@pytest.fixture
async def api(box: Sandbox):
    async with aiohttp.ClientSession() as session:
        yield Api(session, box)


@pytest.fixture
async def control(box: Sandbox):
    async with aiohttp.ClientSession() as session:
        yield Control(session, box)


@pytest.fixture
async def anna(box: Sandbox, api: Api) -> Person:
    person = box.person("Анна", last_name="Иванова")
    await person.sends("/start")
    await api("getUpdates", offset=-1)
    await api("getUpdates", offset=box.updates[-1]["update_id"] + 1)
    return person


@pytest.fixture
async def hook():
    """The web server of a bot that has a webhook."""
    hook, app = Hook(), web.Application()
    app.router.add_post("/hook", hook.handle)
    runner, hook.url = await serve(app)
    yield hook
    await runner.cleanup()


@pytest.fixture
async def boris(box: Sandbox) -> Person:
    """Has never written to the bot."""
    return box.person("Борис")


@pytest.fixture
def create(control: Control, anna: Person, boris: Person):
    """Make a group of Anna and Boris, with the bot in it; return its id."""

    async def made(kind: str = "group", with_bot: bool = True) -> int:
        members = [anna.id, boris.id]
        group = await control.post("groups", title="Учителя", members=members, type=kind)
        if with_bot:
            await control.post(f"groups/{group['id']}/add_bot", by=anna.id)
        return group["id"]

    return made


@pytest.fixture
def say(control: Control):
    """Let a person write into a group."""

    async def said(person: Person, group: int, text: str, **more: Any) -> dict[str, Any]:
        return await control.post(f"people/{person.id}/send", text=text, group=group, **more)

    return said


@pytest.fixture
def news(api: Api):
    """The updates that came since the last look."""

    async def fetched() -> list[dict[str, Any]]:
        updates = await api("getUpdates")
        if updates:
            await api("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates

    return fetched


@pytest.fixture
def inline():
    """An inline keyboard of callback buttons: rows of texts, data equal to the text."""

    def build(*rows: list[str]) -> dict[str, Any]:
        buttons = [[{"text": text, "callback_data": text} for text in row] for row in rows]
        return {"inline_keyboard": buttons}

    return build


@pytest.fixture
def png():
    """A black PNG of the given size."""

    def build(width: int = 4, height: int = 3) -> bytes:
        def chunk(name: bytes, data: bytes) -> bytes:
            body = name + data
            return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

        head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        pixels = zlib.compress(b"\0" * (width + 1) * height)
        return (
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", head)
            + chunk(b"IDAT", pixels)
            + chunk(b"IEND", b"")
        )

    return build
