"""`python -m sandbox`: serve until SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import ipaddress
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from sandbox.box import Sandbox


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="42:TEST", help="the only token that is accepted")
    parser.add_argument("--history", type=int, default=500, help="messages kept in each chat")
    parser.add_argument("--strict", action="store_true", help="check what is sent (slower)")
    parser.add_argument("--public", action="store_true", help="allow a host beyond loopback")
    return parser.parse_args(argv)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _run(serving: Coroutine[Any, Any, None]) -> None:
    """Run on uvloop where it is installed: a fifth less CPU for each call."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(serving)
    else:
        uvloop.run(serving)


async def _serve(options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with Sandbox(
        options.token,
        options.port,
        host=options.host,
        history=options.history,
        strict=options.strict,
    ) as box:
        print(f"Bot API sandbox at {box.url}, token {box.token}", flush=True)
        await stop.wait()


def main(argv: list[str] | None = None) -> int:
    """Return the exit code: 2 for a host that strangers could reach."""
    options = _arguments(argv)
    if not options.public and not is_loopback(options.host):
        print(f"{options.host} is not loopback; add --public if you mean it", file=sys.stderr)
        return 2
    _run(_serve(options))
    return 0


if __name__ == "__main__":
    sys.exit(main())
