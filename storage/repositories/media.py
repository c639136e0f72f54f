"""Telegram file ids of pictures already uploaded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from storage.models import MediaFile
from storage.session import Session
from storage.statements import upsert


class Media:
    """Rows of known files."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def find(self, name: str) -> str | None:
        """The file id under a name."""
        found = await self._session.execute(select(MediaFile.file_id).where(MediaFile.name == name))
        return found.scalar_one_or_none()

    async def put(self, name: str, file_id: str, now: datetime) -> None:
        """Remember a file id."""
        values = {"name": name, "file_id": file_id, "created_at": now}
        await self._session.execute(
            upsert(self._session.dialect, MediaFile, values, ["name"], file_id=file_id)
        )

    async def drop(self, name: str) -> None:
        """Forget a file id that Telegram no longer accepts."""
        await self._session.execute(delete(MediaFile).where(MediaFile.name == name))
