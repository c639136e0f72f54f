"""The folder of backups: how files are called, written whole, listed, and dropped with age."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.locks import FileLock, Held

SUFFIX = ".backup.age"
PART = ".part"
_LOCK = ".lock"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<name>.+)-(?P<at>\d{8}T\d{6}Z)" + re.escape(SUFFIX))
PRIVATE = 0o600


class BackupFailed(Exception):
    """No backup was made. `reason` is a key: `running`, `tool-missing`, `tool-old`, `folder`,
    `database` or `other`; the text is for whoever looks after the machine."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """What is backed up, under which name, where to, and for how many days.

    Without a passphrase there are no backups.
    """

    database_url: str = field(default="", repr=False)
    name: str = ""
    passphrase: str = field(default="", repr=False)
    folder: Path = Path("data/backups")
    keep_days: int = 14

    @property
    def on(self) -> bool:
        """Whether backups are made."""
        return bool(self.passphrase)

    def file(self, now: datetime, mark: str = "") -> Path:
        """How a backup of this moment is called; one with a `mark` is not listed or dropped."""
        return self.folder / f"{self.name}{mark}-{now.astimezone(UTC).strftime(_STAMP)}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup in the folder; the size is in bytes."""

    path: Path
    made_at: datetime
    size: int


def backups_in(plan: BackupPlan) -> list[BackupFile]:
    """Backups of this installation, newest first."""
    if not plan.folder.is_dir():
        return []
    found = []
    for path in plan.folder.iterdir():
        named = _NAME.fullmatch(path.name)
        if named is not None and named["name"] == plan.name:
            made_at = datetime.strptime(named["at"], _STAMP).replace(tzinfo=UTC)
            found.append(BackupFile(path, made_at, path.stat().st_size))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def drop_old(plan: BackupPlan, now: datetime) -> int:
    """Delete backups beyond their days, never the newest; returns how many."""
    oldest = now - timedelta(days=plan.keep_days)
    old = [one for one in backups_in(plan)[1:] if one.made_at < oldest]
    for one in old:
        one.path.unlink(missing_ok=True)
    return len(old)


@contextmanager
def held_folder(folder: Path) -> Iterator[None]:
    """Be the only one who makes a backup here; what a killed process left half-done is removed.

    Raises `BackupFailed` while another backup is being made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(folder / _LOCK):
            for part in folder.glob(f"*{PART}"):
                part.unlink(missing_ok=True)
            yield
    except Held:
        raise BackupFailed("running", "another backup is being made at this moment") from None
    except OSError as error:
        raise BackupFailed("folder", f"{folder} cannot be written: {error}") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a private file so that it is there whole or not at all, power cuts included."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renamed files of a folder survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
