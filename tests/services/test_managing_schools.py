"""Schools: their cards, names and statuses, and what becomes of those that go."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from services.permissions import Role
from services.schools import SchoolCard
from storage import models
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.appointments import owed
from tests.services.colleagues import ADMIN, Colleagues, gather, joins, noted
from tests.services.stories import refused
from tests.wiring import Services, build_services

PROPOSED = "Школа «Рассвет»"
NEWCOMER = 800_000_200


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def proposed(services: Services, title: str = PROPOSED) -> int:
    """A school that a newcomer typed; its id."""
    person = await joins(services, NEWCOMER, "Рыбаков Пётр Ильич")
    async with services.access.uow.writing() as store:
        school = await store.schools.propose(title, title.lower(), services.clock.now())
        await store.people.change(person, services.clock.now(), school_id=school.id)
    return school.id


async def card(services: Services, town: Colleagues, school: int) -> SchoolCard:
    return await services.schools.card(town.methodist, school)


async def school_of(services: Services, person: int) -> int | None:
    async with services.access.uow.reading() as store:
        found = await store.people.get(person)
    return found.school_id if found else None


async def held(services: Services, person: int) -> list[tuple[str, int | None]]:
    """Roles of a person with their schools."""
    async with services.access.uow.reading() as store:
        return [(grant.role, grant.school_id) for grant in await store.roles.held(person)]


async def rows(database: Database, model: Any, *columns: Any) -> list[tuple[Any, ...]]:
    async with database.read() as session:
        return [tuple(row) for row in await session.execute(select(*columns).order_by(model.id))]


class TestCard:
    async def test_has_figures_for_the_methodist(
        self, services: Services, town: Colleagues
    ) -> None:
        found = await card(services, town, town.school)
        assert (found.people, found.coordinators, found.heads) == (3, 1, 1)
        assert (found.code, found.status, found.may_manage) == ("aksenovskaya", "low_results", True)

    async def test_has_the_status_for_the_head_and_nothing_to_change(
        self, services: Services, town: Colleagues
    ) -> None:
        found = await services.schools.card(town.head, town.school)
        assert (found.status, found.may_manage) == ("low_results", False)
        assert (found.people, found.code) == (0, None)

    async def test_of_another_school_is_closed_to_the_head(
        self, services: Services, town: Colleagues
    ) -> None:
        with refused("other-school"):
            await services.schools.card(town.head, town.other_school)

    async def test_is_closed_to_everybody_else(self, services: Services, town: Colleagues) -> None:
        for person in (town.teacher, town.coordinator):
            with refused("role-needed"):
                await services.schools.card(person, town.school)

    async def test_of_a_school_that_never_was_is_refused(
        self, services: Services, town: Colleagues
    ) -> None:
        with refused("school-gone"):
            await card(services, town, 10**9)


class TestNames:
    async def test_are_changed_and_stay_so_after_the_next_start(
        self, services: Services, town: Colleagues, clock: FixedClock
    ) -> None:
        schools, me, school = services.schools, town.methodist, town.school
        await schools.rename(me, school, "name", "  МБОУ «Аксёновская гимназия» ")
        await schools.rename(me, school, "short_name", "Аксёновская гимназия")
        await schools.rename(me, school, "english_name", "Aksyonovskaya Gymnasium")
        await build_services(services.access.uow, clock, admin_ids=[ADMIN])
        found = await card(services, town, school)
        assert found.full_name == "МБОУ «Аксёновская гимназия»"
        assert found.school.title("ru") == "Аксёновская гимназия"
        assert found.school.title("en") == "Aksyonovskaya Gymnasium"
        assert (await schools.search("гимназия аксеновская"))[0].id == school

    async def test_are_noted_once(self, services: Services, town: Colleagues) -> None:
        for _ in range(2):
            await services.schools.rename(town.methodist, town.school, "name", "Гимназия")
        assert len(await noted(services, "school-changed")) == 1

    async def test_of_another_school_are_refused(
        self, services: Services, town: Colleagues
    ) -> None:
        with refused("school-name-taken"):
            await services.schools.rename(
                town.methodist, town.other_school, "short_name", "аксеновская  СОШ"
            )

    @pytest.mark.parametrize(
        ("field", "typed", "reason"),
        [
            ("name", "", "school-too-short"),
            ("short_name", "№ 5", "school-too-short"),
            ("name", "Ш" * 201, "school-too-long"),
            ("short_name", "Ш" * 121, "school-too-long"),
            ("state", "active", "choice-gone"),
        ],
    )
    async def test_that_are_none_are_refused(
        self, services: Services, town: Colleagues, field: str, typed: str, reason: str
    ) -> None:
        with refused(reason):
            await services.schools.rename(town.methodist, town.school, field, typed)

    async def test_in_english_may_be_taken_away(self, services: Services, town: Colleagues) -> None:
        await services.schools.rename(town.methodist, town.school, "english_name", "")
        assert (await card(services, town, town.school)).school.title("en") == "Аксёновская СОШ"


class TestStatus:
    async def test_is_one_of_the_profile_or_none(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        for status in ("hard_conditions", None):
            await services.schools.set_status(town.methodist, town.school, status)
            assert (await card(services, town, town.school)).status == status
        before = await contents(database)
        await services.schools.set_status(town.methodist, town.school, None)
        with refused("choice-gone"):
            await services.schools.set_status(town.methodist, town.school, "wealthy")
        assert await contents(database) == before


class TestProposals:
    async def test_become_schools_that_can_be_chosen(
        self, services: Services, town: Colleagues
    ) -> None:
        school = await proposed(services)
        assert (await services.schools.managed(town.methodist, 0, proposed=True)).total == 1
        for _ in range(2):
            await services.schools.confirm(town.methodist, school)
        assert (await card(services, town, school)).state == "active"
        assert (await services.schools.search("рассвет"))[0].id == school
        assert len(await noted(services, "school-changed")) == 1

    async def test_of_a_name_that_is_there_are_to_be_merged(
        self, services: Services, town: Colleagues
    ) -> None:
        school = await proposed(services, "Аксёновская  СОШ")
        with refused("school-name-taken"):
            await services.schools.confirm(town.methodist, school)

    async def test_are_found_by_those_who_manage_schools_only(
        self, services: Services, town: Colleagues
    ) -> None:
        await proposed(services)
        assert await services.schools.search("рассвет") == ()
        found = await services.schools.find(town.methodist, "рассвет")
        assert [one.state for one in found] == ["proposed"]


class TestMerging:
    async def test_moves_people_roles_invitations_and_wishes(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        source, target, me = town.school, town.other_school, town.methodist
        await services.people.choose_school(town.stranger, source)  # waits to come
        await services.invitations.create(
            me, "coordinator", source, days=30, max_uses=1, label="", direction=""
        )
        before = await services.schools.leaving(me, source, target)
        assert (before.people, before.holders, before.invitations, before.wishes) == (3, 2, 1, 1)
        assert await services.schools.merge(me, source, target)
        assert await school_of(services, town.teacher) == target
        assert await school_of(services, town.head) == target
        assert ("coordinator", target) in await held(services, town.coordinator)
        invitation = models.Invitation
        assert await rows(database, invitation, invitation.school_id) == [(target,)]
        wish = models.SchoolTransfer
        # The one who waited to come is there already.
        assert await rows(database, wish, wish.to_school_id, wish.state) == [(target, "withdrawn")]
        assert (await card(services, town, source)).state == "merged"

    async def test_is_told_to_its_people_and_noted_about_each(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        await services.schools.merge(town.methodist, town.school, town.other_school)
        moved = {town.teacher, town.head, town.coordinator}
        assert {person for person, _ in await owed(database, "school-merged")} == moved
        assert {about for _, about in await noted(services, "person-moved")} == moved

    async def test_twice_is_the_same_as_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        merge = services.schools.merge
        done = await asyncio.gather(
            *(merge(town.methodist, town.school, town.other_school) for _ in range(3))
        )
        assert sorted(done) == [False, False, True]
        before = await contents(database)
        assert not await merge(town.admin, town.school, town.other_school)
        assert await contents(database) == before

    async def test_leaves_one_role_to_who_has_it_at_both(
        self, services: Services, town: Colleagues
    ) -> None:
        me, source, target = town.methodist, town.school, town.other_school
        await services.roles.grant(me, town.coordinator, Role.COORDINATOR, target)
        await services.schools.merge(me, source, target)
        assert await held(services, town.coordinator) == [("coordinator", target)]

    async def test_keeps_a_given_role_before_a_claimed_one(
        self, services: Services, town: Colleagues, clock: FixedClock
    ) -> None:
        async with services.access.uow.writing() as store:
            await store.roles.add(
                town.head, "head", clock.now(), school_id=town.other_school, state="claimed"
            )
        await services.schools.merge(town.methodist, town.school, town.other_school)
        assert await held(services, town.head) == [("head", town.other_school)]
        async with services.access.uow.reading() as store:
            assert await store.roles.of_person(town.head, "claimed") == []

    async def test_of_a_proposal_moves_its_teacher(
        self, services: Services, town: Colleagues
    ) -> None:
        school = await proposed(services)
        await services.schools.merge(town.methodist, school, town.school)
        assert (await card(services, town, school)).people == 0
        assert (await services.schools.managed(town.methodist, 0, proposed=True)).total == 0
        assert await services.schools.find(town.methodist, "рассвет") == ()

    async def test_with_itself_or_with_what_is_not_in_the_list_is_refused(
        self, services: Services, town: Colleagues
    ) -> None:
        waits = await proposed(services)
        for target, reason in (
            (town.school, "choice-gone"),
            (waits, "school-gone"),
            (10**9, "school-gone"),
        ):
            with refused(reason):
                await services.schools.merge(town.methodist, town.school, target)

    async def test_ends_every_change_of_the_school_that_is_gone(
        self, services: Services, town: Colleagues
    ) -> None:
        me, school = town.methodist, town.school
        await services.schools.merge(me, school, town.other_school)
        for change in (
            services.schools.rename(me, school, "name", "Другое название"),
            services.schools.set_status(me, school, None),
            services.schools.confirm(me, school),
            services.schools.reopen(me, school),
            services.schools.close(me, school, town.other_school),
            services.people.choose_school(town.teacher, school),
        ):
            with refused("school-gone"):
                await change

    async def test_lasts_beyond_the_next_start(
        self, services: Services, town: Colleagues, clock: FixedClock
    ) -> None:
        await services.schools.merge(town.methodist, town.school, town.other_school)
        await build_services(services.access.uow, clock, admin_ids=[ADMIN])
        assert (await card(services, town, town.school)).state == "merged"


class TestClosing:
    async def test_needs_a_school_for_its_people(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        before = await contents(database)
        with refused("school-has-people") as caught:
            await services.schools.close(town.methodist, town.school)
        assert caught.value.facts == {"people": 3}
        assert await contents(database) == before

    async def test_moves_people_and_ends_what_belongs_to_the_school(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        me, school, target = town.methodist, town.school, town.other_school
        await services.people.choose_school(town.admin, school)  # a wish to come
        await services.invitations.create(
            me, "coordinator", school, days=30, max_uses=1, label="", direction=""
        )
        assert await services.schools.close(me, school, target)
        assert not await services.schools.close(me, school, target)
        assert await school_of(services, town.teacher) == target
        assert await held(services, town.coordinator) == []
        assert {person for person, _ in await owed(database, "school-closed")} == {
            *(town.teacher, town.head, town.coordinator),
        }
        assert {person for person, _ in await owed(database, "role-ended")} == {
            *(town.head, town.coordinator),
        }
        invitation = models.Invitation
        ((revoked,),) = await rows(database, invitation, invitation.revoked_at)
        assert revoked is not None
        async with services.access.uow.reading() as store:
            assert await store.transfers.of_person(town.admin) is None

    async def test_without_people_needs_no_other_school(
        self, services: Services, town: Colleagues
    ) -> None:
        empty = (await services.schools.page(1)).schools[0].id
        await services.schools.close(town.methodist, empty)
        assert empty not in {one.id for one in (await services.schools.page(1)).schools}
        with refused("school-gone"):
            await services.people.choose_school(town.teacher, empty)

    async def test_is_undone_by_reopening(self, services: Services, town: Colleagues) -> None:
        empty = (await services.schools.page(1)).schools[0].id
        await services.schools.close(town.methodist, empty)
        for _ in range(2):
            await services.schools.reopen(town.methodist, empty)
        assert (await card(services, town, empty)).state == "active"
        assert len(await noted(services, "school-reopened")) == 1

    async def test_and_merging_at_once_do_one_of_the_two(
        self, services: Services, town: Colleagues
    ) -> None:
        me, school, target = town.methodist, town.school, town.other_school
        results = await asyncio.gather(
            services.schools.merge(me, school, target),
            services.schools.close(town.admin, school, target),
            return_exceptions=True,
        )
        assert [result for result in results if result is True] == [True]
        assert (await card(services, town, school)).state in ("merged", "closed")
        assert await school_of(services, town.teacher) == target
