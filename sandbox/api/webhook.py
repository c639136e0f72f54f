"""Updates brought to the bot: POST to its address, as Telegram does with a webhook."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable
from contextlib import suppress
from typing import Any

import aiohttp
from aiohttp import BodyPartReader, MultipartReader

from sandbox.api.target import Settings, Target, target_of
from sandbox.api.values import check_utf8, decoded, form
from sandbox.encoding import to_json
from sandbox.errors import ApiError, too_many
from sandbox.world.files import Upload
from sandbox.world.state import World
from sandbox.world.updates import Waiting

LONGEST_PAUSES = (60, 120)
MAX_RETRY_AFTER = 3600
GONE_FOR = 23 * 3600.0

_IGNORED = frozenset({"", "setwebhook", "deletewebhook", "close", "logout"})

Parameters = tuple[dict[str, Any], dict[str, Upload]]
Run = Callable[[str, Callable[[], Awaitable[Parameters]]], Awaitable[Any]]
Lane = tuple[str, int]


class Webhook:
    """The webhook of the bot: one queue for each chat, each carried by a task of its own.

    `pace` is a factor for the pauses between attempts, `patience` the seconds to wait for an
    answer, `public` allows to call other machines.
    """

    def __init__(self, world: World, run: Run, *, public: bool) -> None:
        self.pace = 1.0
        self.patience = 60.0
        self.public = public
        self.settings: Settings | None = None
        self._world = world
        self._run = run
        self._target: Target
        self._lanes: dict[Lane, deque[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore()
        self._client: aiohttp.ClientSession | None = None
        self._next_set = 0.0
        self._gone_since: float | None = None
        self._error: dict[str, Any] = {}

    def check_haste(self) -> None:
        """Raise `ApiError` 429 for the second setWebhook within a second."""
        now = time.monotonic()
        if now < self._next_set:
            raise too_many(1)
        self._next_set = now + self._world.updates.polling.pause / 3

    def set(self, settings: Settings) -> None:
        """Begin to deliver. Raises `ApiError` 400 for what cannot be called."""
        self._target = target_of(settings, public=self.public)
        self.settings = settings
        self._slots = asyncio.Semaphore(settings.max_connections)
        waiting = self._world.updates.pending()
        self._world.updates.deliver = self._carry
        for item in waiting:
            self._carry(item)

    def remove(self) -> None:
        """Deliver no more; what waits stays for getUpdates."""
        self.settings = None
        self._world.updates.deliver = None
        self._error = {}
        self._gone_since = None
        self._lanes.clear()
        for task in self._tasks:
            task.cancel()

    async def close(self) -> None:
        """Remove the webhook and close the connections."""
        self.remove()
        if self._client is not None:
            await self._client.close()
            self._client = None

    def info(self) -> dict[str, Any]:
        """What getWebhookInfo tells of the webhook."""
        settings = self.settings
        if settings is None:
            return {"url": "", "has_custom_certificate": False}
        return {
            "url": settings.url,
            "has_custom_certificate": False,
            "max_connections": settings.max_connections,
            **self._error,
        }

    def _carry(self, item: Waiting) -> None:
        lane = _lane(item.update)
        if lane in self._lanes:
            self._lanes[lane].append(item)
            return
        self._lanes[lane] = deque([item])
        task = asyncio.create_task(self._serve(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, lane: Lane) -> None:
        """Deliver a queue one by one; who is behind a failing update waits."""
        waiting = self._lanes[lane]
        while waiting:
            await self._deliver(waiting[0])
            self._world.updates.done(waiting.popleft())
            self._world.changed.ring()
        del self._lanes[lane]

    async def _deliver(self, item: Waiting) -> None:
        """Try until the update is taken or too old."""
        pause = 1.0
        while self._world.clock() < item.expires:
            async with self._slots:
                failure = await self._attempt(item.update)
            if failure is None:
                return
            delay = failure or pause
            if self._world.clock() + delay > item.expires:
                return
            await asyncio.sleep(delay * self.pace)
            if not failure:
                pause = min(2 * pause, random.uniform(*LONGEST_PAUSES))

    async def _attempt(self, update: dict[str, Any]) -> int | None:
        """None if the bot took the update, else the seconds of its Retry-After, 0 without one."""
        target = self._target
        try:
            async with self._session().post(
                target.url,
                data=to_json(update),
                headers=target.headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(self.patience),
            ) as response:
                if not 200 <= response.status < 300:
                    return self._refused(response)
                reply = await _reply(response)
        except TimeoutError:
            return self._failed("Read timeout expired")
        except aiohttp.ClientError as error:
            return self._failed(_reason(error))
        self._gone_since = None
        await self._obey(*reply)
        return None

    def _session(self) -> aiohttp.ClientSession:
        if self._client is None:
            # Only `max_connections` limits; nobody here has cookies.
            connector = aiohttp.TCPConnector(limit=0)
            self._client = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._client

    def _refused(self, response: aiohttp.ClientResponse) -> int:
        if response.status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._world.clock()
        elif self._world.clock() - self._gone_since > GONE_FOR:
            self.remove()
            return 0
        wait = response.headers.get("Retry-After", "")
        reason = f"Wrong response from the webhook: {response.status} {response.reason}"
        return self._failed(reason, int(wait[:9]) if wait.isdecimal() else 0)

    def _failed(self, reason: str, retry_after: int = 0) -> int:
        self._error = {"last_error_date": self._world.now(), "last_error_message": reason}
        return min(retry_after, MAX_RETRY_AFTER)

    async def _obey(self, raw: dict[str, Any], files: dict[str, Upload]) -> None:
        """Carry out the method of a reply; the bot does not learn what came of it."""
        name = str(raw.pop("method", ""))
        if name.lower() in _IGNORED or name.lower().startswith("get"):
            return

        async def parameters() -> Parameters:
            return raw, files

        await self._run(name, parameters)


def _lane(update: dict[str, Any]) -> Lane:
    """Messages of a chat wait for one another, and so do the presses of a person."""
    kind, content = next(item for item in update.items() if item[0] != "update_id")
    owner = content.get("chat") or content["from"]
    return "message" if "message_id" in content else kind, owner["id"]


async def _reply(response: aiohttp.ClientResponse) -> Parameters:
    """The parameters in a reply; none where it cannot be read as such."""
    kind = response.content_type
    with suppress(ValueError, LookupError, ApiError):
        if kind == "multipart/form-data":
            return await _parts(MultipartReader.from_response(response))
        body = (await response.read()).decode()
        if kind == "application/x-www-form-urlencoded":
            return form(body), {}
        if kind == "application/json" and isinstance(value := decoded(body, ""), dict):
            return value, {}
    return {}, {}


async def _parts(reader: AsyncIterable[Any]) -> Parameters:
    raw: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    async for part in reader:
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        check_utf8((part.name, part.filename or "", part.headers.get("Content-Type", "")))
        data = bytes(await part.read(decode=True))
        if part.filename:
            files[part.name] = Upload(part.filename, data, part.headers.get("Content-Type"))
        else:
            raw[part.name] = data.decode()
    return raw, files


def _reason(error: aiohttp.ClientError) -> str:
    if isinstance(error, aiohttp.ClientSSLError):
        return f"SSL error {{{error}}}"
    if isinstance(error, aiohttp.ClientOSError) and error.errno:
        return os.strerror(error.errno)
    return "Connection closed" if isinstance(error, aiohttp.ServerDisconnectedError) else str(error)
