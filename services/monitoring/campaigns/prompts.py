"""Asking people for data, reminding them, and leaving them in peace once they have answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from services.monitoring.campaigns.concerned import tell_found
from services.monitoring.results.sets import set_of
from services.monitoring.views import subject_of_request
from services.notices import Notice, owe_all
from services.permissions import Role
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import RequestRow
from storage.repositories.owing import Message
from storage.uow import Store

# What nobody needs to hear any more who has answered.
PROMPTS = (
    Notice.DATA_ASKED,
    Notice.DATA_REMINDER,
    Notice.DATA_LATER,
    Notice.DATA_NUDGE,
    Notice.DATA_OVERDUE,
    Notice.DEADLINE_MOVED,
)
CHUNK = 250  # requests of a unit of work: few enough that nobody waits for the database


async def ask(
    store: Store,
    request: RequestRow,
    campaign: CampaignRow,
    people: Iterable[int],
    now: datetime,
) -> None:
    """Ask these people for the data of one request; who was asked already is not asked again."""
    causes = dict.fromkeys(people, request.id)
    subject = subject_of_request(request.id)
    # Somebody who had the role before may have been spared the question then.
    await store.event_notices.drop(subject, Notice.DATA_ASKED, list(causes))
    await owe_all(
        store, causes, Notice.DATA_ASKED, now, subject=subject,
        **await _facts(store, campaign, request),
    )  # fmt: skip


async def ask_newcomer(
    store: Store, person_id: int, role: str, school_id: int | None, now: datetime, *, by: int
) -> None:
    """Ask a new coordinator for all that the school owes now, a new methodist for what the service
    owes; other roles answer nothing. `by` gave the role, or is who took an offered one.
    """
    asked = role == Role.METHODIST if school_id is None else role == Role.COORDINATOR
    if not asked:
        return
    for request in await store.prompting.open_of_school(school_id):
        campaign = await store.campaigns.get(request.campaign_id)
        if campaign is not None:
            await ask(store, request, campaign, [person_id], now)
            await tell_found(store, request, person_id, by, now)


async def take_back_prompts(store: Store, request_id: int, person_id: int | None = None) -> None:
    """Take back what has not been sent about a request: it is answered, or not theirs any more."""
    await store.outbox.take_back(subject_of_request(request_id), PROMPTS, person_id)


async def prompt_chunk(
    store: Store,
    campaign: CampaignRow,
    notice: Notice,
    cause: str,
    after: int,
    now: datetime,
    *,
    heads: bool = False,
    expires_at: datetime | None = None,
) -> int | None:
    """Owe a notice to the people of the next requests that lack an answer.

    The last of these requests; nothing where there are no more. `cause` makes it unique together
    with request and person. `heads`: to the heads of the schools instead of those who answer.
    """
    requests = await store.prompting.chunk(campaign.id, after, CHUNK)
    if not requests:
        return None
    # Where the deadline has moved since, the message is pointless; who is asked needs none.
    asked = notice is Notice.DATA_ASKED
    dated = {} if asked else {"until": campaign.deadline_on.isoformat()}
    owed = [
        Message(
            person_id=person,
            dedupe_key=f"{notice}:{request.id}{cause}:{person}",
            subject=subject_of_request(request.id),
            facts=facts | dated,
        )
        for request, facts, people in await _with_people(store, campaign, requests, heads=heads)
        for person in people
    ]
    await store.outbox.add_each(owed, str(notice), now, expires_at=expires_at)
    return requests[-1].id


async def _with_people(
    store: Store, campaign: CampaignRow, requests: Sequence[RequestRow], *, heads: bool
) -> list[tuple[RequestRow, dict[str, Any], Collection[int]]]:
    role = Role.HEAD if heads else Role.COORDINATOR
    found = await store.prompting.people(
        campaign.id, requests[0].id, requests[-1].id, role, helpers=not heads
    )
    people: dict[int, list[int]] = defaultdict(list)
    for request_id, person_id in found:
        people[request_id].append(person_id)
    for request in requests:
        if request.school_id is None and not heads:
            people[request.id] = await store.roles.holders(Role.METHODIST)
    counts = {own: await _questions(store, campaign, own=own) for own in (False, True)}
    return [
        (one, _facts_of(one, counts[one.school_id is None]), people[one.id]) for one in requests
    ]


async def _facts(store: Store, campaign: CampaignRow, request: RequestRow) -> dict[str, Any]:
    questions = await _questions(store, campaign, own=request.school_id is None)
    return _facts_of(request, questions)


def _facts_of(request: RequestRow, questions: int) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "request_id": request.id,
        "campaign_id": request.campaign_id,
        "questions": questions,
    }
    return facts if request.school_id is None else facts | {"school_id": request.school_id}


async def _questions(store: Store, campaign: CampaignRow, *, own: bool) -> int:
    """How much is asked of a school, or of the municipality itself."""
    if campaign.indicator_set_id is None:
        return 0
    return len((await set_of(store, campaign.indicator_set_id)).asked(own))
