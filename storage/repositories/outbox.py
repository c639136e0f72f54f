"""Messages that the bot owes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update

from storage.models import OutboxMessage
from storage.session import Session
from storage.statements import upsert

ERROR_LIMIT = 300


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message on its way; `attempts` counts those that failed."""

    id: int
    person_id: int
    kind: str
    facts: dict[str, Any]
    attempts: int
    created_at: datetime


_ROW = (
    OutboxMessage.id,
    OutboxMessage.person_id,
    OutboxMessage.kind,
    OutboxMessage.facts,
    OutboxMessage.attempts,
    OutboxMessage.created_at,
)


class Outbox:
    """Rows of the outbox. `added`: whether this unit of work owes something new."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added = False

    async def add(
        self,
        person_id: int,
        kind: str,
        facts: dict[str, Any],
        dedupe_key: str,
        now: datetime,
        *,
        at: datetime | None = None,
        expires_at: datetime | None = None,
        subject: str | None = None,
    ) -> bool:
        """Owe a message from now on, or from `at` on; whether this key was new."""
        values = {
            "person_id": person_id,
            "kind": kind,
            "facts": facts,
            "dedupe_key": dedupe_key,
            "state": "waiting",
            "attempts": 0,
            "uncertain": 0,
            "subject": subject,
            "due_at": at or now,
            "next_at": at or now,
            "expires_at": expires_at,
            "created_at": now,
        }
        statement = upsert(self._session.dialect, OutboxMessage, values, ["dedupe_key"])
        added = (await self._session.execute(statement)).rowcount > 0
        self.added = self.added or added
        return added

    async def take_back(
        self, subject: str, kinds: Collection[str] = (), person_id: int | None = None
    ) -> None:
        """Cancel what waits about a subject: only of these kinds, only to this person if given."""
        wanted = [OutboxMessage.subject == subject, OutboxMessage.state == "waiting"]
        if kinds:
            wanted.append(OutboxMessage.kind.in_(kinds))
        if person_id is not None:
            wanted.append(OutboxMessage.person_id == person_id)
        await self._session.execute(update(OutboxMessage).where(*wanted).values(state="cancelled"))

    async def is_due(self, now: datetime) -> bool:
        """Whether there is anything to claim."""
        query = select(OutboxMessage.id).where(_due(now)).limit(1)
        return (await self._session.execute(query)).first() is not None

    async def claim(self, limit: int, now: datetime, until: datetime) -> list[OutboxRow]:
        """Take so many due messages, the oldest first; nobody else gets them before `until`."""
        due = (
            select(OutboxMessage.id)
            .where(_due(now))
            .order_by(OutboxMessage.next_at, OutboxMessage.id)
            .limit(limit)
            .with_for_update(skip_locked=True)  # SQLite, with its one writer, leaves it out
            .cte("due")
        )
        rows = await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(select(due.c.id)))
            .values(lease_until=until)
            .returning(*_ROW, OutboxMessage.next_at)
        )
        found = sorted(rows.all(), key=lambda row: (row.next_at, row.id))
        return [OutboxRow(*row[:-1]) for row in found]

    async def release(self, ids: list[int]) -> None:
        """Give claimed messages back untried."""
        await self._change(ids, lease_until=None)

    async def sent(self, message_id: int, telegram_message: int, now: datetime) -> None:
        """Mark as sent, with the number that the message has in the chat."""
        await self._change(
            [message_id],
            state="sent",
            sent_at=now,
            message_id=telegram_message,
            error=None,
            lease_until=None,
        )

    async def retry(self, message_id: int, at: datetime, error: str) -> None:
        """Try again at a later moment."""
        await self._change(
            [message_id],
            attempts=OutboxMessage.attempts + 1,
            next_at=at,
            error=error[:ERROR_LIMIT],
            lease_until=None,
        )

    async def close(self, message_id: int, state: str, error: str | None) -> None:
        """End without sending: `failed` with the reason, or `cancelled`."""
        await self._change(
            [message_id],
            state=state,
            error=error[:ERROR_LIMIT] if error else None,
            lease_until=None,
        )

    async def _change(self, ids: list[int], **values: Any) -> None:
        """Only what still waits changes: what is over stays over."""
        await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(ids), OutboxMessage.state == "waiting")
            .values(**values)
        )


def _due(now: datetime) -> Any:
    return and_(
        OutboxMessage.state == "waiting",
        OutboxMessage.next_at <= now,
        or_(OutboxMessage.lease_until.is_(None), OutboxMessage.lease_until <= now),
    )
