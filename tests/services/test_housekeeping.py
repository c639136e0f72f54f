"""Nightly housekeeping drops bookmarks nobody has touched for half a year, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.engine import Database
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import Taking
from tests.wiring import Services

HALF_A_YEAR = timedelta(days=180)


async def leave_bookmark(services: Services, chat: int, moment: datetime) -> None:
    row = {"key": f"{chat}", "chat_id": chat, "state": "menu", "data": None, "updated_at": moment}
    async with services.access.uow.writing() as store:
        await store.bookmarks.put([row])


async def test_only_bookmarks_older_than_half_a_year_go(
    services: Services, database: Database, clock: FixedClock, taking: Taking
) -> None:
    now, moment = clock.now(), timedelta(microseconds=1)
    ages = {1: timedelta(0), 2: HALF_A_YEAR, 3: HALF_A_YEAR + moment, 4: HALF_A_YEAR * 3}
    for chat, age in ages.items():
        await leave_bookmark(services, chat, now - age)
    await taking.answer(0, 2)
    before = await contents(database)
    assert await services.housekeeping.tidy() == 2
    after = await contents(database)
    assert {row[0] for row in after.pop("fsm_record")} == {"1", "2"}
    del before["fsm_record"]
    assert after == before


async def test_a_second_time_there_is_nothing_to_do(services: Services, clock: FixedClock) -> None:
    await leave_bookmark(services, 1, clock.now() - HALF_A_YEAR * 2)
    assert [await services.housekeeping.tidy() for _ in range(2)] == [1, 0]


async def test_an_assessment_left_for_years_can_still_be_finished(
    services: Services, clock: FixedClock, taking: Taking
) -> None:
    await taking.answer_items([2, 2])
    clock.advance(days=1000)
    await services.housekeeping.tidy()
    assert await taking.place() == ("item", 2)
