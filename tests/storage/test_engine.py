"""Units of work on both engines: all or nothing, each for itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from storage.engine import Database
from storage.models import Answer
from tests.storage.notes import kept, put, seen, write


class Broken(Exception):
    """Something went wrong in the middle of a unit."""


async def write_and_break(database: Database, name: str) -> None:
    async with database.write() as session:
        await put(session, name)
        raise Broken


async def crowd(
    database: Database, count: int, breaking: set[int]
) -> list[str | BaseException | None]:
    """Many units at the same moment, some of which break; what became of each."""
    units = [
        write_and_break(database, f"note {number}")
        if number in breaking
        else write(database, f"note {number}")
        for number in range(count)
    ]
    return list(await asyncio.gather(*units, return_exceptions=True))


async def test_what_many_write_at_the_same_moment_is_all_kept(database: Database) -> None:
    names = await crowd(database, 200, set())
    assert await kept(database) == set(names)


@pytest.mark.parametrize(
    "breaking", [{0}, {7}, {19}, {0, 1, 2}, {0, 19}, set(range(0, 20, 2)), set(range(20))]
)
async def test_a_unit_that_fails_takes_back_its_own_changes_and_nobody_elses(
    database: Database, breaking: set[int]
) -> None:
    outcomes = await crowd(database, 20, breaking)
    assert {n for n, outcome in enumerate(outcomes) if isinstance(outcome, Broken)} == breaking
    assert await kept(database) == {f"note {n}" for n in range(20) if n not in breaking}


async def test_a_unit_that_the_database_refuses_takes_back_all_its_changes(
    database: Database,
) -> None:
    async def twice() -> None:
        async with database.write() as session:
            await put(session, "once")
            await put(session, "twice")
            await put(session, "twice")

    around = [write(database, f"note {number}") for number in range(4)]
    first, second, refused, *_ = await asyncio.gather(
        *around[:2], twice(), *around[2:], return_exceptions=True
    )
    assert (first, second) == ("note 0", "note 1")
    assert isinstance(refused, IntegrityError)
    assert await kept(database) == {"note 0", "note 1", "note 2", "note 3"}


async def test_a_unit_that_outlives_a_refused_statement_may_not_pass_for_done(
    database: Database,
) -> None:
    await write(database, "taken")
    with pytest.raises(Broken):
        async with database.write() as session:
            await put(session, "mine")
            with pytest.raises(IntegrityError):
                await put(session, "taken")
            raise Broken
    assert await kept(database) == {"taken"}


async def test_a_unit_sees_its_own_changes_and_others_see_them_only_when_done(
    database: Database,
) -> None:
    async with database.write() as session:
        await put(session, "note")
        assert await seen(session) == {"note"}
        async with database.read() as outside:
            assert await seen(outside) == set()
    async with database.read() as outside:
        assert await seen(outside) == {"note"}


async def test_what_a_unit_may_only_read_it_reads_beside_writers(database: Database) -> None:
    async def look() -> set[str]:
        async with database.write() as session:
            return await seen(session)

    await write(database, "first")
    results = await asyncio.gather(look(), write(database, "second"), look())
    assert all("first" in result for result in (results[0], results[2]))
    assert await kept(database) == {"first", "second"}


async def test_a_row_cannot_point_to_one_that_does_not_exist(database: Database) -> None:
    orphan = {"assessment_id": 404, "position": 0, "item": "fgos_1", "value": 2}
    with pytest.raises(IntegrityError):
        async with database.write() as session:
            await session.execute(
                insert(Answer).values(**orphan, answered_at=datetime(2026, 9, 1, tzinfo=UTC))
            )


async def test_a_moment_without_a_zone_is_not_stored(database: Database) -> None:
    with pytest.raises(Exception, match="time zone"):
        async with database.write() as session:
            await session.execute(
                insert(Answer).values(
                    assessment_id=1,
                    position=0,
                    item="fgos_1",
                    answered_at=datetime(2026, 9, 1),  # noqa: DTZ001  the point of the test
                )
            )


class TestAUnitCutOff:
    """Somebody stops waiting: the bot shuts down, a limit of time is over."""

    async def test_while_it_waits_for_its_turn_it_leaves_nothing_and_harms_nobody(
        self, database: Database
    ) -> None:
        tasks = [asyncio.create_task(write(database, f"note {n}")) for n in range(8)]
        await asyncio.sleep(0)
        tasks[-1].cancel()
        tasks[3].cancel()
        await asyncio.wait(tasks, timeout=5)
        others = {f"note {n}" for n in range(8)} - {"note 3", "note 7"}
        assert others <= await kept(database)
        assert {task.result() for n, task in enumerate(tasks) if n not in (3, 7)} == others

    @pytest.mark.parametrize("place", [0, 2, 4])
    async def test_in_the_middle_it_leaves_nothing_and_harms_nobody(
        self, database: Database, place: int
    ) -> None:
        inside = asyncio.Event()

        async def dawdle() -> None:
            async with database.write() as session:
                await put(session, "half")
                inside.set()
                await asyncio.sleep(60)

        units = [write(database, f"note {n}") for n in range(4)]
        tasks = [asyncio.create_task(unit) for unit in (*units[:place], dawdle(), *units[place:])]
        await asyncio.wait_for(inside.wait(), 5)
        tasks[place].cancel()
        await asyncio.wait(tasks, timeout=5)
        assert tasks[place].cancelled()
        assert await kept(database) == {"note 0", "note 1", "note 2", "note 3"}
        assert await write(database, "after") == "after"

    @pytest.mark.parametrize("steps", range(0, 60, 3))
    async def test_at_any_moment_it_is_all_or_nothing_and_neighbours_are_kept(
        self, database: Database, steps: int
    ) -> None:
        tasks = [asyncio.create_task(write(database, f"note {n}")) for n in range(5)]
        for _ in range(steps):
            await asyncio.sleep(0.0001)
        cut = {f"note {n}" for n in (0, 2) if tasks[n].cancel()}
        await asyncio.wait(tasks, timeout=5)
        done = {task.result() for task in tasks if task.done() and not task.cancelled()}
        assert done >= {f"note {n}" for n in range(5)} - cut
        assert done <= await kept(database)
        assert await asyncio.wait_for(write(database, "after"), 5) == "after"
