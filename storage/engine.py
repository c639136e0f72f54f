"""The database: reading, writing, and group commit on SQLite.

SQLite has one writer and pays for each commit. `Database.write` therefore lets all units of work
that wait at the same moment share one transaction: each works in turn, protected by a savepoint,
and each is told «done» only after the common COMMIT. Durability is that of single commits.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, CursorResult, Executable, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)
_GROUP_LIMIT = 64

Rows = CursorResult[*tuple[Any, ...]]


class DatabaseUnavailable(Exception):
    """The database cannot be opened; the text says why."""


class Session:
    """What a repository may do with a connection: run statements."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.connection.dialect.name

    async def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        """Run one statement; with a list of parameters, run it for each."""
        return await self.connection.execute(statement, parameters)


class Database:
    """An open database. Use `read()` and `write()`; nothing else touches connections."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._group = _GroupWriter(engine) if engine.dialect.name == "sqlite" else None

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
    async def read(self) -> AsyncIterator[Session]:
        """A session for reading; each statement sees what is committed."""
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
        return create_async_engine(parsed, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    engine = create_async_engine(
        parsed, isolation_level="AUTOCOMMIT", pool_size=4, max_overflow=4, pool_reset_on_return=None
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _SQLITE_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


class _Unit(Session):
    """One participant of a group; the savepoint is set before its first change."""

    def __init__(self, connection: AsyncConnection, raw: Any, *, first: bool) -> None:
        super().__init__(connection)
        self._raw = raw
        self.protected = first  # the first of a group has nothing before it to protect

    async def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        if not self.protected and getattr(statement, "is_dml", False):
            await self._raw.execute("SAVEPOINT unit")
            self.protected = True
        return await super().execute(statement, parameters)


class _GroupWriter:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._lock = asyncio.Lock()
        self._connection: AsyncConnection | None = None
        self._raw: Any = None
        self._waiting = 0
        self._members: list[asyncio.Future[None]] = []
        self._flushing: asyncio.Future[None] | None = None

    async def _open(self) -> None:
        self._connection = await self._engine.connect()
        raw = await self._connection.get_raw_connection()
        self._raw = raw.driver_connection

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Session]:
        await self._enter()
        committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            if self._connection is None:
                await self._open()
            assert self._connection is not None
            first = not self._members
            if first:
                await self._raw.execute("BEGIN IMMEDIATE")
            unit = _Unit(self._connection, self._raw, first=first)
            try:
                yield unit
            except BaseException:
                await self._undo(first=first, touched=unit.protected)
                raise
            self._members.append(committed)
            if not first and unit.protected:
                await self._raw.execute("RELEASE unit")
        finally:
            try:
                await self._commit_if_last()
            finally:
                self._lock.release()
        await committed

    async def _enter(self) -> None:
        self._waiting += 1
        try:
            await self._lock.acquire()
        except asyncio.CancelledError:
            # The group may have been waiting for this very unit to commit for it.
            self._flushing = asyncio.ensure_future(self._flush())
            raise
        finally:
            self._waiting -= 1

    async def _flush(self) -> None:
        async with self._lock:
            await self._commit_if_last()

    async def _undo(self, *, first: bool, touched: bool) -> None:
        if first:
            await self._raw.rollback()
        elif touched:
            await self._raw.execute("ROLLBACK TO unit")
            await self._raw.execute("RELEASE unit")

    async def _commit_if_last(self) -> None:
        """The last one out commits for all; a crowd is cut at `_GROUP_LIMIT`."""
        if not self._members or (self._waiting and len(self._members) < _GROUP_LIMIT):
            return
        members, self._members = self._members, []
        try:
            await self._raw.commit()
        except BaseException as error:
            await self._raw.rollback()
            for member in members:
                if not member.done():
                    member.set_exception(error)
                    member.exception()  # a cancelled waiter does not look at it
        else:
            for member in members:
                if not member.done():
                    member.set_result(None)

    async def close(self) -> None:
        async with self._lock:
            if self._connection is not None:
                await self._connection.close()
                self._connection = None
