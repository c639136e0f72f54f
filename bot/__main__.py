"""Command line: `python -m bot run`, `python -m bot check`."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
import sys
from typing import Any

from bot.settings import Settings, SettingsError, load_settings

CANNOT_START = 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument("command", nargs="?", choices=("run", "check"), default="run")
    command = parser.parse_args(arguments).command
    try:
        settings = load_settings()
    except SettingsError as error:
        print(f"The settings cannot be used:\n{error}", file=sys.stderr)
        print("See .env.example for what each variable means.", file=sys.stderr)
        return CANNOT_START
    # Imported after the settings: a wrong variable is told at once, not after seconds.
    if command == "check":
        from bot.check import check

        return asyncio.run(check(settings))
    return _run(settings)


def _run(settings: Settings) -> int:
    # What is imported and built from here on stays for good: the collector would walk it in vain.
    # `Application.run` starts it again, tuned.
    gc.disable()
    import uvloop

    from bot.logs import setup_logs

    setup_logs(settings.log_format, settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_serve(settings))


async def _serve(settings: Settings) -> int:
    from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

    from bot.app import build
    from content import ContentError
    from storage.engine import DatabaseUnavailable
    from storage.migrations import NewerDatabase

    try:
        application = await build(settings)
    except (ContentError, NewerDatabase, DatabaseUnavailable) as error:
        print(f"The bot cannot start: {error}", file=sys.stderr)
        return CANNOT_START
    loop = asyncio.get_running_loop()
    for signal_name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_name, _stop(application))
    try:
        await application.run()
    except (TelegramUnauthorizedError, TelegramNotFound):
        print("The bot cannot start: Telegram does not accept BOT_TOKEN.", file=sys.stderr)
        return CANNOT_START
    finally:
        await application.close()
    return 0


def _stop(application: Any) -> Any:
    return application.poller.stop


if __name__ == "__main__":
    sys.exit(main())
