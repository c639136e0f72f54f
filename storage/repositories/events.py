"""Events and what they are about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update

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
        return (await self.topics_of([event_id])).get(event_id, {}).get(kind, [])

    async def topics_of(self, event_ids: Collection[int]) -> dict[int, dict[str, list[str]]]:
        """What events are about: keys by kind, which is `block`, `subject` or `rubric`."""
        query = (
            select(EventTopic.event_id, EventTopic.kind, EventTopic.key)
            .where(EventTopic.event_id.in_(event_ids))
            .order_by(EventTopic.key)
        )
        found: dict[int, dict[str, list[str]]] = {}
        for event_id, kind, key in await self._session.execute(query):
            found.setdefault(event_id, {}).setdefault(kind, []).append(key)
        return found

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

    async def remove(self, event_id: int) -> None:
        """Remove a draft; whatever else it is, it stays."""
        await self._session.execute(
            delete(Event).where(Event.id == event_id, Event.state == "draft")
        )

    async def count_drafts(self) -> int:
        """How many drafts there are."""
        query = select(func.count()).select_from(Event).where(Event.state == "draft")
        return int((await self._session.execute(query)).scalar_one())

    async def desk_counts(self, now: datetime) -> dict[str, int]:
        """How many events are `coming`, `drafts` and `past`."""
        columns = [func.count().filter(_part(part, now)).label(part) for part in PARTS]
        row = (await self._session.execute(select(*columns).select_from(Event))).one()
        return dict(zip(PARTS, row, strict=True))

    async def desk_page(self, part: str, now: datetime, offset: int, limit: int) -> list[EventRow]:
        """Events of one part: what comes first, the newest draft, what was last."""
        query = select(*COLUMNS).where(_part(part, now)).order_by(*_ORDERS[part])
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [EventRow(*row) for row in rows]


# What somebody who makes events looks at; what is on is still coming.
PARTS = ("coming", "drafts", "past")
_ORDERS = {
    "coming": (Event.starts_at, Event.id),
    "drafts": (Event.id.desc(),),
    "past": (Event.starts_at.desc(), Event.id.desc()),
}


def _part(part: str, now: datetime) -> ColumnElement[bool]:
    published, ended = Event.state == "published", Event.ends_at <= now
    if part == "drafts":
        return Event.state == "draft"
    if part == "coming":
        return published & ~ended
    return Event.state.in_(("over", "cancelled")) | (published & ended)
