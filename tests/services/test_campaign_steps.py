"""What happens in a campaign by itself: in the right order, once, to those whom it concerns."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from services.monitoring.campaigns import prompts
from services.monitoring.campaigns.prompts import take_back_prompts
from services.permissions import Role
from storage.engine import Database
from storage.repositories.campaign_steps import CampaignSteps
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.collecting import (
    COORDINATORS,
    METHODIST,
    an_open_campaign,
    local,
    monitored,
    shown,
    somebody,
    told,
    work_off,
)
from tests.services.stories import refused
from tests.wiring import Services, build_services


async def at(
    services: Services, clock: FixedClock, day: date, hour: int = 10, minute: int = 0
) -> int:
    """It becomes this local time, and the scheduler does what is due; in how many pieces."""
    clock.set(local(services, day, hour, minute))
    return await work_off(services)


async def arrived(services: Services) -> list[tuple[str, int, int | None]]:
    """The sender sends what is due: kinds, to whom, and about which request."""
    owed = await services.outbox.claim(1000)
    for one in owed:
        await services.outbox.sent(one, 5)
    return sorted((one.kind, one.recipient.id, one.facts.get("request_id")) for one in owed)


async def become(services: Services, request_id: int, state: str, **values: Any) -> None:
    """The request changes its state, and prompts about it are taken back."""
    async with services.access.uow.writing() as store:
        await store.data_requests.change(request_id, state=state, **values)
        await take_back_prompts(store, request_id)


async def a_planned_may(services: Services, clock: FixedClock, **rules: object) -> tuple[int, int]:
    """The campaign of May 2026 of the calendar, and a methodist; both are known early in March."""
    services.municipality.profile = monitored(services.profile, **rules)
    methodist = await somebody(services, METHODIST, "Мерц Зоя Павловна", Role.METHODIST)
    school = (await services.schools.page(0)).schools[0].id
    await somebody(services, COORDINATORS, "Ершова Ольга", Role.COORDINATOR, school)
    clock.set(datetime(2026, 3, 1, 6, tzinfo=UTC))
    await work_off(services)
    clock.advance(days=7)
    await work_off(services)
    [campaign] = await services.monitoring.planning.upcoming(methodist)
    return campaign.id, methodist


async def steps(services: Services, methodist: int, campaign_id: int) -> list[str]:
    return shown(await services.monitoring.steps.steps_of(methodist, campaign_id), services)


class TestAYear:
    async def test_goes_from_the_announcement_to_the_digest(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        number, methodist = await a_planned_may(services, clock, tell_heads=True)
        ahead = local(services, date(2026, 4, 27))
        assert await services.monitoring.steps.next_due() == ahead
        assert await at(services, clock, date(2026, 4, 27), 9, 59) == 0
        await at(services, clock, date(2026, 4, 27))
        assert await arrived(services) == [("campaign-ahead", methodist, None)]
        await at(services, clock, date(2026, 5, 4), 9)
        async with services.access.uow.reading() as store:
            requests = await store.data_requests.of_campaign(number)
            assert len(requests) == await store.schools.count() + 1
        [own] = [one for one in requests if one.school_id is None]
        coordinator, asked = next(
            (person, request) for kind, person, request in await arrived(services)
            if kind == "data-asked" and person != methodist
        )  # fmt: skip
        school = next(one.school_id for one in requests if one.id == asked)
        head = await somebody(services, COORDINATORS + 1, "Рогов Пётр", Role.HEAD, school)
        await at(services, clock, date(2026, 5, 25))
        reminded = [("data-reminder", methodist, own.id), ("data-reminder", coordinator, asked)]
        assert await arrived(services) == sorted(reminded)
        await become(services, own.id, "accepted")
        for day in (date(2026, 5, 29), date(2026, 6, 2), date(2026, 6, 4), date(2026, 6, 8)):
            await at(services, clock, day)
            assert await arrived(services) == [("data-reminder", coordinator, asked)]
        await at(services, clock, date(2026, 6, 9))
        assert await arrived(services) == [
            ("campaign-digest", methodist, None),
            ("data-overdue", head, asked),
        ]
        assert await at(services, clock, date(2026, 8, 1)) == 0
        assert {line.split()[1] for line in await steps(services, methodist, number)} == {"done"}

    @pytest.mark.parametrize("answered", [True, False])
    async def test_that_was_slept_through_is_caught_up_with_in_order_and_once(
        self, services: Services, clock: FixedClock, answered: bool
    ) -> None:
        number, methodist = await a_planned_may(services, clock)
        if answered:  # it went down only when it was open
            await at(services, clock, date(2026, 5, 4), 9)
            await arrived(services)
        await at(services, clock, date(2026, 6, 3), 12)
        kinds = [kind for kind, _, _ in await arrived(services)]
        if answered:
            assert kinds == ["data-reminder"] * 2, "the last one; the earlier ones are missed"
            assert await steps(services, methodist, number) == [
                "ahead missed 27.04",
                "open done 04.05",
                "before-7 missed 25.05",
                "before-1 missed 29.05",
                "overdue-1 done 02.06",
                "overdue-3 waiting 04.06",
                "overdue-7 waiting 08.06",
                "digest waiting 09.06",
            ]
        else:
            assert kinds == ["campaign-opened", "data-asked", "data-asked"], "nobody is reminded"
            assert await steps(services, methodist, number) == [
                "ahead missed 27.04",
                "open done 04.05",
                "overdue-3 waiting 04.06",
                "overdue-7 waiting 08.06",
                "digest waiting 10.06",  # a week after they were asked
            ]
        assert await work_off(services) == 0

    async def test_over_the_deadline_no_reminder_says_that_days_are_left(
        self, services: Services, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services)
        await arrived(services)
        await at(services, clock, date(2026, 9, 17), 9, 30)
        assert await arrived(services) == []
        lines = await steps(services, found.methodist, found.id)
        assert [line for line in lines if "missed" in line] == [
            "before-7 missed 09.09", "before-3 missed 11.09", "before-1 missed 15.09",
        ]  # fmt: skip

    async def test_knows_the_29th_of_february(self, services: Services, clock: FixedClock) -> None:
        clock.set(datetime(2028, 2, 14, 6, tzinfo=UTC))
        found = await an_open_campaign(services, 1, deadline_on=date(2028, 3, 7))
        lines = await steps(services, found.methodist, found.id)
        assert "before-7 waiting 29.02" in lines
        moved = await services.monitoring.planning.change_campaign(
            found.methodist, found.id, deadline_on=date(2028, 2, 29)
        )
        assert moved.due_at == local(services, date(2028, 3, 1), 0)


class TestAZoneThatChangesItsClock:
    async def test_keeps_the_local_hour(self, uow: UnitOfWork) -> None:
        clock = FixedClock(datetime(2026, 3, 16, 6, tzinfo=UTC), zone="Europe/Berlin")
        services = await build_services(uow, clock)
        found = await an_open_campaign(services, 1, deadline_on=date(2026, 4, 1))
        moments = {
            step.step: step.due_at
            for step in await services.monitoring.steps.steps_of(found.methodist, found.id)
        }
        assert moments["before-7"] == datetime(2026, 3, 25, 9, tzinfo=UTC), "winter"
        assert moments["before-1"] == datetime(2026, 3, 31, 8, tzinfo=UTC), "summer"

    async def test_has_a_deadline_also_where_midnight_is_left_out(self, uow: UnitOfWork) -> None:
        clock = FixedClock(datetime(2026, 4, 13, 6, tzinfo=UTC), zone="Africa/Cairo")
        services = await build_services(uow, clock)
        found = await an_open_campaign(services, 1, deadline_on=date(2026, 4, 23))
        campaign = (await services.monitoring.planning.campaigns(found.methodist))[0]
        assert campaign.due_at == datetime(2026, 4, 23, 22, tzinfo=UTC), "the moment of the jump"


class TestPrompts:
    async def test_stop_when_the_school_has_answered(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        found = await an_open_campaign(services, 3, coordinators=2)
        await become(services, found.request(), "submitted", submitted_at=clock.now())
        asked = [person for _, person, _ in await arrived(services)]
        for which in (0, 1):
            assert found.coordinator(0, which) not in asked
            assert found.coordinator(1, which) in asked
        await become(services, found.request(1), "in_work")
        await become(services, found.request(2), "returned")
        await at(services, clock, date(2026, 9, 9))
        reminded = {request for _, _, request in await arrived(services)}
        assert reminded == {found.request(1), found.request(2), found.own}

    async def test_wait_for_those_who_asked_to_be_asked_later(
        self, services: Services, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services, 1, coordinators=2)
        await arrived(services)
        clock.set(local(services, date(2026, 9, 8)))
        me = found.coordinator()
        await services.monitoring.later.ask_later(me, found.request(), "three-days")
        await at(services, clock, date(2026, 9, 9))
        assert me not in [person for _, person, _ in await arrived(services)]

    async def test_go_to_whom_it_was_handed_and_not_to_whom_it_is_no_longer(
        self, services: Services, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services, 1, coordinators=2)
        await arrived(services)
        helper = await somebody(services, COORDINATORS + 5, "Лебедева Инна", Role.EXPERT)
        gone = await somebody(services, COORDINATORS + 6, "Зорин Егор", Role.EXPERT)
        async with services.access.uow.writing() as store:
            me, now = found.coordinator(), clock.now()
            for person in (helper, gone):
                await store.request_helpers.add(found.request(), person, me, now)
            await store.people.change(helper, now, school_id=found.schools[0])
            [grant] = await store.roles.held(found.coordinator(0, 1))
            await store.roles.decide(grant.id, ["active"], "ended", now, None)
        await at(services, clock, date(2026, 9, 9))
        people = {person for _, person, _ in await arrived(services)}
        assert people == {found.methodist, found.coordinator(), helper}

    async def test_reach_a_new_coordinator_at_once_and_once(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        found = await an_open_campaign(services, 2, without=[1])
        await arrived(services)
        new = await somebody(services, COORDINATORS + 7, "Новикова Яна", Role.EXPERT)
        grant = services.roles.grant
        async with services.access.uow.writing() as store:
            await store.roles.add(found.methodist, Role.ADMIN, clock.now())
        for _ in "12":
            await grant(found.methodist, new, Role.COORDINATOR, found.schools[1])
        assert ("data-asked", new, found.request(1)) in await arrived(services)
        assert await work_off(services) == 0
        assert len([one for one, _ in await told(database, "data-asked") if one == new]) == 1

    async def test_follow_a_coordinator_to_the_school_that_took_theirs_in(
        self, services: Services, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services, 2, without=[1])
        await arrived(services)
        gone, stays = found.schools
        await services.schools.merge(found.methodist, gone, stays)
        await work_off(services)
        sent = await arrived(services)
        assert ("data-asked", found.coordinator(), found.request(1)) in sent
        async with services.access.uow.reading() as store:
            left = await store.data_requests.get(found.request())
        assert left is not None
        assert left.state == "withdrawn"


class TestAMovedDeadline:
    async def test_is_told_to_those_who_owe_and_reminded_of_anew(
        self, services: Services, clock: FixedClock, database: Database
    ) -> None:
        found = await an_open_campaign(services, 2)
        await become(services, found.request(1), "submitted")
        await at(services, clock, date(2026, 9, 9))
        planning = services.monitoring.planning
        moved = await planning.change_campaign(
            found.methodist, found.id, deadline_on=date(2026, 9, 26)
        )
        assert (moved.wished_on, moved.deadline_on) == (date(2026, 9, 26), date(2026, 9, 28))
        await work_off(services)
        sent = [one for one in await arrived(services) if one[0] != "data-asked"]
        assert sent == [
            ("campaign-opened", found.methodist, None),
            ("deadline-moved", found.methodist, found.own),
            ("deadline-moved", found.coordinator(), found.request()),
        ], "the reminder of the old deadline is pointless"
        lines = await steps(services, found.methodist, found.id)
        assert "before-7 waiting 21.09" in lines
        again = await planning.change_campaign(
            found.methodist, found.id, deadline_on=moved.wished_on
        )
        assert again == moved
        assert await work_off(services) == 0
        await at(services, clock, date(2026, 9, 21))
        assert [kind for kind, _, _ in await arrived(services)] == ["data-reminder"] * 2

    async def test_to_a_nearer_day_reminds_nobody_at_once(
        self, services: Services, clock: FixedClock
    ) -> None:
        found = await an_open_campaign(services, 1)
        await arrived(services)
        clock.set(local(services, date(2026, 9, 3), 12))
        await services.monitoring.planning.change_campaign(
            found.methodist, found.id, deadline_on=date(2026, 9, 4)
        )
        await work_off(services)
        assert {kind for kind, _, _ in await arrived(services)} == {"deadline-moved"}
        await at(services, clock, date(2026, 9, 7))
        assert {kind for kind, _, _ in await arrived(services)} == {"data-reminder"}


async def test_a_skipped_campaign_does_nothing(services: Services, clock: FixedClock) -> None:
    number, methodist = await a_planned_may(services, clock)
    await at(services, clock, date(2026, 4, 27))
    for _ in "12":
        await services.monitoring.planning.skip_campaign(methodist, number)
    assert await arrived(services) == [], "nobody hears that it opens soon"
    assert await at(services, clock, date(2026, 6, 1)) == 0
    assert await services.monitoring.planning.plan_ahead() == 0, "it is not planned again"
    with refused("campaign-resumed-late"):
        await services.monitoring.planning.resume_campaign(methodist, number)


async def test_a_skipped_campaign_that_is_held_after_all_goes_its_way(
    services: Services, clock: FixedClock
) -> None:
    number, methodist = await a_planned_may(services, clock)
    planning = services.monitoring.planning
    before = await steps(services, methodist, number)
    await planning.skip_campaign(methodist, number)
    for _ in "12":
        assert (await planning.resume_campaign(methodist, number)).state == "planned"
    assert await steps(services, methodist, number) == before
    await at(services, clock, date(2026, 5, 4), 9)
    assert (await planning.campaign_card(methodist, number)).campaign.state == "open"
    with refused("campaign-is-open"):
        await planning.resume_campaign(methodist, number)


async def test_without_a_methodist_the_admins_hear_that_nobody_cares(
    services: Services, clock: FixedClock
) -> None:
    number, methodist = await a_planned_may(services, clock)
    admin = await somebody(services, METHODIST + 1, "Котов Лев", Role.ADMIN)
    async with services.access.uow.writing() as store:
        [held] = [one for one in await store.roles.held(methodist) if one.role == Role.METHODIST]
        await store.roles.decide(held.id, ["active"], "ended", clock.now(), None)
    await at(services, clock, date(2026, 4, 27))
    assert await arrived(services) == [("campaign-unattended", admin, None)]
    await at(services, clock, date(2026, 5, 4), 9)
    assert ("campaign-unattended", admin, None) in await arrived(services)
    await services.roles.grant(admin, methodist, Role.METHODIST)
    async with services.access.uow.reading() as store:
        own = await store.data_requests.of_school(number, None)
    assert own is not None
    assert ("data-asked", methodist, own.id) in await arrived(services), "the service owes a part"


async def test_a_piece_that_is_killed_is_done_again_and_tells_nobody_twice(
    services: Services, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "CHUNK", 2)
    found = await an_open_campaign(services, 7, told=False)
    change, times = CampaignSteps.change, count()

    async def dies_every_other_time(self: CampaignSteps, step_id: int, **values: Any) -> None:
        await change(self, step_id, **values)
        if next(times) % 2 == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(CampaignSteps, "change", dies_every_other_time)
    deaths, more = 0, True
    while more:
        try:
            more = await services.monitoring.steps.advance()
        except KeyboardInterrupt:
            deaths += 1
    assert deaths == 5, "four pieces with people, and the one that finds nobody"
    people = [person for person, _ in await told(database, "data-asked")]
    assert sorted(people) == sorted([found.methodist, *(found.coordinator(n) for n in range(7))])
