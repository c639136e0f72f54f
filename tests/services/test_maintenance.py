"""Maintenance: what people send is kept, in order, whatever happens meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from services.maintenance import Verdict, Work
from services.permissions import Role
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, METHODIST, STRANGER, TEACHER, Colleagues, gather
from tests.services.stories import refused
from tests.wiring import Services, build_services

KEPT, PASSES, QUEUES, AWAY = Verdict.KEPT, Verdict.PASSES, Verdict.QUEUES, Verdict.TURNED_AWAY
UNKNOWN = 800_000_999


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def take(services: Services, update_id: int, telegram_id: int = TEACHER) -> Verdict:
    """An update arrives."""
    return await services.maintenance.take(update_id, telegram_id, lambda: f'"{update_id}"')


async def drained(services: Services) -> list[int]:
    """Work on everything kept; the numbers in the order of work."""
    worked = []
    while row := await services.maintenance.next_held():
        worked.append(row.update_id)
        await services.maintenance.done(row, pressed=False)
    await services.maintenance.finish()
    return worked


async def work(services: Services) -> Work:
    return (await services.maintenance.look()).work


class TestKeeping:
    async def test_without_maintenance_everything_passes(self, town: Colleagues) -> None:
        assert await take(town.services, 1) is PASSES

    async def test_everybody_but_admins_is_kept(self, town: Colleagues) -> None:
        services = town.services
        await services.roles.grant(town.admin, town.stranger, Role.ADMIN)
        await services.maintenance.on(town.admin)
        assert await take(services, 1) is KEPT
        assert await take(services, 2, METHODIST) is KEPT
        assert await take(services, 3, ADMIN) is PASSES
        assert await take(services, 4, STRANGER) is PASSES
        assert (await services.maintenance.status(town.admin)).held == 2

    async def test_nothing_is_stored_about_somebody_who_has_not_agreed(
        self, town: Colleagues
    ) -> None:
        await town.services.maintenance.on(town.admin)
        assert await take(town.services, 1, UNKNOWN) is AWAY
        assert (await town.services.maintenance.status(town.admin)).held == 0

    async def test_an_update_that_comes_again_is_kept_once(self, town: Colleagues) -> None:
        await town.services.maintenance.on(town.admin)
        assert [await take(town.services, 7) for _ in range(3)] == [KEPT] * 3
        assert (await town.services.maintenance.status(town.admin)).held == 1

    async def test_a_restart_keeps_the_state(
        self, town: Colleagues, uow: UnitOfWork, clock: FixedClock
    ) -> None:
        await town.services.maintenance.on(town.admin)
        reborn = await build_services(uow, clock, admin_ids=[ADMIN])
        assert await take(reborn, 1) is KEPT


class TestTheEnd:
    async def test_what_was_kept_is_worked_on_in_order_then_all_is_as_ever(
        self, town: Colleagues
    ) -> None:
        services = town.services
        await services.maintenance.on(town.admin)
        for update_id in (12, 10, 11):
            await take(services, update_id)
        assert await services.maintenance.next_held() is None, "not yet"
        await services.maintenance.off(town.admin)
        assert await work(services) is Work.DRAINING
        assert await drained(services) == [10, 11, 12]
        assert await work(services) is Work.OFF
        assert await take(services, 13) is PASSES

    async def test_who_has_kept_updates_queues_behind_them(self, town: Colleagues) -> None:
        services = town.services
        await services.maintenance.on(town.admin)
        await take(services, 1)
        await services.maintenance.off(town.admin)
        assert await take(services, 2) is QUEUES
        assert await take(services, 3, METHODIST) is PASSES
        assert await drained(services) == [1, 2]

    async def test_an_update_in_the_last_moment_is_not_forgotten(self, town: Colleagues) -> None:
        services = town.services
        await services.maintenance.on(town.admin)
        await services.maintenance.off(town.admin)
        await services.maintenance.on(town.admin)
        await asyncio.gather(
            take(services, 5), services.maintenance.off(town.admin), services.maintenance.finish()
        )
        status = await services.maintenance.status(town.admin)
        assert status.work is Work.DRAINING or status.held == 0
        assert await drained(services) == [5][: status.held]

    async def test_a_restart_in_the_middle_goes_on(
        self, town: Colleagues, uow: UnitOfWork, clock: FixedClock
    ) -> None:
        await town.services.maintenance.on(town.admin)
        await take(town.services, 1)
        await take(town.services, 2)
        await town.services.maintenance.off(town.admin)
        row = await town.services.maintenance.next_held()
        assert row is not None
        reborn = await build_services(uow, clock, admin_ids=[ADMIN])
        assert await drained(reborn) == [1, 2], "the one in hand is worked on again"

    async def test_it_can_begin_again_while_the_rest_is_worked_on(self, town: Colleagues) -> None:
        services = town.services
        await services.maintenance.on(town.admin)
        await take(services, 1)
        await services.maintenance.off(town.admin)
        await services.maintenance.on(town.admin)
        assert await services.maintenance.next_held() is None
        await services.maintenance.finish()
        assert await work(services) is Work.ON
        await services.maintenance.off(town.admin)
        assert await drained(services) == [1]

    async def test_who_pressed_a_button_is_told_once(self, town: Colleagues) -> None:
        services = town.services
        await services.maintenance.on(town.admin)
        for update_id in (1, 2, 3):
            await take(services, update_id)
        await services.maintenance.off(town.admin)
        while row := await services.maintenance.next_held():
            await services.maintenance.done(row, pressed=row.update_id < 3)
        now = services.clock.now()
        async with services.access.uow.writing() as store:
            rows = await store.outbox.claim(50, now, now)
        told = [row.person_id for row in rows if row.kind == "service-resumed"]
        assert told == [town.teacher]


class TestSwitching:
    async def test_is_for_admins(self, town: Colleagues) -> None:
        for use in (town.services.maintenance.on, town.services.maintenance.off):
            with refused("role-needed"):
                await use(town.methodist)
        assert await work(town.services) is Work.OFF

    async def test_twice_is_once(self, town: Colleagues) -> None:
        maintenance = town.services.maintenance
        for use in (maintenance.off, maintenance.on, maintenance.on, maintenance.off):
            await use(town.admin)
        async with town.services.access.uow.reading() as store:
            status = await store.maintenance.setting("maintenance")
        assert status is not None
        assert status["work"] == "draining"

    async def test_works_from_the_command_line(self, town: Colleagues) -> None:
        maintenance = town.services.maintenance
        assert await take(town.services, 1) is PASSES
        assert await maintenance.turn_by_command(on=True)
        assert not await maintenance.turn_by_command(on=True)
        assert await take(town.services, 2) is KEPT
        assert await maintenance.turn_by_command(on=False)
        assert not await maintenance.turn_by_command(on=False)
        assert await drained(town.services) == [2]

    async def test_of_another_process_is_noticed(
        self, town: Colleagues, uow: UnitOfWork, clock: FixedClock
    ) -> None:
        assert await take(town.services, 1) is PASSES
        other = await build_services(uow, clock)
        await other.maintenance.turn_by_command(on=True)
        assert await work(town.services) is Work.ON
        assert await take(town.services, 2) is KEPT
