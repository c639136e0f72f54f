"""Whether a message has become pointless: decided by others, taken back, no longer theirs.

`CHECKS` says by kind how to find out. A message that is pointless is cancelled, not sent. One that
is merely late is not meant here: that is what `expires_at` of its row is for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from services.access import Access
from services.notices import Notice
from services.outbox.owed import Owed
from services.outbox.pointless_data import CHECKS as ABOUT_DATA
from services.permissions import (
    ADMINISTER,
    BROADCAST,
    DECIDE_CLAIMS,
    DECIDE_TRANSFERS,
    GRANT_SERVICE_ROLES,
    MANAGE_EVENTS,
    MANAGE_SCHOOLS,
    MONITOR,
    OF_A_SCHOOL,
    Permission,
)
from services.subscriptions import optional
from storage.uow import Store

Check = Callable[[Store, Owed], Awaitable[bool]]

# What somebody must still be allowed to do to be told this.
FOR_WORK: dict[Notice, Permission] = {
    Notice.CLAIM_WAITS: DECIDE_CLAIMS,
    Notice.TRANSFER_WAITS: DECIDE_TRANSFERS,
    Notice.SCHOOL_PROPOSED: MANAGE_SCHOOLS,
    Notice.BACKUP_FAILED: ADMINISTER,
    Notice.EVENT_OVER: MANAGE_EVENTS,
    Notice.BROADCAST_DONE: BROADCAST,
    Notice.RECOMMENDATION_REPORTED: MONITOR,
    Notice.CAMPAIGN_AHEAD: MONITOR,
    Notice.CAMPAIGN_OPENED: MONITOR,
    Notice.CAMPAIGN_DIGEST: MONITOR,
    Notice.CAMPAIGN_UNATTENDED: GRANT_SERVICE_ROLES,
    Notice.DATA_CORRECTED: MONITOR,
    Notice.ANSWERER_FOUND: MONITOR,
}


async def is_pointless(store: Store, access: Access, owed: Owed) -> bool:
    """Whether nobody should be told this any more."""
    if owed.notice is None:
        return await _unsubscribed(store, owed)
    permission = FOR_WORK.get(owed.notice)
    if permission is not None:
        grants = await store.roles.held(owed.recipient.id)
        if not access.roles(owed.recipient, grants) & permission.roles:
            return True
    check = CHECKS.get(owed.notice)
    return check is not None and await check(store, owed)


async def _unsubscribed(store: Store, owed: Owed) -> bool:
    """Whether the recipient has refused the category since the copy was written."""
    if owed.broadcast is None or not optional(owed.broadcast.category):
        return False
    return bool(await store.subscriptions.refused(owed.broadcast.category, [owed.recipient.id]))


async def _claim_decided(store: Store, owed: Owed) -> bool:
    grant = await store.roles.get(owed.facts["grant_id"])
    return grant is None or grant.state != "claimed"


async def _transfer_decided(store: Store, owed: Owed) -> bool:
    transfer = await store.transfers.get(owed.facts["transfer_id"])
    return transfer is None or transfer.state != "waiting"


async def _school_decided(_store: Store, owed: Owed) -> bool:
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


async def _not_coming(store: Store, owed: Owed) -> bool:
    """A reminder of another time, of an event that is off, to somebody who withdrew."""
    return _is_off(owed) or _was_moved(owed) or not await _has_a_place(store, owed)


async def _seat_gone(store: Store, owed: Owed) -> bool:
    return _is_off(owed) or not await _has_a_place(store, owed)


async def _moved_again(_store: Store, owed: Owed) -> bool:
    return _is_off(owed) or _was_moved(owed)


async def _off(_store: Store, owed: Owed) -> bool:
    return _is_off(owed)


async def _not_cancelled(_store: Store, owed: Owed) -> bool:
    return owed.event is None or owed.event.state != "cancelled"


async def _did_not_come(store: Store, owed: Owed) -> bool:
    place = await store.attendance.place(owed.facts["event_id"], owed.recipient.id)
    return _is_off(owed) or place is None or place.attended_at is None


async def _materials_gone(store: Store, owed: Owed) -> bool:
    return _is_off(owed) or await store.event_materials.count(owed.facts["event_id"]) == 0


async def _has_a_place(store: Store, owed: Owed) -> bool:
    place = await store.registrations.get(owed.facts["event_id"], owed.recipient.id)
    return place is not None and place.state == "registered"


def _is_off(owed: Owed) -> bool:
    return owed.event is None or owed.event.state in ("draft", "cancelled")


def _was_moved(owed: Owed) -> bool:
    revision = owed.facts.get("revision")
    return owed.event is not None and revision is not None and revision != owed.event.revision


async def _read(store: Store, owed: Owed) -> bool:
    return await store.copies.has_read(owed.facts["broadcast_id"], owed.recipient.id)


async def _not_recommended(store: Store, owed: Owed) -> bool:
    """Carried out, given up, put off, or of a school that is no longer the recipient's."""
    decision, day = owed.decision, owed.facts.get("date")
    if decision is None or not decision.open:
        return True
    put_off = day is not None and decision.due_on is not None and day != decision.due_on.isoformat()
    return put_off or not await _of_their_school(store, owed)


async def _not_reported(_store: Store, owed: Owed) -> bool:
    return owed.decision is None or owed.decision.state != "reported"


async def _not_ended(store: Store, owed: Owed) -> bool:
    ended = owed.decision is not None and owed.decision.state == owed.facts["outcome"]
    return not ended or not await _of_their_school(store, owed)


async def _of_their_school(store: Store, owed: Owed) -> bool:
    school = owed.decision.school if owed.decision else None
    held = await store.roles.held(owed.recipient.id)
    return school is not None and any(
        grant.school_id == school.id and grant.role in OF_A_SCHOOL for grant in held
    )


CHECKS: dict[Notice, Check] = {
    Notice.CLAIM_WAITS: _claim_decided,
    Notice.TRANSFER_WAITS: _transfer_decided,
    Notice.SCHOOL_PROPOSED: _school_decided,
    Notice.ROLE_GRANTED: _role_not_held,
    Notice.ROLE_ENDED: _role_held,
    Notice.ATTESTATION_NEAR: _attestation_moved,
    Notice.EVENT_REMINDER: _not_coming,
    Notice.EVENT_MOVED: _moved_again,
    Notice.EVENT_CHANGED: _off,
    Notice.EVENT_CANCELLED: _not_cancelled,
    Notice.EVENT_SEAT: _seat_gone,
    Notice.ACK_REMINDER: _read,
    Notice.EVENT_RATE: _did_not_come,
    Notice.EVENT_MATERIALS: _materials_gone,
    Notice.RECOMMENDED: _not_recommended,
    Notice.RECOMMENDATION_NEAR: _not_recommended,
    Notice.RECOMMENDATION_REPORTED: _not_reported,
    Notice.RECOMMENDATION_CLOSED: _not_ended,
    **ABOUT_DATA,
}
