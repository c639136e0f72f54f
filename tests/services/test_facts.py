"""What the bot counts by itself for a campaign, and how sets of indicators are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from content import Ground, IndicatorSet, Text, Variable
from content.profile import Fact
from services.monitoring.results.facts import known_facts
from services.monitoring.results.sets import current_set, set_of
from services.permissions import Role
from storage.repositories.campaigns import CampaignRow
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.happenings import publish, stored
from tests.services.stories import agree, sign_up
from tests.wiring import Services, build_services, load_profile

ADMIN = 700_000_900
HOUR = timedelta(hours=1)
FACTS: tuple[Fact, ...] = ("young", "young_at_events", "event_people", "trained", "council_members")


def omsk(day: str, hours: int = 0, minutes: int = 0) -> datetime:
    """A moment by the municipality's clock, six hours ahead of UTC."""
    return datetime.fromisoformat(f"{day}T{hours:02}:{minutes:02}:00+06:00").astimezone(UTC)


def asks_for_everything() -> IndicatorSet:
    """A set whose variables are all facts, of schools (s_…) and of the service (m_…)."""

    def variable(fact: Fact, level: str) -> Variable:
        text = Text(ru=fact)
        return Variable.model_validate(
            {
                "key": f"{level[0]}_{fact}",
                "title": text,
                "level": level,
                "auto": True,
                "auto_from": text,
                "fact": fact,
            }
        )

    def ground(field: str) -> Ground:
        return Ground.model_validate(
            {"key": field, "title": Text(ru=field), "field": field, "below": 3}
        )

    variables = [variable(fact, level) for fact in FACTS for level in ("school", "municipality")]
    return IndicatorSet(
        variables=(*variables, variable("schools", "municipality")),
        indicators=(),
        minimum_answers=5,
        jump_percent=30,
        young=(ground("experience_years"), ground("post_years")),
        zone="Asia/Omsk",
    )


def autumn() -> CampaignRow:
    """A campaign about September and October, as far as facts are concerned."""
    moment = omsk("2026-11-01")
    return CampaignRow(
        id=1, kind="monitoring", key="", occasion=None, state="open", title="Осень", wording="",
        consolidated=False, covers_from=date(2026, 9, 1), covers_to=date(2026, 10, 31),
        opens_on=date(2026, 11, 2), opens_at=moment, wished_on=date(2026, 11, 20),
        deadline_on=date(2026, 11, 20), due_at=moment, schools=None, indicator_set_id=1,
        created_by=None, created_at=moment, opened_at=moment, closed_at=None,
    )  # fmt: skip


class Town:
    """People of two schools and what they did that autumn."""

    def __init__(self, services: Services, clock: FixedClock) -> None:
        self.services, self.clock = services, clock
        self.schools: list[int] = []
        self._next = 700_003_000

    async def person(self, school: int, experience: str = "12", post: str = "5") -> int:
        """Somebody of the first or the second school with so many years."""
        self._next += 1
        person = await sign_up(self.services, self._next, school=school)
        await self.services.people.save_experience(person, experience)
        await self.services.people.save_post_years(person, post)
        return person

    async def event(self, begins: datetime, *people: int) -> int:
        """An event to which these people came by the link."""
        self.clock.set(begins - HOUR)
        event = await publish(self.services, after=HOUR)
        self.clock.set(begins)
        token = (await stored(self.services, event)).token
        for person in people:
            await self.services.events.attendance.check_in_by_link(person, token)
        return event

    async def facts(
        self, *school_ids: int | None, at: datetime | None = None
    ) -> dict[int | None, dict[str, int]]:
        """What is known of the autumn."""
        now = at or omsk("2026-11-10")
        async with self.services.access.uow.reading() as store:
            return await known_facts(store, asks_for_everything(), autumn(), school_ids, now)


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Town:
    clock.set(omsk("2026-08-20", 10))
    services = await build_services(uow, clock, admin_ids=[ADMIN])
    found = Town(services, clock)
    found.schools = [school.id for school in (await services.schools.page(0)).schools[:2]]
    return found


