"""What came out of a campaign: sums, thresholds, periods, schools; and what must not be seen."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from content import Profile
from services.audit import Kind
from services.monitoring.answers.given import Given
from services.monitoring.results.indicators import Results
from services.permissions import Role
from storage.engine import Database
from storage.models import AuditEntry
from tests.clocks import FixedClock
from tests.services.collecting import an_open_campaign, monitored, somebody
from tests.services.measuring import NOW, SEEN, WHY, WORDS, Measured, answered, measured, school
from tests.services.stories import refused
from tests.wiring import Services


@pytest.fixture
async def town(services: Services, clock: FixedClock) -> Measured:
    return await measured(services, clock)


async def results(town: Measured) -> Results:
    return await town.services.monitoring.indicators.results_of(town.methodist, town.autumn.id)


def values(found: Results) -> dict[str, float | None]:
    return {one.indicator.key: one.measured.value for one in found.results}


async def test_sums_appear_with_the_least_number_of_answers_and_say_how_many_are_missing(
    town: Measured,
) -> None:
    services, autumn = town.services, town.autumn
    await school(autumn, services, 0, (40, 10, 1, 1))
    await school(autumn, services, 1, (20, 0, 0, 0))
    found = await results(town)
    assert values(found) == {"mentoring": None, "youth": None, "sites": None, "held": None}
    assert [one.lacking for one in found.results] == [1, 1, 1, 0]
    assert [one.measured.numerator for one in found.results] == [None] * 4
    assert (found.coverage.answered, found.coverage.lacking) == (2, 1)
    lone = await services.monitoring.indicators.own_measured(
        autumn.coordinator(0), autumn.request(0)
    )
    assert [line.measured.value for line in lone.lines] == [10, 25]
    assert [line.whole.measured.value for line in lone.lines] == [None, None]
    dynamics = await services.monitoring.dynamics.indicator_dynamics(
        town.methodist, autumn.id, "mentoring"
    )
    points = [one.result.measured.value if one.result else 0 for one in dynamics.points]
    assert points == [20, None]


async def test_indicators_of_the_municipality_with_thresholds_and_the_period_before(
    town: Measured, clock: FixedClock
) -> None:
    await answered(town, clock)
    found = await results(town)
    # 5 of 15, 15 of 90, 3 schools of 5; the school without data stands behind the last alone.
    assert values(found) == {"mentoring": 33.3, "youth": 16.7, "sites": 60, "held": 7}
    assert [one.measured.met for one in found.results] == [True, None, True, True]
    assert [one.measured.answered for one in found.results] == [3, 3, 4, 0]
    assert [one.change for one in found.results] == [13.3, 0, 40, 5]
    assert found.earlier is not None
    assert found.earlier.id == town.spring.id
    coverage = found.coverage
    assert (coverage.asked, coverage.answered, coverage.late, coverage.silent) == (5, 4, 1, 1)
    assert found.qualitative == 1
    await _words_are_those_of_the_service(town)


async def _a_returned_field_does_not_count_until_it_is_corrected(town: Measured) -> None:
    request = town.autumn.request(2)
    await town.services.monitoring.checking.give_back(
        town.methodist, request, {"mentored": "Проверьте приказ"}
    )
    found = await results(town)
    assert values(found)["mentoring"] is None
    assert found.results[0].lacking == 1
    assert values(found)["youth"] == 16.7
    assert found.coverage.returned == 1
    await town.services.monitoring.answering.give_answer(
        town.autumn.coordinator(2), request, "mentored", Given(number=2), SEEN, sure=True
    )
    assert values(await results(town))["mentoring"] == 20


async def test_schools_come_worst_first_and_what_is_returned_does_not_count(
    town: Measured, clock: FixedClock
) -> None:
    await answered(town, clock)
    indicators, me, autumn = town.services.monitoring.indicators, town.methodist, town.autumn
    page = await indicators.indicator_ranking(me, autumn.id, "mentoring", 0)
    assert [one.value for one in page.schools] == [10, 80, None, None, None]
    order = [autumn.schools.index(one.place.school.id) for one in page.schools if one.place.school]
    assert order[:2] == [0, 2]
    assert order[-1] == 4
    assert page.schools[0].reason == WHY
    assert (page.no_data, page.silent) == (2, 1)
    sites = await indicators.indicator_ranking(me, autumn.id, "sites", 0)
    assert [one.value for one in sites.schools] == [0, 1, 1, 1, None]
    assert (await indicators.indicator_ranking(me, autumn.id, "held", 0)).schools == ()
    everybody = await indicators.ranked_schools(me, autumn.id, 0)
    assert [one.low for one in everybody.schools] == [1, 0, 0, 0, 0]
    assert everybody.schools[-1].place.state == "expected"
    one = await indicators.school_measured(me, autumn.request(0))
    assert [line.before for line in one.lines] == [20, 25]
    assert one.lines[0].reason == WHY
    with refused("choice-gone"):
        await indicators.indicator_ranking(me, autumn.id, "nothing", 0)
    await _a_returned_field_does_not_count_until_it_is_corrected(town)


async def test_dynamics_leave_out_a_period_in_which_it_was_reckoned_otherwise(
    town: Measured, clock: FixedClock
) -> None:
    await answered(town, clock)
    profile = monitored(town.services.profile, minimum_answers=1)
    other = profile.indicators[0].model_copy(update={"denominator": "staff"})
    changed: Profile = profile.model_copy(update={"indicators": (other, *profile.indicators[1:])})
    later = await an_open_campaign(town.services, 5, title="Зима", profile=changed)
    await school(later, town.services, 0, (40, 10, 1, 1))
    found = await town.services.monitoring.dynamics.indicator_dynamics(
        town.methodist, later.id, "mentoring"
    )
    assert [one.result is None for one in found.points] == [True, True, False]
    assert found.result.measured.value == 2.5
    latest = await town.services.monitoring.indicators.results_of(town.methodist, later.id)
    assert [one.before is None for one in latest.results] == [True, False, False, False]


async def _words_are_those_of_the_service(town: Measured) -> None:
    indicators = town.services.monitoring.indicators
    campaign, words = await indicators.indicator_words(town.methodist, town.autumn.id)
    assert (campaign.title, [one.text for one in words]) == (NOW, [WORDS])
    _, before = await indicators.indicator_words(town.methodist, town.spring.id)
    assert [(one.text, one.note) for one in before] == [("", "Нет приказа")]


async def test_the_council_sees_results_and_schools_see_their_own_alone(
    town: Measured, clock: FixedClock, database: Database
) -> None:
    await answered(town, clock)
    services, autumn = town.services, town.autumn
    monitoring = services.monitoring
    council = await somebody(services, 700_000_071, "Лунина Ада Петровна", Role.COUNCIL)
    head = await somebody(
        services, 700_000_072, "Ильин Олег Петрович", Role.HEAD, autumn.schools[0]
    )
    assert (await monitoring.indicators.results_of(council, autumn.id)).results
    await monitoring.exporting.export_results(council, autumn.id, "summary")
    async with database.read() as session:
        noted = await session.execute(
            select(AuditEntry.actor_id, AuditEntry.facts).where(
                AuditEntry.kind == Kind.INDICATORS_EXPORTED
            )
        )
    assert noted.all() == [(council, {"campaign_id": autumn.id, "file": "summary"})]
    for person in (head, autumn.coordinator(0)):
        own = await monitoring.indicators.own_measured(person, autumn.request(0))
        assert [line.whole.measured.value for line in own.lines] == [33.3, 16.7]
        with refused("role-needed"):
            await monitoring.indicators.results_of(person, autumn.id)
        with refused("other-school"):
            await monitoring.indicators.own_measured(person, autumn.request(1))
    with refused("other-school"):
        await monitoring.indicators.own_measured(council, autumn.request(0))
    with refused("choice-gone"):
        await monitoring.exporting.export_results(council, autumn.id, "passwords")


async def test_there_is_nothing_to_see_before_the_first_campaign_opens(services: Services) -> None:
    me = await somebody(services, 700_000_073, "Лунина Ада Петровна", Role.COUNCIL)
    assert await services.monitoring.indicators.measured_periods(me) == []
    with refused("choice-gone"):
        await services.monitoring.indicators.results_of(me, 1)
    methodist = await somebody(services, 700_000_074, "Мерц Зоя Павловна", Role.METHODIST)
    planned = await services.monitoring.planning.plan_by_hand(methodist, "Зима")
    with refused("results-not-yet"):
        await services.monitoring.indicators.results_of(me, planned)
