"""Whether a message about a campaign has become pointless: answered, closed, no longer theirs."""

from __future__ import annotations

from services.notices import Notice
from services.outbox.owed import Owed
from services.permissions import OF_A_SCHOOL, Role
from storage.uow import Store


async def needs_no_answer(store: Store, owed: Owed) -> bool:
    """Nothing is owed any more, nothing can be given, or it is not the recipient's to give."""
    request, campaign = owed.request, owed.campaign
    if request is None or campaign is None or not request.owing:
        return True
    if campaign.state != "open" and request.state != "returned":
        return True
    return not await answers(store, owed)


async def needs_no_reminder(store: Store, owed: Owed) -> bool:
    """The same; or the deadline is another one now, or they chose to be asked at another time."""
    if await needs_no_answer(store, owed) or _deadline_moved(owed):
        return True
    subject = f"request:{owed.facts['request_id']}"
    waits = await store.outbox.waiting_at(subject, Notice.DATA_LATER, owed.recipient.id)
    return waits is not None


async def knows_the_deadline(store: Store, owed: Owed) -> bool:
    """It was moved once more, or nothing is owed."""
    return _deadline_moved(owed) or await needs_no_answer(store, owed)


async def not_planned(_store: Store, owed: Owed) -> bool:
    """The campaign has opened, or will not."""
    return owed.campaign is None or owed.campaign.state != "planned"


async def not_open(_store: Store, owed: Owed) -> bool:
    """The campaign is over."""
    return owed.campaign is None or owed.campaign.state != "open"


async def attended(store: Store, owed: Owed) -> bool:
    """Somebody cares for the campaign now, or there is nothing to care for."""
    waits = owed.campaign is not None and owed.campaign.state in ("planned", "open")
    return not waits or bool(await store.roles.holders(Role.METHODIST))


async def not_to_correct(store: Store, owed: Owed) -> bool:
    """Corrected, accepted as it is, or returned once more since."""
    request = owed.request
    again = request is not None and request.returns != owed.facts["returns"]
    return again or await needs_no_answer(store, owed)


async def not_corrected(_store: Store, owed: Owed) -> bool:
    """Somebody has looked at the correction."""
    return owed.request is None or owed.request.state != "submitted"


async def not_accepted(store: Store, owed: Owed) -> bool:
    """It was opened again, or the recipient has nothing to do with it any more."""
    accepted = owed.request is not None and owed.request.state == "accepted"
    return not accepted or not await answers(store, owed)


async def still_asked(store: Store, owed: Owed) -> bool:
    """The school was taken back, or the recipient has nothing to do with it any more."""
    withdrawn = owed.request is not None and owed.request.state == "withdrawn"
    return not withdrawn or not await answers(store, owed)


async def answers(store: Store, owed: Owed) -> bool:
    """Whether the recipient is one of those who may answer the request."""
    request = owed.request
    if request is None:
        return False
    held = await store.roles.held(owed.recipient.id)
    if request.school_id is None:
        return any(grant.role == Role.METHODIST for grant in held)
    if any(one.school_id == request.school_id and one.role in OF_A_SCHOOL for one in held):
        return True
    return owed.recipient.id in await store.data_requests.helpers(request.id)


def _deadline_moved(owed: Owed) -> bool:
    until, campaign = owed.facts.get("until"), owed.campaign
    return until is not None and campaign is not None and until != campaign.deadline_on.isoformat()


CHECKS = {
    Notice.CAMPAIGN_AHEAD: not_planned,
    Notice.CAMPAIGN_OPENED: not_open,
    Notice.CAMPAIGN_DIGEST: not_open,
    Notice.CAMPAIGN_UNATTENDED: attended,
    Notice.DATA_ASKED: needs_no_answer,
    Notice.DATA_REMINDER: needs_no_reminder,
    Notice.DATA_OVERDUE: needs_no_answer,
    Notice.DEADLINE_MOVED: knows_the_deadline,
    Notice.DATA_LATER: needs_no_answer,
    Notice.DATA_HANDED: needs_no_answer,
    Notice.DATA_NUDGE: needs_no_answer,
    Notice.DATA_RETURNED: not_to_correct,
    Notice.DATA_REOPENED: not_to_correct,
    Notice.DATA_CORRECTED: not_corrected,
    Notice.DATA_ACCEPTED: not_accepted,
    Notice.DATA_WITHDRAWN: still_asked,
}
