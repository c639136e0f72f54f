"""Events of the stories, and what is owed about them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from services.events import subject_of
from storage.engine import Database
from storage.models import OutboxMessage, Registration
from storage.repositories.events import EventRow
from tests.services.stories import CONSENT
from tests.wiring import Services

GUEST = 700_001_000  # Telegram ids of guests count from here
IN = timedelta(days=10)


async def publish(
    services: Services,
    *,
    topics: tuple[tuple[str, str], ...] = (),
    state: str = "published",
    after: timedelta = IN,
    **fields: Any,
) -> int:
    """An event of two hours that begins so long after now; its number."""
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        owner = await store.people.add(GUEST - 1, "ru", now)
        row = await store.events.add(owner, "Соколова М. И.", "12345", "new", now)
        values: dict[str, Any] = {
            "title": "Оценивание на уроке",
            "starts_at": now + after,
            "ends_at": now + after + timedelta(hours=2),
            "place": "Школа № 1, актовый зал",
            "published_at": now,
            "state": state,
            "token": f"token{row.id}",
        }
        await store.events.change(row.id, now, **values | fields)
        for kind, key in topics:
            await store.events.set_topic(row.id, kind, key, True)
    return row.id


async def stored(services: Services, event_id: int) -> EventRow:
    """The row of an event."""
    async with services.access.uow.reading() as store:
        row = await store.events.get(event_id)
    assert row is not None
    return row


async def guests(services: Services, count: int) -> list[int]:
    """So many people who signed up: only the row of each, for stories with many."""
    now, found = services.clock.now(), []
    async with services.access.uow.writing() as store:
        for number in range(count):
            person = await store.people.add(GUEST + number, "ru", now)
            await store.people.consent(person, CONSENT, "ru", now)
            await store.people.change(person, now, full_name="Громова Нина", position="teacher")
            await store.people.complete(person, now)
            found.append(person)
    return found


async def line(database: Database, event_id: int, state: str) -> list[int]:
    """People of one state, in their order."""
    query = select(Registration.person_id).where(
        Registration.event_id == event_id, Registration.state == state
    )
    async with database.read() as session:
        rows = await session.execute(query.order_by(Registration.since, Registration.id))
        return list(rows.scalars())


async def told(
    database: Database, event_id: int, kind: str, state: str = "waiting"
) -> list[tuple[int, datetime, datetime]]:
    """What is owed about an event: to whom, from when on, until when."""
    columns = (OutboxMessage.person_id, OutboxMessage.due_at, OutboxMessage.expires_at)
    query = select(*columns).where(
        OutboxMessage.subject == subject_of(event_id),
        OutboxMessage.kind == kind,
        OutboxMessage.state == state,
    )
    async with database.read() as session:
        rows = await session.execute(query.order_by(OutboxMessage.due_at, OutboxMessage.id))
        return [(person_id, due, until) for person_id, due, until in rows]
