"""Log lines: one shape for all, and never a token in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAE-secret_secret_secret_secret_se"

# Logging is set up for a whole process, so it gets one of its own.
SCRIPT = f"""
import logging, sys
import structlog
from bot.logs import setup_logs

setup_logs(sys.argv[1], sys.argv[2])
url = "https://api.telegram.org/bot{TOKEN}/getMe"
ours, theirs = structlog.get_logger("ours"), logging.getLogger("aiogram.dispatcher")
ours.info("started", url=url)
ours.debug("details", name="школа")
theirs.warning("cannot reach %s", url)
try:
    raise ConnectionError(url)
except ConnectionError:
    ours.exception("ours failed")
    theirs.exception("theirs failed")
logging.getLogger("aiogram.event").info("an update was handled")
ours.error("школа", имя="Анна")
"""


def logged(kind: str, level: str) -> list[str]:
    """Lines that the script logs."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, kind, level],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    assert done.stdout == "", "the log goes to standard error"
    return done.stderr.splitlines()


@pytest.fixture(scope="module")
def lines() -> list[dict[str, str]]:
    """What a collector gets."""
    return [json.loads(line) for line in logged("json", "INFO")]


class TestForACollector:
    def test_each_event_is_one_line_of_json(self, lines: list[dict[str, str]]) -> None:
        assert [(line["level"], line["event"]) for line in lines] == [
            ("info", "started"),
            ("warning", "cannot reach https://api.telegram.org/bot<token>/getMe"),
            ("error", "ours failed"),
            ("error", "theirs failed"),
            ("error", "школа"),
        ]

    def test_every_line_is_dated_in_utc(self, lines: list[dict[str, str]]) -> None:
        assert all(line["timestamp"].endswith("Z") for line in lines)

    def test_traces_come_along_without_the_token(self, lines: list[dict[str, str]]) -> None:
        traces = [line["exception"] for line in lines if "exception" in line]
        assert len(traces) == 2
        assert all("ConnectionError: https://api.telegram.org/bot<token>" in t for t in traces)

    def test_russian_stays_readable(self, lines: list[dict[str, str]]) -> None:
        assert lines[-1]["имя"] == "Анна"


@pytest.mark.parametrize("kind", ["json", "console"])
def test_no_token_is_ever_written(kind: str) -> None:
    text = "\n".join(logged(kind, "DEBUG"))
    assert "secret_secret" not in text
    assert text.count("<token>") >= 4
    assert "details" in text, "the level is obeyed"


WHAT_WENT_WRONG = """
import asyncio, sys
import structlog
from aiogram.types import Update
from sqlalchemy import text
from bot.logs import setup_logs
from storage.engine import Database

setup_logs("json", "INFO")
log = structlog.get_logger("ours")
sender = {"first_name": "Аделаида"}
message = {"message_id": 1, "text": "Личное письмо", "from": sender}


async def goes_wrong():
    database = Database.open(f"sqlite+aiosqlite:///{sys.argv[1]}")
    async with database.write() as session:
        await session.execute(text("INSERT INTO person VALUES (:name)"), {"name": "Аделаида"})


for work in (lambda: Update.model_validate({"update_id": 1, "message": message}),
             lambda: asyncio.run(goes_wrong())):
    try:
        work()
    except Exception:
        log.exception("failed")
"""


def test_an_error_does_not_tell_what_people_gave(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHAT_WENT_WRONG, str(tmp_path / "bot.db")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    read, written = [json.loads(line)["exception"] for line in done.stderr.splitlines()]
    assert "ValidationError" in read
    assert "no such table" in written
    for error in (read, written):
        assert "Аделаида" not in error
        assert "Личное" not in error
