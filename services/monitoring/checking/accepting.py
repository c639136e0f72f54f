"""Accepting what a school answered: one by one, or all that give no cause to look."""

from __future__ import annotations

from collections.abc import Mapping

from services.access import Acting, Guarded, reads, takes_long, writes
from services.monitoring.campaigns.concerned import SETTLED, too_late, whom
from services.monitoring.checking.board import opened
from services.monitoring.checking.looking import found
from services.monitoring.views import subject_of_request
from services.notices import Notice, owe_all
from services.permissions import MONITOR
from storage.repositories.data_requests import RequestRow
from storage.repositories.owing import Message
from storage.uow import Store

_AT_ONCE = 200  # requests accepted in one unit of work


class Accepting(Guarded):
    """Use cases around accepting."""

    @writes(MONITOR)
    async def accept(self, store: Store, acting: Acting, request_id: int) -> bool:
        """Accept what was submitted, or returned and right after all; it is locked from then on.

        False where the acting person had accepted it already; refused where a colleague had.
        """
        request, _ = await found(store, request_id, lock=True)
        if request.state == "accepted" and request.checked_by == acting.id:
            return False
        if request.state not in ("submitted", "returned"):
            raise await too_late(store, request)
        await _accept(store, acting, request)
        return True

    @reads(MONITOR, long=True)
    async def acceptable(self, store: Store, acting: Acting, campaign_id: int) -> int:
        """How many schools `accept_all` would accept."""
        await opened(store, campaign_id)
        return len(await store.checks.clean(campaign_id))

    @takes_long(MONITOR)
    async def accept_all(self, acting: Acting, campaign_id: int) -> int:
        """Accept all submitted requests that give no cause to look; how many it were.

        No cause: no jump was confirmed, nothing is without data, nothing is marked for a return.
        """
        async with self.access.uow.reading(long=True) as store:
            await opened(store, campaign_id)
            people = await store.nudges.people_of(campaign_id)
            waiting = await store.checks.clean(campaign_id)
        accepted = 0
        for first in range(0, len(waiting), _AT_ONCE):
            some = waiting[first : first + _AT_ONCE]
            async with self.access.uow.writing() as store:
                accepted += await _accept_some(store, acting, some, people)
        return accepted


async def _accept_some(
    store: Store, acting: Acting, ids: list[int], people: Mapping[int, list[int]]
) -> int:
    """Accept requests that still give no cause to look; how many it were."""
    accepted = await store.checks.accept_clean(ids, acting.id, acting.now)
    numbers = [number for number, _ in accepted]
    await store.nudges.note_all(numbers, "accepted", acting.id, acting.now)
    subjects = [subject_of_request(number) for number in numbers]
    await store.outbox.take_back_all(subjects, SETTLED)
    owed = [
        Message(
            person_id=person,
            dedupe_key=f"{Notice.DATA_ACCEPTED}:{number}:{returns}:{person}",
            subject=subject_of_request(number),
            facts={"request_id": number},
        )
        for number, returns in accepted
        for person in people.get(number, ())
        if person != acting.id
    ]
    await store.outbox.add_each(owed, Notice.DATA_ACCEPTED, acting.now)
    return len(accepted)


async def _accept(store: Store, acting: Acting, request: RequestRow) -> None:
    values = await store.data_values.of_request(request.id)
    left = [key for key, value in values.items() if value.returned or value.marked]
    if left:
        await store.data_values.change(request.id, left, returned=None, marked=None)
    await store.data_requests.change(
        request.id, state="accepted", accepted_at=acting.now, checked_by=acting.id
    )
    await store.data_values.note(request.id, "accepted", acting.id, acting.now)
    subject = subject_of_request(request.id)
    await store.outbox.take_back(subject, SETTLED)
    # What was reopened is accepted anew, and told anew.
    causes = dict.fromkeys(await whom(store, acting, request), f"{request.id}:{request.returns}")
    await owe_all(
        store, causes, Notice.DATA_ACCEPTED, acting.now, subject=subject, request_id=request.id
    )
