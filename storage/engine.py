"""The database: opening it, reading, and units of work.

SQLite is a library, not a server: a point read takes less time than asking a thread for it, so its
statements run on the event loop. What walks many rows asks for `read(long=True)`, and goes to a
thread.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.group_commit import GroupWriter
from storage.session import DirectSession, Session

_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA secure_delete=ON",  # who asks to be forgotten is gone from the file too
)
# An error would tell the values too: names and texts of people, and errors are logged.
_AS_EVER: dict[str, Any] = {"isolation_level": "AUTOCOMMIT", "hide_parameters": True}


class DatabaseUnavailable(Exception):
    """The database cannot be opened; the text says why."""


class Database:
    """An open database. Use `read()` and `write()`; nothing else touches connections."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._sqlite = _direct(engine.url) if engine.dialect.name == "sqlite" else None
        self._reader: Connection | None = None
        self._group = GroupWriter(self._sqlite) if self._sqlite is not None else None

    @classmethod
    def open(cls, url: str) -> Database:
        """The database at an SQLAlchemy URL; nothing is opened yet."""
        return cls(create_engine(url))

    async def ping(self) -> None:
        """Open one connection; raises `DatabaseUnavailable` with the reason.

        The folder of an SQLite file is created.
        """
        try:
            if file := sqlite_file(self.engine.url):
                file.parent.mkdir(parents=True, exist_ok=True)
            async with self.engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (SQLAlchemyError, OSError) as error:
            reason = str(getattr(error, "orig", None) or error)
            url = self.engine.url.render_as_string(hide_password=True)
            raise DatabaseUnavailable(f"the database {url} cannot be opened: {reason}") from error

    @asynccontextmanager
    async def read(self, *, long: bool = False) -> AsyncIterator[Session]:
        """A session for reading; each statement sees what is committed.

        `long` is for statements over many rows: on SQLite they keep off the event loop.
        """
        if self._sqlite is not None and not long:
            if self._reader is None:
                self._reader = self._sqlite.connect()
            yield DirectSession(self._reader)
            return
        async with self.engine.connect() as connection:
            yield Session(connection)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Session]:
        """A unit of work: leaving the block commits, an exception rolls back."""
        if self._group is not None:
            async with self._group.unit() as session:
                yield session
        else:
            async with self.engine.connect() as connection:
                await connection.execution_options(isolation_level="READ COMMITTED")
                async with connection.begin():
                    yield Session(connection)

    async def close(self) -> None:
        """Close all connections."""
        if self._group is not None:
            await self._group.close()
        if self._sqlite is not None:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
            self._sqlite.dispose()
        await self.engine.dispose()


def sqlite_file(url: str | URL) -> Path | None:
    """The file of an SQLite URL; nothing for other databases and for memory."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, ":memory:")
    return Path(str(parsed.database)) if is_file else None


def create_engine(url: str) -> AsyncEngine:
    """Engine in autocommit mode: units of work open their transactions themselves."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, pool_pre_ping=True, **_AS_EVER)
    engine = create_async_engine(
        parsed, pool_size=4, max_overflow=4, pool_reset_on_return=None, **_AS_EVER
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    return engine


def _direct(url: URL) -> Engine:
    """Engine for statements on the event loop; a commit may run in another thread."""
    engine = sqlalchemy.create_engine(
        url.set(drivername="sqlite+pysqlite"),
        pool_reset_on_return=None,
        connect_args={"check_same_thread": False},
        **_AS_EVER,
    )
    event.listen(engine, "connect", _on_connect)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
