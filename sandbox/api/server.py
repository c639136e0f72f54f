"""The HTTP side: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import inspect
import json
import logging
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from sandbox.api.methods import METHODS
from sandbox.api.params import parse_call, read_parameters
from sandbox.api.strict import check_result
from sandbox.errors import ApiError
from sandbox.world.files import MAX_UPLOAD
from sandbox.world.state import World

MAX_RECORDED = 1000

log = logging.getLogger("sandbox")

_TOKEN = re.compile(r"\d+:[\w-]+")
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class RecordedCall:
    """One finished API call. `started` and `finished` are real Unix seconds."""

    method: str
    params: dict[str, Any]
    status: int
    response: dict[str, Any]
    started: float
    finished: float


class Server:
    """Answers API calls from the state of one bot."""

    def __init__(self, world: World, *, strict: bool) -> None:
        self.world = world
        self.strict = strict
        self.calls: deque[RecordedCall] = deque(maxlen=MAX_RECORDED)
        self.listeners: list[Callable[[RecordedCall], None]] = []
        self.busy = 0
        self.last_call = 0.0

    def application(self) -> web.Application:
        """The aiohttp application with the API's routes."""
        app = web.Application(client_max_size=MAX_UPLOAD + 1024 * 1024)
        app.router.add_route("GET", "/file/bot{token}/{path:.+}", self.download)
        app.router.add_route("*", "/bot{token}/{method}", self.handle)
        app.router.add_route("*", "/{anything:.*}", self.nothing_here)
        return app

    async def handle(self, request: web.Request) -> web.Response:
        """One API call: envelope around `answer`, whatever happens inside."""
        started = time.time()
        name = request.match_info["method"]
        params: dict[str, Any] = {}
        # A long poll that waits is no sign of a working bot.
        working = name.lower() != "getupdates"
        self.busy += working
        try:
            status, envelope = 200, {"ok": True, "result": await self.answer(request, params)}
        except ApiError as error:
            status, envelope = error.code, error.envelope()
        except web.HTTPRequestEntityTooLarge:
            status, envelope = 413, ApiError(413, "Request Entity Too Large").envelope()
        except Exception as broken:
            log.exception("%s broke the sandbox", name)
            reason = f"Internal Server Error: sandbox: {broken}"
            status, envelope = 500, ApiError(500, reason).envelope()
        finally:
            self.busy -= working
        self._record(RecordedCall(name, params, status, envelope, started, time.time()))
        return _response(status, envelope)

    async def answer(self, request: web.Request, params: dict[str, Any]) -> Any:
        """The `result` of a call; fills `params` for the record. Raises `ApiError`."""
        self._check_token(request.match_info["token"])
        method = METHODS.get(request.match_info["method"].lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        raw, files = await read_parameters(request)
        params.update(raw)
        params.update(dict.fromkeys(files.keys() - raw.keys(), "<file>"))
        result = method.handler(self.world, parse_call(method.model, raw, files))
        if inspect.isawaitable(result):
            result = await result
        if self.strict:
            check_result(method.model, result)
        return result

    async def download(self, request: web.Request) -> web.Response:
        """The bytes behind a `file_path`."""
        try:
            self._check_token(request.match_info["token"])
        except ApiError as error:
            return _response(error.code, error.envelope())
        stored = self.world.files.by_path(request.match_info["path"])
        if stored is None:
            return _response(404, ApiError(404, "Not Found").envelope())
        return web.Response(body=stored.data, content_type="application/octet-stream")

    async def nothing_here(self, request: web.Request) -> web.Response:
        """Any other address."""
        return _response(404, ApiError(404, "Not Found").envelope())

    def _check_token(self, token: str) -> None:
        if token == self.world.token:
            return
        if not _TOKEN.fullmatch(token):
            raise ApiError(401, "Unauthorized: invalid token specified")
        raise ApiError(401, "Unauthorized")

    def _record(self, call: RecordedCall) -> None:
        # Polls that brought nothing would push everything else out of the record.
        if call.method.lower() == "getupdates" and call.response.get("result") == []:
            return
        self.calls.append(call)
        self.last_call = time.monotonic()
        self.world.changed.ring()
        for listener in self.listeners:
            listener(call)


def _response(status: int, envelope: dict[str, Any]) -> web.Response:
    headers = {"Content-Type": "application/json"}
    retry_after = envelope.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    body = _to_json(envelope).encode("utf-8", "surrogatepass")
    return web.Response(status=status, body=body, headers=headers)
