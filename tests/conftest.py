"""What all tests share: a clock, real databases of both engines, and the services over them."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from storage.engine import Database
from storage.uow import UnitOfWork
from tests.browsing import chromium
from tests.clocks import FixedClock
from tests.databases import (
    Postgres,
    empty,
    migrate_at,
    opened,
    postgres_server,
    run_aside,
    sqlite_url,
)
from tests.wiring import Services, build_services

ENGINES = ("sqlite", "postgresql")
# Folders whose tests wait for processes and browsers most of the time.
WAITING = {"e2e", "sandbox"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that wait come between files that compute: neither cores nor time lie idle."""
    files = list(dict.fromkeys(item.path for item in items))
    kinds = [
        [file for file in files if (file.parent.name in WAITING) is waits]
        for waits in (False, True)
    ]
    place = {file: (number + 0.5) / len(kind) for kind in kinds for number, file in enumerate(kind)}
    items.sort(key=lambda item: place[item.path])


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A real browser, started when the first test asks for it."""
    async with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL server, started when the first test asks for it."""
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Postgres) -> str:
    """URL of a database up to date."""
    url = postgres.create()
    run_aside(migrate_at(url))
    return url


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file up to date."""
    file = tmp_path_factory.mktemp("sqlite") / "bot.db"
    run_aside(migrate_at(sqlite_url(file)))
    return file


@pytest.fixture
def sqlite_file(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """A fresh SQLite database up to date."""
    return Path(shutil.copy(migrated_sqlite, tmp_path / "bot.db"))


@pytest.fixture(scope="session")
async def shared_sqlite(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Database]:
    """The open SQLite database of the session."""
    file = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("shared") / "bot.db")
    async with opened(sqlite_url(Path(file))) as database:
        yield database


@pytest.fixture(scope="session")
async def shared_postgresql(migrated_postgres: str) -> AsyncIterator[Database]:
    """The open PostgreSQL database of the session."""
    async with opened(migrated_postgres) as database:
        yield database


@pytest.fixture(params=ENGINES)
def shared_database(request: pytest.FixtureRequest) -> Database:
    """The open database of the session, once on each engine."""
    found: Database = request.getfixturevalue(f"shared_{request.param}")
    return found


@pytest.fixture
async def database(shared_database: Database) -> Database:
    """An open database, up to date and empty, once on each engine."""
    await empty(shared_database)
    return shared_database


@pytest.fixture(params=ENGINES)
def new_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of a database without any tables, once on each engine."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "new.db")
    server: Postgres = request.getfixturevalue("postgres")
    return server.create()


@pytest.fixture
def uow(database: Database) -> UnitOfWork:
    """The way to the database that services use."""
    return UnitOfWork(database)


@pytest.fixture
def clock() -> FixedClock:
    """The municipality's clock, standing still."""
    return FixedClock()


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """All use cases of the municipality of Ust-Ishim, its schools imported."""
    return await build_services(uow, clock)
