"""Locks that other processes see, and that the system takes back when a process dies."""

from __future__ import annotations

import fcntl
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL

from storage.engine import DatabaseUnavailable, sqlite_file


class Held(Exception):
    """Another process, or another part of this one, holds the lock."""


class DatabaseInUse(DatabaseUnavailable):
    """A bot is running on this database; the text says so."""


class FileLock:
    """A lock on a file, which is made where there is none; raises `Held` at once if taken."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise Held(path) from None

    def release(self) -> None:
        """Let others have it; doing so twice is harmless."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.release()


def hold_database(url: str | URL) -> FileLock | None:
    """Be the only process on an SQLite database: it has one writer, and bookmarks are cached.

    Raises `DatabaseInUse` while another one is. Nothing to hold for PostgreSQL.
    """
    file = sqlite_file(url)
    if file is None:
        return None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(file.with_name(f"{file.name}.lock"))
    except Held:
        raise DatabaseInUse(
            f"a bot is running on {file} already; one database serves one running bot"
        ) from None
    except OSError as error:
        raise DatabaseUnavailable(f"{file} cannot be used: {error}") from error
