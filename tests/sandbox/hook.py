"""A bot's web server, in the place to which a webhook points."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from sandbox import Sandbox


class Hook:
    """Remembers what comes; `answer` makes the answer to each update, an empty 200 at first."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.headers: list[Any] = []
        self.answer: Callable[[dict[str, Any]], Any] = lambda update: web.Response()
        self.url = ""
        self._grown = asyncio.Condition()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.got.append(await request.json())
        self.headers.append(request.headers)
        async with self._grown:
            self._grown.notify_all()
        answer = self.answer(self.got[-1])
        return await answer if asyncio.iscoroutine(answer) else answer

    def answers(self, *statuses: int, **more: Any) -> None:
        """Answer with these statuses, one after the other, and then with 200."""
        left = list(statuses)
        self.answer = lambda update: (
            web.Response(status=left.pop(0), **more) if left else web.Response()
        )

    async def texts(self, count: int) -> list[str]:
        """Texts of all that came, when it is so many."""
        async with asyncio.timeout(5), self._grown:
            await self._grown.wait_for(lambda: len(self.got) >= count)
        return [text_of(update) for update in self.got]


def text_of(update: dict[str, Any]) -> str:
    """What the person wrote or pressed."""
    content = update.get("message") or update["callback_query"]
    return content.get("text") or content["data"]


async def serve(app: web.Application) -> tuple[web.AppRunner, str]:
    """Serve on a free port; the runner and the address of /hook."""
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"


async def until(box: Sandbox, look: Callable[[], object]) -> None:
    """Wait until something is so that the sandbox may not tell of."""
    async with asyncio.timeout(5):
        while not await box.world.changed.until(look, 0.01):
            pass
