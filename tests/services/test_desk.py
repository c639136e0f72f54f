"""The desk: what waits for whom; and people who work in the service, known by a name alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.desk import Waiting
from services.people import STEPS
from services.permissions import GRANT_ROLES, Role
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, Colleagues, gather
from tests.services.stories import agree, refused
from tests.wiring import Services, build_services

NEWCOMER = 800_000_100


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    """One change into the first school, one into the second, a claim, a proposed school."""
    town = await gather(services)
    await services.people.choose_school(town.stranger, town.school)
    await services.people.choose_school(town.teacher, town.other_school)
    await services.people.choose_position(town.teacher, "head")
    await services.people.propose_school(await agree(services, NEWCOMER), "Школа «Рассвет»")
    return town


class TestOverview:
    async def test_counts_what_each_may_decide(self, services: Services, town: Colleagues) -> None:
        everything = Waiting(claims=1, transfers=2, proposed=1)
        for person, waiting in (
            (town.admin, everything),
            (town.methodist, replace(everything, orphans=0, to_check=0)),
            (town.coordinator, Waiting(transfers=1)),
            (town.head, Waiting()),
            (town.stranger, Waiting()),
        ):
            assert (await services.desk.overview(person)).waiting == waiting
        assert everything.total == 4
        assert await services.desk.queue(town.coordinator) == Waiting(transfers=1)

    async def test_tells_active_roles_the_highest_first(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.roles.grant(town.admin, town.coordinator, "expert")
        overview = await services.desk.overview(town.coordinator)
        assert [one.role for one in overview.held] == [Role.EXPERT, Role.COORDINATOR]
        assert (await services.desk.overview(town.teacher)).held == ()

    async def test_the_queue_is_for_those_who_decide(
        self, services: Services, town: Colleagues
    ) -> None:
        for person in (town.head, town.teacher):
            with refused("role-needed"):
                await services.desk.queue(person)

    async def test_a_claimed_role_opens_nothing(self, services: Services, town: Colleagues) -> None:
        overview = await services.desk.overview(town.teacher)
        assert overview.roles == {Role.TEACHER}
        assert not overview.may(GRANT_ROLES)


class TestPeopleOfTheService:
    async def test_sign_up_with_a_name_alone(self, services: Services) -> None:
        admin = await agree(services, ADMIN)
        assert (await services.people.card(admin)).missing == STEPS[:1]
        assert await services.people.asked_briefly(admin)
        await services.people.save_name(admin, "Ларина Ада Игоревна")
        await services.people.complete(admin)
        assert (await services.people.card(admin)).person.registered_at is not None

    @pytest.mark.parametrize(("role", "briefly"), [("council", True), ("mentor", False)])
    async def test_are_those_whose_role_says_so(
        self, services: Services, town: Colleagues, role: str, briefly: bool
    ) -> None:
        newcomer = await agree(services, NEWCOMER + 1)
        await services.roles.grant(town.admin, newcomer, role)
        assert await services.people.asked_briefly(newcomer) == briefly

    async def test_who_gives_a_position_is_asked_for_the_rest(self, services: Services) -> None:
        admin = await agree(services, ADMIN)
        await services.people.choose_position(admin, "teacher")
        assert (await services.people.card(admin)).missing == tuple(
            step for step in STEPS if step != "position"
        )

    async def test_without_a_position_take_no_assessment(self, services: Services) -> None:
        admin = await agree(services, ADMIN)
        await services.people.save_name(admin, "Ларина Ада Игоревна")
        await services.people.complete(admin)
        for look in (services.assessments.overview, services.assessments.start):
            with refused("position-needed"):
                await look(admin)
        assert await services.results.history(admin) == ()

    async def test_take_their_first_school_without_asking(self, services: Services) -> None:
        admin = await agree(services, ADMIN)
        await services.people.save_name(admin, "Ларина Ада Игоревна")
        await services.people.complete(admin)
        school = (await services.schools.page(0)).schools[0].id
        await services.people.choose_school(admin, school)
        assert (await services.people.card(admin)).person.school_id == school
        assert await services.transfers.awaited(admin) is None
