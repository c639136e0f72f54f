"""Events and what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from storage.models import Event, EventTopic
from storage.session import Session


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as stored; the columns are explained at the table."""

    id: int
    state: str
    title: str
    description: str
    form: str | None
    level: str | None
    vector: str | None
    direction: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    link: str
    seats: int | None
    register_until: datetime | None
    audience: dict[str, Any]
    audience_only: bool
    organiser: str
    picture: str | None
    revision: int
    code: str
    token: str
    cancel_reason: str
    created_by: int | None
    created_at: datetime
    changed_at: datetime
    published_at: datetime | None


COLUMNS = tuple(getattr(Event, name) for name in EventRow.__dataclass_fields__)


class Events:
    """Rows of events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, created_by: int, organiser: str, code: str, token: str, now: datetime
    ) -> EventRow:
        """An empty draft."""
        statement = insert(Event).values(
            state="draft", title="", description="", place="", link="", audience={},
            audience_only=False, organiser=organiser, revision=0, code=code, token=token,
            cancel_reason="", created_by=created_by, created_at=now, changed_at=now,
        )  # fmt: skip
        result = await self._session.execute(statement.returning(*COLUMNS))
        return EventRow(*result.one())

    async def get(self, event_id: int, *, lock: bool = False) -> EventRow | None:
        """An event; `lock` keeps others from changing it until the end of this unit of work."""
        query = select(*COLUMNS).where(Event.id == event_id)
        if lock:
            query = query.with_for_update()  # SQLite, with its one writer, leaves it out
        row = (await self._session.execute(query)).first()
        return EventRow(*row) if row else None

    async def change(self, event_id: int, now: datetime, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(
            update(Event).where(Event.id == event_id).values(changed_at=now, **values)
        )

    async def topics(self, event_id: int, kind: str) -> list[str]:
        """Keys of what an event is about; `kind` is `block`, `subject` or `rubric`."""
        query = select(EventTopic.key).where(
            EventTopic.event_id == event_id, EventTopic.kind == kind
        )
        return sorted((await self._session.execute(query)).scalars())

    async def set_topic(self, event_id: int, kind: str, key: str, wanted: bool) -> None:
        """Say that an event is about something, or is not."""
        await self._session.execute(
            delete(EventTopic).where(
                EventTopic.event_id == event_id, EventTopic.kind == kind, EventTopic.key == key
            )
        )
        if wanted:
            await self._session.execute(
                insert(EventTopic).values(event_id=event_id, kind=kind, key=key)
            )
