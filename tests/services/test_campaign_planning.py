"""Planning campaigns: by the calendar two months ahead, and by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from content import load_profile
from services.monitoring import Campaign
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.collecting import (
    MAY,
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

MARCH = datetime(2026, 3, 1, 6, tzinfo=UTC)


@pytest.fixture
async def methodist(services: Services) -> int:
    services.municipality.profile = monitored(services.profile)
    return await somebody(services, METHODIST, "Мерц Зоя Павловна", Role.METHODIST)


async def planned(services: Services, methodist: int) -> list[Campaign]:
    return await services.monitoring.planning.upcoming(methodist)


class TestTheCalendar:
    async def test_is_planned_two_months_ahead_once_and_days_off_are_moved(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        planning = services.monitoring.planning
        clock.set(MARCH)
        assert await planning.plan_ahead() == 0
        clock.advance(days=6)
        assert (await planning.plan_ahead(), await planning.plan_ahead()) == (1, 0)
        [may] = await planned(services, methodist)
        assert may.title == "Мониторинг, май"
        assert may.opens_on == date(2026, 5, 4), "the 1st is a holiday, then comes the weekend"
        assert may.opens_at == local(services, may.opens_on, 9)
        assert (may.wished_on, may.deadline_on) == (date(2026, 5, 31), date(2026, 6, 1))
        assert may.moved
        assert may.due_at == local(services, date(2026, 6, 2), 0)
        assert (may.covers_from, may.covers_to) == (date(2026, 1, 1), date(2026, 12, 31))
        steps = await services.monitoring.steps.steps_of(methodist, may.id)
        assert shown(steps, services) == [
            "ahead waiting 27.04",
            "open waiting 04.05",
            "before-7 waiting 25.05",
            "before-1 waiting 29.05",  # that of three days before falls on the same day
            "overdue-1 waiting 02.06",
            "overdue-3 waiting 04.06",
            "overdue-7 waiting 08.06",
            "digest waiting 09.06",
        ]

    async def test_of_new_year_leaves_the_holidays_alone(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        clock.set(datetime(2026, 11, 20, 6, tzinfo=UTC))
        assert await services.monitoring.planning.plan_ahead() == 1
        [december] = await planned(services, methodist)
        steps = await services.monitoring.steps.steps_of(methodist, december.id)
        assert shown(steps, services)[-3:] == [
            "overdue-1 waiting 28.12",
            "overdue-7 waiting 11.01",
            "digest waiting 12.01",
        ]

    async def test_begins_for_a_new_installation_with_what_is_to_come(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        clock.set(datetime(2026, 5, 20, 6, tzinfo=UTC))
        planning = services.monitoring.planning
        assert await planning.plan_ahead() == 0
        assert await planned(services, methodist) == []
        clock.set(datetime(2040, 1, 1, tzinfo=UTC))
        await planning.plan_ahead()
        clock.set(datetime(2026, 11, 1, tzinfo=UTC))
        assert await planning.plan_ahead() == 1, "a clock that was wrong for a while does no harm"

    async def test_that_was_slept_through_is_caught_up_with_but_not_for_all_years(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        planning = services.monitoring.planning
        clock.set(datetime(2024, 1, 10, tzinfo=UTC))
        await planning.plan_ahead()
        clock.set(datetime(2026, 5, 20, 6, tzinfo=UTC))
        assert await planning.plan_ahead() == 2
        found = await planned(services, methodist)
        assert [(one.key, one.opens_on.year) for one in found] == [
            ("december", 2025),
            ("may", 2026),
        ]
        await work_off(services)
        assert [one.state for one in await planning.campaigns(methodist)] == ["open", "open"]
        assert await planning.plan_ahead() == 0

    async def test_that_the_profile_has_changed_begins_at_once(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        planning = services.monitoring.planning
        clock.set(datetime(2026, 9, 1, 6, tzinfo=UTC))
        assert await planning.plan_ahead() == 0
        autumn = MAY.model_copy(update={"key": "autumn", "opens": "09-15", "closes": "09-30"})
        services.municipality.profile = monitored(services.profile, campaigns=(MAY, autumn))
        assert await planning.plan_ahead() == 1
        assert [one.key for one in await planned(services, methodist)] == ["autumn"]

    async def test_of_a_municipality_without_monitoring_is_left_alone(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        profile = services.profile
        off = profile.modules["monitoring"].model_copy(update={"enabled": False})
        modules = {**profile.modules, "monitoring": off}
        services.municipality.profile = profile.model_copy(update={"modules": modules})
        clock.set(MARCH)
        await services.monitoring.planning.plan_ahead()
        clock.advance(days=10)
        assert await services.monitoring.planning.plan_ahead() == 0


@pytest.mark.parametrize("key", ["ust-koksa", "mirny", "izhevsk", "lesosibirsk", "ust-ishim"])
async def test_every_municipality_has_a_year_of_campaigns(uow: UnitOfWork, key: str) -> None:
    clock = FixedClock(datetime(2027, 12, 20, tzinfo=UTC), zone=load_profile(key).timezone)
    services = await build_services(uow, clock, profile=key)
    found = await services.monitoring.planning.plan_ahead()
    for _ in range(14):
        clock.advance(days=28)
        found += await services.monitoring.planning.plan_ahead()
    assert found >= len(services.profile.monitoring.campaigns)


class TestByHand:
    async def test_a_campaign_is_for_two_weeks_and_opens_when_its_day_was_chosen(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        planning, steps = services.monitoring.planning, services.monitoring.steps
        number = await planning.plan_by_hand(methodist)
        card = await planning.campaign_card(methodist, number)
        assert (card.campaign.opens_on, card.campaign.deadline_on) == (
            date(2026, 9, 2), date(2026, 9, 16),
        )  # fmt: skip
        assert (card.campaign.by_hand, card.opens_by_itself) == (True, False)
        assert (card.questions, card.own_questions) == (6, 3)
        assert card.schools == card.orphans > 0
        assert await steps.steps_of(methodist, number) == []
        changed = await planning.change_campaign(
            methodist, number, title=" Срочный  сбор ", opens_on=date(2026, 9, 26)
        )
        assert changed.title == "Срочный сбор"
        assert changed.opens_on == date(2026, 9, 28), "the 26th is a Saturday"
        assert changed.deadline_on == date(2026, 10, 12), "it is taken along"
        assert (await planning.campaign_card(methodist, number)).opens_by_itself
        clock.set(local(services, changed.opens_on, 9))
        await work_off(services)
        assert [one.state for one in await planning.campaigns(methodist)] == ["open"]

    async def test_what_makes_no_sense_is_refused(
        self, services: Services, methodist: int, clock: FixedClock
    ) -> None:
        planning = services.monitoring.planning
        number = await planning.plan_by_hand(methodist)
        with refused("campaign-no-title"):
            await planning.open_now(methodist, number)
        with refused("campaign-no-title"):
            await planning.change_campaign(methodist, number, opens_on=date(2026, 9, 26))
        await planning.change_campaign(methodist, number, title="Срочный сбор")
        for reason, change in (
            ("campaign-title-short", {"title": "№ 1"}),
            ("text-too-long", {"title": "Ш" * 201}),
            ("campaign-opens-past", {"opens_on": date(2026, 8, 30)}),
            ("campaign-deadline-past", {"deadline_on": date(2026, 8, 28)}),
            ("campaign-deadline-early", {"deadline_on": date(2026, 9, 1)}),
            ("campaign-too-far", {"deadline_on": date(2031, 1, 1)}),
            ("campaign-period-reversed", {"covers": (date(2026, 9, 2), date(2026, 9, 1))}),
            ("campaign-no-schools", {"schools": []}),
            ("school-gone", {"schools": [999_999]}),
        ):
            with refused(reason):
                await planning.change_campaign(methodist, number, **change)  # type: ignore[arg-type]
        with refused("campaign-by-hand"):
            await planning.skip_campaign(methodist, number)
        for _ in "12":
            await planning.discard_campaign(methodist, number)
        with refused("campaign-over"):
            await planning.change_campaign(methodist, number, title="Другой сбор")
        assert await planning.campaigns(methodist) == []

    async def test_an_open_one_keeps_its_schools_and_ends_when_it_is_closed(
        self, services: Services, database: Database
    ) -> None:
        planning = services.monitoring.planning
        found = await an_open_campaign(services)
        assert (await planning.open_now(found.methodist, found.id)).state == "open"
        with refused("campaign-is-open"):
            await planning.change_campaign(found.methodist, found.id, schools=found.schools[:1])
        with refused("campaign-is-open"):
            await planning.discard_campaign(found.methodist, found.id)
        changed = await planning.change_campaign(found.methodist, found.id, wording="Без спешки")
        assert changed.wording == "Без спешки"
        for _ in "12":
            assert (await planning.close_campaign(found.methodist, found.id)).state == "closed"
        states = {state for _, state in await told(database, "data-asked")}
        assert states == {"cancelled"}
        steps = await services.monitoring.steps.steps_of(found.methodist, found.id)
        assert shown(steps, services) == ["open done 01.09"]
        assert await services.monitoring.steps.next_due() is None
