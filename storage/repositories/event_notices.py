"""What the outbox holds about events."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from storage.models import OutboxMessage
from storage.session import Session


@dataclass(frozen=True, slots=True)
class DueCount:
    """So many messages of one state, meant to come at one moment."""

    due_at: datetime
    state: str
    count: int


class EventNotices:
    """Rows of the outbox, by the event that they are about."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def unsent(self, subject: str, kinds: Collection[str]) -> dict[int, dict[str, Any]]:
        """Facts of what waits about a subject, by person; of several the newest."""
        query = (
            select(OutboxMessage.person_id, OutboxMessage.facts)
            .where(
                OutboxMessage.subject == subject,
                OutboxMessage.state == "waiting",
                OutboxMessage.kind.in_(kinds),
            )
            .order_by(OutboxMessage.id)
        )
        return {row.person_id: row.facts for row in await self._session.execute(query)}

    async def by_moment(self, subject: str, kind: str) -> list[DueCount]:
        """How many messages of a kind there are, by the moment they are due at and their state."""
        query = (
            select(OutboxMessage.due_at, OutboxMessage.state, func.count())
            .where(
                OutboxMessage.subject == subject,
                OutboxMessage.kind == kind,
                OutboxMessage.due_at.is_not(None),
            )
            .group_by(OutboxMessage.due_at, OutboxMessage.state)
            .order_by(OutboxMessage.due_at)
        )
        return [DueCount(*row) for row in await self._session.execute(query)]

    async def drop(self, subject: str, kind: str, people: Collection[int] | None = None) -> None:
        """Remove what these people, or everybody, have not been told: it can be owed anew."""
        wanted = [
            OutboxMessage.subject == subject,
            OutboxMessage.kind == kind,
            OutboxMessage.state.in_(("waiting", "cancelled")),
        ]
        if people is not None:
            wanted.append(OutboxMessage.person_id.in_(people))
        await self._session.execute(delete(OutboxMessage).where(*wanted))
