"""What setWebhook asks for, and whether the sandbox may call there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yarl import URL

from sandbox.errors import bad_request
from sandbox.guard import is_loopback

MAX_SECRET = 256

_SECRET = re.compile(r"[\w-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """What setWebhook asks for."""

    url: str
    max_connections: int = 40
    secret_token: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to call."""

    url: URL
    headers: dict[str, str]


def target_of(settings: Settings, *, public: bool) -> Target:
    """Raises `ApiError` 400; without `public` for every address beyond this machine too."""
    url = _parsed(settings.url)
    headers = {"Content-Type": "application/json"}
    if len(settings.secret_token) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(settings.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if settings.secret_token:
        headers["X-Telegram-Bot-Api-Secret-Token"] = settings.secret_token
    if not public and not is_loopback(str(url.host)):
        raise bad_request(f"bad webhook: the sandbox calls only this machine, not {url.host}")
    return Target(url, headers)


def _parsed(text: str) -> URL:
    try:
        url = URL(text if "://" in text else f"https://{text}")
    except ValueError:
        url = URL()
    if url.scheme not in ("http", "https") or not url.host:
        raise bad_request("invalid webhook URL specified")
    return url
