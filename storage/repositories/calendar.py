"""Published events as people look for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists, func, or_, select, tuple_

from storage.models import Event, EventTopic, Person, Registration
from storage.repositories.audience_query import AudienceFilter, fitting
from storage.repositories.events import COLUMNS, EventRow
from storage.repositories.registrations import REGISTERED, WAITING
from storage.session import Session

COLUMN_FILTERS = ("form", "level", "vector")
TOPIC_FILTERS = ("subject", "block", "rubric")


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """Which coming events are wanted; what is not given asks for nothing.

    `columns` and `topics` are pairs of a name and a key, all of which an event must have.
    `suits`: pairs of topics of which one is enough, or else the event is one of `named`; the
    events `barred` are never wanted.
    """

    columns: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    suits: tuple[tuple[str, str], ...] | None = None
    named: tuple[int, ...] = ()
    barred: tuple[int, ...] = ()


class Calendar:
    """Rows of events that have been published."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def coming(
        self, wanted: CalendarFilter, now: datetime, offset: int, limit: int
    ) -> list[EventRow]:
        """Events that are not over, the nearest first."""
        query = select(*COLUMNS).where(*_wanted(wanted, now)).order_by(Event.starts_at, Event.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [EventRow(*row) for row in rows]

    async def count(self, wanted: CalendarFilter, now: datetime) -> int:
        """How many there are."""
        query = select(func.count()).select_from(Event).where(*_wanted(wanted, now))
        return int((await self._session.execute(query)).scalar_one())

    async def values(self, kind: str, wanted: CalendarFilter, now: datetime) -> dict[str, int]:
        """Keys that such events have, and how many of them; `kind` is one of the filters."""
        if kind in COLUMN_FILTERS:
            column: Any = getattr(Event, kind)
            query = select(column, func.count()).where(*_wanted(wanted, now), column.is_not(None))
        else:
            column = EventTopic.key
            query = (
                select(column, func.count())
                .join(Event, Event.id == EventTopic.event_id)
                .where(*_wanted(wanted, now), EventTopic.kind == kind)
            )
        rows = await self._session.execute(query.group_by(column).order_by(column))
        return {str(key): int(count) for key, count in rows}

    async def about(self, blocks: Collection[str], now: datetime) -> int:
        """How many coming events are about any of these blocks."""
        topic = _topics([("block", block) for block in blocks])
        query = select(func.count()).select_from(Event).where(_coming(now), topic)
        return int((await self._session.execute(query)).scalar_one())

    async def addressed(self, now: datetime) -> list[tuple[int, dict[str, Any], bool]]:
        """Coming events that are for some people in particular: id, audience, `audience_only`."""
        query = select(Event.id, Event.audience, Event.audience_only).where(
            _coming(now), cast(Event.audience, String) != "{}"
        )
        rows = await self._session.execute(query)
        return [(number, audience, only) for number, audience, only in rows]

    async def fits(self, person_id: int, wanted: AudienceFilter) -> bool:
        """Whether a person belongs to an audience."""
        query = select(Person.id).where(Person.id == person_id, *fitting(wanted))
        return (await self._session.execute(query)).first() is not None

    async def mine(
        self, person_id: int, now: datetime, offset: int, limit: int, *, past: bool
    ) -> list[EventRow]:
        """Events in which a person has or had a place: coming ones, or past ones latest first."""
        order = Event.starts_at.desc() if past else Event.starts_at
        query = _mine(select(*COLUMNS), person_id, now, past=past).order_by(order, Event.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [EventRow(*row) for row in rows]

    async def nearest(self, person_id: int, now: datetime) -> EventRow | None:
        """The next event in which a person has a place, if it is to be held."""
        query = _mine(select(*COLUMNS), person_id, now, past=False)
        nearest = query.where(Event.state == "published").order_by(Event.starts_at, Event.id)
        row = (await self._session.execute(nearest.limit(1))).first()
        return EventRow(*row) if row else None

    async def count_mine(self, person_id: int, now: datetime, *, past: bool) -> int:
        """How many there are."""
        query = _mine(select(func.count(Event.id)), person_id, now, past=past)
        return int((await self._session.execute(query)).scalar_one())


_END = func.coalesce(Event.ends_at, Event.starts_at)


def _coming(now: datetime) -> ColumnElement[bool]:
    return and_(Event.state == "published", now < _END)


def _wanted(wanted: CalendarFilter, now: datetime) -> list[ColumnElement[bool]]:
    found = [_coming(now)]
    found += [getattr(Event, name) == key for name, key in wanted.columns]
    found += [_topics([topic]) for topic in wanted.topics]
    if wanted.suits is not None:
        found.append(or_(_topics(wanted.suits), Event.id.in_(wanted.named)))
        found.append(Event.id.not_in(wanted.barred))
    return found


def _topics(topics: Collection[tuple[str, str]]) -> ColumnElement[bool]:
    """Whether an event is about one of these."""
    pairs = tuple_(EventTopic.kind, EventTopic.key).in_(list(topics))
    return exists().where(EventTopic.event_id == Event.id, pairs).correlate(Event)


def _mine(query: Any, person_id: int, now: datetime, *, past: bool) -> Any:
    if past:
        state = or_(Registration.state == REGISTERED, Registration.attended_at.is_not(None))
        when = or_(Event.state == "over", now >= _END)
    else:
        state = Registration.state.in_((REGISTERED, WAITING))
        when = and_(Event.state != "over", now < _END)
    joined = query.join(Registration, Registration.event_id == Event.id)
    return joined.where(Registration.person_id == person_id, state, when, Event.state != "draft")
