"""Requests as those who answer them see them: all of mine, and one with how far it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from content.profile.measures import Variable
from services.access import Acting, Guarded, reads
from services.monitoring.answers.work import Work, names_of, school_asked, work_on
from services.monitoring.checking.history import HistoryPage, changes_of
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, DataRequest, campaign_of, request_of
from services.permissions import ANSWER_REQUESTS, MONITOR
from services.schools.views import School, school_of
from storage.repositories.data_requests import OWING, RequestRow
from storage.uow import Store

MOST = 60  # requests of one person; older ones are looked up by the methodist


@dataclass(frozen=True, slots=True)
class MyRequest:
    """A request that is mine to answer; no school stands for the municipality's own part.

    `given` of the `asked` fields have an answer. `open`: something can be filled in still.
    """

    request: DataRequest
    campaign: Campaign
    school: School | None
    given: int
    asked: int
    open: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """A field that a methodist wants corrected; `corrected` since."""

    variable: Variable
    reason: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class RequestCard(MyRequest):
    """One request: also who filled how many fields, who handed it in, and what came back.

    `late_now`: the deadline is over. `colleagues`: whether it may be handed over.
    """

    filled_by: tuple[tuple[str, int], ...]
    submitted_by: str
    returned: tuple[Returned, ...]
    late_now: bool
    colleagues: bool


class Requests(Guarded):
    """Use cases around seeing requests."""

    @reads(ANSWER_REQUESTS)
    async def my_requests(self, store: Store, acting: Acting) -> tuple[MyRequest, ...]:
        """Requests of my schools, handed to me, or of the municipality: owing ones first."""
        rows = await _mine(store, acting)
        campaigns = await store.campaigns.some({row.campaign_id for row in rows})
        counts = await store.data_values.counts([row.id for row in rows])
        ids = {row.school_id for row in rows if row.school_id is not None}
        schools = {row.id: school_of(row) for row in await store.schools.some(ids)}
        found = []
        for row in rows:
            campaign = campaigns[row.campaign_id]
            if campaign.indicator_set_id is None:
                continue
            chosen = await set_of(store, campaign.indicator_set_id)
            work = Work(row, campaign, chosen, {})
            found.append(
                MyRequest(
                    request_of(row, campaign),
                    campaign_of(campaign),
                    schools.get(row.school_id or 0),
                    counts.get(row.id, 0),
                    len(work.variables),
                    work.closed is None,
                )
            )
        return tuple(sorted(found, key=_urgency))

    @reads(ANSWER_REQUESTS)
    async def request_card(self, store: Store, acting: Acting, request_id: int) -> RequestCard:
        """One request, with how far it is and who filled what."""
        work = await work_on(store, acting, request_id)
        return await _card(store, acting, work)

    @reads(ANSWER_REQUESTS)
    async def own_history(
        self, store: Store, acting: Acting, request_id: int, page: int = 0
    ) -> HistoryPage:
        """What happened to a request, for those who answer it."""
        await work_on(store, acting, request_id)
        return await changes_of(store, request_id, page=page)


def _urgency(one: MyRequest) -> tuple[bool, float]:
    """What can be filled in first, the nearest deadline above; of the others the latest."""
    due = one.campaign.due_at.timestamp()
    return not one.open, due if one.open else -due


async def _mine(store: Store, acting: Acting) -> list[RequestRow]:
    return await store.data_requests.of_person(
        acting.schools, acting.id, municipality=acting.may(MONITOR), limit=MOST
    )


async def _card(store: Store, acting: Acting, work: Work) -> RequestCard:
    values, row = work.values, work.row
    names = await names_of(store, [*(one.given_by for one in values.values()), row.submitted_by])
    filled = Counter(names.get(one.given_by or 0, "") for one in values.values())
    return RequestCard(
        request=work.request,
        campaign=campaign_of(work.campaign),
        school=await school_asked(store, row),
        given=len(values),
        asked=len(work.variables),
        open=work.closed is None,
        filled_by=tuple(filled.most_common()),
        submitted_by=names.get(row.submitted_by or 0, ""),
        returned=_returned(work),
        late_now=acting.now >= work.campaign.due_at,
        colleagues=row.school_id in acting.schools and row.state in OWING,
    )


def _returned(work: Work) -> tuple[Returned, ...]:
    if work.row.state != "returned":
        return ()
    still = {one.key for one in work.open_fields}
    return tuple(Returned(one, _reason(work, one.key), one.key not in still) for one in work.fields)


def _reason(work: Work, key: str) -> str:
    value = work.values.get(key)
    return (value.returned or "") if value else ""
