"""Courses, attestations, and results of diagnoses made elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select

from storage.models import Course, ExternalResult, Person
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A finished course of a person."""

    id: int
    person_id: int
    title: str
    hours: int
    finished_on: date


@dataclass(frozen=True, slots=True)
class ExternalRow:
    """The result of a diagnosis made elsewhere."""

    id: int
    person_id: int
    title: str
    year: int
    outcome: str


_COURSE = select(Course.id, Course.person_id, Course.title, Course.hours, Course.finished_on)
_EXTERNAL = select(
    ExternalResult.id,
    ExternalResult.person_id,
    ExternalResult.title,
    ExternalResult.year,
    ExternalResult.outcome,
)


class Careers:
    """Rows of what a card tells of somebody's career."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def courses(
        self, people: Sequence[int], since: date | None = None
    ) -> dict[int, list[CourseRow]]:
        """Courses by person, the newest first; of those finished since a day, if one is given."""
        query = _COURSE.where(Course.person_id.in_(people))
        if since is not None:
            query = query.where(Course.finished_on >= since)
        found: dict[int, list[CourseRow]] = {}
        newest_first = query.order_by(Course.finished_on.desc(), Course.id.desc())
        for row in await self._session.execute(newest_first):
            course = CourseRow(*row)
            found.setdefault(course.person_id, []).append(course)
        return found

    async def count(self, person_id: int) -> int:
        """How many courses a person has."""
        query = select(func.count()).select_from(Course).where(Course.person_id == person_id)
        return int((await self._session.execute(query)).scalar_one())

    async def add_course(
        self, person_id: int, title: str, hours: int, finished_on: date, now: datetime
    ) -> None:
        """Add a course; one of the same name and day stays as it is."""
        values = {
            "person_id": person_id,
            "title": title,
            "hours": hours,
            "finished_on": finished_on,
            "created_at": now,
        }
        key = ["person_id", "title", "finished_on"]
        await self._session.execute(upsert(self._session.dialect, Course, values, key))

    async def course(self, course_id: int) -> CourseRow | None:
        """A course by id."""
        row = (await self._session.execute(_COURSE.where(Course.id == course_id))).first()
        return CourseRow(*row) if row else None

    async def remove_course(self, course_id: int) -> None:
        """Remove a course."""
        await self._session.execute(delete(Course).where(Course.id == course_id))

    async def attestations(self, first: date, last: date) -> list[tuple[int, date]]:
        """Who signed up and has the next attestation between two days, and when."""
        rows = await self._session.execute(
            select(Person.id, Person.attestation_on)
            .where(Person.attestation_on.between(first, last), Person.registered_at.is_not(None))
            .order_by(Person.id)
        )
        return [(person_id, on) for person_id, on in rows]

    async def external(self, person_id: int) -> list[ExternalRow]:
        """Results of a person, the newest first."""
        rows = await self._session.execute(
            _EXTERNAL.where(ExternalResult.person_id == person_id).order_by(
                ExternalResult.year.desc(), ExternalResult.id.desc()
            )
        )
        return [ExternalRow(*row) for row in rows]

    async def external_result(self, result_id: int) -> ExternalRow | None:
        """A result by id."""
        query = _EXTERNAL.where(ExternalResult.id == result_id)
        row = (await self._session.execute(query)).first()
        return ExternalRow(*row) if row else None

    async def put_external(
        self, person_id: int, title: str, year: int, outcome: str, by: int, now: datetime
    ) -> None:
        """Note a result; the outcome of one with the same name and year is replaced."""
        values = {
            "person_id": person_id,
            "title": title,
            "year": year,
            "outcome": outcome,
            "noted_by": by,
            "created_at": now,
        }
        key = ["person_id", "title", "year"]
        dialect = self._session.dialect
        await self._session.execute(
            upsert(dialect, ExternalResult, values, key, outcome=outcome, noted_by=by)
        )

    async def remove_external(self, result_id: int) -> None:
        """Remove a result."""
        await self._session.execute(delete(ExternalResult).where(ExternalResult.id == result_id))
