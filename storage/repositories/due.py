"""What falls due next, of everything that waits for its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, delete, func, literal, select

from storage.models import Broadcast, Event, OutboxMessage
from storage.session import Session

_OVER = ("over", "cancelled")
_OPEN = ("waiting", "sending")
_SUBJECT = literal("event:")


@dataclass(frozen=True, slots=True)
class NextNotice:
    """The notice that waits for the nearest moment."""

    kind: str
    next_at: datetime
    expires_at: datetime | None


class Due:
    """Queries over the tables in which moments stand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def notice(self, now: datetime) -> NextNotice | None:
        """The notice that is to come first after now."""
        query = (
            select(OutboxMessage.kind, OutboxMessage.next_at, OutboxMessage.expires_at)
            .where(
                OutboxMessage.broadcast_id.is_(None),
                OutboxMessage.state == "waiting",
                OutboxMessage.next_at > now,
            )
            .order_by(OutboxMessage.next_at)
            .limit(1)
        )
        row = (await self._session.execute(query)).first()
        return NextNotice(*row) if row else None

    async def broadcast(self, now: datetime) -> datetime | None:
        """When the next broadcast is to begin, or to go on."""
        query = select(func.min(Broadcast.scheduled_at)).where(
            Broadcast.state == "scheduled", Broadcast.scheduled_at > now
        )
        return (await self._session.execute(query)).scalar_one_or_none()

    async def drop_of_events(self, before: datetime) -> int:
        """Remove what was owed about events that were over by then: how many it was.

        Who was told of materials stays known: they can be handed out years later.
        """
        over = select(_SUBJECT + cast(Event.id, String)).where(
            Event.state.in_(_OVER), Event.ends_at < before, Event.changed_at < before
        )
        return await self._drop(
            OutboxMessage.subject.in_(over), OutboxMessage.kind != "event-materials"
        )

    async def old_broadcasts(self, before: datetime) -> list[int]:
        """Ids of broadcasts that were over by then and still have copies.

        Not those that ask for a confirmation: who got one may give it for ever.
        """
        copies = select(OutboxMessage.id).where(OutboxMessage.broadcast_id == Broadcast.id)
        query = select(Broadcast.id).where(
            Broadcast.state.in_(("done", "cancelled")),
            Broadcast.finished_at < before,
            Broadcast.ack.is_(False),
            copies.exists(),
        )
        return list((await self._session.execute(query.order_by(Broadcast.id))).scalars())

    async def drop_copies(self, broadcast_id: int, limit: int) -> int:
        """Remove so many copies of a broadcast: how many it were."""
        mine = select(OutboxMessage.id).where(
            OutboxMessage.broadcast_id == broadcast_id, OutboxMessage.state.not_in(_OPEN)
        )
        return await self._drop(OutboxMessage.id.in_(mine.limit(limit)))

    async def _drop(self, *wanted: ColumnElement[bool]) -> int:
        result = await self._session.execute(
            delete(OutboxMessage).where(*wanted, OutboxMessage.state.not_in(_OPEN))
        )
        return int(result.rowcount)
