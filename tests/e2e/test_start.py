"""What stops a start, told so that whoever runs the bot can mend it: no traceback, exit code 2."""

from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sandbox import Sandbox
from tests.content.test_format_docs import write_examples
from tests.e2e.running import TOKEN, Ended, Town, eventually, runs, runs_from_shell, sqlite_url

NOWHERE = "http://127.0.0.1:9"  # nobody listens at the discard port
FUTURE = "29991231_9999_the_day_after_tomorrow"


@pytest.fixture(scope="module")
async def attempts(shared_town: Town, folder: Path) -> dict[str, Ended]:
    """All attempts to start, two at a time."""
    place = folder / "starts"
    place.mkdir()
    url = shared_town.box.url
    broken = write_examples("questionnaire-format.md", place)
    broken.write_text(broken.read_text("utf-8").replace("norm: 2", "norm: two"), "utf-8")
    good = folder / "shared" / "bot.db"
    plans: dict[str, tuple[str, dict[str, str]]] = {
        "settings": (
            "run",
            {
                "bot_token": "123:secret token",
                "bot_api_url": "telegram",
                "database_url": "mysql://root:parole@host/db",
                "questionnaire": "nowhere.yaml",
                "admin_ids": "12,me",
                "default_locale": "de",
                "log_format": "xml",
                "log_level": "LOUD",
            },
        ),
        "no token": ("run", {"bot_token": ""}),
        "questionnaire": ("run", {"bot_api_url": url, "questionnaire": str(broken)}),
        "profile": ("run", {"bot_api_url": url, "profile": "atlantis"}),
        "future": ("run", {"bot_api_url": url, "database_url": _future(place)}),
        "token": ("run", {"bot_api_url": url, "bot_token": "42:revoked-token"}),
        "check": ("check", {"bot_api_url": NOWHERE, "database_url": sqlite_url(good)}),
        "check fails": ("check", {"questionnaire": str(broken), "database_url": _future(place)}),
    }
    room = asyncio.Semaphore(2)

    async def attempt(command: str, settings: dict[str, str]) -> Ended:
        async with room:
            return await runs_from_shell(place, command, **settings)

    ended = await asyncio.gather(*(attempt(*plan) for plan in plans.values()))
    return dict(zip(plans, ended, strict=True))


def _future(place: Path) -> str:
    """The address of a database that a newer version of the program has left."""
    path = place / "future.db"
    if not path.exists():
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE alembic_version (version_num VARCHAR(64))")
            database.execute("INSERT INTO alembic_version VALUES (?)", (FUTURE,))
    return sqlite_url(path)


def _says(ended: Ended, *parts: str) -> None:
    assert ended.code == 2, ended
    assert "Traceback" not in ended.out + ended.err
    for part in parts:
        assert part in ended.out + ended.err


def test_every_bad_setting_is_named_and_no_secret_is_printed(attempts: dict[str, Ended]) -> None:
    _says(attempts["settings"], "The settings cannot be used:", "See .env.example")
    told = {line.split()[0].rstrip(":"): line for line in attempts["settings"].err.splitlines()}
    names = "BOT_TOKEN BOT_API_URL DATABASE_URL QUESTIONNAIRE ADMIN_IDS DEFAULT_LOCALE LOG_FORMAT"
    assert {*names.split(), "LOG_LEVEL"} <= told.keys()
    assert "there is no file nowhere.yaml" in told["QUESTIONNAIRE"]
    assert "found 'me'" in told["ADMIN_IDS"]
    assert not re.search("secret|parole", attempts["settings"].err)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("sqlite+aiosqlite://", "expected the path of a file"),
        ("sqlite+aiosqlite:///:memory:", "expected the path of a file"),
        ("postgresql+asyncpg://bot:parole@host:port/methodical", "a number as the port"),
    ],
)
async def test_a_malformed_database_address_is_told_without_its_password(
    folder: Path, address: str, told: str
) -> None:
    ended = await runs(folder, database_url=address)
    _says(ended, "DATABASE_URL: ", told)
    assert "parole" not in ended.err


def test_a_missing_token_is_told(attempts: dict[str, Ended]) -> None:
    _says(attempts["no token"], "BOT_TOKEN is not set (token of the bot, given by @BotFather)")


def test_a_broken_questionnaire_is_told_by_file_key_and_reason(attempts: dict[str, Ended]) -> None:
    _says(attempts["questionnaire"], "The bot cannot start:", "own.yaml", "scoring.norm", "number")


def test_an_unknown_profile_is_told_with_those_that_exist(attempts: dict[str, Ended]) -> None:
    _says(
        attempts["profile"],
        "The settings cannot be used:",
        "PROFILE",
        "atlantis",
        "izhevsk",
        "ust-koksa",
    )


def test_a_database_of_a_newer_version_is_left_alone(
    attempts: dict[str, Ended], folder: Path
) -> None:
    _says(attempts["future"], "The bot cannot start:", FUTURE, "newer version")
    with closing(sqlite3.connect(folder / "starts" / "future.db")) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    assert tables == [("alembic_version",)]


def test_a_token_that_telegram_does_not_accept_is_told(attempts: dict[str, Ended]) -> None:
    _says(attempts["token"], "The bot cannot start: Telegram does not accept BOT_TOKEN.")
    assert "revoked-token" not in attempts["token"].out + attempts["token"].err


def test_check_tells_what_it_found(attempts: dict[str, Ended]) -> None:
    ended = attempts["check"]
    assert ended.code == 0, ended
    assert "FAILED" not in ended.out
    for part in ("14 schools", "teachers 42 items", "managers 18 items", "consent version 4"):
        assert part in ended.out


def test_check_names_everything_that_would_stop_the_bot(attempts: dict[str, Ended]) -> None:
    _says(attempts["check fails"], "scoring.norm", FUTURE)
    lines = attempts["check fails"].out.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("FAILED")] == [
        "content:",
        "database:",
    ]


async def test_a_bot_that_cannot_reach_telegram_keeps_trying_until_it_can(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    town = Town(folder / "cut-off", box=Sandbox(TOKEN, port, timeout=30))
    town.folder.mkdir()
    starting: asyncio.Task[Any] = asyncio.create_task(town.starts())
    try:
        await eventually(lambda: "does not answer yet" in _log(town), 60)
        assert town.process is not None
        assert town.process.returncode is None
        await town.box.start()
        await starting
        anna = town.person()
        await anna.sends("/start")
        await anna.sees("Выберите язык.")
        assert await town.stops() == 0
    finally:
        starting.cancel()
        await town.__aexit__(None, None, None)


def _log(town: Town) -> str:
    return town.log if (town.folder / "bot.log").exists() else ""