async def test_bot_counts_people_by_school_and_together(town: Town) -> None:
    services, (first, second) = town.services, town.schools
    old = await town.person(0)
    fresh = await town.person(0, experience="1", post="1")
    retrained = await town.person(0, post="2")
    other = await town.person(1, experience="2", post="2")
    admin = await sign_up(services, ADMIN, school=2)
    await services.roles.grant(admin, other, Role.COUNCIL)
    await services.roles.grant(admin, old, Role.METHODIST)
    await town.event(omsk("2026-08-31", 23, 59), old, fresh, other)
    await town.event(omsk("2026-09-01"), fresh, old)
    cancelled = await town.event(omsk("2026-10-05", 12), other)
    async with services.access.uow.writing() as store:
        await store.events.change(cancelled, town.clock.now(), state="cancelled")
    await town.event(omsk("2026-10-31", 23, 59), fresh, retrained)
    await town.event(omsk("2026-11-01"), other)
    town.clock.set(omsk("2026-11-02"))
    for person, title, day in (
        (old, "Оценивание", date(2026, 8, 31)),
        (fresh, "Оценивание", date(2026, 9, 1)),
        (fresh, "Наставничество", date(2026, 10, 31)),
        (other, "Оценивание", date(2026, 11, 1)),
    ):
        await services.careers.add_course(person, title, 36, day)

    found = await town.facts(first, second, None)
    assert found[first] == {
        "s_young": 2,
        "s_young_at_events": 2,
        "s_event_people": 3,
        "s_trained": 1,
        "s_council_members": 0,
    }
    assert found[second] == {
        "s_young": 1,
        "s_young_at_events": 0,
        "s_event_people": 0,
        "s_trained": 0,
        "s_council_members": 1,
    }
    assert found[None] == {
        "m_young": 3,
        "m_young_at_events": 2,
        "m_event_people": 3,
        "m_trained": 1,
        "m_council_members": 1,
        "m_schools": 14,
    }
    assert await town.facts(first) == {first: found[first]}
    assert await town.facts(None) == {None: found[None]}
    assert await town.facts() == {}
    # In the middle of the autumn: the event that is still to come counts nobody.
    halfway = await town.facts(first, at=omsk("2026-10-01"))
    assert halfway[first]["s_event_people"] == 2


async def test_who_did_not_finish_signing_up_is_not_counted(town: Town) -> None:
    person, school = await agree(town.services), town.schools[0]
    await town.services.people.choose_school(person, school)
    await town.services.people.save_experience(person, "1")
    assert (await town.facts(school))[school]["s_young"] == 0


async def test_many_schools_are_counted_at_once(town: Town) -> None:
    school = town.schools[0]
    await town.person(0, experience="0", post="0")
    found = await town.facts(school, *range(10_000, 10_600))
    assert len(found) == 601
    assert found[school]["s_young"] == 1
    assert found[10_599]["s_young"] == 0


async def test_suggestions_of_a_shipped_set_fit_its_variables(town: Town) -> None:
    chosen = IndicatorSet.of(load_profile("ust-koksa"))
    school = town.schools[0]
    async with town.services.access.uow.reading() as store:
        found = await known_facts(store, chosen, autumn(), [school, None], omsk("2026-11-10"))
    assert found[school] == {"staff_trained": 0, "young_total": 0, "young_covered": 0}
    assert found[None] == {"orgs_total": 14, "teachers_council": 0}


async def test_set_is_stored_once_and_comes_back_when_the_profile_has_changed(
    services: Services,
) -> None:
    profile, now = load_profile("ust-koksa"), services.clock.now()
    changed = profile.model_copy(update={"indicators": profile.indicators[:3]})
    async with services.access.uow.writing() as store:
        first, chosen = await current_set(store, profile, now)
        assert (await current_set(store, profile, now))[0] == first
        second, smaller = await current_set(store, changed, now)
    async with services.access.uow.reading() as store:
        assert await current_set(store, profile, now) == (first, chosen)
        assert await set_of(store, first) == chosen
        assert await set_of(store, second) == smaller
        with pytest.raises(LookupError):
            await set_of(store, second + 1)
    assert (first != second, len(smaller.indicators), len(chosen.indicators)) == (True, 3, 10)
