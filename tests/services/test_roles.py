"""Roles: giving and ending, looking, and claims of those who head a school."""

from __future__ import annotations

import asyncio

import pytest

from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.appointments import NOBODY, held, owed
from tests.services.colleagues import ADMIN, Colleagues, gather, joins, noted
from tests.services.stories import agree, refused
from tests.wiring import Services, build_services

NEWCOMER = 800_000_100


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def signs_up_as(services: Services, position: str, *, school: int = 0) -> int:
    """A newcomer of this position."""
    person = await agree(services, NEWCOMER)
    people = services.people
    await people.save_name(person, "Лебедев Олег Ильич")
    await people.choose_school(person, (await services.schools.page(0)).schools[school].id)
    await people.choose_position(person, position)
    await people.confirm_subjects(person)
    await people.save_experience(person, "20")
    await people.save_post_years(person, "2")
    await people.choose_category(person, "none")
    await people.complete(person)
    return person


async def claim_of(services: Services, methodist: int) -> int:
    """The oldest claim that waits."""
    claim = (await services.roles.claims(methodist, 0)).claim
    assert claim is not None
    return claim.id


class TestGiving:
    async def test_is_told_to_the_person_and_noted_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        before = len(await owed(database, "role-granted"))
        for _ in range(2):
            await services.roles.grant(town.methodist, town.teacher, "mentor")
        assert await held(services, town.teacher) == [("mentor", False)]
        assert len(await owed(database, "role-granted")) == before + 1
        assert (town.methodist, town.teacher) in await noted(services, "role-granted")

    @pytest.mark.parametrize("role", ["methodist", "admin"])
    async def test_of_service_roles_is_for_admins(
        self, services: Services, town: Colleagues, role: str
    ) -> None:
        with refused("role-needed"):
            await services.roles.grant(town.methodist, town.teacher, role)
        await services.roles.grant(town.admin, town.teacher, role)
        assert await held(services, town.teacher) == [(role, False)]
        grant = (await services.roles.mine(town.teacher))[0].id
        with refused("role-needed"):
            await services.roles.end(town.methodist, grant)
        await services.roles.end(town.admin, grant)
        assert await held(services, town.teacher) == []

    async def test_forged_ids_and_keys_are_refused_and_change_nothing(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        before, roles = await contents(database), services.roles
        with refused("person-gone"):
            await roles.grant(town.admin, NOBODY, "mentor")
        with refused("school-gone"):
            await roles.grant(town.admin, town.teacher, "coordinator", NOBODY)
        with refused("school-gone"):
            await roles.grant(town.admin, town.teacher, "head")
        with refused("choice-gone"):
            await roles.grant(town.admin, town.teacher, "methodist", direction="nonsense")
        for role in ("teacher", "king", ""):
            with refused("choice-gone"):
                await roles.grant(town.admin, town.teacher, role)
        with refused("person-gone"):
            await roles.end(town.admin, NOBODY)
        assert await contents(database) == before

    async def test_ending_twice_is_ending_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        grant = (await services.roles.mine(town.coordinator))[0].id
        for _ in range(2):
            await services.roles.end(town.methodist, grant)
        assert await held(services, town.coordinator) == []
        assert await noted(services, "role-ended") == [(town.methodist, town.coordinator)]
        assert [to for to, _ in await owed(database, "role-ended")] == [town.coordinator]

    async def test_a_plan_says_what_would_be_given(
        self, services: Services, town: Colleagues
    ) -> None:
        plan = await services.roles.plan(town.admin, town.teacher, "coordinator", town.school)
        assert (plan.name, plan.role) == ("Щукина Юлия Геннадьевна", Role.COORDINATOR)
        assert plan.school is not None
        assert not plan.held
        await services.roles.grant(town.admin, town.teacher, "coordinator", town.school)
        plan = await services.roles.plan(town.admin, town.teacher, "coordinator", town.school)
        assert plan.held


class TestLooking:
    async def test_everybody_sees_the_own_roles(self, services: Services, town: Colleagues) -> None:
        (role,) = await services.roles.mine(town.coordinator)
        assert (role.role, role.direction, role.claimed) == (Role.COORDINATOR, "", False)
        assert role.school is not None
        assert role.school.id == town.school

    async def test_an_admin_by_the_settings_holds_a_role_that_nobody_can_end(
        self, services: Services, town: Colleagues
    ) -> None:
        (role,) = (await services.roles.to_change(town.admin, town.admin)).roles
        assert (role.role, role.id, role.may_end) == (Role.ADMIN, None, False)

    async def test_people_of_a_school_see_roles_of_their_school_only(
        self, services: Services, town: Colleagues
    ) -> None:
        found = await services.roles.of(town.coordinator, town.head)
        assert [one.role for one in found.roles] == [Role.HEAD]
        assert found.may_give == ()
        assert not any(one.may_end for one in found.roles)
        with refused("other-school"):
            await services.roles.of(town.coordinator, town.stranger)
        with refused("role-needed"):
            await services.roles.of(town.teacher, town.head)

    async def test_a_methodist_may_give_all_but_service_roles(
        self, services: Services, town: Colleagues
    ) -> None:
        found = await services.roles.to_change(town.methodist, town.teacher)
        assert set(found.may_give) == set(Role) - {Role.TEACHER, Role.METHODIST, Role.ADMIN}

    async def test_holders_are_listed_by_name_with_their_roles(
        self, services: Services, town: Colleagues
    ) -> None:
        page = await services.roles.holders(town.methodist, None, 0)
        assert [one.name for one in page.holders] == [
            "Белова Инна Олеговна",
            "Ларина Ада Игоревна",
            "Соколова Мария Ивановна",
            "Чернов Олег Ильич",
        ]
        assert page.counts == dict.fromkeys(
            (Role.HEAD, Role.COORDINATOR, Role.METHODIST, Role.ADMIN), 1
        )

    async def test_holders_of_one_role_only(self, services: Services, town: Colleagues) -> None:
        await services.roles.grant(town.admin, town.coordinator, "mentor")
        (holder,) = (await services.roles.holders(town.methodist, "coordinator", 0)).holders
        assert [one.role for one in holder.roles] == [Role.COORDINATOR]
        admins = await services.roles.holders(town.methodist, "admin", 0)
        assert [one.person_id for one in admins.holders] == [town.admin]
        with refused("choice-gone"):
            await services.roles.holders(town.methodist, "king", 0)

    async def test_pages_of_holders_turn_round(self, services: Services, town: Colleagues) -> None:
        for number in range(4):
            person = await joins(services, NEWCOMER + number, f"Яшин {'Ян' * (number + 1)}")
            await services.roles.grant(town.admin, person, "expert")
        pages = [await services.roles.holders(town.admin, None, number) for number in (0, 1, 2)]
        assert (pages[0].pages, pages[0].total) == (2, 8)
        assert [len(page.holders) for page in pages] == [5, 3, 5]
        assert pages[2].number == 0


class TestClaims:
    @pytest.mark.parametrize("position", ["head", "deputy"])
    async def test_arise_when_a_head_signs_up_and_open_nothing(
        self, services: Services, town: Colleagues, database: Database, position: str
    ) -> None:
        person = await signs_up_as(services, position)
        assert await held(services, person) == [("head", True)]
        with refused("role-needed"):
            await services.roles.of(person, town.teacher)
        ((to, facts),) = await owed(database, "claim-waits")
        assert (to, facts["person_id"], facts["school_id"]) == (
            town.methodist,
            person,
            town.school,
        )

    async def test_do_not_arise_for_others_or_before_the_end_of_sign_up(
        self, services: Services, town: Colleagues
    ) -> None:
        person = await agree(services, NEWCOMER)
        await services.people.choose_school(person, town.school)
        await services.people.choose_position(person, "head")
        assert await held(services, person) == []
        await services.people.choose_position(person, "staff")
        assert (await services.roles.claims(town.methodist, 0)).total == 0

    async def test_confirmed_the_role_works_and_the_person_is_told(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        person = await signs_up_as(services, "head")
        claim = await claim_of(services, town.methodist)
        assert await services.roles.confirm_claim(town.methodist, claim)
        assert not await services.roles.confirm_claim(town.methodist, claim)
        assert await held(services, person) == [("head", False)]
        assert (await services.roles.of(person, town.teacher)).person_id == town.teacher
        assert [to for to, _ in await owed(database, "claim-confirmed")] == [person]
        assert await noted(services, "claim-confirmed") == [(town.methodist, person)]

    async def test_declined_it_is_not_claimed_again_by_itself(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        person = await signs_up_as(services, "head")
        claim = await claim_of(services, town.methodist)
        assert await services.roles.decline_claim(town.methodist, claim)
        assert not await services.roles.confirm_claim(town.methodist, claim)
        await services.people.complete(person)
        await services.people.choose_position(person, "head")
        await services.people.choose_position(person, "deputy")
        assert await held(services, person) == []
        assert [to for to, _ in await owed(database, "claim-declined")] == [person]

    async def test_follow_the_position(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        person = town.teacher
        await services.people.choose_position(person, "head")
        assert await held(services, person) == [("head", True)]
        await services.people.choose_position(person, "deputy")
        assert await held(services, person) == [("head", True)]
        await services.people.choose_position(person, "teacher")
        assert await held(services, person) == []
        assert await owed(database, "role-ended") == []
        await services.people.choose_position(person, "head")
        await services.roles.confirm_claim(town.methodist, await claim_of(services, town.methodist))
        await services.people.choose_position(person, "teacher")
        assert await held(services, person) == []
        assert [to for to, _ in await owed(database, "role-ended")] == [person]

    async def test_giving_the_claimed_role_confirms_the_claim(
        self, services: Services, town: Colleagues
    ) -> None:
        person = await signs_up_as(services, "head")
        await services.roles.grant(town.methodist, person, "head", town.school)
        assert await held(services, person) == [("head", False)]
        assert (await services.roles.claims(town.methodist, 0)).total == 0

    async def test_of_ones_own_are_decided_by_others(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.people.choose_position(town.methodist, "head")
        claim = await claim_of(services, town.methodist)
        for decide in (services.roles.confirm_claim, services.roles.decline_claim):
            with refused("own-wish"):
                await decide(town.methodist, claim)
        assert await services.roles.confirm_claim(town.admin, claim)

    async def test_two_methodists_at_once_decide_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        person = await signs_up_as(services, "head")
        claim = await claim_of(services, town.methodist)
        decided = await asyncio.gather(
            services.roles.confirm_claim(town.methodist, claim),
            services.roles.decline_claim(town.admin, claim),
        )
        assert sorted(decided) == [False, True]
        told = await owed(database, "claim-confirmed") + await owed(database, "claim-declined")
        assert [to for to, _ in told] == [person]

    async def test_forged_ids_are_refused_and_change_nothing(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        active = (await services.roles.mine(town.coordinator))[0].id
        before = await contents(database)
        with refused("person-gone"):
            await services.roles.confirm_claim(town.methodist, NOBODY)
        assert not await services.roles.decline_claim(town.methodist, active)
        for person in (town.teacher, town.coordinator, town.head):
            with refused("role-needed"):
                await services.roles.confirm_claim(person, active)
        assert await contents(database) == before

    async def test_wait_in_a_queue_that_turns_round(
        self, services: Services, town: Colleagues
    ) -> None:
        for person in (town.teacher, town.stranger):
            await services.people.choose_position(person, "head")
        pages = [await services.roles.claims(town.methodist, number) for number in (0, 1, 2)]
        assert [page.claim and page.claim.person_id for page in pages] == [
            town.teacher,
            town.stranger,
            town.teacher,
        ]
        assert pages[0].total == 2
