"""Command line: `python -m bot run`, `check`, `demo`, `backup`, `restore` or `maintenance`."""

from __future__ import annotations

import argparse
import asyncio
import errno
import gc
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.settings import Settings, SettingsError, load_settings

CANNOT_START = 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = _arguments(arguments)
    try:
        settings = _settings(options.command)
    except SettingsError as error:
        print(f"The settings cannot be used:\n{error}", file=sys.stderr)
        print("See .env.example for what each variable means.", file=sys.stderr)
        return CANNOT_START
    # Imported after the settings: a wrong variable is told at once, not after seconds.
    if options.command == "check":
        from bot.check import check

        return asyncio.run(check(settings))
    if options.command == "demo":
        return _run(settings, lambda: _demo(settings, options))
    if options.command in ("backup", "restore", "maintenance"):
        return asyncio.run(_told(_upkeep(settings, options)))
    return _run(settings, lambda: _serve(settings))


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help="serve until stopped")
    commands.add_parser("check", help="look at settings, content, texts and the database")
    demo = commands.add_parser("demo", help="play all parts in a web chat, without Telegram")
    demo.add_argument(
        "--port", type=_port, default=8081, help="of the web chat; 0 takes a free one"
    )
    demo.add_argument("--reset", action="store_true", help="begin afresh")
    _add_upkeep(commands)
    return parser.parse_args(arguments)


def _add_upkeep(commands: Any) -> None:
    commands.add_parser("backup", help="make a backup now, also while the bot runs")
    restore = commands.add_parser("restore", help="bring a backup back; stop the bot before")
    restore.add_argument("file", type=Path, help="a backup, as BACKUP_FOLDER holds them")
    restore.add_argument("--yes", action="store_true", help="do not ask")
    maintenance = commands.add_parser("maintenance", help="keep people’s input while you work")
    maintenance.add_argument("action", choices=["on", "off", "status"])


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65535:
        raise argparse.ArgumentTypeError(f"{value} is no port: a number from 0 to 65535 is")
    return int(value)


def _settings(command: str | None) -> Settings:
    if command != "demo":
        return load_settings()
    from bot.demo import TOKEN

    # People look at the chat, not at the log, unless they ask for more.
    settings = load_settings(bot_token=TOKEN)
    quiet = "log_level" not in settings.model_fields_set
    return settings.model_copy(update={"log_level": "WARNING"}) if quiet else settings


def _run(settings: Settings, serve: Callable[[], Awaitable[int]]) -> int:
    # What is imported and built from here on stays for good: the collector would walk it in vain.
    # `Application.run` starts it again, tuned.
    gc.disable()
    import uvloop

    from bot.logs import setup_logs

    setup_logs(settings.log_format, settings.log_level)

    async def serving() -> int:
        return await _told(serve())

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(serving())


async def _told(serving: Awaitable[int]) -> int:
    """Await a command; what stops it becomes a sentence."""
    from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

    from content import ContentError
    from storage.engine import DatabaseUnavailable
    from storage.migrations import NewerDatabase

    try:
        return await serving
    except (ContentError, NewerDatabase, DatabaseUnavailable) as error:
        print(f"The bot cannot start: {error}", file=sys.stderr)
    except (TelegramUnauthorizedError, TelegramNotFound):
        print("The bot cannot start: Telegram does not accept BOT_TOKEN.", file=sys.stderr)
    return CANNOT_START


async def _upkeep(settings: Settings, options: argparse.Namespace) -> int:
    from bot import upkeep

    if options.command == "backup":
        return upkeep.backup(settings)
    if options.command == "restore":
        return upkeep.restore(settings, options.file, sure=options.yes)
    return await upkeep.maintenance(settings, options.action)


async def _serve(settings: Settings) -> int:
    from bot.app import build

    application = await build(settings)
    try:
        await application.serve()
    finally:
        await application.close()
    return 0


async def _demo(settings: Settings, options: argparse.Namespace) -> int:
    from bot.demo.folder import DemoRunning
    from bot.demo.running import run_demo
    from sandbox import NotSaved

    try:
        await run_demo(settings, options.port, reset=options.reset)
    except DemoRunning as error:
        print(error, file=sys.stderr)
        return CANNOT_START
    except NotSaved as error:
        print(f"{error}; `make demo RESET=1` begins afresh.", file=sys.stderr)
        return CANNOT_START
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        print(f"Port {options.port} is taken; another one: `make demo PORT=8082`.", file=sys.stderr)
        return CANNOT_START
    return 0


if __name__ == "__main__":
    sys.exit(main())
