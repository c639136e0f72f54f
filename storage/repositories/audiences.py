"""Audiences: how many they are, who is in them, saved ones and uploaded lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, literal, select

from storage.models import AudienceMember, Broadcast, Event, Person, SavedAudience
from storage.repositories.audience_query import AudienceFilter, fitting, wanting
from storage.session import Session

# Letters that people take for one; neither database sorts them side by side by itself.
_YO, _YE = chr(0x0401), chr(0x0415)
# Of broadcasts and events whose audience still matters.
_AHEAD = ("draft", "scheduled", "queueing", "sending", "paused", "published")
_AT_ONCE = 500  # rows of one statement


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person of an audience."""

    id: int
    full_name: str
    school_id: int | None


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved audience; `members` counts those of a list."""

    id: int
    name: str
    criteria: dict[str, Any]
    listed: bool
    members: int


@dataclass(frozen=True, slots=True)
class EventTitleRow:
    """An event in a choice."""

    id: int
    title: str
    starts_at: datetime | None


_MEMBERS = (
    select(func.count())
    .select_from(AudienceMember)
    .where(AudienceMember.audience_id == SavedAudience.id)
    .correlate(SavedAudience)
    .scalar_subquery()
)
_SAVED = select(
    SavedAudience.id, SavedAudience.name, SavedAudience.criteria, SavedAudience.listed, _MEMBERS
)
_EVENT = select(Event.id, Event.title, Event.starts_at)


class Audiences:
    """Who belongs to audiences."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def reach(self, wanted: AudienceFilter) -> tuple[int, int, int]:
        """How many fit; how many of them refuse the category; how many of the rest are
        unreachable."""
        wants = wanting(wanted)
        query = select(
            func.count(),
            func.coalesce(func.sum(case((wants, 0), else_=1)), 0),
            func.coalesce(
                func.sum(case((and_(wants, Person.unreachable_at.is_not(None)), 1), else_=0)), 0
            ),
        ).select_from(Person)
        row = (await self._session.execute(query.where(*fitting(wanted)))).one()
        return int(row[0]), int(row[1]), int(row[2])

    async def people(
        self, wanted: AudienceFilter, reason: str, offset: int, limit: int
    ) -> list[MemberRow]:
        """People by name who are `reached`, `unreachable` or `unsubscribed`."""
        query = select(Person.id, Person.full_name, Person.school_id).where(
            *fitting(wanted), *_because(wanted, reason)
        )
        query = query.order_by(func.replace(Person.full_name, _YO, _YE), Person.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [MemberRow(*row) for row in rows]

    async def known(self) -> list[MemberRow]:
        """All people who signed up."""
        query = select(Person.id, Person.full_name, Person.school_id).where(
            Person.registered_at.is_not(None), Person.full_name.is_not(None)
        )
        rows = await self._session.execute(query.order_by(Person.id))
        return [MemberRow(*row) for row in rows]

    async def saved(self, audience_id: int) -> SavedRow | None:
        """A saved audience."""
        row = (await self._session.execute(_SAVED.where(SavedAudience.id == audience_id))).first()
        return SavedRow(*row) if row else None

    async def page(self, offset: int, limit: int) -> list[SavedRow]:
        """Saved audiences, the newest first."""
        query = _SAVED.order_by(SavedAudience.id.desc()).offset(offset).limit(limit)
        return [SavedRow(*row) for row in await self._session.execute(query)]

    async def count(self) -> int:
        """How many are saved."""
        query = select(func.count()).select_from(SavedAudience)
        return int((await self._session.execute(query)).scalar_one())

    async def names(self) -> set[str]:
        """Names that are taken."""
        return set((await self._session.execute(select(SavedAudience.name))).scalars())

    async def save(
        self,
        name: str,
        criteria: dict[str, Any],
        created_by: int,
        now: datetime,
        members: Collection[int] = (),
        *,
        listed: bool = False,
    ) -> int:
        """Keep an audience; of those `members` who are still there."""
        statement = insert(SavedAudience).values(
            name=name, criteria=criteria, listed=listed, created_by=created_by, created_at=now
        )
        row = (await self._session.execute(statement.returning(SavedAudience.id))).one()
        ordered = sorted(members)
        for first in range(0, len(ordered), _AT_ONCE):
            some = select(literal(row.id, SavedAudience.id.type), Person.id).where(
                Person.id.in_(ordered[first : first + _AT_ONCE])
            )
            columns = ["audience_id", "person_id"]
            await self._session.execute(insert(AudienceMember).from_select(columns, some))
        return int(row.id)

    async def remove(self, audience_id: int) -> None:
        """Drop a saved audience with its members."""
        await self._session.execute(delete(SavedAudience).where(SavedAudience.id == audience_id))

    async def in_use(self) -> list[dict[str, Any]]:
        """Audiences of what is yet to come, and of other saved audiences."""
        found: list[dict[str, Any]] = []
        for query in (
            select(Broadcast.audience).where(Broadcast.state.in_(_AHEAD)),
            select(Event.audience).where(Event.state.in_(_AHEAD)),
            select(SavedAudience.criteria),
        ):
            found += (await self._session.execute(query)).scalars()
        return found

    async def events(self, since: datetime, offset: int, limit: int) -> list[EventTitleRow]:
        """Events that began since then or are to come, the latest first."""
        query = _EVENT.where(*_choosable(since)).order_by(Event.starts_at.desc(), Event.id.desc())
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [EventTitleRow(*row) for row in rows]

    async def count_events(self, since: datetime) -> int:
        """How many of them there are."""
        query = select(func.count()).select_from(Event).where(*_choosable(since))
        return int((await self._session.execute(query)).scalar_one())

    async def titles(self, event_ids: Sequence[int]) -> dict[int, EventTitleRow]:
        """Events by id, as far as they are still there."""
        rows = await self._session.execute(_EVENT.where(Event.id.in_(event_ids)))
        return {row.id: EventTitleRow(*row) for row in rows}


def _choosable(since: datetime) -> list[ColumnElement[bool]]:
    return [Event.state.in_(("published", "over")), Event.starts_at >= since]


def _because(wanted: AudienceFilter, reason: str) -> list[ColumnElement[bool]]:
    wants = wanting(wanted)
    if reason == "unsubscribed":
        return [~wants]
    away = Person.unreachable_at
    return [wants, away.is_not(None) if reason == "unreachable" else away.is_(None)]
