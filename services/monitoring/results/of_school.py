"""The indicators of one school, beside those of the municipality."""

from __future__ import annotations

from dataclasses import dataclass

from content import Indicator
from services.errors import Refusal
from services.monitoring.answers.earlier import last_campaigns
from services.monitoring.results.formulas import Measured, measure_school, rounded
from services.monitoring.results.measured import (
    Collected,
    Coverage,
    Place,
    Result,
    alike,
    campaign_held,
    collect,
    compared,
)
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, campaign_of
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """An indicator of one school beside the municipality's, and the school's word on it."""

    measured: Measured
    before: float | None
    whole: Result
    reason: str

    @property
    def change(self) -> float | None:
        """By how much it differs from the period before, in its own unit."""
        if self.measured.value is None or self.before is None:
            return None
        return rounded(self.measured.value - self.before)


@dataclass(frozen=True, slots=True)
class SchoolResults:
    """The indicators of one school."""

    campaign: Campaign
    place: Place
    coverage: Coverage
    lines: tuple[SchoolLine, ...]
    earlier: Campaign | None


async def both(store: Store, row: CampaignRow) -> tuple[Collected, Collected | None]:
    """The answers of a campaign, and of the one before it."""
    earlier = await last_campaigns(store, row, 1)
    return await collect(store, row), await collect(store, earlier[0]) if earlier else None


async def of_school(store: Store, request_id: int) -> SchoolResults:
    """The indicators of the school that a request is for; refuses one that is not asked."""
    request = await store.data_requests.get(request_id)
    if request is None:
        raise Refusal("choice-gone")
    row = await campaign_held(store, request.campaign_id)
    now, last = await collect(store, row), await last_campaigns(store, row, 1)
    place = next((one for one in now.places if one.request_id == request_id), None)
    if place is None or place.school is None:
        raise Refusal("choice-gone")
    reasons = await store.indicator_values.reasons([request_id])
    wholes = {one.indicator.key: one for one in compared(now, None)}
    earlier = await _earlier_of(store, last[0], place.school.id) if last else {}
    return SchoolResults(
        campaign=now.campaign,
        place=place,
        coverage=now.coverage,
        lines=tuple(
            SchoolLine(
                measured=one,
                before=_value_before(one.indicator, earlier),
                whole=wholes[one.indicator.key],
                reason=reasons.get((request_id, one.indicator.key), "") if one.met is False else "",
            )
            for one in measure_school(now.chosen, now.of(place))
        ),
        earlier=campaign_of(last[0]) if earlier else None,
    )


async def _earlier_of(store: Store, row: CampaignRow, school_id: int) -> dict[str, Measured]:
    """What a school had in an earlier campaign; nothing where it was not asked."""
    request = await store.data_requests.of_school(row.id, school_id)
    if request is None or request.state == "withdrawn" or row.indicator_set_id is None:
        return {}
    chosen = await set_of(store, row.indicator_set_id)
    cells = await store.indicator_values.cells([request.id])
    numbers = {one.variable: one.number for one in cells if one.returned is None}
    return {one.indicator.key: one for one in measure_school(chosen, numbers)}


def _value_before(indicator: Indicator, earlier: dict[str, Measured]) -> float | None:
    found = earlier.get(indicator.key)
    return found.value if found and alike(indicator, found.indicator) else None
