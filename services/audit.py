"""The audit log: written in the transaction of what it tells, never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from enum import StrEnum
from typing import Any

from services.access import Acting
from storage.uow import Store

# Number of the update that is being worked on; the bot sets it, jobs have none.
CURRENT_UPDATE: ContextVar[int | None] = ContextVar("current_update", default=None)


class Kind(StrEnum):
    """What was done. Each has a text `audit-<kind>`."""

    CARD_VIEWED = "card-viewed"
    RESULTS_VIEWED = "results-viewed"
    PEOPLE_EXPORTED = "people-exported"
    EXTERNAL_RESULT_NOTED = "external-result-noted"
    EXTERNAL_RESULT_REMOVED = "external-result-removed"
    TRANSFER_CONFIRMED = "transfer-confirmed"
    TRANSFER_DECLINED = "transfer-declined"
    CLAIM_CONFIRMED = "claim-confirmed"
    CLAIM_DECLINED = "claim-declined"
    ROLE_GRANTED = "role-granted"
    ROLE_ENDED = "role-ended"
    INVITATION_CREATED = "invitation-created"
    INVITATION_REVOKED = "invitation-revoked"
    INVITATION_ACCEPTED = "invitation-accepted"
    INVITATIONS_IMPORTED = "invitations-imported"
    SCHOOL_CHANGED = "school-changed"
    SCHOOL_MERGED = "school-merged"
    SCHOOL_CLOSED = "school-closed"
    SCHOOL_REOPENED = "school-reopened"
    SCHOOLS_IMPORTED = "schools-imported"
    SCHOOLS_EXPORTED = "schools-exported"
    PERSON_MOVED = "person-moved"
    DATA_EXPORTED = "data-exported"
    PERSON_FORGOTTEN = "person-forgotten"
    AUDIENCE_VIEWED = "audience-viewed"
    ATTENDANCE_NOTED = "attendance-noted"
    ATTENDANCE_REMOVED = "attendance-removed"
    PARTICIPANTS_EXPORTED = "participants-exported"
    CERTIFICATE_MADE = "certificate-made"
    BROADCAST_SENT = "broadcast-sent"
    BROADCAST_CANCELLED = "broadcast-cancelled"
    BROADCAST_NAMES_VIEWED = "broadcast-names-viewed"
    BROADCAST_EXPORTED = "broadcast-exported"
    AUDIT_EXPORTED = "audit-exported"
    BACKUP_MADE = "backup-made"
    MAINTENANCE_ON = "maintenance-on"
    MAINTENANCE_OFF = "maintenance-off"
    CONTENT_RELOADED = "content-reloaded"
    JOBS_PAUSED = "jobs-paused"
    JOBS_RESUMED = "jobs-resumed"
    JOB_RUN = "job-run"
    INDICATORS_EXPORTED = "indicators-exported"
    DATA_REOPENED = "data-reopened"
    DATA_WITHDRAWN = "data-withdrawn"
    DATA_ASKED = "data-asked"
    CAMPAIGN_CHANGED = "campaign-changed"
    CAMPAIGN_OPENED = "campaign-opened"
    CAMPAIGN_SKIPPED = "campaign-skipped"
    CAMPAIGN_RESUMED = "campaign-resumed"
    CAMPAIGN_DISCARDED = "campaign-discarded"
    CAMPAIGN_CLOSED = "campaign-closed"
    EVENT_PUBLISHED = "event-published"
    EVENT_MOVED = "event-moved"
    EVENT_CANCELLED = "event-cancelled"
    REVIEW_CONCLUDED = "review-concluded"
    DECISION_SENT = "decision-sent"
    DECISION_DONE = "decision-done"
    DECISION_DROPPED = "decision-dropped"


async def note(
    store: Store,
    acting: Acting,
    kind: Kind,
    *,
    about: int | None = None,
    school_id: int | None = None,
    **facts: Any,
) -> None:
    """Append what the acting person does, in the same unit of work.

    `about` is the person concerned. `facts` are keys and counts, never personal data.
    """
    await store.audit.add([_entry(acting, kind, about, school_id, facts)])


async def note_about_each(
    store: Store, acting: Acting, kind: Kind, people: Iterable[int], **facts: Any
) -> None:
    """Append one entry for each person concerned, so that each can see it."""
    await store.audit.add([_entry(acting, kind, about, None, facts) for about in people])


def _entry(
    acting: Acting, kind: Kind, about: int | None, school: int | None, facts: dict[str, Any]
) -> dict[str, Any]:
    return {
        "at": acting.now,
        "update_id": CURRENT_UPDATE.get(),
        "actor_id": acting.id,
        "kind": str(kind),
        "subject_id": about,
        "school_id": school,
        "facts": facts,
    }
