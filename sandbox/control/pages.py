"""The web chat's static files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.control.exchange import Refusal

if TYPE_CHECKING:
    from sandbox.box import Sandbox

FOLDER = Path(__file__).parent.parent / "page"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
}


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The page and its files."""
    return [web.get("/", _index), web.get(r"/page/{name:[\w-]+\.\w+}", _file)]


async def _index(request: web.Request) -> web.StreamResponse:
    return _served("index.html")


async def _file(request: web.Request) -> web.StreamResponse:
    return _served(request.match_info["name"])


def _served(name: str) -> web.StreamResponse:
    path = FOLDER / name
    if path.suffix not in _TYPES or not path.is_file():
        raise Refusal(404, f"the page has no file {name}")
    return web.FileResponse(path, headers={"Content-Type": _TYPES[path.suffix], **_HEADERS})
