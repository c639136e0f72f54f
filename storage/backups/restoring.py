"""Bringing a backup back: checked first, then put in place whole; the present data is kept."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from storage.backups import postgres
from storage.backups.files import BackupFailed, BackupPlan, sync_folder, write_whole
from storage.backups.making import make_backup
from storage.engine import sqlite_file
from storage.locks import hold_database
from storage.migrations import known_revisions

_SIDES = ("-wal", "-shm")
_GZIP_HEAD = b"\x1f\x8b"
_AGE_HEAD = b"age-encryption.org/"
_KEPT = "-before-restore"


class RestoreFailed(Exception):
    """A backup cannot be brought back; the text says why. Nothing was changed."""


@dataclass(slots=True)
class Restorable:
    """A backup that was opened and found whole."""

    plan: BackupPlan
    revision: str
    data: bytes

    def put_in_place(self, now: datetime) -> Path | None:
        """Replace the present database; returns where that is kept, if there was one."""
        file = sqlite_file(self.plan.database_url)
        return self._replace_file(file, now) if file else self._replace_server(now)

    def _replace_file(self, file: Path, now: datetime) -> Path | None:
        kept = file.with_name(f"{file.name}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        there = file.exists()
        if there:
            _settle(file)
            _keep(file, kept)
        for side in _SIDES:  # of use with their database only
            old = file.with_name(file.name + side)
            if there and old.exists():
                old.replace(kept.with_name(kept.name + side))
            old.unlink(missing_ok=True)
        _fresh(file).replace(file)
        sync_folder(file.parent)
        return kept if there else None

    def _replace_server(self, now: datetime) -> Path:
        plan = self.plan
        try:
            kept = make_backup(plan, now, _KEPT).path
            script = postgres.run(
                plan.database_url, "pg_restore", "--no-owner", "--no-acl", "--file=-",
                given=self.data,
            )  # fmt: skip
            postgres.run(
                plan.database_url, "psql", "--quiet", "--no-psqlrc", "--single-transaction",
                "--set=ON_ERROR_STOP=1", "--file=-",
                given=postgres.DROP_ALL.encode() + script,
            )  # fmt: skip
        except (BackupFailed, postgres.ToolFailed) as error:
            raise RestoreFailed(str(error)) from error
        return kept


@contextmanager
def opened_backup(plan: BackupPlan, path: Path) -> Iterator[Restorable]:
    """Open a backup and check it; inside the block no bot can start on the database.

    Raises `RestoreFailed`, or `DatabaseInUse` while a bot is running.
    """
    lock = hold_database(plan.database_url)
    try:
        if lock is None:
            _check_nobody_works(plan.database_url)
        data = unseal(path, plan.passphrase)
        file = sqlite_file(plan.database_url)
        revision = _unpack(file, data) if file else _revision_in_dump(plan.database_url, data)
        if revision not in known_revisions():
            raise RestoreFailed(
                f"{path.name} is at revision {revision}, which this version of the program does "
                "not know: install the version that made it, or a newer one"
            )
        try:
            yield Restorable(plan, revision, data)
        finally:
            if file is not None:
                _fresh(file).unlink(missing_ok=True)
    finally:
        if lock is not None:
            lock.release()


def unseal(path: Path, passphrase: str) -> bytes:
    """The content of an encrypted file."""
    # Imported here: only who decrypts needs it.
    import pyrage

    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise RestoreFailed(f"{path} cannot be read: {error.strerror}") from error
    if not sealed.startswith(_AGE_HEAD):
        raise RestoreFailed(f"{path} is no backup: it is not a file of the age format")
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        told = str(error)
        if told == "Decryption failed":
            raise RestoreFailed(
                f"BACKUP_PASSPHRASE is not the passphrase that {path.name} was made with"
            ) from None
        if "work" in told:
            raise RestoreFailed(f"{path} was made on a much faster machine: {told}") from None
        raise RestoreFailed(f"{path} is damaged or was cut short ({told})") from None


def _fresh(file: Path) -> Path:
    return file.with_name(f"{file.name}.restoring")


def _unpack(file: Path, data: bytes) -> str:
    """Write the database beside the present one and check it; returns its revision."""
    if not data.startswith(_GZIP_HEAD):
        raise RestoreFailed("the backup is of a PostgreSQL database, DATABASE_URL names SQLite")
    fresh = _fresh(file)
    try:
        for side in ("", *_SIDES):
            fresh.with_name(fresh.name + side).unlink(missing_ok=True)
        write_whole(fresh, gzip.decompress(data))
        with closing(sqlite3.connect(fresh)) as database:
            found = database.execute("PRAGMA integrity_check").fetchall()
            if found != [("ok",)]:
                raise sqlite3.DatabaseError(found[0][0])
            return str(database.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.Error, OSError, EOFError, TypeError, zlib.error) as error:
        fresh.unlink(missing_ok=True)
        raise RestoreFailed(f"the database in the backup is not whole: {error}") from error


def _settle(file: Path) -> None:
    """Bring what stands in the write-ahead log into the file, as far as it can still be read."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=10)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(file: Path, kept: Path) -> None:
    """A second name for the present database, so that at each moment there is one in place."""
    try:
        os.link(file, kept)
    except OSError:
        shutil.copy2(file, kept)


def _check_nobody_works(url: str) -> None:
    try:
        others = postgres.run(make_url(url), "psql", "-At", "-X", "-c", postgres.OTHERS)
    except postgres.ToolFailed as error:
        raise RestoreFailed(str(error)) from error
    if others.strip() != b"0":
        raise RestoreFailed("the database is in use: stop the bot first, then restore")


def _revision_in_dump(url: str, data: bytes) -> str:
    if not data.startswith(postgres.DUMP_HEAD):
        raise RestoreFailed("the backup is of an SQLite database, DATABASE_URL names PostgreSQL")
    try:
        told = postgres.run(
            make_url(url), "pg_restore", "--data-only", "--table=alembic_version", "--file=-",
            given=data,
        )  # fmt: skip
    except postgres.ToolFailed as error:
        raise RestoreFailed(str(error)) from error
    found = re.search(rb"^COPY [^\n]*\n([^\n\\]+)$", told, re.MULTILINE)
    if found is None:
        raise RestoreFailed("the database in the backup is not whole: it has no revision")
    return found[1].decode()
