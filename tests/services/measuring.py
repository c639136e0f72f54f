"""Two campaigns with answers of every sort, for stories about what came out of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from services.monitoring.answers.given import Given
from tests.clocks import FixedClock
from tests.services.collecting import Collecting, an_open_campaign, monitored
from tests.wiring import Services

SEEN = 1_000_000  # a field is answered by one person only
NOTHING = Given(no_data=True, note="Нет приказа")
WORDS, WHY = "=Стало спокойнее <b>&", "-Мало наставников <b>&"
BEFORE, NOW = "Мониторинг, весна", "Мониторинг, осень"


@dataclass
class Measured:
    """`spring` is closed and was answered by three schools of five; in `autumn` three answered,
    the fourth came late and has no data, the fifth is silent."""

    services: Services
    spring: Collecting
    autumn: Collecting

    @property
    def methodist(self) -> int:
        """Who opened them."""
        return self.autumn.methodist


async def hands_in(services: Services, person: int, request: int, **given: float | Given) -> None:
    """Somebody answers these fields and hands the request in."""
    for key, value in given.items():
        answer = value if isinstance(value, Given) else Given(number=value)
        await services.monitoring.answering.give_answer(
            person, request, key, answer, SEEN, sure=True
        )
    await services.monitoring.submitting.submit_request(person, request)


async def school(
    found: Collecting,
    services: Services,
    number: int,
    numbers: tuple[float | Given, float | Given, float | Given, float | Given],
) -> None:
    """A school hands in staff, young, mentored and whether it has a site."""
    staff, young, mentored, site = numbers
    given: dict[str, float | Given] = {"staff": staff, "young": young, "mentored": mentored}
    given |= {"site": site, "covered": 12.5, "plans": Given(text="План")}
    await hands_in(services, found.coordinator(number), found.request(number), **given)


async def measured(services: Services, clock: FixedClock) -> Measured:
    """Both campaigns; sums need three schools."""
    profile = monitored(services.profile, minimum_answers=3)
    spring = await an_open_campaign(
        services, 5, title=BEFORE, covers=(date(2026, 1, 1), date(2026, 5, 31)), profile=profile
    )
    await school(spring, services, 0, (40, 10, 2, 0))
    await school(spring, services, 1, (20, 0, 0, 0))
    await school(spring, services, 2, (30, 5, 1, 1))
    await hands_in(services, spring.methodist, spring.own, schools=5, events=2, climate=NOTHING)
    await services.monitoring.planning.close_campaign(spring.methodist, spring.id)
    clock.advance(timedelta(days=30))
    autumn = await an_open_campaign(
        services, 5, title=NOW, covers=(date(2026, 6, 1), date(2026, 12, 31)), profile=profile
    )
    return Measured(services, spring, autumn)


async def answered(found: Measured, clock: FixedClock) -> None:
    """The autumn is answered: one school is low and says why, one has nobody young, one is late
    and without data, one is silent."""
    services, autumn = found.services, found.autumn
    await services.monitoring.submitting.explain_low(
        autumn.coordinator(0), autumn.request(0), "mentoring", WHY
    )
    await school(autumn, services, 0, (40, 10, 1, 1))
    clock.advance(timedelta(days=1))
    await school(autumn, services, 1, (20, 0, 0, 0))
    await school(autumn, services, 2, (30, 5, 4, 1))
    text = Given(text=WORDS)
    await hands_in(services, found.methodist, autumn.own, schools=5, events=7, climate=text)
    clock.advance(timedelta(days=20))
    await school(autumn, services, 3, (NOTHING, NOTHING, NOTHING, 1))
