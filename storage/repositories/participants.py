"""People of an event: who has a place, who waits, who came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from storage.models import Person, PersonSubject, Registration
from storage.session import Session

# Letters that people take for one; neither database sorts them side by side by itself.
_YO, _YE = chr(0x0401), chr(0x0415)
_REGISTERED, _WAITING = Registration.state == "registered", Registration.state == "waiting"
_HERE = Registration.attended_at.is_not(None)
_PARTS: dict[str, ColumnElement[bool]] = {
    "all": _REGISTERED,
    "came": _HERE,
    "absent": _REGISTERED & Registration.attended_at.is_(None),
    "waiting": _WAITING,
}


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person at an event; `state` and the rest are explained at the table."""

    id: int
    person_id: int
    full_name: str
    school_id: int | None
    position: str | None
    state: str
    since: datetime
    attended_at: datetime | None
    attended_how: str | None
    walked_in: bool


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many have a place, how many came, how many wait for a seat, how many came without one.

    Who came without a place is among those who have one, since then.
    """

    registered: int
    came: int
    waiting: int
    walked_in: int

    @property
    def absent(self) -> int:
        """How many have a place and did not come."""
        return self.registered - self.came


_PARTICIPANT = select(
    Registration.id,
    Registration.person_id,
    Person.full_name,
    Person.school_id,
    Person.position,
    Registration.state,
    Registration.since,
    Registration.attended_at,
    Registration.attended_how,
    Registration.walked_in,
).join(Person, Person.id == Registration.person_id)
_BY_NAME: tuple[Any, ...] = (func.replace(Person.full_name, _YO, _YE), Registration.id)
_BY_PLACE: tuple[Any, ...] = (Registration.since, Registration.id)


class Participants:
    """Rows of people's places, as the organiser of an event reads them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def turnout(self, event_id: int) -> Turnout:
        """How many come and came, also those who were forgotten since."""
        query = select(
            func.count().filter(_REGISTERED),
            func.count().filter(_HERE),
            func.count().filter(_WAITING),
            func.count().filter(_HERE, Registration.walked_in),
        ).where(Registration.event_id == event_id)
        return Turnout(*(await self._session.execute(query)).one())

    async def count(self, event_id: int, part: str) -> int:
        """How many people: `all` who have a place, who `came`, are `absent`, or are `waiting`."""
        query = (
            select(func.count(Registration.id))
            .join(Person, Person.id == Registration.person_id)
            .where(Registration.event_id == event_id, _PARTS[part])
        )
        return int((await self._session.execute(query)).scalar_one())

    async def page(
        self, event_id: int, part: str, offset: int = 0, limit: int | None = None
    ) -> list[ParticipantRow]:
        """People of a part by name; those who wait in the order of the line."""
        query = (
            _PARTICIPANT.where(Registration.event_id == event_id, _PARTS[part])
            .order_by(*(_BY_PLACE if part == "waiting" else _BY_NAME))
            .offset(offset)
            .limit(limit)
        )
        return [ParticipantRow(*row) for row in await self._session.execute(query)]

    async def get(self, event_id: int, person_id: int) -> ParticipantRow | None:
        """One person at an event, also one who gave the place up."""
        found = await self.some(event_id, [person_id])
        return found[0] if found else None

    async def some(self, event_id: int, people: Sequence[int]) -> list[ParticipantRow]:
        """These people at an event, in this order."""
        query = _PARTICIPANT.where(
            Registration.event_id == event_id, Registration.person_id.in_(list(people))
        )
        rows = [ParticipantRow(*row) for row in await self._session.execute(query)]
        found = {row.person_id: row for row in rows}
        return [found[person_id] for person_id in people if person_id in found]

    async def names(self, event_id: int) -> list[tuple[int, str]]:
        """Ids and names of all who have a place or wait for one."""
        query = (
            select(Person.id, Person.full_name)
            .join(Registration, Registration.person_id == Person.id)
            .where(Registration.event_id == event_id, Registration.state != "withdrawn")
        )
        return [(person_id, name) for person_id, name in await self._session.execute(query)]

    async def subjects(self, event_id: int) -> dict[int, list[str]]:
        """Keys of the subjects that people of an event teach, by person."""
        query = (
            select(PersonSubject.person_id, PersonSubject.subject)
            .join(Registration, Registration.person_id == PersonSubject.person_id)
            .where(Registration.event_id == event_id)
            .order_by(PersonSubject.subject)
        )
        found: dict[int, list[str]] = {}
        for person_id, subject in await self._session.execute(query):
            found.setdefault(person_id, []).append(subject)
        return found
