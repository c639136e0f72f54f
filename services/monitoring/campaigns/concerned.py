"""Whom a decision about a request concerns, and why one comes too late."""

from __future__ import annotations

from datetime import datetime

from services.access import Acting
from services.errors import Refusal
from services.monitoring.answers.answerers import answerers
from services.monitoring.views import subject_of_request
from services.notices import Notice, owe_all
from services.permissions import Role
from storage.repositories.data_requests import RequestRow
from storage.uow import Store

# What nobody need be told any more once a request is out of the hands of who answers it.
SETTLED = (
    *(Notice.DATA_ASKED, Notice.DATA_REMINDER, Notice.DATA_LATER, Notice.DATA_NUDGE),
    *(Notice.DATA_HANDED, Notice.DATA_RETURNED, Notice.DATA_REOPENED, Notice.DATA_CORRECTED),
    *(Notice.DATA_ACCEPTED, Notice.DATA_OVERDUE, Notice.DEADLINE_MOVED),
)


async def whom(store: Store, acting: Acting, request: RequestRow) -> list[int]:
    """Who is told: those who answer, without who does it."""
    return [person for person in await answerers(store, request) if person != acting.id]


async def tell_found(
    store: Store, request: RequestRow, person_id: int, by: int, now: datetime
) -> None:
    """Tell the methodists that a request which nobody could answer has somebody now.

    `by` saw to that and knows.
    """
    if await answerers(store, request) != [person_id]:
        return
    holders = await store.roles.holders(Role.METHODIST)
    methodists = [one for one in holders if one not in (person_id, by)]
    await owe_all(
        store, dict.fromkeys(methodists, f"{request.id}:{person_id}"), Notice.ANSWERER_FOUND, now,
        subject=subject_of_request(request.id), request_id=request.id, person_id=person_id,
    )  # fmt: skip


async def too_late(store: Store, request: RequestRow) -> Refusal:
    """Why it cannot be done: in which state the request is, and who saw to that."""
    person = await store.people.get(request.checked_by) if request.checked_by else None
    name = person.full_name if person else None
    state = request.state.replace("_", "-")
    if state in ("accepted", "returned") and name:
        return Refusal(f"request-is-{state}-by", name=name)
    return Refusal(f"request-is-{state}")
