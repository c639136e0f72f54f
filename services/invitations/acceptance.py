"""Coming by an invitation: what it offers, and taking it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.access import Access, Acting
from services.audit import Kind, note
from services.errors import Refusal
from services.invitations.tokens import token_hash
from services.invitations.views import Offer, offer_of, state_of
from services.monitoring.campaigns.prompts import ask_newcomer
from services.monitoring.council.recommending import recommend_to_newcomer
from services.permissions import GRANT_SERVICE_ROLES, Role
from services.roles import SERVICE_ROLES
from storage.repositories.invitations import InvitationRow
from storage.uow import Store

_SCHOOL_STATES = ("active", "proposed")


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was given. `again`: this person had taken it before, and nothing changed now.

    `school_set`: the school of the invitation went into the profile.
    """

    offer: Offer
    again: bool
    school_set: bool = False


async def find(store: Store, token: str) -> InvitationRow:
    """The invitation of a token; refuses a mistyped and an unknown one."""
    row = await store.invitations.by_token(token_hash(token))
    if row is None:
        raise Refusal("invitation-unknown")
    return row


async def usable(store: Store, access: Access, row: InvitationRow) -> Offer:
    """What it offers; refuses where it is over, each way for its own reason."""
    state = state_of(row, access.clock.now())
    if state == "used":
        raise Refusal("invitation-used")
    # Closing a school revokes its invitations: the school is the better reason.
    school = await store.schools.get(row.school_id) if row.school_id is not None else None
    if school is not None and school.state not in _SCHOOL_STATES:
        raise Refusal("invitation-school-closed")
    if state == "revoked" or not await _stands_behind(store, access, row):
        raise Refusal("invitation-revoked")
    if state == "expired":
        raise Refusal("invitation-expired")
    return await offer_of(store, row)


async def _stands_behind(store: Store, access: Access, row: InvitationRow) -> bool:
    """Whether whoever invites to a role that rules over others may still give it.

    A link kept by a former admin would lead back in.
    """
    if row.role not in SERVICE_ROLES:
        return True
    inviter = await store.people.get(row.created_by) if row.created_by is not None else None
    if inviter is None:
        return False
    roles = access.roles(inviter, await store.roles.held(inviter.id))
    return bool(roles & GRANT_SERVICE_ROLES.roles)


async def take(store: Store, access: Access, acting: Acting, token: str) -> Accepted:
    """Give the acting person what the invitation offers, once."""
    row, me = await find(store, token), acting.person
    if row.school_id is not None:
        await store.schools.keep(row.school_id)
        row = await find(store, token)  # a merger may just have moved it
    if await store.invitations.came(row.id, me.id):
        return Accepted(await offer_of(store, row), again=True)
    offer = await usable(store, access, row)
    if row.created_by == me.id:
        raise Refusal("invitation-own")
    if not await store.invitations.note_guest(row.id, me.id, acting.now):
        return Accepted(offer, again=True)
    if not await store.invitations.take_use(row.id, acting.now):
        raise Refusal("invitation-used")
    await _give(store, row, me.id, acting.now)
    await ask_newcomer(store, me.id, row.role, row.school_id, acting.now, by=me.id)
    await recommend_to_newcomer(store, me.id, row.role, row.school_id, access.clock)
    school_set = row.school_id is not None and me.school_id is None
    if school_set:
        await store.people.change(me.id, acting.now, school_id=row.school_id)
    await note(
        store,
        acting,
        Kind.INVITATION_ACCEPTED,
        about=me.id,
        school_id=row.school_id,
        invitation=row.id,
        role=row.role,
        direction=row.direction,
    )
    return Accepted(offer, again=False, school_set=school_set)


async def _give(store: Store, row: InvitationRow, person_id: int, now: datetime) -> None:
    """Everybody is a teacher anyway; a role that was claimed before is confirmed by this."""
    if row.role == Role.TEACHER:
        return
    added = await store.roles.add(
        person_id,
        row.role,
        now,
        school_id=row.school_id,
        direction=row.direction,
        given_by=row.created_by,
    )
    if added:
        return
    wanted = (row.role, row.school_id, row.direction)
    for grant in await store.roles.of_person(person_id, "claimed"):
        if (grant.role, grant.school_id, grant.direction) == wanted:
            await store.roles.decide(grant.id, ["claimed"], "active", now, row.created_by)
