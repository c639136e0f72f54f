"""The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import asyncio
import inspect
import logging
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.api.faults import Faults, Page, Silence
from sandbox.api.limits import Limits
from sandbox.api.methods import METHODS
from sandbox.api.methods.base import Told
from sandbox.api.methods.updates import lock
from sandbox.api.params import parse_call, read_parameters
from sandbox.api.strict import check_result
from sandbox.api.webhook import Parameters, Webhook
from sandbox.encoding import to_json
from sandbox.errors import ApiError, forbidden
from sandbox.guard import foreign
from sandbox.world.files import MAX_UPLOAD, Upload
from sandbox.world.state import World

MAX_RECORDED = 1000
MAX_RECORDED_VALUE = 10_000  # characters of a parameter

log = logging.getLogger("sandbox")

TOKEN = re.compile(r"[0-9]{1,16}:[A-Za-z0-9_-]+")


@dataclass(slots=True)
class RecordedCall:
    """One finished API call. `started` and `finished` are real Unix seconds.

    `params` are as they came, cut if very long. `fault` tells in words which fault struck, `done`
    whether the method was carried out. `status` is 0 for a connection closed without an answer;
    `response` is then what was not sent.
    """

    method: str
    params: dict[str, Any]
    status: int
    response: dict[str, Any]
    started: float
    finished: float
    n: int = 0  # counts the calls of this server
    fault: str | None = None
    done: bool = False


class Server:
    """Answers API calls from the state of one bot, and brings updates to its webhook."""

    def __init__(
        self, world: World, *, strict: bool, limits: Limits | None = None, public: bool = False
    ) -> None:
        self.world = world
        self.strict = strict
        self.public = public
        self.faults = Faults(world.updates)
        self.limits = limits or Limits()
        self.webhook = world.webhook = Webhook(world, self.run, public=public)
        self._struck: set[asyncio.Task[RecordedCall]] = set()
        self.calls: deque[RecordedCall] = deque(maxlen=MAX_RECORDED)
        self.listeners: list[Callable[[RecordedCall], None]] = []
        self.busy = 0
        self.last_call = 0.0
        self._recorded = 0

    def application(self, more: Iterable[web.RouteDef] = ()) -> web.Application:
        """The aiohttp application with the API's routes, and `more`."""
        app = web.Application(client_max_size=MAX_UPLOAD + 1024 * 1024)
        app.add_routes(more)
        app.router.add_route("GET", "/file/bot{token}/{path:.+}", self.download)
        app.router.add_route("*", "/bot{token}/{method}", self.handle)
        app.router.add_route("*", "/{anything:.*}", self.nothing_here)
        return app

    async def handle(self, request: web.Request) -> web.Response:
        """One API call over HTTP."""

        async def parameters() -> Parameters:
            self._check_caller(request)
            return await read_parameters(request)

        name = request.match_info["method"]
        running = self.run(name, parameters)
        if self.faults.armed and name.lower() != "getupdates":
            # What a fault delays is done even if the bot hangs up meanwhile.
            task = asyncio.ensure_future(running)
            self._struck.add(task)
            task.add_done_callback(self._struck.discard)
            call = await asyncio.shield(task)
        else:
            call = await running
        if call.fault is not None:
            return _faulty(request, call)
        return _response(call.status, call.response)

    async def run(self, name: str, parameters: Callable[[], Awaitable[Parameters]]) -> RecordedCall:
        """One API call: envelope around `_result`, whatever happens inside."""
        call = RecordedCall(name, {}, 0, {}, time.time(), 0.0)
        # A long poll that waits is no sign of a working bot.
        working = name.lower() != "getupdates"
        self.busy += working
        try:
            call.response = await self._result(call, *await parameters())
            call.status = 200
        except ApiError as error:
            call.status, call.response = error.code, error.envelope()
        except web.HTTPRequestEntityTooLarge:
            call.status = 413
            call.response = ApiError(413, "Request Entity Too Large").envelope()
        except Page as page:
            call.status, call.response = page.status, page.shown
        except Silence as silence:
            call.response = silence.unsent
        except Exception as broken:
            log.exception("%s broke the sandbox", name)
            reason = f"Internal Server Error: sandbox: {broken}"
            call.status, call.response = 500, ApiError(500, reason).envelope()
        finally:
            self.busy -= working
        call.finished = time.time()
        self._record(call)
        return call

    async def _result(
        self, call: RecordedCall, raw: dict[str, Any], files: dict[str, Upload]
    ) -> dict[str, Any]:
        """The envelope of a call that succeeds. Raises `ApiError`, `Page` or `Silence`."""
        call.params |= {name: _recorded(value) for name, value in raw.items()}
        call.params |= dict.fromkeys(files.keys() - raw.keys(), "<file>")
        armed = self.faults.armed
        fault = self.faults.take(call.method, self.world.chat_of(raw)) if armed else None
        if fault is None:
            return await self._carry_out(call, raw, files)
        call.fault = str(fault)
        await fault.strike()
        if not fault.lose_answer:
            return await self._carry_out(call, raw, files)
        try:
            unsent = await self._carry_out(call, raw, files)
        except ApiError as error:
            unsent = error.envelope()
        if call.method.lower() == "getupdates":
            self.world.updates.give_back()
        raise Silence(unsent)

    async def _carry_out(
        self, call: RecordedCall, raw: dict[str, Any], files: dict[str, Upload]
    ) -> dict[str, Any]:
        if (method := METHODS.get(call.method.lower())) is None:
            raise ApiError(404, "Not Found: method not found")
        if self.limits.on:
            self.limits.charge(call.method, raw)
        result = method.handler(self.world, parse_call(method.model, raw, files))
        if inspect.isawaitable(result):
            result = await result
        call.done = True
        envelope = {"ok": True, "result": result}
        if isinstance(result, Told):
            envelope = {"ok": True, **result._asdict()}
        if self.strict:
            check_result(method.model, envelope["result"])
        return envelope

    async def download(self, request: web.Request) -> web.Response:
        """The bytes behind a `file_path`."""
        try:
            self._check_caller(request)
        except ApiError as error:
            return _response(error.code, error.envelope())
        stored = self.world.files.by_path(request.match_info["path"])
        if stored is None:
            return _response(404, ApiError(404, "Not Found").envelope())
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def nothing_here(self, request: web.Request) -> web.Response:
        """Any other address."""
        return _response(404, ApiError(404, "Not Found").envelope())

    def revoke(self, revoked: bool = True) -> None:
        """Let the token open nothing, not even for a poll that waits; or open everything again."""
        lock(self.world, (401, "Unauthorized") if revoked else None)

    async def close(self) -> None:
        """End what goes on without a request: the webhook, and calls that a fault delays."""
        for task in self._struck:
            task.cancel()
        await self.webhook.close()

    def _check_caller(self, request: web.Request) -> None:
        if reason := foreign(request.headers, public=self.public):
            raise forbidden(reason)
        token = request.match_info["token"]
        if token == self.world.token:
            if self.world.locked is not None:
                raise ApiError(*self.world.locked)
            return
        if not TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized: invalid token specified")
        raise ApiError(401, "Unauthorized")

    def _record(self, call: RecordedCall) -> None:
        # Polls that brought nothing would push everything else out of the record.
        if call.method.lower() == "getupdates" and call.response.get("result") == []:
            return
        self._recorded += 1
        call.n = self._recorded
        self.calls.append(call)
        self.last_call = time.monotonic()
        self.world.changed.ring()
        for listener in self.listeners:
            listener(call)


def _recorded(value: Any) -> Any:
    """A parameter for the record, which holds a thousand calls."""
    text = to_json(value).decode() if isinstance(value, (list, dict)) else value
    too_long = isinstance(text, str) and len(text) > MAX_RECORDED_VALUE
    return text[:MAX_RECORDED_VALUE] + "…" if too_long else value


def _response(status: int, envelope: dict[str, Any]) -> web.Response:
    headers = {"Content-Type": "application/json"}
    retry_after = envelope.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return web.Response(status=status, body=to_json(envelope), headers=headers)


def _faulty(request: web.Request, call: RecordedCall) -> web.Response:
    """What is left of the answer to a call that a fault struck."""
    if call.status == 0:
        if request.transport is not None:
            request.transport.close()
        return web.Response()
    if "body" in call.response:
        body, headers = call.response["body"], {"Content-Type": call.response["content_type"]}
        return web.Response(status=call.status, body=body.encode(), headers=headers)
    return _response(call.status, call.response)
