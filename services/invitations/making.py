"""Making an invitation and taking it back."""

from __future__ import annotations

from typing import Any

from services import fields
from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.invitations.tokens import new_token, token_hash
from services.invitations.views import (
    INVITED,
    TERMS,
    WITH_SCHOOL,
    Created,
    Offer,
    last_moment,
    state_of,
)
from services.permissions import GRANT_SERVICE_ROLES, INVITE, Role
from services.roles import SERVICE_ROLES, Roles
from services.schools import school_of
from storage.repositories.invitations import InvitationRow
from storage.uow import Store

LABEL_LIMIT = 100


class Making(Guarded):
    """Use cases of those who invite."""

    _roles: Roles

    @reads(INVITE)
    async def invitable(self, store: Store, acting: Acting) -> tuple[Role, ...]:
        """Roles to which the acting person may invite."""
        return tuple(role for role in INVITED if may_give(acting, role))

    @reads(INVITE)
    async def offer(
        self, store: Store, acting: Acting, role: str, school_id: int | None, direction: str
    ) -> Offer:
        """What an invitation made now would give; refuses what could not be made."""
        known = self._check(role, acting)
        school_id, direction = await self._scope(store, known, school_id, direction)
        school = await store.schools.get(school_id) if school_id is not None else None
        return Offer(known, school_of(school) if school else None, direction)

    @writes(INVITE)
    async def create(
        self,
        store: Store,
        acting: Acting,
        role: str,
        school_id: int | None = None,
        direction: str = "",
        *,
        label: str = "",
        max_uses: int | None = 1,
        days: int = 30,
    ) -> Created:
        """Make a link; without `max_uses` many may come by it."""
        return await self._create(store, acting, role, school_id, direction, label, max_uses, days)

    @writes(INVITE)
    async def revoke(self, store: Store, acting: Acting, invitation_id: int) -> None:
        """Nobody comes by it any more. One that is over already stays as it is."""
        row = await existing(store, invitation_id)
        self._check(row.role, acting)
        await self._revoke(store, acting, row)

    @writes(INVITE)
    async def renew(self, store: Store, acting: Acting, invitation_id: int) -> Created:
        """A new link with the same terms in place of one that was lost or has expired."""
        row = await existing(store, invitation_id)
        self._check(row.role, acting)
        if state_of(row, acting.now) == "used":
            raise Refusal("invitation-used-up")
        await self._revoke(store, acting, row)
        lived = (row.expires_at - row.created_at).days
        days = min(TERMS, key=lambda term: abs(term - lived))
        school, uses = row.school_id, row.max_uses
        return await self._create(
            store, acting, row.role, school, row.direction, row.label, uses, days
        )

    async def _create(
        self,
        store: Store,
        acting: Acting,
        role: str,
        school_id: int | None,
        direction: str,
        label: str,
        max_uses: int | None,
        days: int,
    ) -> Created:
        known = self._check(role, acting)
        school_id, direction = await self._scope(store, known, school_id, direction)
        if days not in TERMS or max_uses not in (None, 1):
            raise Refusal("choice-gone")
        if known in SERVICE_ROLES and max_uses is None:
            raise Refusal("invitation-once-only")
        token = new_token()
        values = {
            "token_hash": token_hash(token),
            "role": str(known),
            "school_id": school_id,
            "direction": direction,
            "label": label_of(label),
            "max_uses": max_uses,
            "uses": 0,
            "expires_at": last_moment(self.access.clock, days),
            "created_by": acting.id,
            "created_at": acting.now,
        }
        created = Created(await store.invitations.add(values), token)
        facts: dict[str, Any] = {
            "invitation": created.id,
            "role": str(known),
            "direction": direction,
        }
        await note(store, acting, Kind.INVITATION_CREATED, school_id=school_id, **facts)
        return created

    async def _revoke(self, store: Store, acting: Acting, row: InvitationRow) -> None:
        if state_of(row, acting.now) != "open":
            return
        if not await store.invitations.revoke([row.id], acting.now):
            return
        facts: dict[str, Any] = {"invitation": row.id, "role": row.role}
        await note(store, acting, Kind.INVITATION_REVOKED, school_id=row.school_id, **facts)

    def _check(self, role: str, acting: Acting) -> Role:
        return Role.TEACHER if role == Role.TEACHER else self._roles.check(role, acting)

    async def _scope(
        self, store: Store, role: Role, school_id: int | None, direction: str
    ) -> tuple[int | None, str]:
        # A teacher's role has no school, but the invitation of a teacher is about one.
        same = Role.COORDINATOR if role in WITH_SCHOOL else role
        return await self._roles.scope(store, same, school_id, direction)


def label_of(typed: str) -> str:
    """Whom an invitation is for, in the inviter's words; may be empty."""
    text = fields.plain(typed)
    if len(text) > LABEL_LIMIT:
        raise Refusal("invitation-label-long", limit=LABEL_LIMIT, length=len(text))
    return text


def may_give(acting: Acting, role: str) -> bool:
    """Whether the acting person may invite to this role and take the invitation back."""
    return role not in SERVICE_ROLES or acting.may(GRANT_SERVICE_ROLES)


async def existing(store: Store, invitation_id: int) -> InvitationRow:
    """An invitation by id."""
    row = await store.invitations.get(invitation_id)
    if row is None:
        raise Refusal("invitation-gone")
    return row
