"""A notice about to be sent: names in the place of ids, and whether it still makes sense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.access import Access
from services.notices import Notice
from services.permissions import (
    ADMINISTER,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    MANAGE_SCHOOLS,
    Permission,
)
from services.schools import School, school_of
from storage.repositories.outbox import OutboxRow
from storage.repositories.people import PersonRow
from storage.uow import Store

# What somebody must still be allowed to do to be told this.
FOR_WORK: dict[Notice, Permission] = {
    Notice.CLAIM_WAITS: DECIDE_CLAIMS,
    Notice.TRANSFER_WAITS: DECIDE_TRANSFERS,
    Notice.SCHOOL_PROPOSED: MANAGE_SCHOOLS,
    Notice.BACKUP_FAILED: ADMINISTER,
}


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to one person. `concerned` is the name of whom it is about, if it is somebody."""

    id: int
    recipient: PersonRow
    notice: Notice
    facts: dict[str, Any]
    school: School | None
    concerned: str
    attempts: int


async def resolve(store: Store, row: OutboxRow) -> Owed | None:
    """The message with its names; nothing where one of them is gone."""
    recipient = await store.people.get(row.person_id)
    if recipient is None:
        return None
    school = concerned = None
    if (school_id := row.facts.get("school_id")) is not None:
        school = await store.schools.get(school_id)
        if school is None:
            return None
    if (person_id := row.facts.get("person_id")) is not None:
        concerned = await store.people.get(person_id)
        if concerned is None:
            return None
    return Owed(
        id=row.id,
        recipient=recipient,
        notice=Notice(row.kind),
        facts=row.facts,
        school=school_of(school) if school else None,
        concerned=(concerned.full_name or "") if concerned else "",
        attempts=row.attempts,
    )


async def cancelled(store: Store, access: Access, owed: Owed) -> bool:
    """Whether what it tells is over: decided by others, taken back, or no longer theirs."""
    permission = FOR_WORK.get(owed.notice)
    if permission is not None:
        grants = await store.roles.held(owed.recipient.id)
        if not access.roles(owed.recipient, grants) & permission.roles:
            return True
    check = _OVER.get(owed.notice)
    return check is not None and await check(store, owed)


async def _claim_decided(store: Store, owed: Owed) -> bool:
    grant = await store.roles.get(owed.facts["grant_id"])
    return grant is None or grant.state != "claimed"


async def _transfer_decided(store: Store, owed: Owed) -> bool:
    transfer = await store.transfers.get(owed.facts["transfer_id"])
    return transfer is None or transfer.state != "waiting"


async def _school_decided(store: Store, owed: Owed) -> bool:
    return owed.school is None or not owed.school.proposed


async def _role_not_held(store: Store, owed: Owed) -> bool:
    return not await _role_held(store, owed)


async def _role_held(store: Store, owed: Owed) -> bool:
    facts = owed.facts
    wanted = (facts["role"], facts.get("school_id"), facts.get("direction") or "")
    held = await store.roles.held(owed.recipient.id)
    return any((grant.role, grant.school_id, grant.direction) == wanted for grant in held)


async def _attestation_moved(_store: Store, owed: Owed) -> bool:
    at = owed.recipient.attestation_on
    return at is None or at.isoformat() != owed.facts["date"]


_OVER = {
    Notice.CLAIM_WAITS: _claim_decided,
    Notice.TRANSFER_WAITS: _transfer_decided,
    Notice.SCHOOL_PROPOSED: _school_decided,
    Notice.ROLE_GRANTED: _role_not_held,
    Notice.ROLE_ENDED: _role_held,
    Notice.ATTESTATION_NEAR: _attestation_moved,
}
