"""Making a backup: snapshot, compression, encryption, a file that is whole or not there.

Encryption takes a second or two and lets no other thread run, so the bot has it done by a process
of its own, which gets the plan on its standard input.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from storage.backups import postgres
from storage.backups.files import (
    BackupFailed,
    BackupFile,
    BackupPlan,
    drop_old,
    held_folder,
    write_whole,
)
from storage.engine import sqlite_file

_PROJECT = Path(__file__).resolve().parents[2]
_COMPRESSION = 6
_CHILD = "from storage.backups.making import child; child()"


def make_backup(plan: BackupPlan, now: datetime, mark: str = "") -> BackupFile:
    """Make a backup and drop the old ones; raises `BackupFailed`. Blocks for seconds."""
    if not plan.on:
        raise BackupFailed("off", "backups are off: BACKUP_PASSPHRASE is not set")
    with held_folder(plan.folder):
        data = seal(snapshot(plan.database_url), plan.passphrase)
        path = plan.file(now, mark)
        write_whole(path, data)
        drop_old(plan, now)
    return BackupFile(path, now.replace(microsecond=0), len(data))


def snapshot(url: str) -> bytes:
    """The database at one moment, compressed: gzip of an SQLite file, or a dump of PostgreSQL."""
    file = sqlite_file(url)
    if file is not None:
        return _snapshot_of(file)
    try:
        return postgres.run(make_url(url), "pg_dump", "--format=custom", "--no-owner", "--no-acl")
    except postgres.ToolFailed as error:
        raise BackupFailed(error.reason, str(error)) from error


def _snapshot_of(file: Path) -> bytes:
    """One step of SQLite's online backup: it reads one moment, and others go on writing."""
    if not file.exists():
        raise BackupFailed("database", f"there is no database {file} yet")
    # Beside the database: as well protected. One left by a killed process goes first.
    prefix = f".{file.name}-snapshot-"
    for stale in file.parent.glob(f"{prefix}*"):
        shutil.rmtree(stale, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=file.parent) as folder:
        copy = Path(folder) / "copy.db"
        try:
            with closing(sqlite3.connect(copy)) as target, closing(_reader(file)) as source:
                source.backup(target)
        except sqlite3.Error as error:
            raise BackupFailed("database", f"{file} cannot be read: {error}") from error
        return gzip.compress(copy.read_bytes(), _COMPRESSION, mtime=0)


def _reader(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{file.absolute()}?mode=ro", uri=True, timeout=10)


def seal(data: bytes, passphrase: str) -> bytes:
    """Encrypt in the age format, which the tool `age` opens too."""
    # Imported here: only who encrypts needs it.
    from pyrage import passphrase as age

    return bytes(age.encrypt(data, passphrase))


async def make_aside(plan: BackupPlan, now: datetime) -> BackupFile:
    """`make_backup` in a process of its own, so that nobody waits; raises `BackupFailed`."""
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _CHILD,
            env={**os.environ, "PYTHONPATH": _search_path()},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate(_told(plan, now).encode())
    except OSError as error:
        raise BackupFailed("other", f"no process can be started: {error}") from error
    try:
        answer = json.loads(out)
    except ValueError:
        reason = err.decode(errors="replace").strip()[-1000:]
        raise BackupFailed("other", f"exit code {process.returncode}: {reason}") from None
    if "path" not in answer:
        raise BackupFailed(answer["reason"], answer["text"])
    made_at = datetime.fromisoformat(answer["made_at"])
    return BackupFile(Path(answer["path"]), made_at, answer["size"])


def _search_path() -> str:
    given = os.environ.get("PYTHONPATH")
    return os.pathsep.join([str(_PROJECT), given] if given else [str(_PROJECT)])


def _told(plan: BackupPlan, now: datetime) -> str:
    return json.dumps(
        {
            "now": now.isoformat(),
            "database_url": plan.database_url,
            "name": plan.name,
            "passphrase": plan.passphrase,
            "folder": str(plan.folder),
            "keep_days": plan.keep_days,
        }
    )


def child() -> None:
    """What the process does: plan in, file or reason out."""
    given = json.load(sys.stdin)
    now = datetime.fromisoformat(given.pop("now"))
    plan = BackupPlan(**{**given, "folder": Path(given["folder"])})
    try:
        made = make_backup(plan, now)
    except BackupFailed as error:
        answer: dict[str, object] = {"reason": error.reason, "text": str(error)}
    else:
        answer = {"path": str(made.path), "made_at": made.made_at.isoformat(), "size": made.size}
    json.dump(answer, sys.stdout)
