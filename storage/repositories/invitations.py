"""Invitations, and who came by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, insert, or_, select, update

from storage.models import Invitation, InvitationUse, Person
from storage.session import Session
from storage.statements import upsert

_AT_ONCE = 500  # ids in one statement: SQLite takes a limited number of parameters


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation; `max_uses` is empty where many may come."""

    id: int
    role: str
    school_id: int | None
    direction: str
    label: str
    max_uses: int | None
    uses: int
    expires_at: datetime
    revoked_at: datetime | None
    created_by: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class GuestRow:
    """Somebody who came by an invitation; the name is empty until it was given."""

    person_id: int
    full_name: str | None
    used_at: datetime


_INVITATION = select(
    Invitation.id,
    Invitation.role,
    Invitation.school_id,
    Invitation.direction,
    Invitation.label,
    Invitation.max_uses,
    Invitation.uses,
    Invitation.expires_at,
    Invitation.revoked_at,
    Invitation.created_by,
    Invitation.created_at,
)
_LEFT = or_(Invitation.max_uses.is_(None), Invitation.uses < Invitation.max_uses)
_LAST = and_(Invitation.max_uses.is_not(None), Invitation.uses + 1 >= Invitation.max_uses)


class Invitations:
    """Rows of invitations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, values: dict[str, Any]) -> int:
        """Store an invitation; its id."""
        added = await self._session.execute(insert(Invitation).returning(Invitation.id), values)
        return int(added.scalar_one())

    async def add_many(self, rows: Sequence[dict[str, Any]]) -> None:
        """Store many invitations at once."""
        if rows:
            await self._session.execute(insert(Invitation), list(rows))

    async def get(self, invitation_id: int) -> InvitationRow | None:
        """An invitation by id."""
        query = _INVITATION.where(Invitation.id == invitation_id)
        row = (await self._session.execute(query)).first()
        return InvitationRow(*row) if row else None

    async def by_token(self, token_hash: str) -> InvitationRow | None:
        """The invitation of a token."""
        query = _INVITATION.where(Invitation.token_hash == token_hash)
        row = (await self._session.execute(query)).first()
        return InvitationRow(*row) if row else None

    async def page(
        self, offset: int, limit: int, open_at: datetime | None = None
    ) -> list[InvitationRow]:
        """Invitations, the newest first; with a moment, those that can be used then."""
        query = _INVITATION.order_by(Invitation.id.desc()).offset(offset).limit(limit)
        if open_at is not None:
            query = query.where(_open(open_at))
        return [InvitationRow(*row) for row in await self._session.execute(query)]

    async def count(self, open_at: datetime | None = None) -> int:
        """How many there are; with a moment, how many can be used then."""
        query = select(func.count()).select_from(Invitation)
        if open_at is not None:
            query = query.where(_open(open_at))
        return int((await self._session.execute(query)).scalar_one())

    async def personal(self, open_at: datetime) -> list[InvitationRow]:
        """Those for one named person that can be used at this moment."""
        query = _INVITATION.where(
            _open(open_at), Invitation.max_uses == 1, Invitation.label != ""
        ).order_by(Invitation.id)
        return [InvitationRow(*row) for row in await self._session.execute(query)]

    async def revoke(self, ids: Sequence[int], now: datetime) -> int:
        """Take invitations back; how many were not yet."""
        revoked = 0
        for start in range(0, len(ids), _AT_ONCE):
            changed = await self._session.execute(
                update(Invitation)
                .where(
                    Invitation.id.in_(ids[start : start + _AT_ONCE]),
                    Invitation.revoked_at.is_(None),
                )
                .values(revoked_at=now)
            )
            revoked += changed.rowcount
        return revoked

    async def came(self, invitation_id: int, person_id: int) -> bool:
        """Whether the person came by this invitation."""
        query = select(InvitationUse.person_id).where(
            InvitationUse.invitation_id == invitation_id, InvitationUse.person_id == person_id
        )
        return (await self._session.execute(query)).first() is not None

    async def note_guest(self, invitation_id: int, person_id: int, now: datetime) -> bool:
        """Note who came; whether they had not come before."""
        values = {"invitation_id": invitation_id, "person_id": person_id, "used_at": now}
        key = ["invitation_id", "person_id"]
        noted = await self._session.execute(
            upsert(self._session.dialect, InvitationUse, values, key)
        )
        return noted.rowcount > 0

    async def take_use(self, invitation_id: int, now: datetime) -> bool:
        """Count one use if there is one left; the last erases the label. Whether there was."""
        changed = await self._session.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id, _open(now))
            .values(uses=Invitation.uses + 1, label=case((_LAST, ""), else_=Invitation.label))
        )
        return changed.rowcount > 0

    async def guests(self, invitation_id: int, limit: int) -> list[GuestRow]:
        """Who came by it, the newest first."""
        query = (
            select(Person.id, Person.full_name, InvitationUse.used_at)
            .join(InvitationUse, InvitationUse.person_id == Person.id)
            .where(InvitationUse.invitation_id == invitation_id)
            .order_by(InvitationUse.used_at.desc(), Person.id)
            .limit(limit)
        )
        return [GuestRow(*row) for row in await self._session.execute(query)]

    async def erase_labels(self, before: datetime) -> int:
        """Erase the labels of those that expired or were revoked before; how many."""
        over = or_(Invitation.expires_at < before, Invitation.revoked_at < before)
        changed = await self._session.execute(
            update(Invitation).where(over, Invitation.label != "").values(label="")
        )
        return changed.rowcount


def _open(moment: datetime) -> Any:
    return and_(Invitation.revoked_at.is_(None), Invitation.expires_at > moment, _LEFT)
