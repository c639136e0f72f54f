"""What people get after an event: files and links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, delete, func, insert, literal, select, update

from storage.models import Event, EventMaterial, OutboxMessage, Registration
from storage.session import Session


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A file or a link; the columns are explained at the table."""

    id: int
    event_id: int
    kind: str
    title: str
    file_id: str | None
    url: str | None


_MATERIAL = select(
    EventMaterial.id,
    EventMaterial.event_id,
    EventMaterial.kind,
    EventMaterial.title,
    EventMaterial.file_id,
    EventMaterial.url,
)


class EventMaterials:
    """Rows of materials."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_event(self, event_id: int) -> list[MaterialRow]:
        """All of an event, in the order in which they were added."""
        query = _MATERIAL.where(EventMaterial.event_id == event_id).order_by(EventMaterial.id)
        return [MaterialRow(*row) for row in await self._session.execute(query)]

    async def get(self, material_id: int) -> MaterialRow | None:
        """One by id."""
        query = _MATERIAL.where(EventMaterial.id == material_id)
        row = (await self._session.execute(query)).first()
        return MaterialRow(*row) if row else None

    async def count(self, event_id: int) -> int:
        """How many an event has."""
        query = select(func.count(EventMaterial.id)).where(EventMaterial.event_id == event_id)
        return int((await self._session.execute(query)).scalar_one())

    async def add(
        self,
        event_id: int,
        kind: str,
        title: str,
        now: datetime,
        *,
        file_id: str | None = None,
        url: str | None = None,
    ) -> int:
        """Add a file by its Telegram id, or a link; its number."""
        statement = insert(EventMaterial).values(
            event_id=event_id, kind=kind, title=title, file_id=file_id, url=url, created_at=now
        )
        added = await self._session.execute(statement.returning(EventMaterial.id))
        return int(added.scalar_one())

    async def remove(self, material_id: int) -> bool:
        """Remove one; whether it was there."""
        statement = delete(EventMaterial).where(EventMaterial.id == material_id)
        return (await self._session.execute(statement)).rowcount > 0

    async def is_open(self, event_id: int) -> bool:
        """Whether they are also for those who registered and did not come."""
        query = select(Event.materials_open).where(Event.id == event_id)
        return bool((await self._session.execute(query)).scalar())

    async def open(self, event_id: int, wanted: bool) -> None:
        """Say whether they are also for those who registered and did not come."""
        await self._session.execute(
            update(Event).where(Event.id == event_id).values(materials_open=wanted)
        )

    async def untold(self, event_id: int, dedupe: str, *, everybody: bool) -> list[int]:
        """Ids of people who came (or registered, for `everybody`) and have no notice yet whose
        `dedupe_key` is `dedupe` with their number behind it."""
        key = literal(dedupe) + cast(Registration.person_id, String)
        told = select(OutboxMessage.id).where(OutboxMessage.dedupe_key == key)
        meant = (
            Registration.state == "registered"
            if everybody
            else Registration.attended_at.is_not(None)
        )
        query = select(Registration.person_id).where(
            Registration.event_id == event_id,
            Registration.person_id.is_not(None),
            meant,
            ~told.exists(),
        )
        return sorted((await self._session.execute(query)).scalars())
