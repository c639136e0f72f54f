"""What can be counted about schools from what people do in the bot anyway."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, false, func, or_, select

from storage.models import Course, Event, Person, Registration, RoleGrant
from storage.session import Session

_MANY = 500  # so many schools are not named: everything is counted at once


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, and the moments at which they begin and are over."""

    first: date
    last: date
    since: datetime
    until: datetime


class Facts:
    """Counts of people by their school; None stands for people without one.

    `schools`: of these only; None for all, and for those who have no school.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    async def young(
        self, schools: Collection[int] | None, years: Collection[tuple[str, int]]
    ) -> dict[int | None, int]:
        """Young specialists. `years`: pairs of a column and the years it has to be below."""
        return await self._by_school(schools, _young(years))

    async def young_at_events(
        self, schools: Collection[int] | None, years: Collection[tuple[str, int]], span: Span
    ) -> dict[int | None, int]:
        """Young specialists who came to an event of that time, each of them once."""
        return await self._by_school(schools, _young(years), _came(span))

    async def event_people(
        self, schools: Collection[int] | None, span: Span
    ) -> dict[int | None, int]:
        """People who came to an event of that time, each of them once."""
        return await self._by_school(schools, _came(span))

    async def trained(self, schools: Collection[int] | None, span: Span) -> dict[int | None, int]:
        """People who noted a course finished on one of those days, each of them once."""
        courses = select(Course.person_id).where(Course.finished_on.between(span.first, span.last))
        return await self._by_school(schools, Person.id.in_(courses))

    async def council_members(self, schools: Collection[int] | None) -> dict[int | None, int]:
        """People who sit in the council now."""
        members = select(RoleGrant.person_id).where(
            RoleGrant.role == "council", RoleGrant.state == "active"
        )
        return await self._by_school(schools, Person.id.in_(members))

    async def _by_school(
        self, schools: Collection[int] | None, *conditions: ColumnElement[bool]
    ) -> dict[int | None, int]:
        query = (
            select(Person.school_id, func.count())
            .where(Person.registered_at.is_not(None), *conditions)
            .group_by(Person.school_id)
        )
        if schools is not None and len(schools) <= _MANY:
            query = query.where(Person.school_id.in_(schools))
        rows = await self._session.execute(query)
        return {school_id: int(count) for school_id, count in rows}


def _young(years: Collection[tuple[str, int]]) -> ColumnElement[bool]:
    return or_(false(), *(getattr(Person, column) < below for column, below in years))


def _came(span: Span) -> ColumnElement[bool]:
    there: Select[*tuple[int | None]] = (
        select(Registration.person_id)
        .join(Event, Event.id == Registration.event_id)
        .where(
            Registration.attended_at.is_not(None),
            Event.state.in_(("published", "over")),
            Event.starts_at >= span.since,
            Event.starts_at < span.until,
        )
    )
    return Person.id.in_(there)
