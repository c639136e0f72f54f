"""Schools: paging, search material, import, proposals, changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text, update

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
).where(School.state != "erased")


# Any number, so that changes of the whole list wait for one another.
_LIST_LOCK = text("SELECT pg_advisory_xact_lock(7301)")


class Schools:
    """Rows of schools."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, school_id: int) -> SchoolRow | None:
        """A school by id."""
        row = (await self._session.execute(_SCHOOL.where(School.id == school_id))).first()
        return SchoolRow(*row) if row else None

    async def some(self, ids: Collection[int]) -> list[SchoolRow]:
        """Schools by their ids, whatever their state."""
        rows = await self._session.execute(_SCHOOL.where(School.id.in_(list(ids))))
        return [SchoolRow(*row) for row in rows]

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

    async def count_proposed(self) -> int:
        """How many schools wait for a methodist to look at them."""
        found = await self._session.execute(
            select(func.count()).select_from(School).where(School.state == "proposed")
        )
        return int(found.scalar_one())

    async def active(self) -> list[SchoolRow]:
        """All schools that can be chosen."""
        rows = await self._session.execute(_SCHOOL.where(School.state == "active"))
        return [SchoolRow(*row) for row in rows]

    async def in_states(self, *states: str) -> list[SchoolRow]:
        """All schools in these states, in alphabetical order."""
        query = _SCHOOL.where(School.state.in_(states)).order_by(School.search_name, School.id)
        return [SchoolRow(*row) for row in await self._session.execute(query)]

    async def page_of(self, states: Collection[str], offset: int, limit: int) -> list[SchoolRow]:
        """Schools in these states, in alphabetical order."""
        query = _SCHOOL.where(School.state.in_(states)).order_by(School.search_name, School.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [SchoolRow(*row) for row in rows]

    async def counts(self) -> dict[str, int]:
        """How many schools are in each state that occurs."""
        query = select(School.state, func.count()).where(School.state != "erased")
        query = query.group_by(School.state)
        return {state: int(count) for state, count in await self._session.execute(query)}

    async def lock(self, *ids: int) -> dict[int, SchoolRow]:
        """These schools, unchanged by others until the unit of work ends."""
        query = _SCHOOL.where(School.id.in_(ids)).order_by(School.id).with_for_update()
        rows = (SchoolRow(*row) for row in await self._session.execute(query))
        return {row.id: row for row in rows}

    async def keep(self, school_id: int) -> SchoolRow | None:
        """A school by id, which nobody changes until the unit of work ends; many may keep it."""
        query = _SCHOOL.where(School.id == school_id).with_for_update(read=True)
        row = (await self._session.execute(query)).first()
        return SchoolRow(*row) if row else None

    async def lock_list(self) -> None:
        """Let nobody else change the list as a whole until the unit of work ends.

        SQLite has one writer anyway.
        """
        if self._session.dialect == "postgresql":
            await self._session.execute(_LIST_LOCK)

    async def change(self, school_id: int, now: datetime, **values: Any) -> None:
        """Set columns of a school; from now on the profile leaves it alone."""
        await self._session.execute(
            update(School).where(School.id == school_id).values(edited_at=now, **values)
        )

    async def add_many(self, rows: Sequence[dict[str, Any]], now: datetime) -> None:
        """Store new schools that can be chosen."""
        if rows:
            fixed = {"state": "active", "created_at": now, "edited_at": now}
            await self._session.execute(insert(School), [row | fixed for row in rows])

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
