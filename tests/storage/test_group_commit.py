"""SQLite: units that wait at the same moment share one COMMIT, and each hears what came of it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, text
from sqlalchemy.exc import IntegrityError

from storage.engine import Database
from storage.models import Consent, MediaFile
from tests.databases import opened, sqlite_url
from tests.storage.notes import kept, put, write


@pytest.fixture
async def database(sqlite_file: Path) -> AsyncIterator[Database]:
    async with opened(sqlite_url(sqlite_file)) as database:
        yield database


@pytest.fixture
def commits(database: Database) -> Iterator[list[str]]:
    """Fills with one line for each COMMIT that SQLite runs."""
    found: list[str] = []

    def note(statement: str) -> None:
        if statement.startswith("COMMIT"):
            found.append(statement)

    def listen(connection: Any, _record: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(note)

    event.listen(Engine, "connect", listen)
    yield found
    event.remove(Engine, "connect", listen)


async def together(*units: Awaitable[Any]) -> list[Any]:
    return await asyncio.wait_for(asyncio.gather(*units, return_exceptions=True), 10)


async def point_nowhere(database: Database) -> None:
    """A unit whose broken reference SQLite notices only at COMMIT."""
    async with database.write() as session:
        await session.execute(text("PRAGMA defer_foreign_keys = ON"))
        row = {"person_id": 404, "version": "1", "locale": "ru"}
        moment = datetime(2026, 9, 1, tzinfo=UTC)
        await session.execute(insert(Consent).values(**row, given_at=moment))


async def break_everything(database: Database) -> None:
    """A unit after whose error SQLite takes back the whole transaction by itself."""
    async with database.write() as session:
        await put(session, "note")
        row = {"name": "note", "file_id": "file", "created_at": datetime(2026, 9, 1, tzinfo=UTC)}
        await session.execute(insert(MediaFile).prefix_with("OR ROLLBACK").values(**row))


async def test_many_units_cost_few_commits(database: Database, commits: list[str]) -> None:
    names = await together(*(write(database, f"note {n}") for n in range(60)))
    assert await kept(database) == set(names)
    assert 1 <= len(commits) <= 3


async def test_a_crowd_does_not_keep_the_first_waiting_for_ever(
    database: Database, commits: list[str]
) -> None:
    names = await together(*(write(database, f"note {n}") for n in range(300)))
    assert await kept(database) == set(names)
    assert 4 <= len(commits) <= 8


async def test_a_unit_alone_commits_at_once(database: Database, commits: list[str]) -> None:
    for number in range(3):
        await write(database, f"note {number}")
        assert len(commits) == number + 1


@pytest.mark.parametrize("place", [0, 2, 4])
async def test_everybody_in_a_group_hears_that_its_commit_failed(
    database: Database, place: int
) -> None:
    units = [write(database, f"note {n}") for n in range(4)]
    outcomes = await together(*units[:place], point_nowhere(database), *units[place:])
    assert all(isinstance(outcome, sqlite3.IntegrityError) for outcome in outcomes)
    assert await kept(database) == set()
    assert await write(database, "after") == "after"
    assert await kept(database) == {"after"}


async def test_nobody_hears_done_when_the_whole_transaction_was_taken_back(
    database: Database,
) -> None:
    before = [write(database, f"before {n}") for n in range(3)]
    after = [write(database, f"after {n}") for n in range(3)]
    *earlier, broken, first, second, third = await together(
        *before, break_everything(database), *after
    )
    assert all(isinstance(outcome, sqlite3.OperationalError) for outcome in earlier)
    assert isinstance(broken, IntegrityError)
    assert await kept(database) == {first, second, third} == {f"after {n}" for n in range(3)}


class TestAUnitCutOff:
    """The cancellation arrives at any moment; the neighbours do not notice."""

    async def test_while_another_program_holds_the_file(
        self, database: Database, sqlite_file: Path
    ) -> None:
        other = sqlite3.connect(sqlite_file, isolation_level=None)
        await write(database, "before")
        other.execute("BEGIN IMMEDIATE")
        tasks = [asyncio.create_task(write(database, f"note {n}")) for n in range(4)]
        await asyncio.sleep(0.05)
        tasks[0].cancel()
        await asyncio.sleep(0.05)
        other.execute("COMMIT")
        other.close()
        outcomes = await together(*tasks)
        assert isinstance(outcomes[0], asyncio.CancelledError)
        assert await kept(database) == {"before", "note 1", "note 2", "note 3"}

    @pytest.mark.parametrize("cancellations", [1, 3])
    async def test_in_the_middle_of_its_work(self, database: Database, cancellations: int) -> None:
        async def ponder() -> None:
            async with database.write() as session:
                await put(session, "half")
                await asyncio.Event().wait()

        units = [write(database, "first"), ponder(), write(database, "third")]
        tasks = [asyncio.create_task(unit) for unit in units]
        await asyncio.sleep(0.05)
        for _ in range(cancellations):
            tasks[1].cancel()
            await asyncio.sleep(0)
        outcomes = await together(*tasks)
        assert isinstance(outcomes[1], asyncio.CancelledError)
        assert await kept(database) == {"first", "third"}

    async def test_as_the_last_whom_the_others_were_waiting_for(self, database: Database) -> None:
        release = asyncio.Event()

        async def hold() -> None:
            async with database.write() as session:
                await put(session, "held")
                await release.wait()

        holder = asyncio.create_task(hold())
        await asyncio.sleep(0.02)
        last = asyncio.create_task(write(database, "last"))
        await asyncio.sleep(0)
        release.set()
        await asyncio.sleep(0)
        last.cancel()
        await asyncio.wait_for(holder, 5)
        assert "held" in await kept(database)

    async def test_by_its_own_limit_of_time(self, database: Database) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.02), database.write() as session:
                await put(session, "late")
                await asyncio.Event().wait()
        assert await write(database, "after") == "after"
        assert await kept(database) == {"after"}
