"""Looking for people: by name, school and role, in pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select

from storage.models import Assessment, Person, PersonSubject, RoleGrant, School
from storage.session import Session

# Letters that people take for one; neither database sorts them side by side by itself.
_YO, _YE = chr(0x0401), chr(0x0415)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people: `schools` that may be looked at (empty: none, nothing given: all), one of
    them, a role. `born` are Telegram ids of those who have the role by the settings."""

    schools: frozenset[int] | None = None
    school_id: int | None = None
    role: str | None = None
    born: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A person in a list."""

    id: int
    full_name: str
    school_id: int | None


@dataclass(frozen=True, slots=True)
class FactsRow:
    """A person as a table shows one; `assessed_at`: the last self-assessment."""

    id: int
    telegram_id: int
    full_name: str
    school_id: int | None
    position: str | None
    experience_years: int | None
    post_years: int | None
    category: str | None
    attestation_on: date | None
    registered_at: datetime
    assessed_at: datetime | None


_ASSESSED = (
    select(func.max(Assessment.finished_at))
    .where(Assessment.person_id == Person.id, Assessment.state == "finished")
    .correlate(Person)
    .scalar_subquery()
)
_FOUND = select(Person.id, Person.full_name, Person.school_id)
_FACTS = select(
    Person.id,
    Person.telegram_id,
    Person.full_name,
    Person.school_id,
    Person.position,
    Person.experience_years,
    Person.post_years,
    Person.category,
    Person.attestation_on,
    Person.registered_at,
    _ASSESSED,
)


class Directory:
    """Rows of people who signed up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def count(self, wanted: Wanted) -> int:
        """How many there are."""
        query = select(func.count()).select_from(Person).where(*_conditions(wanted))
        return int((await self._session.execute(query)).scalar_one())

    async def page(self, wanted: Wanted, offset: int, limit: int) -> list[FoundRow]:
        """People in alphabetical order."""
        query = (
            _FOUND.where(*_conditions(wanted))
            .order_by(func.replace(Person.full_name, _YO, _YE), Person.id)
            .offset(offset)
            .limit(limit)
        )
        return [FoundRow(*row) for row in await self._session.execute(query)]

    async def names(self, wanted: Wanted) -> list[tuple[int, str]]:
        """Ids and full names of all."""
        query = select(Person.id, Person.full_name).where(*_conditions(wanted))
        return [(person_id, name) for person_id, name in await self._session.execute(query)]

    async def some(self, people: Sequence[int]) -> list[FoundRow]:
        """These people, in this order, as far as they are still there."""
        rows = await self._session.execute(_FOUND.where(Person.id.in_(people)))
        found = {row.id: FoundRow(*row) for row in rows}
        return [found[person_id] for person_id in people if person_id in found]

    async def facts(self, wanted: Wanted, after: int, limit: int) -> list[FactsRow]:
        """People whose number comes after this one, in the order of their numbers."""
        query = (
            _FACTS.where(*_conditions(wanted), Person.id > after).order_by(Person.id).limit(limit)
        )
        return [FactsRow(*row) for row in await self._session.execute(query)]

    async def subjects(self, people: Sequence[int]) -> dict[int, list[str]]:
        """Keys of subjects by person."""
        query = select(PersonSubject.person_id, PersonSubject.subject).where(
            PersonSubject.person_id.in_(people)
        )
        found: dict[int, list[str]] = {}
        for person_id, subject in await self._session.execute(query):
            found.setdefault(person_id, []).append(subject)
        return found

    async def schools(self, schools: Collection[int]) -> list[tuple[int, str, str, str]]:
        """Id, short name, English name and state of schools, in alphabetical order."""
        rows = await self._session.execute(
            select(School.id, School.short_name, School.english_name, School.state)
            .where(School.id.in_(schools))
            .order_by(School.search_name, School.id)
        )
        return [(key, name, english, state) for key, name, english, state in rows]


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        Person.registered_at.is_not(None),
        Person.full_name.is_not(None),
    ]
    if wanted.schools is not None:
        conditions.append(Person.school_id.in_(wanted.schools))
    if wanted.school_id is not None:
        conditions.append(Person.school_id == wanted.school_id)
    if wanted.role is not None:
        holders = select(RoleGrant.person_id).where(
            RoleGrant.role == wanted.role, RoleGrant.state == "active"
        )
        conditions.append(or_(Person.id.in_(holders), Person.telegram_id.in_(wanted.born)))
    return conditions
