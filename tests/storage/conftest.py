"""Tests of the storage may do anything to an engine: each gets its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine import Database
from tests.databases import empty, opened, sqlite_url


@pytest.fixture(params=("sqlite", "postgresql"))
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of a database up to date, once on each engine."""
    if request.param == "sqlite":
        file: Path = request.getfixturevalue("sqlite_file")
        return sqlite_url(file)
    url: str = request.getfixturevalue("migrated_postgres")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database of its own, open and empty, once on each engine."""
    async with opened(database_url) as database:
        await empty(database)
        yield database
