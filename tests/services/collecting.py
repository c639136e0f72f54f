"""A campaign that stories about monitoring begin with: who asks, who is asked, and for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select

from content import Profile
from content.profile.measures import Campaign as CalendarCampaign
from content.profile.measures import Indicator, Monitoring, Qualitative, Threshold, Variable
from content.text import Text
from services.monitoring import Step
from services.permissions import Role
from storage.engine import Database
from storage.models import OutboxMessage
from tests.services.stories import CONSENT
from tests.wiring import Services

METHODIST, COORDINATORS = 700_000_060, 720_000_000  # Telegram ids


def _asked(key: str, level: str = "school", input: str = "number", **more: object) -> Variable:
    return Variable.model_validate(
        {"key": key, "title": f"Число: {key}", "level": level, "input": input, "auto": False} | more
    )


# One of each sort, so that stories do not depend on what a municipality asks.
VARIABLES = (
    _asked("staff", hint="Без совместителей"),
    _asked("young", at_most="staff", auto=True, auto_from="карточки", fact="young"),
    _asked("mentored", at_most="young", evidence=True),
    _asked("site", input="yes_no"),
    _asked("covered", input="share"),
    _asked("plans", input="text", evidence=True),
    _asked("schools", level="municipality", auto=True, auto_from="список", fact="schools"),
    _asked("events", level="municipality"),
)


def _indicator(key: str, numerator: str, denominator: str | None, value: float | None) -> Indicator:
    return Indicator(
        key=key,
        title=Text(ru=f"Показатель: {key}"),
        unit="percent" if denominator else "items",
        numerator=numerator,
        denominator=denominator,
        threshold=None if value is None else Threshold(op=">=", value=value),
        direction="up",
    )


INDICATORS = (
    _indicator("mentoring", "mentored", "young", 20),
    _indicator("youth", "young", "staff", None),
    _indicator("sites", "site", "schools", 50),
    _indicator("held", "events", None, 3),
)
CLIMATE = Qualitative(key="climate", title=Text(ru="Что изменилось за год"))
MAY = CalendarCampaign(
    key="may", title=Text(ru="Мониторинг, май", en="Monitoring, May"), opens="05-01", closes="05-31"
)
DECEMBER = CalendarCampaign(
    key="december", title=Text(ru="Мониторинг, декабрь", en="Monitoring, December"),
    opens="12-01", closes="12-25", consolidated=True,
)  # fmt: skip


def monitored(profile: Profile, **rules: object) -> Profile:
    """The profile with these variables and indicators, and campaigns in May and December.

    `rules` are those of the section `monitoring`, such as `tell_heads=True`.
    """
    section = Monitoring.model_validate(
        {"campaigns": (MAY, DECEMBER), "minimum_answers": 2} | rules
    )
    changes = {
        "variables": VARIABLES,
        "indicators": INDICATORS,
        "qualitative_indicators": (CLIMATE,),
        "monitoring": section,
    }
    return profile.model_copy(update=changes)


@dataclass
class Collecting:
    """An open campaign. By school: its request, and its coordinators; `schools` in their order.

    `own`: the request of the municipality's own part. `methodist` opened the campaign.
    """

    id: int
    methodist: int
    schools: list[int]
    requests: dict[int, int]
    own: int
    coordinators: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def request(self, number: int = 0) -> int:
        """The request of the school with this number."""
        return self.requests[self.schools[number]]

    def coordinator(self, number: int = 0, which: int = 0) -> int:
        """A coordinator of the school with this number."""
        return self.coordinators[self.schools[number]][which]


async def an_open_campaign(
    services: Services,
    schools: int = 3,
    *,
    coordinators: int = 1,
    without: Iterable[int] = (),
    title: str = "Мониторинг, осень",
    covers: tuple[date, date] | None = None,
    deadline_on: date | None = None,
    profile: Profile | None = None,
    told: bool = True,
) -> Collecting:
    """A campaign of so many schools, opened now by a methodist for two weeks.

    Each school has `coordinators` of its own, but for those whose numbers are in `without`. The
    profile in force becomes `monitored`, unless another one is given. `told`: the scheduler has
    asked everybody. A second campaign finds the same people.
    """
    services.municipality.profile = profile or monitored(services.profile)
    methodist = await somebody(services, METHODIST, "Мерц Зоя Павловна", Role.METHODIST)
    ids = await active_schools(services, schools)
    found = Collecting(0, methodist, ids, {}, 0)
    for number, school_id in enumerate(ids):
        for which in range(0 if number in set(without) else coordinators):
            name, telegram = f"Ершова Ольга {number}-{which}", COORDINATORS + number * 10 + which
            person = await somebody(services, telegram, name, Role.COORDINATOR, school_id)
            found.coordinators[school_id].append(person)
    planning = services.monitoring.planning
    found.id = await planning.plan_by_hand(methodist, title)
    await planning.change_campaign(
        methodist, found.id, schools=ids, covers=covers, deadline_on=deadline_on
    )
    await planning.open_now(methodist, found.id)
    if told:
        await work_off(services)
    async with services.access.uow.reading() as store:
        for row in await store.data_requests.of_campaign(found.id):
            if row.school_id is None:
                found.own = row.id
            else:
                found.requests[row.school_id] = row.id
    return found


async def active_schools(services: Services, count: int) -> list[int]:
    """Ids of the first schools by the alphabet; more are added where the profile has too few."""
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        new = [
            {
                "name": f"Школа № {900 + number}", "short_name": f"Школа № {900 + number}",
                "search_name": f"школа {900 + number}", "state": "active",
            }
            for number in range(await store.schools.count(), count)
        ]  # fmt: skip
        if new:
            await store.schools.add_many(new, now)
        return [row.id for row in await store.schools.page(0, count)]


async def somebody(
    services: Services, telegram_id: int, name: str, role: Role, school_id: int | None = None
) -> int:
    """Somebody who signed up and holds a role: only the rows, for stories with many."""
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        known = await store.people.by_telegram(telegram_id)
        person = known.id if known else await store.people.add(telegram_id, "ru", now)
        if known is None:
            await store.people.consent(person, CONSENT, "ru", now)
            values = {"full_name": name, "position": "teacher", "school_id": school_id}
            await store.people.change(person, now, **values)
            await store.people.complete(person, now)
        await store.roles.add(person, role, now, school_id=school_id)
    return person


async def work_off(services: Services) -> int:
    """All that the scheduler has to do now; in how many pieces."""
    pieces = await services.monitoring.planning.plan_ahead()
    while await services.monitoring.steps.advance():
        pieces += 1
    return pieces


async def told(database: Database, kind: str, subject: str | None = None) -> list[tuple[int, str]]:
    """What is owed of a kind: to whom, and its state; in the order in which it arose."""
    query = select(OutboxMessage.person_id, OutboxMessage.state).where(OutboxMessage.kind == kind)
    if subject is not None:
        query = query.where(OutboxMessage.subject == subject)
    async with database.read() as session:
        rows = await session.execute(query.order_by(OutboxMessage.id))
        return [(person, state) for person, state in rows]


def shown(steps: Iterable[Step], services: Services) -> list[str]:
    """Steps with their states and local days, as `before-1 done 28.05`."""
    zone = services.clock.zone
    return [f"{one.step} {one.state} {one.due_at.astimezone(zone):%d.%m}" for one in steps]


def local(services: Services, day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A moment by the municipality's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=services.clock.zone)
