"""Group commit on SQLite: units of work that wait at the same moment share one transaction.

SQLite has one writer and pays for each commit. So each unit works in turn, protected by a
savepoint, and each is told «done» only after the common COMMIT. Durability is that of single
commits.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable

from storage.session import DirectSession, Rows, Session

_GROUP_LIMIT = 64

T = TypeVar("T")


class _Unit(DirectSession):
    """One participant of a group; the savepoint is set before its first change."""

    def __init__(self, connection: Connection, raw: Any, *, first: bool) -> None:
        super().__init__(connection)
        self._raw = raw
        self.protected = first  # the first of a group has nothing before it to protect

    async def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        if not self.protected and getattr(statement, "is_dml", False):
            self._raw.execute("SAVEPOINT unit")
            self.protected = True
        return await super().execute(statement, parameters)


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Await a step on the shared connection; a cancellation waits until it is over."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        raise


class GroupWriter:
    """The one writer of an SQLite database.

    Statements run on the event loop; what waits for another process or for the disk, beginning
    and committing a transaction, runs in a thread.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = asyncio.Lock()
        self._connection: Connection | None = None
        self._raw: Any = None
        self._thread = ThreadPoolExecutor(1, "sqlite-writer")
        self._waiting = 0
        self._members: list[asyncio.Future[None]] = []
        self._flushing: asyncio.Future[None] | None = None

    def _open(self) -> Connection:
        connection = self._engine.connect()
        self._raw = connection.connection.driver_connection
        return connection

    async def _in_thread(self, work: Callable[..., Any], *arguments: Any) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Session]:
        """One unit of work; returns after the COMMIT that holds it."""
        await self._enter()
        committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        try:
            if self._connection is None:
                self._connection = self._open()
            first = not self._members
            unit = _Unit(self._connection, self._raw, first=first)
            try:
                if first:
                    await _to_the_end(self._in_thread(self._raw.execute, "BEGIN IMMEDIATE"))
                yield unit
            except BaseException:
                await _to_the_end(self._undo(first=first, touched=unit.protected))
                raise
            self._members.append(committed)
            if not first and unit.protected:
                self._raw.execute("RELEASE unit")
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
            await self._in_thread(self._raw.rollback)
        elif touched and self._raw.in_transaction:
            self._raw.execute("ROLLBACK TO unit")
            self._raw.execute("RELEASE unit")

    async def _commit_if_last(self) -> None:
        """The last one out commits for all; a crowd is cut at `_GROUP_LIMIT`."""
        if not self._members:
            return
        lost = not self._raw.in_transaction
        if lost or not self._waiting or len(self._members) >= _GROUP_LIMIT:
            members, self._members = self._members, []
            await _to_the_end(self._commit(members, lost))

    async def _commit(self, members: list[asyncio.Future[None]], lost: bool) -> None:
        """Commit and tell every member what came of it."""
        error: Exception | None = None
        try:
            if lost:  # a full disk, for example
                raise sqlite3.OperationalError("SQLite took the transaction back")
            await self._in_thread(self._raw.commit)
        except Exception as failure:
            error = failure
            with suppress(Exception):
                await self._in_thread(self._raw.rollback)
        for member in members:
            if member.done():
                continue
            if error is None:
                member.set_result(None)
            else:
                member.set_exception(error)
                member.exception()  # a cancelled waiter does not look at it

    async def close(self) -> None:
        """Give the connection back."""
        async with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._thread.shutdown(wait=False)
