"""Broadcasts: what they say, for whom, and how far they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from storage.models import Broadcast
from storage.session import Session

# While its rows are being written, the first of them are on their way already.
RUNNING = ("queueing", "sending")


@dataclass(frozen=True, slots=True)
class BroadcastRow:
    """A broadcast as stored; the columns are explained at the table."""

    id: int
    state: str
    category: str
    text: str
    media: str | None
    file_id: str | None
    file_name: str
    button_text: str
    button_url: str
    ack: bool
    event_id: int | None
    audience: dict[str, Any]
    left_out: dict[str, Any]
    total: int
    queued_to: int
    scheduled_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    created_by: int | None
    created_at: datetime
    changed_at: datetime


_COLUMNS = tuple(getattr(Broadcast, name) for name in BroadcastRow.__dataclass_fields__)


class Broadcasts:
    """Rows of broadcasts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, created_by: int, now: datetime, **given: Any) -> BroadcastRow:
        """A draft with what is given; the rest is empty."""
        values: dict[str, Any] = {
            "state": "draft", "category": "", "text": "", "file_name": "", "button_text": "",
            "button_url": "", "ack": False, "audience": {}, "left_out": {}, "total": 0,
            "queued_to": 0, "created_by": created_by, "created_at": now, "changed_at": now,
        }  # fmt: skip
        statement = insert(Broadcast).values(**(values | given)).returning(*_COLUMNS)
        return BroadcastRow(*(await self._session.execute(statement)).one())

    async def get(self, broadcast_id: int, *, lock: bool = False) -> BroadcastRow | None:
        """A broadcast; `lock` keeps others from changing it until the end of this unit of work."""
        query = select(*_COLUMNS).where(Broadcast.id == broadcast_id)
        if lock:
            query = query.with_for_update()  # SQLite, with its one writer, leaves it out
        row = (await self._session.execute(query)).first()
        return BroadcastRow(*row) if row else None

    async def change(
        self, broadcast_id: int, states: Collection[str], now: datetime, **values: Any
    ) -> bool:
        """Change columns while it is in one of these states; whether it was."""
        changed = await self._session.execute(
            update(Broadcast)
            .where(Broadcast.id == broadcast_id, Broadcast.state.in_(states))
            .values(changed_at=now, **values)
        )
        return changed.rowcount > 0

    async def remove(self, broadcast_id: int) -> bool:
        """Remove a draft; whether it was one."""
        removed = await self._session.execute(
            delete(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.state == "draft")
        )
        return removed.rowcount > 0

    async def page(self, states: Collection[str], offset: int, limit: int) -> list[BroadcastRow]:
        """Broadcasts in these states, the newest first."""
        query = select(*_COLUMNS).where(Broadcast.state.in_(states)).order_by(Broadcast.id.desc())
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [BroadcastRow(*row) for row in rows]

    async def drafts_about(self, event_id: int) -> list[BroadcastRow]:
        """Drafts about an event, the newest first."""
        query = select(*_COLUMNS).where(Broadcast.state == "draft", Broadcast.event_id == event_id)
        rows = await self._session.execute(query.order_by(Broadcast.id.desc()))
        return [BroadcastRow(*row) for row in rows]

    async def counts(self) -> dict[str, int]:
        """How many there are in each state."""
        query = select(Broadcast.state, func.count()).group_by(Broadcast.state)
        return {row[0]: row[1] for row in await self._session.execute(query)}

    async def running(self) -> list[int]:
        """Ids of those whose copies may go out now, the oldest first."""
        query = select(Broadcast.id).where(Broadcast.state.in_(RUNNING))
        found = await self._session.execute(query.order_by(Broadcast.started_at, Broadcast.id))
        return list(found.scalars())

    async def in_hand(self) -> list[BroadcastRow]:
        """Those that need care: scheduled, running, cancelled with copies still waiting."""
        cancelled: ColumnElement[bool] = (Broadcast.state == "cancelled") & (
            Broadcast.finished_at.is_(None)
        )
        query = select(*_COLUMNS).where(Broadcast.state.in_(("scheduled", *RUNNING)) | cancelled)
        rows = await self._session.execute(query.order_by(Broadcast.id))
        return [BroadcastRow(*row) for row in rows]
