"""What hangs on a school: people, roles, invitations, wishes to move there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.models import Invitation, Person, RoleGrant, SchoolTransfer
from storage.session import Session

_HELD = ("claimed", "active")


@dataclass(frozen=True, slots=True)
class Ties:
    """How many of each; `holders` are people with a role there, `wishes` wait for an answer."""

    people: int
    holders: int
    invitations: int
    wishes: int


class SchoolTies:
    """Rows of several tables that point to a school."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def count(self, school_id: int, now: datetime) -> Ties:
        """What hangs on a school at this moment."""
        people = select(func.count()).select_from(Person).where(Person.school_id == school_id)
        holders = select(func.count(RoleGrant.person_id.distinct())).where(
            RoleGrant.school_id == school_id, RoleGrant.state.in_(_HELD)
        )
        invitations = (
            select(func.count())
            .select_from(Invitation)
            .where(
                Invitation.school_id == school_id,
                Invitation.revoked_at.is_(None),
                Invitation.expires_at > now,
            )
        )
        wishes = (
            select(func.count())
            .select_from(SchoolTransfer)
            .where(SchoolTransfer.to_school_id == school_id, SchoolTransfer.state == "waiting")
        )
        found = [
            int((await self._session.execute(query)).scalar_one())
            for query in (people, holders, invitations, wishes)
        ]
        return Ties(*found)

    async def people_by_school(self) -> dict[int, int]:
        """How many people each school has; those without any are left out."""
        query = select(Person.school_id, func.count()).where(Person.school_id.is_not(None))
        rows = await self._session.execute(query.group_by(Person.school_id))
        return {school: int(count) for school, count in rows}

    async def holders_by_school(self, role: str) -> dict[int, int]:
        """How many people hold a role at each school."""
        query = select(RoleGrant.school_id, func.count()).where(
            RoleGrant.role == role, RoleGrant.state == "active", RoleGrant.school_id.is_not(None)
        )
        rows = await self._session.execute(query.group_by(RoleGrant.school_id))
        return {school: int(count) for school, count in rows}

    async def people(self, school_id: int) -> list[int]:
        """Ids of all who belong to a school, signed up or not yet."""
        query = select(Person.id).where(Person.school_id == school_id).order_by(Person.id)
        return list((await self._session.execute(query)).scalars())

    async def move_people(self, from_id: int, to_id: int, now: datetime) -> None:
        """All who belong to one school belong to another."""
        await self._session.execute(
            update(Person)
            .where(Person.school_id == from_id)
            .values(school_id=to_id, updated_at=now)
        )

    async def move_role(self, grant_id: int, to_id: int) -> None:
        """A role is held at another school."""
        await self._session.execute(
            update(RoleGrant).where(RoleGrant.id == grant_id).values(school_id=to_id)
        )

    async def move_invitations(self, from_id: int, to_id: int) -> None:
        """Invitations lead to another school."""
        await self._session.execute(
            update(Invitation).where(Invitation.school_id == from_id).values(school_id=to_id)
        )

    async def revoke_invitations(self, school_id: int, now: datetime) -> None:
        """Take back what still invites to a school."""
        await self._session.execute(
            update(Invitation)
            .where(Invitation.school_id == school_id, Invitation.revoked_at.is_(None))
            .values(revoked_at=now)
        )

    async def move_wishes(self, from_id: int, to_id: int) -> None:
        """Who wished for one school wishes for another."""
        await self._session.execute(
            update(SchoolTransfer)
            .where(SchoolTransfer.to_school_id == from_id, SchoolTransfer.state == "waiting")
            .values(to_school_id=to_id)
        )

    async def move_origins(self, from_id: int, to_id: int) -> None:
        """Who waits to leave one school waits to leave another."""
        await self._session.execute(
            update(SchoolTransfer)
            .where(SchoolTransfer.from_school_id == from_id, SchoolTransfer.state == "waiting")
            .values(from_school_id=to_id)
        )

    async def wishing(self, school_id: int) -> list[tuple[int, int]]:
        """Wish and person of those who wait to come to a school."""
        query = select(SchoolTransfer.id, SchoolTransfer.person_id).where(
            SchoolTransfer.to_school_id == school_id, SchoolTransfer.state == "waiting"
        )
        rows = await self._session.execute(query.order_by(SchoolTransfer.id))
        return [(wish, person) for wish, person in rows]

    async def withdraw_wishes(self, school_id: int, now: datetime) -> None:
        """Nobody waits to come to a school any more."""
        await self._session.execute(
            update(SchoolTransfer)
            .where(SchoolTransfer.to_school_id == school_id, SchoolTransfer.state == "waiting")
            .values(state="withdrawn", decided_at=now)
        )

    async def withdraw_fulfilled(self, school_id: int, now: datetime) -> None:
        """Who has come to a school meanwhile no longer waits for it."""
        here = select(Person.id).where(Person.school_id == school_id)
        await self._session.execute(
            update(SchoolTransfer)
            .where(
                SchoolTransfer.to_school_id == school_id,
                SchoolTransfer.state == "waiting",
                SchoolTransfer.person_id.in_(here),
            )
            .values(state="withdrawn", decided_at=now)
        )
