"""Whom a campaign asks after it has opened: a school less, the same again, one more."""

from __future__ import annotations

from services.access import Acting, Guarded, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.monitoring.answers.answerers import answerers
from services.monitoring.campaigns.concerned import SETTLED, whom
from services.monitoring.campaigns.prompts import ask
from services.monitoring.checking.board import still_open
from services.monitoring.checking.looking import found
from services.monitoring.views import subject_of_request
from services.notices import Notice, owe_all
from services.permissions import MONITOR
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import OWING, RequestRow
from storage.repositories.data_values import ValueRow
from storage.uow import Store


class Withdrawing(Guarded):
    """Use cases of those who decide which schools are asked."""

    @writes(MONITOR)
    async def withdraw(self, store: Store, acting: Acting, request_id: int) -> bool:
        """Ask a school no longer; its answers stay and do not count. Whether it was asked."""
        request, campaign = await _of_open(store, request_id)
        if request.school_id is None:
            raise Refusal("own-part-stays")
        if request.state == "withdrawn":
            return False
        await store.data_requests.change(request_id, state="withdrawn")
        await store.data_values.note(request_id, "withdrawn", acting.id, acting.now)
        subject = subject_of_request(request_id)
        await store.outbox.take_back(subject, SETTLED)
        causes = dict.fromkeys(
            await whom(store, acting, request), f"{request_id}:{acting.now.isoformat()}"
        )
        await owe_all(
            store, causes, Notice.DATA_WITHDRAWN, acting.now, subject=subject,
            request_id=request_id,
        )  # fmt: skip
        await self._audited(store, acting, request, campaign.id, asked=False)
        return True

    @writes(MONITOR)
    async def ask_again(self, store: Store, acting: Acting, request_id: int) -> bool:
        """Take a withdrawn school back, as far as it was; who answers is told if it owes
        something. Whether it was withdrawn."""
        request, campaign = await _of_open(store, request_id)
        if request.state != "withdrawn":
            return False
        values = await store.data_values.of_request(request_id)
        state = _as_it_was(request, values)
        await store.data_requests.change(request_id, state=state)
        await store.data_values.note(request_id, "asked-again", acting.id, acting.now)
        subject = subject_of_request(request_id)
        await store.outbox.take_back(subject, (Notice.DATA_WITHDRAWN,))
        if state in OWING:
            causes = dict.fromkeys(
                await whom(store, acting, request), f"{request_id}:{acting.now.isoformat()}"
            )
            await owe_all(
                store, causes, Notice.DATA_NUDGE, acting.now, subject=subject,
                request_id=request_id,
            )  # fmt: skip
        await self._audited(store, acting, request, campaign.id, asked=True)
        return True

    @writes(MONITOR)
    async def ask_school(
        self, store: Store, acting: Acting, campaign_id: int, school_id: int
    ) -> int:
        """Ask one more school, opened later perhaps; the id of its request.

        One that is asked already stays as it is.
        """
        campaign = await still_open(store, campaign_id)
        school = await store.schools.get(school_id)
        if school is None or school.state != "active":
            raise Refusal("school-gone")
        added = await store.nudges.add_request(campaign_id, school_id, acting.now)
        request = await store.data_requests.of_school(campaign_id, school_id)
        assert request is not None
        if added:
            people = await answerers(store, request)
            await ask(store, request, campaign, people, acting.now)
            await self._audited(store, acting, request, campaign_id, asked=True)
        return request.id

    async def _audited(
        self, store: Store, acting: Acting, request: RequestRow, campaign_id: int, *, asked: bool
    ) -> None:
        kind = Kind.DATA_ASKED if asked else Kind.DATA_WITHDRAWN
        await note(
            store, acting, kind, school_id=request.school_id, campaign_id=campaign_id,
            request_id=request.id,
        )  # fmt: skip


async def _of_open(store: Store, request_id: int) -> tuple[RequestRow, CampaignRow]:
    """A request and its open campaign, both locked; the campaign first, as everywhere."""
    request, _ = await found(store, request_id)
    campaign = await still_open(store, request.campaign_id)
    request, _ = await found(store, request_id, lock=True)
    return request, campaign


def _as_it_was(request: RequestRow, values: dict[str, ValueRow]) -> str:
    """In which state a request was before it was withdrawn."""
    if any(value.returned for value in values.values()):
        return "returned"
    accepted, back, last = request.accepted_at, request.returned_at, request.handed_in_at
    if accepted is not None and (back is None or back < accepted):
        return "accepted"
    if back is not None and last is not None and last < back:
        return "returned"  # corrected, but not handed in again yet
    if request.submitted_at is not None:
        return "submitted"
    return "in_work" if values else "expected"
