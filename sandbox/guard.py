"""Who may drive the sandbox: this machine's programs and its own page, no other web page."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from functools import lru_cache

_AUTHORITY = re.compile(r"(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d+)?", re.IGNORECASE | re.ASCII)
_OWN = frozenset({"none", "same-origin"})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=64)
def _names_loopback(authority: str) -> bool:
    named = _AUTHORITY.fullmatch(authority)
    return named is not None and is_loopback(named[1] or named[2])


def foreign(headers: Mapping[str, str], *, public: bool, reads_only: bool = False) -> str | None:
    """Why a request may be another web page's doing, as a sentence; None if it is not.

    A browser tells no `Origin` of a plain GET, a picture's for instance: with `reads_only` that
    does no harm, otherwise what the browser calls cross-site is foreign too.
    """
    host = headers.get("Host", "")
    # A name that is not of this machine may be a stranger's name for it (DNS rebinding).
    if not public and not _names_loopback(host):
        return f"the sandbox answers to localhost, not to {host[:80]!r}; see --public"
    origin = headers.get("Origin")
    foreign_origin = origin is not None and origin.lower().partition("://")[2] != host.lower()
    if foreign_origin or not (reads_only or headers.get("Sec-Fetch-Site", "none") in _OWN):
        return "another web page may not drive the sandbox"
    return None
