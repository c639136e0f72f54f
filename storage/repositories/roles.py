"""Roles of people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select, update

from storage.models import Person, RoleGrant
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role of a person; `direction` is empty for all, `school_id` where there is none."""

    id: int
    person_id: int
    role: str
    school_id: int | None
    direction: str
    state: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A person who holds a role; the name is empty before sign-up."""

    person_id: int
    full_name: str | None


_GRANT = select(
    RoleGrant.id,
    RoleGrant.person_id,
    RoleGrant.role,
    RoleGrant.school_id,
    RoleGrant.direction,
    RoleGrant.state,
    RoleGrant.created_at,
)
_HELD = _GRANT.where(
    RoleGrant.person_id == bindparam("person_id"), RoleGrant.state == "active"
).order_by(RoleGrant.id)


class Roles:
    """Rows of roles."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def held(self, person_id: int) -> list[GrantRow]:
        """Active roles of a person, the oldest first."""
        rows = await self._session.execute(_HELD, {"person_id": person_id})
        return [GrantRow(*row) for row in rows]

    async def get(self, grant_id: int) -> GrantRow | None:
        """A role by id, whatever its state."""
        row = (await self._session.execute(_GRANT.where(RoleGrant.id == grant_id))).first()
        return GrantRow(*row) if row else None

    async def of_person(self, person_id: int, *states: str) -> list[GrantRow]:
        """Roles of a person in the given states, the oldest first."""
        return await self._all(
            _GRANT.where(RoleGrant.person_id == person_id, RoleGrant.state.in_(states))
        )

    async def of_school(self, school_id: int, *states: str) -> list[GrantRow]:
        """Roles at a school in the given states, the oldest first."""
        return await self._all(
            _GRANT.where(RoleGrant.school_id == school_id, RoleGrant.state.in_(states))
        )

    async def holders(self, *roles: str, school_id: int | None = None) -> list[int]:
        """Ids of people who hold one of the roles, at this school where one is given."""
        query = select(RoleGrant.person_id).where(
            RoleGrant.state == "active", RoleGrant.role.in_(roles)
        )
        if school_id is not None:
            query = query.where(RoleGrant.school_id == school_id)
        return sorted(set((await self._session.execute(query)).scalars()))

    async def waiting(self, offset: int, limit: int) -> list[GrantRow]:
        """Claimed roles, the oldest first."""
        query = _GRANT.where(RoleGrant.state == "claimed").offset(offset).limit(limit)
        return await self._all(query)

    async def new_since(self, person_id: int, moment: datetime) -> int:
        """How many roles a person has claimed or got since then, whatever became of them."""
        query = (
            select(func.count())
            .select_from(RoleGrant)
            .where(RoleGrant.person_id == person_id, RoleGrant.created_at > moment)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def count_waiting(self) -> int:
        """How many claimed roles wait for a decision."""
        found = await self._session.execute(
            select(func.count()).select_from(RoleGrant).where(RoleGrant.state == "claimed")
        )
        return int(found.scalar_one())

    async def people(
        self, roles: Collection[str], also: Collection[int], offset: int, limit: int
    ) -> list[HolderRow]:
        """People who hold one of the roles, and these others, by name."""
        query = (
            select(Person.id, Person.full_name)
            .where(_holds(roles, also))
            .order_by(func.coalesce(Person.full_name, ""), Person.id)
        )
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [HolderRow(*row) for row in rows]

    async def count_people(self, roles: Collection[str], also: Collection[int]) -> int:
        """How many people hold one of the roles or are among the others."""
        query = select(func.count()).select_from(Person).where(_holds(roles, also))
        return int((await self._session.execute(query)).scalar_one())

    async def counts(self) -> dict[str, int]:
        """How many people hold each role."""
        people = func.count(RoleGrant.person_id.distinct())
        query = select(RoleGrant.role, people).where(RoleGrant.state == "active")
        rows = await self._session.execute(query.group_by(RoleGrant.role))
        return {role: int(count) for role, count in rows}

    async def of_people(self, people: Collection[int]) -> list[GrantRow]:
        """Active roles of several people, the oldest first."""
        query = _GRANT.where(RoleGrant.person_id.in_(list(people)), RoleGrant.state == "active")
        return await self._all(query)

    async def add(
        self,
        person_id: int,
        role: str,
        now: datetime,
        *,
        school_id: int | None = None,
        direction: str = "",
        state: str = "active",
        given_by: int | None = None,
    ) -> bool:
        """Give or claim a role; whether it was new. One that is held already stays as it is.

        Giving a role that was claimed confirms the claim.
        """
        values = {
            "person_id": person_id,
            "role": role,
            "school_id": school_id,
            "direction": direction,
            "state": state,
            "given_by": given_by,
            "created_at": now,
            "decided_at": now if state == "active" else None,
        }
        added = await self._session.execute(upsert(self._session.dialect, RoleGrant, values, []))
        if added.rowcount > 0 or state != "active":
            return added.rowcount > 0
        claimed = update(RoleGrant).where(
            RoleGrant.person_id == person_id,
            RoleGrant.role == role,
            RoleGrant.school_id == school_id,
            RoleGrant.direction == direction,
            RoleGrant.state == "claimed",
        )
        given = claimed.values(state=state, decided_at=now, given_by=given_by)
        return (await self._session.execute(given)).rowcount > 0

    async def decide(
        self, grant_id: int, before: Sequence[str], state: str, now: datetime, by: int | None
    ) -> bool:
        """Move a role to another state if it is in one of those `before`; whether it was."""
        changed = await self._session.execute(
            update(RoleGrant)
            .where(RoleGrant.id == grant_id, RoleGrant.state.in_(before))
            .values(state=state, decided_at=now, given_by=by)
        )
        return changed.rowcount > 0

    async def _all(self, query: Select[*tuple[object, ...]]) -> list[GrantRow]:
        rows = await self._session.execute(query.order_by(RoleGrant.id))
        return [GrantRow(*row) for row in rows]


def _holds(roles: Collection[str], also: Collection[int]) -> ColumnElement[bool]:
    # Not `exists`: SQLite would go through all holders for each person.
    held = select(RoleGrant.person_id).where(
        RoleGrant.state == "active", RoleGrant.role.in_(list(roles))
    )
    return or_(Person.id.in_(list(also)), Person.id.in_(held))
