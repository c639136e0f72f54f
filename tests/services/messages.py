"""Messages of the outbox: owing them, and looking at what became of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from services.notices import Notice, owe
from storage.engine import Database
from storage.models import OutboxMessage
from tests.wiring import Services


async def tell(services: Services, whom: int, cause: object = 1, /, **facts: Any) -> None:
    """Owe somebody a notice that needs nothing."""
    async with services.access.uow.writing() as store:
        now = services.clock.now()
        await owe(store, whom, Notice.SERVICE_RESUMED, cause, now, **facts)


async def broadcast(
    services: Services, database: Database, *people: int, state: str = "sending", **values: Any
) -> int:
    """A broadcast of today with a copy for each of the people; its number."""
    now = services.clock.now()
    async with services.access.uow.writing() as store:
        row = await store.broadcasts.add(
            people[0], now, state=state, text="Новости", category="service", started_at=now
        )
    copies = [
        {
            "person_id": person, "broadcast_id": row.id, "kind": "broadcast", "facts": {},
            "dedupe_key": f"broadcast:{row.id}:{person}", "state": "waiting",
            "due_at": now, "next_at": now, "created_at": now, **values,
        }
        for person in people
    ]  # fmt: skip
    async with database.write() as session:
        await session.execute(insert(OutboxMessage), copies)
    return row.id


async def rows(database: Database) -> list[Any]:
    """All messages, in the order in which they were owed."""
    async with database.read() as session:
        found = await session.execute(select(OutboxMessage).order_by(OutboxMessage.id))
        return list(found.all())


async def only(database: Database) -> Any:
    """The one message that there is."""
    [row] = await rows(database)
    return row
