"""Claimed roles: what waits for a decision, and deciding it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.monitoring.campaigns.prompts import ask_newcomer
from services.monitoring.council.recommending import recommend_to_newcomer
from services.notices import Notice, owe
from services.permissions import DECIDE_CLAIMS, Role
from services.schools import School, school_of
from storage.repositories.roles import GrantRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed role. `state`: `claimed` while it waits, then `active`, `declined` or `ended`."""

    id: int
    person_id: int
    name: str
    position: str | None
    role: Role
    school: School | None
    direction: str
    state: str
    since: datetime

    @property
    def waits(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state == "claimed"


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One of the claims that wait, the oldest first; `number` counts from 0."""

    claim: Claim | None
    number: int
    total: int


class Claims(Guarded):
    """Use cases of those who decide on claims."""

    @reads(DECIDE_CLAIMS)
    async def claims(self, store: Store, acting: Acting, number: int) -> ClaimPage:
        """A waiting claim by its place in the queue; past the last comes the first again."""
        total = await store.roles.count_waiting()
        number %= max(1, total)
        rows = await store.roles.waiting(number, 1)
        found = await self._claim(store, rows[0]) if rows else None
        return ClaimPage(found, number, total)

    @reads(DECIDE_CLAIMS)
    async def claim(self, store: Store, acting: Acting, grant_id: int) -> Claim:
        """One claim, decided or not."""
        return await self._claim(store, await _granted(store, grant_id))

    @writes(DECIDE_CLAIMS)
    async def confirm_claim(self, store: Store, acting: Acting, grant_id: int) -> bool:
        """Give the claimed role; whether this decided it. Repeating changes nothing."""
        return await self._decide(store, acting, grant_id, "active")

    @writes(DECIDE_CLAIMS)
    async def decline_claim(self, store: Store, acting: Acting, grant_id: int) -> bool:
        """Refuse the claimed role; whether this decided it. Repeating changes nothing."""
        return await self._decide(store, acting, grant_id, "declined")

    async def _decide(self, store: Store, acting: Acting, grant_id: int, state: str) -> bool:
        grant = await _granted(store, grant_id)
        if grant.person_id == acting.id and Role.ADMIN not in acting.roles:
            raise Refusal("own-wish")
        if not await store.roles.decide(grant_id, ["claimed"], state, acting.now, acting.id):
            return False
        confirmed = state == "active"
        kind = Kind.CLAIM_CONFIRMED if confirmed else Kind.CLAIM_DECLINED
        facts: dict[str, Any] = {"role": grant.role, "direction": grant.direction}
        await note(store, acting, kind, about=grant.person_id, school_id=grant.school_id, **facts)
        notice = Notice.CLAIM_CONFIRMED if confirmed else Notice.CLAIM_DECLINED
        facts |= {"grant_id": grant_id, "school_id": grant.school_id}
        await owe(store, grant.person_id, notice, grant_id, acting.now, **facts)
        if confirmed:
            at, clock = grant.school_id, self.access.clock
            await ask_newcomer(store, grant.person_id, grant.role, at, acting.now, by=acting.id)
            await recommend_to_newcomer(store, grant.person_id, grant.role, at, clock)
        return True

    async def _claim(self, store: Store, grant: GrantRow) -> Claim:
        person = await store.people.get(grant.person_id)
        at = await store.schools.get(grant.school_id) if grant.school_id is not None else None
        return Claim(
            id=grant.id,
            person_id=grant.person_id,
            name=(person.full_name if person else None) or "",
            position=person.position if person else None,
            role=Role(grant.role),
            school=school_of(at) if at else None,
            direction=grant.direction,
            state=grant.state,
            since=grant.created_at,
        )


async def _granted(store: Store, grant_id: int) -> GrantRow:
    grant = await store.roles.get(grant_id)
    if grant is None:
        raise Refusal("person-gone")
    return grant
