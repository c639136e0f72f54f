"""Each change as it happens, as server-sent events."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.control.shapes import group_info, person_info
from sandbox.encoding import to_json
from sandbox.world.chats import Group, PrivateChat
from sandbox.world.state import World

if TYPE_CHECKING:
    from sandbox.box import Sandbox

MAX_WAITING = 1000  # events that a client may be late by
PING_SECONDS = 15.0

_HEADERS = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class Client:
    """One open stream. None in the queue is its end."""

    def __init__(self, transport: asyncio.Transport | None) -> None:
        self.queue: asyncio.Queue[bytes | None] = asyncio.Queue(MAX_WAITING)
        self._transport = transport

    def put(self, frame: bytes | None) -> None:
        """Hand over a frame. Who reads too slowly is cut off, reconnects and reloads."""
        try:
            self.queue.put_nowait(frame)
        except asyncio.QueueFull:
            if self._transport is not None:
                self._transport.abort()


class Events:
    """Hands each change to every open stream. Listens to the world only while there is one."""

    def __init__(self, world: World) -> None:
        self.server = secrets.token_hex(8)
        self._world = world
        self._clients: set[Client] = set()

    @contextmanager
    def client(self, transport: asyncio.Transport | None) -> Iterator[Client]:
        """A new stream, from now until the block is left."""
        client = Client(transport)
        if not self._clients:
            self._world.listeners.append(self._tell)
        self._clients.add(client)
        client.put(_frame("hello", None, {"server": self.server}))
        try:
            yield client
        finally:
            self._clients.remove(client)
            if not self._clients:
                self._world.listeners.remove(self._tell)

    def close(self) -> None:
        """End all streams."""
        for client in self._clients:
            client.put(None)

    def _tell(self, kind: str, chat_id: int | None, facts: dict[str, Any]) -> None:
        chat = self._world.chats.get(chat_id or 0)
        if kind == "person" and isinstance(chat, PrivateChat):
            facts = {"person": person_info(chat)}
        elif kind == "group" and isinstance(chat, Group):
            facts = {"group": group_info(chat)}
        frame = _frame(kind, chat_id, facts)
        for client in self._clients:
            client.put(frame)


def _frame(kind: str, chat_id: int | None, facts: dict[str, Any]) -> bytes:
    return b"data: " + to_json({"kind": kind, "chat": chat_id, **facts}) + b"\n\n"


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoint of the stream."""
    return [web.get("/control/events", partial(_stream, box), allow_head=False)]


async def _stream(box: Sandbox, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers=_HEADERS)
    with box.events.client(request.transport) as client, suppress(ConnectionResetError):
        await response.prepare(request)
        while (frame := await _next(client)) is not None:
            await response.write(frame)
    return response


async def _next(client: Client) -> bytes | None:
    try:
        async with asyncio.timeout(PING_SECONDS):
            return await client.queue.get()
    except TimeoutError:
        return b": ping\n\n"
