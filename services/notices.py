"""Notices that the bot owes to people: written with the fact that causes them, sent afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from services.access import Access
from services.permissions import Role
from storage.uow import Store

# So many wishes of one person a day ring at the desk of others; further ones wait in the queue.
DAY, TOLD_A_DAY = timedelta(days=1), 5


class Notice(StrEnum):
    """What a notice is about. Each has a text `notice-<kind>`."""

    CLAIM_WAITS = "claim-waits"
    CLAIM_CONFIRMED = "claim-confirmed"
    CLAIM_DECLINED = "claim-declined"
    ROLE_GRANTED = "role-granted"
    ROLE_ENDED = "role-ended"
    TRANSFER_WAITS = "transfer-waits"
    TRANSFER_CONFIRMED = "transfer-confirmed"
    TRANSFER_DECLINED = "transfer-declined"
    SCHOOL_PROPOSED = "school-proposed"
    SCHOOL_MERGED = "school-merged"
    SCHOOL_CLOSED = "school-closed"
    ATTESTATION_NEAR = "attestation-near"
    BACKUP_FAILED = "backup-failed"
    SERVICE_RESUMED = "service-resumed"
    EVENT_REMINDER = "event-reminder"
    EVENT_MOVED = "event-moved"
    EVENT_CHANGED = "event-changed"
    EVENT_CANCELLED = "event-cancelled"
    EVENT_SEAT = "event-seat"
    EVENT_RATE = "event-rate"
    EVENT_MATERIALS = "event-materials"
    EVENT_OVER = "event-over"
    BROADCAST_DONE = "broadcast-done"
    ACK_REMINDER = "ack-reminder"
    CAMPAIGN_AHEAD = "campaign-ahead"
    CAMPAIGN_OPENED = "campaign-opened"
    CAMPAIGN_DIGEST = "campaign-digest"
    CAMPAIGN_UNATTENDED = "campaign-unattended"
    DATA_ASKED = "data-asked"
    DATA_REMINDER = "data-reminder"
    DATA_LATER = "data-later"
    DATA_NUDGE = "data-nudge"
    DATA_HANDED = "data-handed"
    DATA_RETURNED = "data-returned"
    DATA_CORRECTED = "data-corrected"
    DATA_ACCEPTED = "data-accepted"
    DATA_REOPENED = "data-reopened"
    DATA_WITHDRAWN = "data-withdrawn"
    ANSWERER_FOUND = "answerer-found"
    DATA_OVERDUE = "data-overdue"
    DEADLINE_MOVED = "deadline-moved"
    RECOMMENDED = "recommended"
    RECOMMENDATION_NEAR = "recommendation-near"
    RECOMMENDATION_REPORTED = "recommendation-reported"
    RECOMMENDATION_CLOSED = "recommendation-closed"


async def owe(
    store: Store,
    person_id: int,
    notice: Notice,
    cause: object,
    now: datetime,
    /,
    *,
    at: datetime | None = None,
    expires_at: datetime | None = None,
    subject: str | None = None,
    **facts: Any,
) -> None:
    """Owe a person a notice. The same `cause` is told to the same person once, for ever.

    `at`: not before this moment. `expires_at`: pointless from then on. `subject`: what it is
    about, such as `event:7`; what is owed about it can be taken back together.
    `facts` are ids and keys; names are put in when it is sent.
    """
    key = f"{notice}:{cause}:{person_id}"
    await store.outbox.add(
        person_id, str(notice), facts, key, now, at=at, expires_at=expires_at, subject=subject
    )


async def owe_all(
    store: Store,
    causes: Mapping[int, object],
    notice: Notice,
    now: datetime,
    /,
    *,
    at: datetime | None = None,
    expires_at: datetime | None = None,
    subject: str | None = None,
    **facts: Any,
) -> None:
    """Owe many people the same notice, each for a cause; as `owe`, but in one statement."""
    keyed = [(person_id, f"{notice}:{cause}:{person_id}") for person_id, cause in causes.items()]
    await store.outbox.add_all(
        keyed, str(notice), facts, now, at=at, expires_at=expires_at, subject=subject
    )


async def owe_the_service(
    store: Store,
    access: Access,
    notice: Notice,
    cause: object,
    /,
    *,
    coordinators_of: int | None = None,
    **facts: Any,
) -> None:
    """Owe it to those who work the queues, and to the coordinators of a school if one is given."""
    people = set(await access.service(store))
    if coordinators_of is not None:
        people |= set(await store.roles.holders(Role.COORDINATOR, school_id=coordinators_of))
    for person_id in sorted(people):
        await owe(store, person_id, notice, cause, access.clock.now(), **facts)
