"""A school that is closed while somebody comes to it: whoever is second finds it closed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from services.access import Acting
from services.errors import Refusal
from services.permissions import Role
from services.schools import leaving
from storage.engine import Database
from storage.uow import Store, UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, Colleagues, gather, joins
from tests.services.stories import agree
from tests.wiring import Services, build_services

NEWCOMER, NAME = 800_000_300, "Рыбаков Пётр Ильич"

Coming = Callable[[Services, Colleagues, int, int], Awaitable[object]]


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


async def chooses(services: Services, _: Colleagues, person: int, school: int) -> object:
    return await services.people.choose_school(person, school)


async def is_appointed(services: Services, town: Colleagues, person: int, school: int) -> object:
    return await services.roles.grant(town.methodist, person, Role.COORDINATOR, school)


async def comes_invited(services: Services, town: Colleagues, person: int, school: int) -> object:
    made = await services.invitations.create(town.methodist, Role.COORDINATOR, school)
    return await services.invitations.accept(person, made.token)


async def ties(database: Database, school: int) -> int:
    """How many people and roles belong to a school."""
    people = text("SELECT count(*) FROM person WHERE school_id = :school")
    roles = text("SELECT count(*) FROM role_grant WHERE school_id = :school AND state = 'active'")
    async with database.read() as session:
        found = [await session.execute(query, {"school": school}) for query in (people, roles)]
    return sum(int(one.scalar_one()) for one in found)


@pytest.mark.parametrize("comes", [chooses, is_appointed, comes_invited])
async def test_nobody_is_left_at_a_school_that_closes_at_that_moment(
    services: Services, database: Database, monkeypatch: pytest.MonkeyPatch, comes: Coming
) -> None:
    town = await gather(services)
    newcomer = comes is chooses
    person = await (agree(services, NEWCOMER) if newcomer else joins(services, NEWCOMER, NAME))
    school = (await services.schools.page(1)).schools[-1].id
    counted, go_on = asyncio.Event(), asyncio.Event()
    end_roles = leaving._end_roles

    async def slowly(store: Store, acting: Acting, school_id: int) -> None:
        """Everybody at the school has been seen to by then."""
        await end_roles(store, acting, school_id)
        counted.set()
        await asyncio.wait_for(go_on.wait(), 5)

    monkeypatch.setattr(leaving, "_end_roles", slowly)
    closing = asyncio.create_task(services.schools.close(town.methodist, school))
    await asyncio.wait_for(counted.wait(), 5)
    coming = asyncio.create_task(comes(services, town, person, school))
    await asyncio.wait({coming}, timeout=0.3)
    go_on.set()
    assert await closing
    with pytest.raises(Refusal):
        await coming
    assert await ties(database, school) == 0
