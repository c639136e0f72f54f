"""`python -m sandbox`: serve until SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from sandbox.api.limits import Limits
from sandbox.api.server import TOKEN
from sandbox.box import Sandbox
from sandbox.guard import is_loopback
from sandbox.world.clock import MovableClock
from sandbox.world.saving import NotSaved


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=8081, help="0 takes a free one")
    parser.add_argument(
        "--token", type=_token, default="42:TEST", help="the only token that is accepted"
    )
    parser.add_argument("--name", default="Sandbox bot", help="the bot's name")
    parser.add_argument("--username", default="sandbox_bot", help="the bot's username, without @")
    parser.add_argument("--history", type=_history, default=500, help="messages kept in each chat")
    parser.add_argument("--state", type=Path, help="file that keeps people and chats")
    parser.add_argument("--strict", action="store_true", help="check what is sent (slower)")
    parser.add_argument("--no-limits", action="store_true", help="let the bot send at any rate")
    parser.add_argument("--public", action="store_true", help="let other machines in")
    return parser.parse_args(argv)


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65535:
        raise argparse.ArgumentTypeError(f"{value} is no port: a number from 0 to 65535 is")
    return int(value)


def _history(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value} is no number of messages: 1 or more is")
    return int(value)


def _token(value: str) -> str:
    if not TOKEN.fullmatch(value):
        raise argparse.ArgumentTypeError("a token is a number, a colon and letters: 42:TEST")
    return value


def _run(serving: Coroutine[Any, Any, None]) -> None:
    """Run on uvloop where it is installed: a fifth less CPU for each call."""
    # What is imported stays for good; the collector would walk it again and again.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
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
    limited = not options.no_limits
    async with Sandbox(
        options.token,
        options.port,
        host=options.host,
        history=options.history,
        state=options.state,
        strict=options.strict,
        clock=MovableClock(),
        name=options.name,
        username=options.username,
        public=options.public,
        limits=Limits(overall=limited, chat=limited, group=limited),
        hasty=limited,
    ) as box:
        print(f"Bot API sandbox at {box.url}, token {box.token}")
        print(f"Web chat at {box.url}/", flush=True)
        await stop.wait()


def main(argv: list[str] | None = None) -> int:
    """Return the exit code: 2 for a host of strangers, a taken port, a state file of others."""
    options = _arguments(argv)
    if not options.public and not is_loopback(options.host):
        print(f"{options.host} is not loopback; add --public if you mean it", file=sys.stderr)
        return 2
    try:
        _run(_serve(options))
    except NotSaved as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"cannot serve at {options.host}:{options.port}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
