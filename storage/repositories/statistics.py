"""Numbers about people, assessments, messages and the database itself; never a single person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Subquery, and_, case, distinct, func, or_, select, text

from storage.models import Assessment, BlockResult, OutboxMessage, Person, RoleGrant, School
from storage.session import Session

_SIZE = {
    "sqlite": text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
    "postgresql": text("SELECT pg_database_size(current_database())"),
}
_REVISION = text("SELECT version_num FROM alembic_version")


@dataclass(frozen=True, slots=True)
class FailedRow:
    """Messages that were given up for one reason."""

    error: str
    count: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class MissedRow:
    """Messages about one subject that came too late."""

    subject: str | None
    count: int
    last_at: datetime


class Statistics:
    """Counts over the tables."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def registered(self, since: datetime | None = None) -> int:
        """How many people finished sign-up, from a moment on or ever."""
        query = select(func.count()).select_from(Person).where(Person.registered_at.is_not(None))
        if since is not None:
            query = query.where(Person.registered_at >= since)
        return int((await self._session.execute(query)).scalar_one())

    async def schools(self) -> int:
        """How many schools can be chosen."""
        query = select(func.count()).select_from(School).where(School.state == "active")
        return int((await self._session.execute(query)).scalar_one())

    async def schools_with_people(self) -> int:
        """How many of them have somebody who finished sign-up."""
        query = (
            select(func.count(distinct(School.id)))
            .join(Person, Person.school_id == School.id)
            .where(School.state == "active", Person.registered_at.is_not(None))
        )
        return int((await self._session.execute(query)).scalar_one())

    async def schools_with_coordinator(self) -> int:
        """How many of them have a coordinator."""
        query = (
            select(func.count(distinct(School.id)))
            .join(RoleGrant, RoleGrant.school_id == School.id)
            .where(
                School.state == "active",
                RoleGrant.role == "coordinator",
                RoleGrant.state == "active",
            )
        )
        return int((await self._session.execute(query)).scalar_one())

    async def assessments(self) -> dict[str, int]:
        """How many assessments are in each state that occurs."""
        query = select(Assessment.state, func.count()).group_by(Assessment.state)
        return {state: int(count) for state, count in await self._session.execute(query)}

    async def assessed(self, version_id: int) -> int:
        """How many people have a result of this questionnaire version."""
        newest = self._newest(version_id)
        found = await self._session.execute(select(func.count()).select_from(newest))
        return int(found.scalar_one())

    async def blocks_at(self, version_id: int, level: str) -> dict[str, int]:
        """By block: how many people have this level in their newest result."""
        newest = self._newest(version_id)
        query = (
            select(BlockResult.block, func.count())
            .join(newest, newest.c.id == BlockResult.assessment_id)
            .where(BlockResult.level == level)
            .group_by(BlockResult.block)
        )
        return {block: int(count) for block, count in await self._session.execute(query)}

    async def sent_since(self, moment: datetime) -> int:
        """How many messages were delivered from a moment on."""
        query = (
            select(func.count())
            .select_from(OutboxMessage)
            .where(OutboxMessage.state == "sent", OutboxMessage.sent_at >= moment)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def messages(self, now: datetime) -> dict[str, int]:
        """How many messages are in each state that occurs.

        `ahead` are those that wait for their time; they do not count as `waiting`.
        """
        ahead = and_(
            OutboxMessage.state == "waiting",
            OutboxMessage.next_at > now,
            OutboxMessage.attempts == 0,
        )
        state = case((ahead, "ahead"), else_=OutboxMessage.state)
        query = select(state, func.count()).group_by(state)
        return {name: int(count) for name, count in await self._session.execute(query)}

    async def oldest_waiting(self, now: datetime) -> datetime | None:
        """When the notice was due that should have gone out first, of those that did not."""
        late = or_(OutboxMessage.next_at <= now, OutboxMessage.attempts > 0)
        query = select(func.min(OutboxMessage.due_at)).where(
            OutboxMessage.broadcast_id.is_(None), OutboxMessage.state == "waiting", late
        )
        return (await self._session.execute(query)).scalar_one_or_none()

    async def uncertain(self) -> int:
        """How many messages may have arrived without anybody knowing, or twice."""
        query = select(func.count()).select_from(OutboxMessage).where(OutboxMessage.uncertain > 0)
        return int((await self._session.execute(query)).scalar_one())

    async def missed(self, limit: int) -> list[MissedRow]:
        """What came too late to be useful, by what it was about, the latest first."""
        latest, subject = func.max(OutboxMessage.due_at), OutboxMessage.subject
        query = (
            select(subject, func.count(), latest)
            .where(OutboxMessage.state == "missed")
            .group_by(subject)
            .order_by(latest.desc(), subject)
            .limit(limit)
        )
        return [MissedRow(*row) for row in await self._session.execute(query)]

    async def failed(self, limit: int) -> list[FailedRow]:
        """Reasons for which messages were given up, the most frequent first."""
        error = func.coalesce(OutboxMessage.error, "")
        count = func.count()
        query = (
            select(error, count, func.max(OutboxMessage.created_at))
            .where(OutboxMessage.state == "failed")
            .group_by(error)
            .order_by(count.desc(), error)
            .limit(limit)
        )
        return [FailedRow(*row) for row in await self._session.execute(query)]

    async def size(self) -> int:
        """Size of the database in bytes."""
        found = await self._session.execute(_SIZE[self._session.dialect])
        return int(found.scalar_one())

    async def revision(self) -> str:
        """Name of the newest migration."""
        return str((await self._session.execute(_REVISION)).scalar_one())

    @staticmethod
    def _newest(version_id: int) -> Subquery:
        return (
            select(func.max(Assessment.id).label("id"))
            .where(
                Assessment.state == "finished",
                Assessment.version_id == version_id,
                Assessment.person_id.is_not(None),
            )
            .group_by(Assessment.person_id)
            .subquery()
        )
