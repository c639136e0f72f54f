"""What setWebhook asks for, and whether the sandbox may call there."""

from __future__ import annotations

import ipaddress
import re
import ssl
from dataclasses import dataclass

from yarl import URL

from sandbox.errors import ApiError, bad_request

MAX_SECRET = 256

_SECRET = re.compile(r"[\w-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """What setWebhook asks for. `ip_address` is called in the place of the host of `url`."""

    url: str
    max_connections: int = 40
    secret_token: str = ""
    ip_address: str = ""
    certificate: bytes = b""


@dataclass(frozen=True, slots=True)
class Target:
    """Where and how to call. `ip` is empty where the name has to be looked up."""

    url: URL
    host: str
    ip: str
    headers: dict[str, str]
    tls: ssl.SSLContext | bool


def target_of(settings: Settings, *, public: bool) -> Target:
    """Raises `ApiError` 400; without `public` for every address beyond this machine too."""
    url = _parsed(settings.url)
    headers = {"Content-Type": "application/json", "Host": url.host_port_subcomponent or ""}
    if len(settings.secret_token) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(settings.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if settings.secret_token:
        headers["X-Telegram-Bot-Api-Secret-Token"] = settings.secret_token
    host = str(url.host)
    ip = _ip(settings.ip_address or host)
    if settings.ip_address and not ip:
        raise _bad("Invalid IP address specified")
    if not public and not (ip and ipaddress.ip_address(ip).is_loopback):
        raise _bad(f"the sandbox calls only this machine, not {settings.ip_address or host}")
    tls = _tls(settings.certificate) if settings.certificate else True
    return Target(url.with_host(ip) if ip else url, host, ip, headers, tls)


def _parsed(text: str) -> URL:
    try:
        url = URL(text if "://" in text else f"https://{text}")
    except ValueError:
        url = URL()
    if url.scheme not in ("http", "https") or not url.host:
        raise bad_request("invalid webhook URL specified")
    return url


def _ip(host: str) -> str:
    """The address that the host is, empty for a name."""
    if host.lower() == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return ""


def _tls(certificate: bytes) -> ssl.SSLContext:
    """Trust this certificate only."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=certificate.decode("ascii"))
    except (ssl.SSLError, ValueError):
        raise _bad("Can't create an SSL context: the certificate is not a PEM file") from None
    return context


def _bad(reason: str) -> ApiError:
    return bad_request(f"bad webhook: {reason}")
