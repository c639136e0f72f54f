"""What a person finds on the desk: roles, and how much waits for a decision of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from services.access import Acting, Guarded, own, reads
from services.permissions import (
    ANSWER_REQUESTS,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    MANAGE_SCHOOLS,
    MONITOR,
    OWN,
    Permission,
    Role,
)
from services.roles.holders import Held, roles_of
from services.transfers import schools_of
from storage.repositories.duties import Duties
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits of each kind; nothing where the person has no say.

    `orphans`: schools that owe data and have nobody to give them, `to_check`: schools whose data
    came in; `orphans_in` and `checks_in` are the campaigns in which that is most pressing.
    """

    claims: int | None = None
    transfers: int | None = None
    proposed: int | None = None
    orphans: int | None = None
    to_check: int | None = None
    orphans_in: int | None = None
    checks_in: int | None = None

    @property
    def total(self) -> int:
        """How much waits altogether."""
        kinds = (self.claims, self.transfers, self.proposed, self.orphans, self.to_check)
        return sum(kind or 0 for kind in kinds)


@dataclass(frozen=True, slots=True)
class Overview:
    """Active roles, the highest first, what waits, and what monitoring wants of the person."""

    roles: frozenset[Role]
    held: tuple[Held, ...]
    waiting: Waiting
    duties: Duties

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
            answering = replace(acting, permission=ANSWER_REQUESTS)
            duties = await store.duties.of(
                acting.id, answering.schools, service=acting.may(MONITOR)
            )
            if acting.roles == {Role.TEACHER}:
                return Overview(acting.roles, (), Waiting(), duties)
            held = await roles_of(store, self.access, acting.person)
            active = tuple(one for one in held if not one.claimed)
            return Overview(acting.roles, active, await _waiting(store, acting), duties)

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
    waiting = Waiting(claims, transfers, proposed)
    return await _monitored(store, waiting) if acting.may(MONITOR) else waiting


async def _monitored(store: Store, waiting: Waiting) -> Waiting:
    campaigns = await store.boards.waiting()
    return replace(
        waiting,
        orphans=sum(one.orphans for one in campaigns),
        to_check=sum(one.to_check for one in campaigns),
        orphans_in=next((one.campaign_id for one in campaigns if one.orphans), None),
        checks_in=next((one.campaign_id for one in campaigns if one.to_check), None),
    )
