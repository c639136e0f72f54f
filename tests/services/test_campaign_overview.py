"""Looking through campaigns: the list, what is asked and whom; days as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from services.monitoring.campaigns.typed_days import typed_day, typed_span
from tests.clocks import FixedClock
from tests.services.collecting import an_open_campaign
from tests.services.stories import refused
from tests.wiring import Services

OMSK = ZoneInfo("Asia/Omsk")
NOVEMBER = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31.05", date(2027, 5, 31)),
        ("1 декабря", date(2026, 12, 1)),
        ("завтра", date(2026, 11, 23)),
        ("в пятницу", date(2026, 11, 27)),
        ("29.02", date(2028, 2, 29)),
        ("2026-12-25", date(2026, 12, 25)),
    ],
)
def test_a_day_is_the_next_such(typed: str, day: date) -> None:
    assert typed_day(typed, NOVEMBER, OMSK) == day


def test_a_day_has_no_time() -> None:
    with refused("campaign-day-only"):
        typed_day("завтра 15:00", NOVEMBER, OMSK)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("1.09.2025 – 31.05.2026", date(2025, 9, 1), date(2026, 5, 31)),
        ("с 1 сентября 2025 г. по 31 мая 2026 г.", date(2025, 9, 1), date(2026, 5, 31)),
        ("01.01 - 30.06.2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("1 января – 30 июня 2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-01-01 to 2026-06-30", date(2026, 1, 1), date(2026, 6, 30)),
        ("1 сентября – 31 мая 2026", date(2025, 9, 1), date(2026, 5, 31)),
        ("29 февраля – 1 января 2028", date(2027, 2, 28), date(2028, 1, 1)),
        ("1.9.25 – 31.5.26", date(2025, 9, 1), date(2026, 5, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026 год", date(2026, 1, 1), date(2026, 12, 31)),
        ("2025/26", date(2025, 9, 1), date(2026, 5, 31)),
        ("2025–2026 учебный год", date(2025, 9, 1), date(2026, 5, 31)),
    ],
)
def test_a_period_is_understood(typed: str, first: date, last: date) -> None:
    assert typed_span(typed, NOVEMBER.date()) == (first, last)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("весна", "campaign-period-unclear"),
        ("2025/27", "campaign-period-unclear"),
        ("31.02.2026 – 1.03.2026", "date-none"),
        ("1 – 2 – 3", "campaign-period-unclear"),
        ("0000", "campaign-period-unclear"),
        ("9999/00", "campaign-period-unclear"),
    ],
)
def test_what_is_no_period_is_refused(typed: str, reason: str) -> None:
    with refused(reason):
        typed_span(typed, NOVEMBER.date())


async def test_the_list_tells_how_far_each_campaign_is(
    services: Services, clock: FixedClock
) -> None:
    campaign = await an_open_campaign(services, 3, without=[2])
    me, monitoring = campaign.methodist, services.monitoring
    async with services.access.uow.writing() as store:
        for number, state in enumerate(("submitted", "withdrawn")):
            await store.data_requests.change(campaign.request(number), state=state)
    draft = await monitoring.planning.plan_by_hand(me, "Черновик")
    dated = await monitoring.planning.plan_by_hand(me, "С днём")
    await monitoring.planning.change_campaign(me, dated, opens_on=date(2026, 9, 14))
    page = await monitoring.overview.campaign_list(me, 0)
    assert page.today == date(2026, 9, 1)
    told = [
        (one.campaign.id, one.answered, one.asked, one.opens_by_itself) for one in page.campaigns
    ]
    assert told == [(campaign.id, 1, 2, False), (draft, 0, 0, False), (dated, 0, 0, True)]
    assert await monitoring.overview.campaign_progress(me, campaign.id) == (2, 1)
    for number in range(3):
        await monitoring.planning.plan_by_hand(me, f"Ещё {number} раз")
    again = await monitoring.overview.campaign_list(me, -1)
    assert (again.number, again.pages, len(again.campaigns)) == (1, 2, 1)


async def test_questions_are_numbered_schools_first(services: Services) -> None:
    campaign = await an_open_campaign(services, 1)
    pages = [
        await services.monitoring.overview.questions_of(campaign.methodist, campaign.id, number)
        for number in (0, 1, 2)
    ]
    asked = [
        (one.number, one.variable.key, one.own) for page in pages[:2] for one in page.questions
    ]
    assert [number for number, _, _ in asked] == list(range(1, 10))
    assert [key for _, key, own in asked if own] == ["schools", "events", "climate"]
    assert pages[2] == pages[0], "round and round"


async def test_schools_are_chosen_one_by_one(services: Services) -> None:
    campaign = await an_open_campaign(services, 3)
    me, choosing, planning = (
        campaign.methodist,
        services.monitoring.choosing,
        services.monitoring.planning,
    )
    first, second, third = campaign.schools
    draft = await planning.plan_by_hand(me, "Черновик")
    page = await choosing.schools_for(me, draft)
    assert (page.all, page.chosen, page.schools[0].id) == (True, frozenset(), first)
    for school in (second, first, first):
        await choosing.pick_school(me, draft, school, True)
    assert (await planning.campaign_card(me, draft)).schools == 2
    assert await services.monitoring.overview.would_reach(me, draft) == 2
    for school in (first, second, third):
        await choosing.pick_school(me, draft, school, False)
    assert (await choosing.schools_for(me, draft)).all, "without any, all are asked"
    await choosing.pick_each_school(me, draft)
    await choosing.pick_school(me, draft, third, False)
    page = await choosing.schools_for(me, draft, text=page.schools[0].title("ru"))
    assert (page.looked_for, page.schools[0].id, third in page.chosen) == (True, first, False)
    assert len(page.chosen) == page.total - 1
    await choosing.pick_all_schools(me, draft)
    assert (await choosing.schools_for(me, draft, page=-1)).all
    with refused("school-gone"):
        await choosing.pick_school(me, draft, 999_999, True)
    with refused("campaign-is-open"):
        await choosing.pick_school(me, campaign.id, first, True)
