"""Which addresses Telegram accepts in links and buttons, and how it rewrites them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_USER_LINK = re.compile(r"tg://user\?id=(\d{1,18})$", re.IGNORECASE)
_HOST = re.compile(r"[^\s/?#@\\\"'<>]+")


class BadLink(ValueError):
    """The address is refused; the message is Telegram's reason."""


def checked_link(link: str) -> str:
    """Return the address as Telegram stores it (scheme added, empty path becomes `/`).

    Raises `BadLink` with the reason that follows "button URL 'x' is invalid: ".
    """
    link = link.strip()
    if not link:
        raise BadLink("URL host is empty")
    scheme, separator, rest = link.partition("://")
    if not separator:
        scheme, rest = "http", link
    scheme = scheme.lower()
    if scheme in ("tg", "ton"):
        return f"{scheme}://{rest}"
    if scheme not in ("http", "https"):
        raise BadLink("Unsupported URL protocol")
    return _http_link(scheme, rest)


def _http_link(scheme: str, rest: str) -> str:
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadLink("Wrong port number specified in the URL") from error
    if not host:
        raise BadLink("URL host is empty")
    if "." not in host or host.startswith(".") or not _HOST.fullmatch(host):
        raise BadLink("Wrong HTTP URL")
    path = parts.path or "/"
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{scheme}://{host}{f':{port}' if port else ''}{path}{query}{fragment}"


def linked_user_id(link: str) -> int | None:
    """The person of a `tg://user?id=...` link, or None for any other address."""
    match = _USER_LINK.match(link.strip())
    return int(match.group(1)) if match else None
