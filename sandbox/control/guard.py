"""Who may drive the sandbox: this machine's programs and its own page, no other web page."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping

from sandbox.control.exchange import Refusal

_AUTHORITY = re.compile(r"(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d+)?", re.IGNORECASE | re.ASCII)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_origin(headers: Mapping[str, str], *, public: bool) -> None:
    """Raise `Refusal` 403 for a request that another web page could have caused."""
    host = headers.get("Host", "")
    named = _AUTHORITY.fullmatch(host)
    # A name that is not of this machine may be a stranger's name for it (DNS rebinding).
    if not public and (named is None or not is_loopback(named[1] or named[2])):
        raise Refusal(403, f"the sandbox answers to localhost, not to {host[:80]!r}; see --public")
    origin = headers.get("Origin")
    if origin is not None and origin.lower().partition("://")[2] != host.lower():
        raise Refusal(403, "another web page may not drive the sandbox")
