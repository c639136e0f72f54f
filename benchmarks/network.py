"""A network between bot and server: every byte takes half a round trip, in each direction."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


class _Pipe(asyncio.Protocol):
    """One end of a connection; what arrives leaves at the other end after the delay."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._travelling: deque[bytes] = deque()
        self._early: list[bytes] = []
        self.transport: Any = None
        self.other: _Pipe | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._travelling.append(data)
        asyncio.get_running_loop().call_later(self._delay, self._arrive)

    def _arrive(self) -> None:
        data = self._travelling.popleft()
        if self.other is None:
            self._early.append(data)
        elif not self.other.transport.is_closing():
            self.other.transport.write(data)

    def connection_lost(self, _exc: Exception | None) -> None:
        if self.other is not None:
            asyncio.get_running_loop().call_later(self._delay, self.other.transport.close)

    def join(self, other: _Pipe) -> None:
        """Connect both directions."""
        self.other, other.other = other, self
        for data in self._early:
            other.transport.write(data)


class _Entrance(_Pipe):
    def __init__(self, delay: float, port: int) -> None:
        super().__init__(delay)
        self._port = port
        self._joining: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._joining = asyncio.ensure_future(self._connect())

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        _, beyond = await loop.create_connection(
            lambda: _Pipe(self._delay), "127.0.0.1", self._port
        )
        self.join(beyond)


@asynccontextmanager
async def distance(port: int, round_trip: float) -> AsyncIterator[str]:
    """An address that leads to the server at `port`, `round_trip` seconds away."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Entrance(round_trip / 2, port), "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
