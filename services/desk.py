"""What a person finds on the desk: roles, and how much waits for a decision of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from services.access import Acting, Guarded, own, reads
from services.permissions import (
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    MANAGE_SCHOOLS,
    OWN,
    Permission,
    Role,
)
from services.roles.holders import Held, roles_of
from services.transfers import schools_of
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits of each kind; nothing where the person has no say."""

    claims: int | None = None
    transfers: int | None = None
    proposed: int | None = None

    @property
    def total(self) -> int:
        """How much waits altogether."""
        return (self.claims or 0) + (self.transfers or 0) + (self.proposed or 0)


@dataclass(frozen=True, slots=True)
class Overview:
    """Active roles, the highest first, and what waits."""

    roles: frozenset[Role]
    held: tuple[Held, ...]
    waiting: Waiting

    def may(self, permission: Permission) -> bool:
        """Whether a role opens this, somewhere."""
        return bool(self.roles & permission.roles)

    def may_everywhere(self, permission: Permission) -> bool:
        """Whether a role opens this beyond single schools."""
        return bool(self.roles & permission.everywhere)


class Desk(Guarded):
    """Use cases of the menu and the queue."""

    @own(writes=False)
    async def overview(self, person_id: int) -> Overview:
        """Everything the menu tells about roles."""
        async with self.access.uow.reading() as store:
            acting = await self.access.acting(store, person_id, OWN)
            if acting.roles == {Role.TEACHER}:
                return Overview(acting.roles, (), Waiting())
            held = await roles_of(store, self.access, acting.person)
            active = tuple(one for one in held if not one.claimed)
            return Overview(acting.roles, active, await _waiting(store, acting))

    @reads(DECIDE_TRANSFERS)
    async def queue(self, store: Store, acting: Acting) -> Waiting:
        """What waits for a decision."""
        return await _waiting(store, acting)


async def _waiting(store: Store, acting: Acting) -> Waiting:
    claims = transfers = proposed = None
    if acting.may(DECIDE_CLAIMS):
        claims = await store.roles.count_waiting()
    if acting.may(DECIDE_TRANSFERS):
        deciding = replace(acting, permission=DECIDE_TRANSFERS)
        transfers = await store.transfers.count_waiting(schools_of(deciding))
    if acting.may(MANAGE_SCHOOLS):
        proposed = await store.schools.count_proposed()
    return Waiting(claims, transfers, proposed)
