"""Colleagues to whom requests were handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from storage.models import DataChange, Person, RequestHelper
from storage.session import Session
from storage.statements import upsert

# Letters that people take for one; neither database sorts them side by side by itself.
_YO, _YE = chr(0x0401), chr(0x0415)


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """Somebody of a school who has signed up."""

    id: int
    full_name: str
    position: str | None


class RequestHelpers:
    """Rows of helpers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, request_id: int, person_id: int, by: int, now: datetime) -> bool:
        """Hand a request to somebody; whether that is new."""
        values: dict[str, Any] = {
            "request_id": request_id,
            "person_id": person_id,
            "given_by": by,
            "given_at": now,
        }
        keys = ["request_id", "person_id"]
        statement = upsert(self._session.dialect, RequestHelper, values, keys)
        return (await self._session.execute(statement)).rowcount > 0

    async def remove(self, request_id: int, person_id: int) -> bool:
        """Take a request back from somebody; whether they had it."""
        gone = delete(RequestHelper).where(
            RequestHelper.request_id == request_id, RequestHelper.person_id == person_id
        )
        return (await self._session.execute(gone)).rowcount > 0

    async def of_request(self, request_id: int) -> set[int]:
        """Ids of all to whom it was handed, also of those who left the school since."""
        query = select(RequestHelper.person_id).where(RequestHelper.request_id == request_id)
        return set((await self._session.execute(query)).scalars())

    async def had(self, request_id: int, person_id: int) -> bool:
        """Whether a request was taken back from somebody, by its history."""
        query = select(DataChange.before).where(
            DataChange.request_id == request_id,
            DataChange.kind == "handed-over",
            DataChange.before.is_not(None),
        )
        taken = (await self._session.execute(query)).scalars()
        return any(one and one.get("person_id") == person_id for one in taken)

    async def colleagues(self, school_id: int) -> list[ColleagueRow]:
        """Everybody of a school who has signed up, by name."""
        query = select(Person.id, Person.full_name, Person.position).where(
            Person.school_id == school_id,
            Person.registered_at.is_not(None),
            Person.full_name.is_not(None),
        )
        query = query.order_by(func.replace(Person.full_name, _YO, _YE), Person.id)
        return [ColleagueRow(*row) for row in await self._session.execute(query)]
