"""People's places in events."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select, update

from storage.models import Event, Registration
from storage.session import Session
from storage.statements import upsert

REGISTERED, WAITING, WITHDRAWN = "registered", "waiting", "withdrawn"
_AT_ONCE = 500  # rows of one statement


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """A place in an event as stored; the columns are explained at the table."""

    id: int
    event_id: int
    person_id: int | None
    state: str
    since: datetime
    attended_at: datetime | None
    walked_in: bool
    rating: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people have a place in an event, how many wait for one, and how many came."""

    taken: int = 0
    waiting: int = 0
    came: int = 0


_ROW = select(
    Registration.id,
    Registration.event_id,
    Registration.person_id,
    Registration.state,
    Registration.since,
    Registration.attended_at,
    Registration.walked_in,
    Registration.rating,
)
_IN_LINE = (Registration.since, Registration.id)


class Registrations:
    """Rows of places."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, event_id: int, person_id: int) -> RegistrationRow | None:
        """The place of a person in an event, also one given up."""
        query = _ROW.where(Registration.event_id == event_id, Registration.person_id == person_id)
        row = (await self._session.execute(query)).first()
        return RegistrationRow(*row) if row else None

    async def put(self, event_id: int, person_id: int, state: str, since: datetime) -> None:
        """Give a person a place, a place in the line, or none any more."""
        values = {
            "event_id": event_id,
            "person_id": person_id,
            "state": state,
            "since": since,
            "created_at": since,
            "walked_in": False,
            "code_tries": 0,
        }
        dialect, key = self._session.dialect, ["event_id", "person_id"]
        statement = upsert(dialect, Registration, values, key, state=state, since=since)
        await self._session.execute(statement)

    async def of_event(
        self, event_id: int, state: str, limit: int | None = None
    ) -> list[RegistrationRow]:
        """Places of one state, in the order in which people came."""
        query = _ROW.where(
            Registration.event_id == event_id,
            Registration.state == state,
            Registration.person_id.is_not(None),
        ).order_by(*_IN_LINE)
        rows = await self._session.execute(query.limit(limit))
        return [RegistrationRow(*row) for row in rows]

    async def counts(self, event_ids: Collection[int]) -> dict[int, Counts]:
        """How many have a place, wait and came, by event; events without anybody lack."""
        query = (
            select(
                Registration.event_id,
                func.count().filter(Registration.state == REGISTERED),
                func.count().filter(Registration.state == WAITING),
                func.count().filter(Registration.attended_at.is_not(None)),
            )
            .where(Registration.event_id.in_(list(event_ids)))
            .group_by(Registration.event_id)
        )
        rows = await self._session.execute(query)
        return {event_id: Counts(*counts) for event_id, *counts in rows}

    async def number_in_line(self, row: RegistrationRow) -> int:
        """Which one in the line somebody is, counted from 1."""
        before = or_(
            Registration.since < row.since,
            and_(Registration.since == row.since, Registration.id <= row.id),
        )
        query = (
            select(func.count())
            .select_from(Registration)
            .where(Registration.event_id == row.event_id, Registration.state == WAITING, before)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def last_in_line(self, event_id: int) -> datetime | None:
        """Since when the last one of the line waits."""
        query = select(func.max(Registration.since)).where(
            Registration.event_id == event_id, Registration.state == WAITING
        )
        found = (await self._session.execute(query)).scalar_one()
        assert found is None or isinstance(found, datetime)
        return found

    async def coming(self, person_id: int, now: datetime) -> list[int]:
        """Ids of events not yet begun in which a person has a place or waits for one."""
        query = (
            select(Registration.event_id)
            .join(Event, Event.id == Registration.event_id)
            .where(
                Registration.person_id == person_id,
                Registration.state.in_((REGISTERED, WAITING)),
                Event.state == "published",
                Event.starts_at > now,
            )
            .order_by(Registration.event_id)
        )
        return list((await self._session.execute(query)).scalars())

    async def seat(self, ids: Sequence[int], since: datetime) -> None:
        """Give a seat to those of the line."""
        for first in range(0, len(ids), _AT_ONCE):
            some = Registration.id.in_(ids[first : first + _AT_ONCE])
            await self._session.execute(
                update(Registration).where(some).values(state=REGISTERED, since=since)
            )

    async def withdraw(self, registration_id: int, since: datetime) -> None:
        """Give a place up; who had checked in already is not coming after all."""
        await self._session.execute(
            update(Registration)
            .where(Registration.id == registration_id)
            .values(
                state=WITHDRAWN, since=since, walked_in=False, attended_at=None, attended_how=None
            )
        )

    async def nobodys(self, now: datetime) -> list[int]:
        """Ids of events not yet begun in which somebody who was forgotten still has a place."""
        query = (
            select(Registration.event_id)
            .join(Event, Event.id == Registration.event_id)
            .where(*_NOBODYS, Event.state == "published", Event.starts_at > now)
            .distinct()
        )
        return sorted((await self._session.execute(query)).scalars())

    async def withdraw_nobodys(self, event_id: int, now: datetime) -> None:
        """Give up the places of those who were forgotten."""
        mine = (*_NOBODYS, Registration.event_id == event_id)
        await self._session.execute(
            update(Registration).where(*mine).values(state=WITHDRAWN, since=now)
        )


_NOBODYS = (Registration.person_id.is_(None), Registration.state.in_((REGISTERED, WAITING)))
