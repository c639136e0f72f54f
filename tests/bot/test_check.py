"""`python -m bot check` looks at everything, changes nothing, and says what it found."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.check import FAILED, check
from bot.settings import Settings
from content.loader import QUESTIONNAIRES
from services.clock import SystemClock
from storage.engine import Database
from tests.databases import sqlite_url

ROOT = Path(__file__).parent.parent.parent
TOKEN = "42:TEST"


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **{"bot_token": TOKEN, **values})


async def report(capsys: pytest.CaptureFixture[str], **values: object) -> tuple[int, str]:
    """Exit code and output for these settings."""
    code = await check(settings(**values))
    return code, capsys.readouterr().out


async def test_a_fresh_installation_is_ready(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "data" / "bot.db"
    code, told = await report(capsys, database_url=sqlite_url(file))
    assert code == 0
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "ok      settings",
        "ok      content",
        "ok      texts",
        "ok      database",
        "ok      backups",
    ]
    assert not file.exists(), "a check creates nothing"
    assert not file.parent.exists()


async def test_an_installation_in_use_is_told_by_its_revision(
    capsys: pytest.CaptureFixture[str], sqlite_file: Path
) -> None:
    before = sqlite_file.read_bytes()
    code, told = await report(capsys, database_url=sqlite_url(sqlite_file))
    assert code == 0
    assert "ok      database: revision 2" in told
    assert sqlite_file.read_bytes() == before


@pytest.mark.parametrize("profile", ["izhevsk", "lesosibirsk", "mirny", "ust-ishim", "ust-koksa"])
async def test_every_shipped_municipality_passes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, profile: str
) -> None:
    url = sqlite_url(tmp_path / "bot.db")
    code, told = await report(capsys, profile=profile, database_url=url)
    assert code == 0
    assert f"profile {profile} with" in told


async def test_a_database_of_a_newer_version_is_refused(
    capsys: pytest.CaptureFixture[str], sqlite_file: Path
) -> None:
    database = Database.open(sqlite_url(sqlite_file))
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '29990101_9'")
    await database.close()
    code, told = await report(capsys, database_url=sqlite_url(sqlite_file))
    assert code == FAILED
    assert "FAILED  database: revision 29990101_9 is newer" in told


async def test_what_is_no_database_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "bot.db").write_text("a shopping list, not a database\n" * 100, "utf-8")
    code, told = await report(capsys, database_url=sqlite_url(tmp_path / "bot.db"))
    assert code == FAILED
    assert "FAILED  database:" in told


async def test_a_mistake_in_a_file_is_named_and_the_rest_still_looked_at(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "own.yaml"
    text = (QUESTIONNAIRES / "fgos-2021.yaml").read_text("utf-8")
    broken.write_text(text.replace("deficit_below: 20", "deficit_below: 25"), "utf-8")
    url = sqlite_url(tmp_path / "bot.db")
    code, told = await report(capsys, questionnaire=broken, database_url=url)
    assert code == FAILED
    assert "FAILED  content:" in told
    assert "own.yaml" in told
    assert "ok      texts" in told
    assert "ok      database" in told


class TestBackups:
    async def test_that_are_off_are_told_so(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        url = sqlite_url(tmp_path / "bot.db")
        _, told = await report(capsys, database_url=url)
        assert "ok      backups: off: BACKUP_PASSPHRASE is not set" in told

    async def test_are_told_with_the_age_of_the_newest(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        values = {
            "database_url": sqlite_url(tmp_path / "bot.db"),
            "backup_passphrase": "a long walk by the river",
            "backup_folder": tmp_path,
        }
        code, told = await report(capsys, **values)
        assert code == 0
        assert f"ok      backups: on, kept 14 days in {tmp_path}; there is none yet" in told
        made = SystemClock("UTC").now() - timedelta(hours=5)
        (tmp_path / f"ust-ishim-{made:%Y%m%dT%H%M%SZ}.backup.age").write_bytes(b"")
        _, told = await report(capsys, **values)
        assert "; 1 there, the newest 5 hours old" in told
        assert "river" not in told

    async def test_that_cannot_be_made_fail_the_check(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("PATH", "")
        code, told = await report(
            capsys,
            database_url="postgresql+asyncpg://me@127.0.0.1:1/db",
            backup_passphrase="a long walk by the river",
            backup_folder=tmp_path,
        )
        assert code == FAILED
        assert "FAILED  backups: pg_dump is not installed" in told


async def test_the_token_is_not_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    token = "123456789:AAE-secret_secret_secret_secret_se"
    url = sqlite_url(tmp_path / "bot.db")
    _, told = await report(capsys, bot_token=token, database_url=url)
    assert "secret" not in told


def test_the_command_ends_with_an_exit_code_for_scripts(tmp_path: Path) -> None:
    wrong = subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        cwd=ROOT,
        env={"PATH": "", "BOT_TOKEN": "wrong", "DATABASE_URL": sqlite_url(tmp_path / "bot.db")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert wrong.returncode == 2
    assert wrong.stdout == ""
    assert wrong.stderr.splitlines()[:2] == [
        "The settings cannot be used:",
        "BOT_TOKEN: expected digits, a colon and letters, as @BotFather gives it "
        "(token of the bot, given by @BotFather)",
    ]
