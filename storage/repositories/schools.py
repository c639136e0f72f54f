"""Schools: paging, search material, import, proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.models import School
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school as people choose it."""

    id: int
    name: str
    short_name: str
    english_name: str
    search_name: str
    state: str
    key: str | None
    support_status: str | None


_SCHOOL = select(
    School.id,
    School.name,
    School.short_name,
    School.english_name,
    School.search_name,
    School.state,
    School.key,
    School.support_status,
)


class Schools:
    """Rows of schools."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, school_id: int) -> SchoolRow | None:
        """A school by id."""
        row = (await self._session.execute(_SCHOOL.where(School.id == school_id))).first()
        return SchoolRow(*row) if row else None

    async def page(self, offset: int, limit: int) -> list[SchoolRow]:
        """Active schools in alphabetical order."""
        rows = await self._session.execute(
            _SCHOOL.where(School.state == "active")
            .order_by(School.search_name, School.id)
            .offset(offset)
            .limit(limit)
        )
        return [SchoolRow(*row) for row in rows]

    async def count(self) -> int:
        """How many schools can be chosen."""
        found = await self._session.execute(
            select(func.count()).select_from(School).where(School.state == "active")
        )
        return int(found.scalar_one())

    async def active(self) -> list[SchoolRow]:
        """All schools that can be chosen."""
        rows = await self._session.execute(_SCHOOL.where(School.state == "active"))
        return [SchoolRow(*row) for row in rows]

    async def put(
        self,
        key: str,
        *,
        name: str,
        short_name: str,
        english_name: str,
        search_name: str,
        support_status: str | None,
        now: datetime,
    ) -> None:
        """Insert a school of the profile, or refresh one that nobody has edited since."""
        changes = {
            "name": name,
            "short_name": short_name,
            "english_name": english_name,
            "search_name": search_name,
            "support_status": support_status,
        }
        values = {"key": key, "state": "active", "created_at": now, **changes}
        untouched = School.edited_at.is_(None)
        await self._session.execute(
            upsert(self._session.dialect, School, values, ["key"], where=untouched, **changes)
        )

    async def propose(self, name: str, search_name: str, now: datetime) -> SchoolRow:
        """The proposed school of this name, created when nobody proposed it before."""
        query = _SCHOOL.where(School.search_name == search_name, School.state == "proposed")
        values = {
            "name": name,
            "short_name": name,
            "english_name": "",
            "search_name": search_name,
            "state": "proposed",
            "created_at": now,
        }
        await self._session.execute(upsert(self._session.dialect, School, values, []))
        return SchoolRow(*(await self._session.execute(query)).one())
