"""Changing the school after sign-up: asked for, decided by the new school or the service."""

from __future__ import annotations

import asyncio

import pytest

from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.appointments import NOBODY, held, owed
from tests.services.colleagues import ADMIN, Colleagues, gather, noted
from tests.services.stories import agree, refused
from tests.wiring import Services, build_services

NEWCOMER = 800_000_100


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    """The coordinator and the head are at the first school; the stranger is at the second."""
    return await gather(services)


async def school_of(services: Services, person: int) -> int | None:
    return (await services.people.card(person)).person.school_id


async def asks(town: Colleagues) -> int:
    """The stranger asks for the first school; the number of the wish."""
    await town.services.people.choose_school(town.stranger, town.school)
    return await wish_of(town)


async def wish_of(town: Colleagues) -> int:
    found = (await town.services.transfers.transfers(town.admin, 0)).transfer
    assert found is not None
    return found.id


async def awaited(town: Colleagues) -> int | None:
    found = await town.services.transfers.awaited(town.stranger)
    return found.id if found else None


class TestAsking:
    async def test_changes_nothing_yet_and_is_told_to_those_who_decide(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        await asks(town)
        assert await school_of(services, town.stranger) == town.other_school
        assert await awaited(town) == town.school
        told = await owed(database, "transfer-waits")
        assert {to for to, _ in told} == {town.methodist, town.coordinator}
        assert told[0][1]["person_id"] == town.stranger

    async def test_twice_is_asking_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        first = await asks(town)
        told = len(await owed(database, "transfer-waits"))
        assert await asks(town) == first
        assert len(await owed(database, "transfer-waits")) == told

    async def test_for_another_school_takes_the_place_of_the_first(
        self, services: Services, town: Colleagues
    ) -> None:
        first = await asks(town)
        third = (await services.schools.page(0)).schools[2].id
        await services.people.choose_school(town.stranger, third)
        assert await awaited(town) == third
        assert not await services.transfers.confirm(town.coordinator, first)
        assert await school_of(services, town.stranger) == town.other_school
        assert (await services.transfers.transfers(town.methodist, 0)).total == 1

    async def test_for_the_present_school_takes_the_wish_back(
        self, services: Services, town: Colleagues
    ) -> None:
        wish = await asks(town)
        await services.people.choose_school(town.stranger, town.other_school)
        assert await awaited(town) is None
        assert not await services.transfers.confirm(town.methodist, wish)

    async def test_can_be_taken_back_any_number_of_times(
        self, services: Services, town: Colleagues
    ) -> None:
        wish = await asks(town)
        for _ in range(2):
            await services.transfers.withdraw(town.stranger)
        assert (await services.transfers.transfer(town.methodist, wish)).state == "withdrawn"
        assert await asks(town) != wish

    async def test_a_school_that_is_not_listed_is_asked_for_too(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        await services.people.propose_school(town.stranger, "Школа «Рассвет»")
        assert await school_of(services, town.stranger) == town.other_school
        assert [to for to, _ in await owed(database, "school-proposed")] == [town.methodist]
        assert await services.transfers.confirm(town.methodist, await wish_of(town))
        school = (await services.people.card(town.stranger)).school
        assert school is not None
        assert school.proposed

    async def test_is_not_needed_before_the_end_of_sign_up(
        self, services: Services, town: Colleagues
    ) -> None:
        person = await agree(services, NEWCOMER)
        for school in (town.school, town.other_school):
            await services.people.choose_school(person, school)
            assert await school_of(services, person) == school
        assert (await services.transfers.transfers(town.methodist, 0)).total == 0


class TestDeciding:
    @pytest.mark.parametrize("who", ["coordinator", "methodist", "admin"])
    async def test_confirmed_the_person_moves_and_is_told(
        self, services: Services, town: Colleagues, database: Database, who: str
    ) -> None:
        wish, decider = await asks(town), getattr(town, who)
        assert await services.transfers.confirm(decider, wish)
        assert not await services.transfers.confirm(decider, wish)
        assert await school_of(services, town.stranger) == town.school
        assert await awaited(town) is None
        assert [to for to, _ in await owed(database, "transfer-confirmed")] == [town.stranger]
        assert await noted(services, "transfer-confirmed") == [(decider, town.stranger)]

    async def test_declined_the_person_stays_and_is_told(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        wish = await asks(town)
        assert await services.transfers.decline(town.coordinator, wish)
        assert not await services.transfers.confirm(town.coordinator, wish)
        assert await school_of(services, town.stranger) == town.other_school
        assert [to for to, _ in await owed(database, "transfer-declined")] == [town.stranger]

    async def test_is_for_the_new_school_and_not_the_old_one(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        await services.people.choose_school(town.teacher, town.other_school)
        wish, before = await wish_of(town), await contents(database)
        transfers = services.transfers
        for act in (transfers.transfer, transfers.confirm, transfers.decline):
            with refused("other-school"):
                await act(town.coordinator, wish)
            for person in (town.head, town.teacher, town.stranger):
                with refused("role-needed"):
                    await act(person, wish)
        assert (await transfers.transfers(town.coordinator, 0)).total == 0
        with refused("person-gone"):
            await transfers.confirm(town.methodist, NOBODY)
        assert await contents(database) == before

    async def test_a_coordinator_does_not_decide_on_the_own_wish(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.roles.grant(town.admin, town.coordinator, "coordinator", town.other_school)
        await services.people.choose_school(town.coordinator, town.other_school)
        with refused("own-wish"):
            await services.transfers.confirm(town.coordinator, await wish_of(town))

    async def test_two_at_once_decide_once(self, services: Services, town: Colleagues) -> None:
        wish = await asks(town)
        confirmed, declined = await asyncio.gather(
            services.transfers.confirm(town.coordinator, wish),
            services.transfers.decline(town.methodist, wish),
        )
        assert confirmed != declined
        expected = town.school if confirmed else town.other_school
        assert await school_of(services, town.stranger) == expected


class TestRolesThatMove:
    async def test_a_head_leaves_the_role_and_claims_it_anew(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        await services.people.choose_position(town.stranger, "head")
        claim = (await services.roles.claims(town.methodist, 0)).claim
        assert claim is not None
        await services.roles.confirm_claim(town.methodist, claim.id)
        wish = await asks(town)
        assert await held(services, town.stranger) == [("head", False)]
        await services.transfers.confirm(town.methodist, wish)
        (role,) = await services.roles.mine(town.stranger)
        assert role.school is not None
        assert (role.role, role.claimed, role.school.id) == ("head", True, town.school)
        assert [to for to, _ in await owed(database, "role-ended")] == [town.stranger]

    async def test_a_head_by_appointment_leaves_the_role_without_claiming_another(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.people.choose_school(town.head, town.other_school)
        await services.transfers.confirm(town.methodist, await wish_of(town))
        assert await held(services, town.head) == []

    async def test_a_coordinator_keeps_serving_the_old_school(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.people.choose_school(town.coordinator, town.other_school)
        await services.transfers.confirm(town.methodist, await wish_of(town))
        assert await held(services, town.coordinator) == [("coordinator", False)]
