"""What goes wrong at the edges of monitoring: odd numbers, odd moments, people who have left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, date, timedelta

import pytest

from content.profile.measures import Variable
from services.audit import Kind
from services.audit_log import AuditFilter
from services.errors import Refusal
from services.monitoring.answers.given import NOTE_LIMIT, Given
from services.monitoring.answers.typed import typed_answer
from services.permissions import Role
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import empty, opened
from tests.services.collecting import (
    VARIABLES,
    Collecting,
    an_open_campaign,
    monitored,
    somebody,
    told,
)
from tests.services.filled_forms import becomes, sent_back
from tests.services.stories import refused
from tests.services.test_answering import fill, submitted
from tests.wiring import Services, build_services

WHOLE, YES_NO = VARIABLES[0], VARIABLES[3]
COLLEAGUE, ADMIN = 730_000_301, 730_000_302


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,000", "data-whole"),  # a thousand, or one
        ("1.000", "data-whole"),
        ("5²", "data-number"),
        ("3½", "data-number"),
        ("٣", "data-number"),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_is_refused(text: str, reason: str) -> None:
    with refused(reason):
        typed_answer(WHOLE, text)


def test_zeros_ahead_mean_nothing_and_a_spreadsheet_says_true() -> None:
    assert typed_answer(WHOLE, "0000000000000000012") == Given(number=12)
    assert typed_answer(YES_NO, "TRUE") == Given(number=1)
    assert typed_answer(YES_NO, "ЛОЖЬ") == Given(number=0)


async def test_a_word_about_a_jump_has_its_length(services: Services) -> None:
    first = await an_open_campaign(services, 1, covers=(date(2025, 1, 1), date(2025, 6, 30)))
    await submitted(services, first)
    town = await an_open_campaign(
        services, 1, title="Вторая", covers=(date(2026, 1, 1), date(2026, 6, 30))
    )
    me, request = town.coordinator(), town.request()
    too_long = "ж" * (NOTE_LIMIT + 1)
    with refused("text-too-long"):
        given = Given(number=90, note=too_long)
        await services.monitoring.answering.give_answer(me, request, "staff", given, 0, sure=True)
    _, done = await sent_back(services, me, request, {"staff": 90}, {"staff": too_long})
    assert becomes(done) == {"staff": "refuse: form-text-long"}


async def test_what_the_bot_puts_in_is_checked_against_its_parts(services: Services) -> None:
    profile = monitored(services.profile)
    part = Variable.model_validate(
        {"key": "active", "title": "Активные школы", "level": "municipality", "auto": False}
        | {"at_most": "schools"}
    )
    profile = profile.model_copy(update={"variables": (*profile.variables, part)})
    town = await an_open_campaign(services, 2, profile=profile)
    answering, me = services.monitoring.answering, town.methodist
    for key, text in (("events", "3"), ("climate", "Стало лучше"), ("active", "900")):
        await answering.type_answer(me, town.own, key, text, 0)
    with refused("data-less-than-part"):
        await services.monitoring.submitting.submit_request(me, town.own)
    await answering.type_answer(me, town.own, "active", "2", 0)
    assert (await services.monitoring.submitting.submit_request(me, town.own)).accepted


async def test_a_moment_before_midnight_is_in_time_and_midnight_is_late(
    services: Services, clock: FixedClock
) -> None:
    town = await an_open_campaign(services, 2)
    async with services.access.uow.reading() as store:
        campaign = await store.campaigns.get(town.id)
    assert campaign is not None
    local = campaign.due_at.astimezone(clock.zone)
    assert (local.hour, local.minute, local.date()) == (0, 0, campaign.deadline_on + timedelta(1))
    for number, moment in enumerate((campaign.due_at - timedelta(microseconds=1), campaign.due_at)):
        await fill(services, town.coordinator(number), town.request(number))
        clock.set(moment.astimezone(UTC))
        found = await services.monitoring.submitting.submit_request(
            town.coordinator(number), town.request(number)
        )
        assert found.late == bool(number)


async def test_a_correction_that_was_not_handed_in_is_still_owed_when_a_school_is_asked_again(
    services: Services, clock: FixedClock
) -> None:
    town = await an_open_campaign(services, 1)
    request, me = await submitted(services, town), town.methodist
    checking = services.monitoring.checking
    clock.advance(minutes=1)
    await checking.give_back(me, request, {"staff": "Без совместителей"})
    await services.monitoring.answering.type_answer(town.coordinator(), request, "staff", "39", 0)
    await checking.withdraw(me, request)
    await checking.ask_again(me, request)
    async with services.access.uow.reading() as store:
        row = await store.data_requests.get(request)
    assert row is not None
    assert row.state == "returned"


async def test_a_colleague_who_has_left_answers_for_nobody(
    services: Services, database: Database
) -> None:
    town = await an_open_campaign(services, 2)
    me, request, school = town.coordinator(), town.request(), town.schools[0]
    colleague = await somebody(services, COLLEAGUE, "Ким Ян Ильич", Role.TEACHER, school)
    await services.monitoring.handing_over.hand_over(me, request, colleague)
    async with services.access.uow.writing() as store:
        grants = await store.roles.of_school(school, "active")
        [grant] = [one for one in grants if one.role == Role.COORDINATOR]
        await store.roles.decide(grant.id, ("active",), "ended", services.clock.now(), None)
    board, methodist = services.monitoring.board, town.methodist
    assert (await board.board_of(methodist, town.id)).counts.orphans == 0
    async with services.access.uow.writing() as store:
        now = services.clock.now()
        await store.people.change(colleague, now, school_id=town.schools[1])
    assert (await board.board_of(methodist, town.id)).counts.orphans == 1
    plan = await services.monitoring.nudging.nudge_plan(methodist, town.id)
    assert (plan.schools, plan.people, plan.orphans) == (1, 1, 1)
    await services.monitoring.nudging.nudge(methodist, town.id)
    assert [who for who, _ in await told(database, "data-nudge")] == [town.coordinator(1)]


async def test_the_word_on_a_low_indicator_goes_when_the_number_is_corrected(
    services: Services,
) -> None:
    town = await an_open_campaign(services, 2)
    me, request, methodist = town.coordinator(), town.request(), town.methodist
    await fill(services, me, request, mentored="1")
    await services.monitoring.submitting.explain_low(me, request, "mentoring", "Наставник ушёл")
    await services.monitoring.submitting.submit_request(me, request)
    indicators = services.monitoring.indicators

    async def words() -> set[str]:
        own = await indicators.own_measured(me, request)
        page = await indicators.indicator_ranking(methodist, town.id, "mentoring", 0)
        return {one.reason for one in (*own.lines, *page.schools) if one.reason}

    assert await words() == {"Наставник ушёл"}
    await services.monitoring.checking.give_back(methodist, request, {"mentored": "Проверьте"})
    await services.monitoring.answering.type_answer(me, request, "mentored", "4", 0)
    assert await words() == set()


async def test_a_school_that_was_chosen_is_asked_as_what_it_became(services: Services) -> None:
    town = await an_open_campaign(services, 3)
    planning, me = services.monitoring.planning, town.methodist
    draft = await planning.plan_by_hand(me, "Ещё один сбор")
    await planning.change_campaign(me, draft, schools=[town.schools[0], town.schools[1]])
    admin = await somebody(services, ADMIN, "Ким Ян Ильич", Role.ADMIN)
    await services.schools.merge(admin, town.schools[0], town.schools[2])
    [planned] = await planning.upcoming(me)
    assert planned.schools == tuple(sorted(town.schools[1:]))


async def test_the_log_says_from_what_to_what_a_deadline_was_moved(services: Services) -> None:
    town = await an_open_campaign(services, 1, deadline_on=date(2026, 9, 15))
    planning = services.monitoring.planning
    await planning.change_campaign(town.methodist, town.id, deadline_on=date(2026, 9, 20))
    admin = await somebody(services, ADMIN, "Ким Ян Ильич", Role.ADMIN)
    entries = (await services.audit_log.page(admin, AuditFilter(), 0)).entries
    changed = next(one for one in entries if one.kind == Kind.CAMPAIGN_CHANGED)
    assert changed.facts["deadline_on"] == ["2026-09-15", "2026-09-21"]


@pytest.fixture
async def twins(
    migrated_postgres: str, clock: FixedClock
) -> AsyncIterator[tuple[Services, Services, Collecting]]:
    """Two processes on one database, and a campaign of eighteen schools."""
    async with AsyncExitStack() as stack:
        databases = [await stack.enter_async_context(opened(migrated_postgres)) for _ in "12"]
        await empty(databases[0])
        one, other = [await build_services(UnitOfWork(base), clock) for base in databases]
        yield one, other, await an_open_campaign(one, 18)


async def test_of_two_things_at_once_both_end_well_and_nothing_handed_in_is_lost(
    twins: tuple[Services, Services, Collecting],
) -> None:
    one, other, town = twins
    admin = await somebody(one, ADMIN, "Ким Ян Ильич", Role.ADMIN)
    checking, submitting = other.monitoring.checking, one.monitoring.submitting
    for number in range(12):
        me, request = town.coordinator(number), town.request(number)
        await fill(one, me, request)
        handing_in = submitting.submit_request(me, request)
        if number % 2:
            there = other.schools.merge(admin, town.schools[number], town.schools[17])
            await _settled(handing_in, there)
        else:
            nudging = one.monitoring.nudging.nudge(town.methodist, town.id)
            await _settled(handing_in, checking.withdraw(town.methodist, request), nudging)
        async with one.access.uow.reading() as store:
            row = await store.data_requests.get(request)
        assert row is not None
        if number % 2:
            assert (row.state == "submitted") == (row.submitted_at is not None)
        else:
            assert row.state == "withdrawn"


async def _settled(*calls: object) -> None:
    """All of them at once; each is done or politely refused."""
    for found in await asyncio.gather(*calls, return_exceptions=True):  # type: ignore[call-overload]
        assert not isinstance(found, Exception) or isinstance(found, Refusal), repr(found)


async def test_a_field_that_was_not_returned_is_for_the_methodist_to_return(
    services: Services,
) -> None:
    town = await an_open_campaign(services, 1)
    await submitted(services, town)
    me, request = town.coordinator(), town.request()
    await services.monitoring.checking.give_back(town.methodist, request, {"staff": "Проверьте"})
    with refused("data-other-locked") as caught:
        await services.monitoring.answering.type_answer(me, request, "staff", "0", 0)
    assert caught.value.facts["other"]
