"""The control API of the web chat, of other languages' tests, and of curl; see docs/sandbox.md."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.control import acting, chats, clock, events, groups, pages, people, record, trouble
from sandbox.control.exchange import Refusal, reply
from sandbox.errors import ApiError
from sandbox.guard import foreign
from sandbox.people.account import Impossible, Unknown, Unsendable

if TYPE_CHECKING:
    from sandbox.box import Sandbox

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_MODULES = (people, groups, acting, chats, record, clock, trouble, events, pages)

log = logging.getLogger("sandbox")


def routes(box: Sandbox) -> list[web.RouteDef]:
    """Every address beside the Bot API's own, guarded."""
    unknown = web.route("*", "/control/{anything:.*}", _nothing_here)
    open_routes = [route for module in _MODULES for route in module.routes(box)] + [unknown]
    return [
        web.RouteDef(route.method, route.path, partial(_guarded, box, route.handler), route.kwargs)
        for route in open_routes
    ]


async def _guarded(box: Sandbox, handler: Handler, request: web.Request) -> web.StreamResponse:
    reads_only = request.method in ("GET", "HEAD")
    if reason := foreign(request.headers, public=box.public, reads_only=reads_only):
        return _error(403, reason)
    try:
        return await handler(request)
    except Refusal as refusal:
        return _error(refusal.status, refusal.reason)
    except Unsendable as refusal:
        return _error(400, str(refusal))
    except Unknown as refusal:
        return _error(404, str(refusal))
    except Impossible as refusal:
        return _error(409, str(refusal))
    except ApiError as refusal:
        return _error(400, refusal.description)
    except web.HTTPRequestEntityTooLarge:
        return _error(413, "the request is too large")
    except Exception as broken:
        log.exception("%s %s broke the sandbox", request.method, request.path)
        return _error(500, f"the sandbox broke: {broken!r}")


def _error(status: int, reason: str) -> web.Response:
    return reply({"error": reason}, status)


async def _nothing_here(request: web.Request) -> web.StreamResponse:
    raise Refusal(404, f"there is no {request.method} {request.path}")
