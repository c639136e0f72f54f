"""The smallest thing to write in a storage test: a note, kept as a row of `media_file`."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert, select

from storage.engine import Database
from storage.models import MediaFile
from storage.session import Session
from tests.databases import opened, url_of

_MOMENT = datetime(2026, 9, 1, tzinfo=UTC)


async def put(session: Session, name: str) -> None:
    """Write a note inside a unit of work; a second one of the same name breaks it."""
    values = {"name": name, "file_id": "file", "created_at": _MOMENT}
    await session.execute(insert(MediaFile).values(**values))


async def write(database: Database, name: str) -> str:
    """One unit of work with one note; its name, once it is stored for good."""
    async with database.write() as session:
        await put(session, name)
    return name


async def seen(session: Session) -> set[str]:
    """The notes that a session sees."""
    return set((await session.execute(select(MediaFile.name))).scalars())


async def kept(database: Database) -> set[str]:
    """The notes that a second program sees: only what is committed."""
    async with opened(url_of(database)) as second, second.read() as session:
        return await seen(session)
