"""Messages that the bot owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update

from storage.models import OutboxMessage
from storage.repositories.owing import Owing

ERROR_LIMIT = 300


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message in the hands of a sender; the columns are explained at the table."""

    id: int
    person_id: int
    broadcast_id: int | None
    kind: str
    facts: dict[str, Any]
    attempts: int
    uncertain: int
    expires_at: datetime | None
    next_at: datetime
    created_at: datetime
    lease_until: datetime | None


_ROW = tuple(getattr(OutboxMessage, name) for name in OutboxRow.__dataclass_fields__)
# By the index alone: PostgreSQL would sort all copies of a broadcast for each few that are taken.
_IN_TURN = OutboxMessage.next_at
_SOMEONE_HAS_IT = OutboxMessage.state == "sending"


class Outbox(Owing):
    """Rows of the outbox, as the sender takes them.

    There are two lanes: notices, and for each broadcast its copies. `broadcast_id` names a lane;
    nothing stands for the notices.
    """

    async def is_due(self, now: datetime, broadcast_id: int | None = None) -> bool:
        """Whether there is anything to claim in a lane."""
        query = select(OutboxMessage.id).where(*_due(now, broadcast_id)).order_by(_IN_TURN).limit(1)
        return (await self._session.execute(query)).first() is not None

    async def claim(
        self, limit: int, now: datetime, until: datetime, broadcast_id: int | None = None
    ) -> list[OutboxRow]:
        """Take so many due messages of a lane, the oldest first; nobody else gets them."""
        due = (
            select(OutboxMessage.id)
            .where(*_due(now, broadcast_id))
            .order_by(_IN_TURN)
            .limit(limit)
            .with_for_update(skip_locked=True)  # SQLite, with its one writer, leaves it out
            .cte("due")
        )
        rows = await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(select(due.c.id)))
            .values(state="sending", lease_until=until)
            .returning(*_ROW)
        )
        found = (OutboxRow(*row) for row in rows)
        return sorted(found, key=lambda row: (row.next_at, row.id))

    async def sent(self, message_id: int, telegram_message: int, now: datetime) -> None:
        """Mark as sent, with the number that the message has in the chat."""
        # Even if others took it over meanwhile: it must not go out twice.
        found = OutboxMessage.state.in_(("sending", "waiting"))
        await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == message_id, found)
            .values(
                state="sent",
                sent_at=now,
                message_id=telegram_message,
                error=None,
                lease_until=None,
            )
        )

    # `lease`: what it was claimed under. A sender that slept over its end changes nothing.

    async def retry(
        self,
        message_id: int,
        at: datetime,
        error: str,
        *,
        uncertain: bool = False,
        lease: datetime | None = None,
    ) -> None:
        """Try again at a later moment; `uncertain`: nobody knows whether it has arrived."""
        await self._change(
            message_id,
            lease,
            state="waiting",
            attempts=OutboxMessage.attempts + 1,
            uncertain=OutboxMessage.uncertain + int(uncertain),
            next_at=at,
            error=error[:ERROR_LIMIT],
        )

    async def release(self, message_id: int, *, lease: datetime | None = None) -> None:
        """Give a claimed message back untried."""
        await self._change(message_id, lease, state="waiting")

    async def hold(
        self, message_id: int, until: datetime, *, lease: datetime | None = None
    ) -> None:
        """Give a claimed message back untried; it waits until then."""
        await self._change(message_id, lease, state="waiting", next_at=until)

    async def close(
        self,
        message_id: int,
        state: str,
        error: str | None,
        *,
        uncertain: bool = False,
        lease: datetime | None = None,
    ) -> None:
        """End without sending: `failed` with the reason, `cancelled`, `missed`, `unreachable`."""
        await self._change(
            message_id,
            lease,
            state=state,
            uncertain=OutboxMessage.uncertain + int(uncertain),
            error=error[:ERROR_LIMIT] if error else None,
        )

    async def held(self) -> list[tuple[int, datetime | None]]:
        """What senders have: ids, and until when."""
        query = select(OutboxMessage.id, OutboxMessage.lease_until).where(_SOMEONE_HAS_IT)
        return [(number, until) for number, until in await self._session.execute(query)]

    async def take_over(self, held: Sequence[tuple[int, datetime | None]]) -> int:
        """Let wait again what a sender left behind; nobody knows what has arrived. How many."""
        count = 0
        for number, until in held:
            changed = await self._session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.id == number, _SOMEONE_HAS_IT)
                .where(OutboxMessage.lease_until.is_not_distinct_from(until))
                .values(state="waiting", uncertain=OutboxMessage.uncertain + 1, lease_until=None)
            )
            count += changed.rowcount
        return count

    async def realign(self, now: datetime, broadcast_id: int | None, limit: int) -> int:
        """Make due again what a clock that was set back left in the future: how many it was.

        What was to come at once, or was due already, has no reason to wait.
        """
        overdue = or_(OutboxMessage.due_at <= now, OutboxMessage.due_at <= OutboxMessage.created_at)
        lost = select(OutboxMessage.id).where(
            _lane(broadcast_id),
            OutboxMessage.state == "waiting",
            OutboxMessage.next_at > now,
            overdue,
        )
        changed = await self._session.execute(
            update(OutboxMessage).where(OutboxMessage.id.in_(lost.limit(limit))).values(next_at=now)
        )
        return int(changed.rowcount)

    async def revive(self, now: datetime) -> int:
        """Let come after all what a clock that was ahead of itself took for late: how many."""
        changed = await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.state == "missed", OutboxMessage.expires_at > now)
            .values(state="waiting", next_at=OutboxMessage.due_at, error=None)
        )
        return int(changed.rowcount)

    async def _change(self, message_id: int, lease: datetime | None, **values: Any) -> None:
        """Only what a sender has changes: what is over stays over."""
        held = [OutboxMessage.id == message_id, _SOMEONE_HAS_IT]
        if lease is not None:
            held.append(OutboxMessage.lease_until == lease)
        await self._session.execute(
            update(OutboxMessage).where(*held).values(lease_until=None, **values)
        )


def _lane(broadcast_id: int | None) -> ColumnElement[bool]:
    if broadcast_id is None:
        return OutboxMessage.broadcast_id.is_(None)
    return OutboxMessage.broadcast_id == broadcast_id


def _due(now: datetime, broadcast_id: int | None) -> tuple[ColumnElement[bool], ...]:
    waiting = OutboxMessage.state == "waiting"
    return _lane(broadcast_id), waiting, OutboxMessage.next_at <= now
