"""The audit log: adding and reading; nothing else exists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select

from storage.models import AuditEntry, Person, School
from storage.session import Session


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry; `actor_id` is empty for the program itself."""

    id: int
    at: datetime
    update_id: int | None
    actor_id: int | None
    kind: str
    subject_id: int | None
    school_id: int | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are meant: of one kind, with one person as actor or subject, or all.

    `of_others` leaves out what that person did: what others did about them remains.
    """

    kind: str | None = None
    person_id: int | None = None
    of_others: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """What an entry has to meet."""
        found: list[ColumnElement[bool]] = []
        if self.kind is not None:
            found.append(AuditEntry.kind == self.kind)
        if self.person_id is not None and self.of_others:
            found += [
                AuditEntry.subject_id == self.person_id,
                AuditEntry.actor_id.is_distinct_from(self.person_id),
            ]
        elif self.person_id is not None:
            found.append(
                or_(
                    AuditEntry.actor_id == self.person_id,
                    AuditEntry.subject_id == self.person_id,
                )
            )
        return found


_ENTRY = select(
    AuditEntry.id,
    AuditEntry.at,
    AuditEntry.update_id,
    AuditEntry.actor_id,
    AuditEntry.kind,
    AuditEntry.subject_id,
    AuditEntry.school_id,
    AuditEntry.facts,
).order_by(AuditEntry.id.desc())


class AuditLog:
    """Rows of the audit log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, entries: Sequence[dict[str, Any]]) -> None:
        """Append entries: column names and values."""
        if entries:
            await self._session.execute(insert(AuditEntry), list(entries))

    async def page(self, wanted: AuditFilter, offset: int, limit: int) -> list[AuditRow]:
        """Entries, the newest first."""
        query = _ENTRY.where(*wanted.conditions()).offset(offset).limit(limit)
        return [AuditRow(*row) for row in await self._session.execute(query)]

    async def before(self, wanted: AuditFilter, entry_id: int, limit: int) -> list[AuditRow]:
        """Entries older than the one of this number, the newest first."""
        query = _ENTRY.where(AuditEntry.id < entry_id, *wanted.conditions()).limit(limit)
        return [AuditRow(*row) for row in await self._session.execute(query)]

    async def newest(self) -> int:
        """The number of the newest entry; 0 where there is none."""
        found = await self._session.execute(select(func.max(AuditEntry.id)))
        return int(found.scalar_one() or 0)

    async def count(self, wanted: AuditFilter) -> int:
        """How many entries there are."""
        query = select(func.count()).select_from(AuditEntry).where(*wanted.conditions())
        return int((await self._session.execute(query)).scalar_one())

    async def kinds(self, person_id: int | None) -> list[tuple[str, int]]:
        """Kinds that occur, with their number, the most frequent first."""
        number = func.count()
        query = (
            select(AuditEntry.kind, number)
            .where(*AuditFilter(person_id=person_id).conditions())
            .group_by(AuditEntry.kind)
            .order_by(number.desc(), AuditEntry.kind)
        )
        return [(kind, int(count)) for kind, count in await self._session.execute(query)]

    async def names(self, ids: Iterable[int] | None = None) -> dict[int, str]:
        """Names of people by their numbers; empty where none was given. Who is gone is missing."""
        query = select(Person.id, Person.full_name)
        if ids is not None:
            query = query.where(Person.id.in_(list(ids)))
        return {number: name or "" for number, name in await self._session.execute(query)}

    async def schools(self, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Short and English names of schools by their numbers."""
        query = select(School.id, School.short_name, School.english_name)
        rows = await self._session.execute(query.where(School.id.in_(list(ids))))
        return {number: (name, english) for number, name, english in rows}
