"""Somebody who changes their mind all day long does not ring at the desk each time."""

from __future__ import annotations

import pytest

from services.notices import TOLD_A_DAY
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.colleagues import ADMIN, Colleagues, gather
from tests.wiring import Services, build_services

OFTEN = 4 * TOLD_A_DAY


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def rings(database: Database, town: Colleagues, kind: str) -> int:
    """How often the methodist heard of it."""
    return [to for to, _ in await owed(database, kind)].count(town.methodist)


async def wishes(services: Services, town: Colleagues, times: int) -> int:
    """The stranger wishes for one school after the other; the last of them."""
    schools = [one.id for one in (await services.schools.page(0)).schools]
    others = [one for one in schools if one != town.other_school]
    for number in range(times):
        await services.people.choose_school(town.stranger, others[number % 2])
    return others[(times - 1) % 2]


async def test_of_wishes_for_schools_the_last_one_is_in_the_queue(
    services: Services, town: Colleagues, database: Database, clock: FixedClock
) -> None:
    last = await wishes(services, town, OFTEN)
    assert await rings(database, town, "transfer-waits") == TOLD_A_DAY
    page = await services.transfers.transfers(town.methodist, 0)
    assert page.transfer is not None
    assert page.transfer.school is not None
    assert (page.total, page.transfer.school.id) == (1, last)
    clock.advance(seconds=2 * 24 * 3600)
    await wishes(services, town, 1)
    assert await rings(database, town, "transfer-waits") == TOLD_A_DAY + 1


async def test_of_proposed_schools_too(
    services: Services, town: Colleagues, database: Database
) -> None:
    for number in range(OFTEN):
        await services.people.propose_school(town.stranger, f"Школа за рекой № {number}")
    assert await rings(database, town, "school-proposed") == TOLD_A_DAY


async def test_of_a_position_that_goes_to_and_fro_one_claim_is_in_the_queue(
    services: Services, town: Colleagues, database: Database
) -> None:
    for _ in range(OFTEN):
        await services.people.choose_position(town.stranger, "teacher")
        await services.people.choose_position(town.stranger, "head")
    assert await rings(database, town, "claim-waits") == TOLD_A_DAY
    assert (await services.roles.claims(town.methodist, 0)).total == 1
