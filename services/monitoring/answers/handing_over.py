"""Handing a request over to a colleague, who may then answer this one request, and back."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Acting, Guarded, reads, writes
from services.errors import Refusal
from services.fields import NAME_LIMIT, plain
from services.monitoring.answers.work import Work, work_on
from services.monitoring.campaigns.prompts import PROMPTS
from services.monitoring.views import (
    Campaign,
    DataRequest,
    campaign_of,
    facts_of,
    subject_of_request,
)
from services.name_search import best_names
from services.notices import Notice, owe
from services.permissions import ANSWER_REQUESTS
from storage.repositories.request_helpers import ColleagueRow
from storage.uow import Store

PAGE = 6
_FOUND = 50  # nobody turns more pages of guesses


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the same school; `helps`: the request was handed to them."""

    id: int
    name: str
    helps: bool


@dataclass(frozen=True, slots=True)
class Colleagues:
    """One page of them, helpers first; `number` counts from 0. `helpers`: how many help now."""

    campaign: Campaign
    request: DataRequest
    people: tuple[Colleague, ...]
    number: int
    pages: int
    total: int
    helpers: int


class HandingOver(Guarded):
    """Use cases of those who answer for a school by their role. A helper hands nothing on."""

    @reads(ANSWER_REQUESTS)
    async def colleagues(
        self, store: Store, acting: Acting, request_id: int, text: str = "", page: int = 0
    ) -> Colleagues:
        """To whom a request can be handed: who signed up at its school and does not answer anyway.

        With a text, those whose names resemble it, best first.
        """
        work = await _mine(store, acting, request_id)
        helping = await store.request_helpers.of_request(request_id)
        found = await _colleagues(store, acting, work)
        helpers = sum(one.id in helping for one in found)
        if typed := plain(text)[:NAME_LIMIT]:
            known = {one.id: one for one in found}
            names = [(one.id, one.full_name) for one in found]
            found = [known[key] for key in best_names(typed, names, _FOUND)]
        else:
            found.sort(key=lambda one: one.id not in helping)
        pages = max(1, -(-len(found) // PAGE))
        number = page % pages
        shown = found[number * PAGE : number * PAGE + PAGE]
        return Colleagues(
            campaign_of(work.campaign),
            work.request,
            tuple(Colleague(one.id, one.full_name, one.id in helping) for one in shown),
            number,
            pages,
            len(found),
            helpers,
        )

    @reads(ANSWER_REQUESTS)
    async def colleague(
        self, store: Store, acting: Acting, request_id: int, person_id: int
    ) -> Colleague:
        """One of them; refuses others."""
        work = await _mine(store, acting, request_id)
        row = await _colleague(store, acting, work, person_id)
        helping = await store.request_helpers.of_request(request_id)
        return Colleague(row.id, row.full_name, row.id in helping)

    @writes(ANSWER_REQUESTS)
    async def hand_over(
        self, store: Store, acting: Acting, request_id: int, person_id: int
    ) -> None:
        """Let a colleague answer this request too, and tell them. Repeating changes nothing."""
        work = await _mine(store, acting, request_id, lock=True)
        row = await _colleague(store, acting, work, person_id)
        work.check_open()
        if not await store.request_helpers.add(request_id, row.id, acting.id, acting.now):
            return
        await store.data_values.note(
            request_id, "handed-over", acting.id, acting.now, after={"person_id": row.id}
        )
        await owe(
            store, row.id, Notice.DATA_HANDED, f"{request_id}:{acting.now.isoformat()}", acting.now,
            subject=subject_of_request(request_id),
            person_id=acting.id, **facts_of(work.row),
        )  # fmt: skip

    @writes(ANSWER_REQUESTS)
    async def take_request_back(
        self, store: Store, acting: Acting, request_id: int, person_id: int
    ) -> None:
        """End that; what the colleague has filled in stays. Repeating changes nothing."""
        await _mine(store, acting, request_id, lock=True)
        if not await store.request_helpers.remove(request_id, person_id):
            return
        await store.data_values.note(
            request_id, "handed-over", acting.id, acting.now, before={"person_id": person_id}
        )
        kinds = (*PROMPTS, Notice.DATA_HANDED)
        await store.outbox.take_back(subject_of_request(request_id), kinds, person_id)


async def _mine(store: Store, acting: Acting, request_id: int, *, lock: bool = False) -> Work:
    """A request of a school for which somebody answers by a role; otherwise a refusal."""
    work = await work_on(store, acting, request_id, lock=lock)
    if work.row.school_id is None:
        raise Refusal("hand-over-no-school")
    if work.row.school_id not in acting.schools:
        raise Refusal("hand-over-helper")
    return work


async def _colleagues(store: Store, acting: Acting, work: Work) -> list[ColleagueRow]:
    """Who is at the school and does not answer for it by a role."""
    school_id = work.row.school_id
    assert school_id is not None
    able = {acting.id, *await store.roles.holders(*acting.permission.school, school_id=school_id)}
    rows = await store.request_helpers.colleagues(school_id)
    return [row for row in rows if row.id not in able]


async def _colleague(store: Store, acting: Acting, work: Work, person_id: int) -> ColleagueRow:
    for row in await _colleagues(store, acting, work):
        if row.id == person_id:
            return row
    raise Refusal("hand-over-stranger")
