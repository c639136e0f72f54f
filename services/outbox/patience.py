"""What waits for the morning, and what comes at once."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from services.notices import Notice
from services.outbox.quiet import Quiet


class Patience(Enum):
    """What a message does in quiet hours."""

    COMES = auto()  # at once, without a sound
    WAITS = auto()  # until they are over
    WAITS_FOR_WORK = auto()  # until the morning of a working day


# Personal answers come at once; what a person can as well read in the morning waits.
PATIENCE: dict[Notice, Patience] = {
    Notice.CLAIM_WAITS: Patience.WAITS,
    Notice.CLAIM_CONFIRMED: Patience.COMES,
    Notice.CLAIM_DECLINED: Patience.COMES,
    Notice.ROLE_GRANTED: Patience.COMES,
    Notice.ROLE_ENDED: Patience.COMES,
    Notice.TRANSFER_WAITS: Patience.WAITS,
    Notice.TRANSFER_CONFIRMED: Patience.COMES,
    Notice.TRANSFER_DECLINED: Patience.COMES,
    Notice.SCHOOL_PROPOSED: Patience.WAITS,
    Notice.SCHOOL_MERGED: Patience.WAITS,
    Notice.SCHOOL_CLOSED: Patience.WAITS,
    Notice.ATTESTATION_NEAR: Patience.WAITS,
    Notice.BACKUP_FAILED: Patience.COMES,
    Notice.SERVICE_RESUMED: Patience.COMES,
    Notice.EVENT_REMINDER: Patience.WAITS,
    Notice.EVENT_MOVED: Patience.COMES,
    Notice.EVENT_CHANGED: Patience.COMES,
    Notice.EVENT_CANCELLED: Patience.COMES,
    Notice.EVENT_SEAT: Patience.COMES,
    Notice.EVENT_RATE: Patience.WAITS,
    Notice.EVENT_MATERIALS: Patience.WAITS,
    Notice.EVENT_OVER: Patience.WAITS,
    Notice.BROADCAST_DONE: Patience.COMES,
    Notice.ACK_REMINDER: Patience.WAITS_FOR_WORK,
    Notice.CAMPAIGN_AHEAD: Patience.WAITS_FOR_WORK,
    Notice.CAMPAIGN_OPENED: Patience.WAITS_FOR_WORK,
    Notice.CAMPAIGN_DIGEST: Patience.WAITS_FOR_WORK,
    Notice.CAMPAIGN_UNATTENDED: Patience.WAITS_FOR_WORK,
    Notice.DATA_ASKED: Patience.WAITS_FOR_WORK,
    Notice.DATA_REMINDER: Patience.WAITS_FOR_WORK,
    Notice.DATA_OVERDUE: Patience.WAITS_FOR_WORK,
    Notice.DEADLINE_MOVED: Patience.WAITS_FOR_WORK,
    Notice.DATA_LATER: Patience.WAITS,
    Notice.DATA_HANDED: Patience.WAITS,
    Notice.DATA_NUDGE: Patience.WAITS_FOR_WORK,
    Notice.DATA_RETURNED: Patience.WAITS_FOR_WORK,
    Notice.DATA_REOPENED: Patience.WAITS_FOR_WORK,
    Notice.DATA_CORRECTED: Patience.WAITS_FOR_WORK,
    Notice.DATA_ACCEPTED: Patience.WAITS,
    Notice.DATA_WITHDRAWN: Patience.WAITS,
    Notice.ANSWERER_FOUND: Patience.WAITS_FOR_WORK,
    Notice.RECOMMENDED: Patience.WAITS_FOR_WORK,
    Notice.RECOMMENDATION_NEAR: Patience.WAITS_FOR_WORK,
    Notice.RECOMMENDATION_REPORTED: Patience.WAITS_FOR_WORK,
    Notice.RECOMMENDATION_CLOSED: Patience.WAITS_FOR_WORK,
}


def held_until(
    quiet: Quiet, patience: Patience, now: datetime, expires_at: datetime | None
) -> datetime | None:
    """Until when a message has to wait; nothing: it may go now.

    What would be pointless by then goes now too, without a sound.
    """
    if patience is Patience.COMES:
        return None
    workday = patience is Patience.WAITS_FOR_WORK
    if quiet.is_allowed(now, workday):
        return None
    allowed = quiet.next_allowed(now, workday)
    return None if expires_at is not None and expires_at <= allowed else allowed
