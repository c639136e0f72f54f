"""Invitations as they are shown, and the terms under which they are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from services.clock import Clock
from services.permissions import OF_A_SCHOOL, Role
from services.schools import School, school_of
from storage.repositories.invitations import InvitationRow
from storage.uow import Store

TERMS = (7, 30, 90)  # days that a link may live
LABEL_DAYS = 30  # that the label of an invitation outlives it
WITH_SCHOOL = OF_A_SCHOOL | {Role.TEACHER}
# In the order in which they are asked for.
INVITED = (
    Role.COORDINATOR,
    Role.HEAD,
    Role.TEACHER,
    Role.CONSULTANT,
    Role.MENTOR,
    Role.EXPERT,
    Role.MEMBER,
    Role.COUNCIL,
    Role.METHODIST,
    Role.ADMIN,
)

State = Literal["open", "used", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What an invitation gives."""

    role: str
    school: School | None
    direction: str


@dataclass(frozen=True, slots=True)
class Created:
    """A new invitation. The token is told once and never again."""

    id: int
    token: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation; `once` means for one person, `expires_at` is its last moment in UTC."""

    id: int
    offer: Offer
    label: str
    once: bool
    uses: int
    expires_at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """One page of invitations; `number` counts from 0."""

    invitations: tuple[Invitation, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who came by an invitation; the name is empty until it was given."""

    name: str
    came_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """An invitation with those who came by it, the newest first, and whether it may be changed."""

    invitation: Invitation
    guests: tuple[Guest, ...]
    changeable: bool


def state_of(row: InvitationRow, now: datetime) -> State:
    """What became of an invitation."""
    if row.max_uses is not None and row.uses >= row.max_uses:
        return "used"
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.expires_at <= now else "open"


async def offer_of(store: Store, row: InvitationRow) -> Offer:
    """What the invitation gives."""
    school = await store.schools.get(row.school_id) if row.school_id is not None else None
    return Offer(row.role, school_of(school) if school else None, row.direction)


async def shown(store: Store, row: InvitationRow, now: datetime) -> Invitation:
    """An invitation from its row."""
    return Invitation(
        id=row.id,
        offer=await offer_of(store, row),
        label=row.label,
        once=row.max_uses == 1,
        uses=row.uses,
        expires_at=row.expires_at,
        state=state_of(row, now),
    )


def last_moment(clock: Clock, days: int) -> datetime:
    """The end of the day so many days from today, as the municipality counts days."""
    day = clock.now().astimezone(clock.zone).date() + timedelta(days=days)
    return datetime.combine(day, time(23, 59, 59), clock.zone)
