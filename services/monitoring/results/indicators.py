"""Indicators: of the municipality, of each school, and of one's own school beside them."""

from __future__ import annotations

from dataclasses import dataclass

from content import Indicator, Variable
from content.text import Text
from services.access import Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.answers.answerers import check_answerer
from services.monitoring.results.measured import (
    Collected,
    Coverage,
    Result,
    campaign_held,
    collect,
    compared,
)
from services.monitoring.results.of_school import SchoolResults, both, of_school
from services.monitoring.results.ranking import Ranked, Summed, ranked, summed
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, campaign_of
from services.permissions import ANSWER_REQUESTS, SEE_INDICATORS
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

PAGE, PERIODS = 10, 60


@dataclass(frozen=True, slots=True)
class Results:
    """What came out of a campaign; `earlier` is the period that it is compared with."""

    campaign: Campaign
    coverage: Coverage
    results: tuple[Result, ...]
    earlier: Campaign | None
    qualitative: int


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """An indicator with the variables it is made of, the numerator first."""

    result: Result
    parts: tuple[Variable, ...]
    earlier: Campaign | None


@dataclass(frozen=True, slots=True)
class RankingPage:
    """Schools by an indicator, the worst first; `number` counts from 0.

    `no_data` and `silent` count the schools that gave no number for it, and no answer at all.
    """

    result: Result
    schools: tuple[Ranked, ...]
    number: int
    pages: int
    no_data: int
    silent: int


@dataclass(frozen=True, slots=True)
class SummedPage:
    """All schools, those with most indicators below the threshold first; `number` from 0."""

    campaign: Campaign
    schools: tuple[Summed, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a qualitative indicator; empty: nothing yet. `note`: why there is nothing."""

    title: Text
    text: str
    note: str


class Indicators(Guarded):
    """Use cases around looking at what came out."""

    @reads(SEE_INDICATORS)
    async def measured_periods(self, store: Store, _acting: Acting) -> list[Campaign]:
        """Campaigns that have results, the latest period first."""
        return [campaign_of(row) for row in await store.indicator_values.held(PERIODS)]

    @reads(SEE_INDICATORS, long=True)
    async def results_of(self, store: Store, _acting: Acting, campaign_id: int) -> Results:
        """The indicators of the municipality, with thresholds and the period before."""
        now, before = await both(store, await campaign_held(store, campaign_id))
        return Results(
            campaign=now.campaign,
            coverage=now.coverage,
            results=compared(now, before),
            earlier=before.campaign if before else None,
            qualitative=len(now.chosen.qualitative),
        )

    @reads(SEE_INDICATORS, long=True)
    async def indicator_card(
        self, store: Store, _acting: Acting, campaign_id: int, key: str
    ) -> IndicatorCard:
        """One indicator, and what it is made of."""
        now, before = await both(store, await campaign_held(store, campaign_id))
        indicator = _known(now, key)
        result = next(one for one in compared(now, before) if one.indicator.key == key)
        return IndicatorCard(
            result=result,
            parts=tuple(now.chosen.variable(part) for part in indicator.parts),
            earlier=before.campaign if before and result.before is not None else None,
        )

    @reads(SEE_INDICATORS, long=True)
    async def indicator_ranking(
        self, store: Store, _acting: Acting, campaign_id: int, key: str, number: int
    ) -> RankingPage:
        """Schools by an indicator; past the last page comes the first again."""
        now = await collect(store, await campaign_held(store, campaign_id))
        indicator = _known(now, key)
        result = next(one for one in compared(now, None) if one.indicator.key == key)
        everybody = ranked(now, indicator)
        pages = max(1, -(-len(everybody) // PAGE))
        number %= pages
        shown = everybody[number * PAGE : (number + 1) * PAGE]
        ids = [one.place.request_id for one in shown]
        reasons = await store.indicator_values.reasons(ids, key)
        return RankingPage(
            result=result,
            schools=tuple(one.with_reason(reasons) for one in shown),
            number=number,
            pages=pages,
            no_data=sum(one.value is None and one.place.answered for one in everybody),
            silent=sum(not one.place.answered for one in everybody),
        )

    @reads(SEE_INDICATORS, long=True)
    async def ranked_schools(
        self, store: Store, _acting: Acting, campaign_id: int, number: int
    ) -> SummedPage:
        """All schools of a campaign; past the last page comes the first again."""
        now = await collect(store, await campaign_held(store, campaign_id))
        everybody = summed(now)
        pages = max(1, -(-len(everybody) // PAGE))
        number %= pages
        shown = everybody[number * PAGE : (number + 1) * PAGE]
        return SummedPage(now.campaign, tuple(shown), number, pages)

    @reads(SEE_INDICATORS, long=True)
    async def school_measured(
        self, store: Store, _acting: Acting, request_id: int
    ) -> SchoolResults:
        """The indicators of one school beside the municipality's."""
        return await of_school(store, request_id)

    @reads(ANSWER_REQUESTS, long=True)
    async def own_measured(self, store: Store, acting: Acting, request_id: int) -> SchoolResults:
        """The same for those who answer for the school."""
        row = await store.data_requests.get(request_id)
        if row is None:
            raise Refusal("choice-gone")
        await check_answerer(store, acting, row)
        return await of_school(store, request_id)

    @reads(SEE_INDICATORS)
    async def indicator_words(
        self, store: Store, _acting: Acting, campaign_id: int
    ) -> tuple[Campaign, tuple[Words, ...]]:
        """What the service wrote on the qualitative indicators."""
        row = await campaign_held(store, campaign_id)
        return campaign_of(row), await words_of(store, row)


async def words_of(store: Store, row: CampaignRow) -> tuple[Words, ...]:
    """Qualitative indicators of a campaign with what was written on them."""
    assert row.indicator_set_id is not None
    chosen = await set_of(store, row.indicator_set_id)
    said = await store.indicator_values.words(row.id)
    return tuple(
        Words(
            title=one.title,
            text=(said[one.key].text or "") if one.key in said else "",
            note=said[one.key].note if one.key in said else "",
        )
        for one in chosen.qualitative
    )


def _known(now: Collected, key: str) -> Indicator:
    for one in now.chosen.indicators:
        if one.key == key:
            return one
    raise Refusal("choice-gone")
