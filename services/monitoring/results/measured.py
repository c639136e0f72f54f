"""What came out of a campaign: its answers as they count, and indicators with what was before.

Sums of too few schools are taken out here, so that nothing that is built on these views can show
them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from content import Indicator, IndicatorSet
from services.errors import Refusal
from services.monitoring.results.formulas import Measured, Numbers, enough, measure_all, rounded
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, campaign_of
from services.schools.views import School
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import GIVEN
from storage.repositories.indicator_values import AskedRow
from storage.uow import Store

_NOTHING: Numbers = {}


@dataclass(frozen=True, slots=True)
class Place:
    """A school that is asked, and how far its answer is; without a school: the municipality.

    `submitted_at` is the first time; `late`: that was after the deadline.
    """

    request_id: int
    school: School | None
    state: str
    submitted_at: datetime | None
    late: bool

    @property
    def answered(self) -> bool:
        """Whether the answer was handed in."""
        return self.state in GIVEN


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many schools were asked and answered; `minimum`: so many make sums appear."""

    asked: int
    answered: int
    late: int
    accepted: int
    returned: int
    minimum: int

    @property
    def on_time(self) -> int:
        """How many answered before the deadline."""
        return self.answered - self.late

    @property
    def silent(self) -> int:
        """How many have not answered."""
        return self.asked - self.answered

    @property
    def lacking(self) -> int:
        """How many answers are missing until sums appear."""
        return max(0, self.minimum - self.answered)


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator of the municipality. With fewer than `minimum` schools behind it, its numbers
    are left out, and `lacking` says how many are missing.

    `before` is its value in the period before, where it was reckoned in the same way.
    """

    measured: Measured
    minimum: int
    before: float | None

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.measured.indicator

    @property
    def of_schools(self) -> bool:
        """Whether numbers of schools are behind it."""
        return self.measured.asked > 0

    @property
    def lacking(self) -> int:
        """How many schools are missing until it may be shown."""
        return max(0, self.minimum - self.measured.answered)

    @property
    def change(self) -> float | None:
        """By how much it differs from the period before, in its own unit."""
        if self.measured.value is None or self.before is None:
            return None
        return rounded(self.measured.value - self.before)


@dataclass(frozen=True, slots=True)
class Collected:
    """A campaign's answers as they count: numbers by request and variable."""

    campaign: Campaign
    chosen: IndicatorSet
    places: tuple[Place, ...]
    own: Place | None
    numbers: dict[int, dict[str, float | None]]

    @property
    def coverage(self) -> Coverage:
        """How many schools were asked and answered."""
        given = [place for place in self.places if place.answered]
        asked = len(self.places)
        return Coverage(
            asked=asked,
            answered=len(given),
            late=sum(place.late for place in given),
            accepted=sum(place.state == "accepted" for place in given),
            returned=sum(place.state == "returned" for place in given),
            minimum=min(self.chosen.minimum_answers, asked),
        )

    def of(self, place: Place | None) -> Numbers:
        """The numbers that somebody gave."""
        return self.numbers.get(place.request_id, _NOTHING) if place else _NOTHING

    def measured(self) -> list[Measured]:
        """The indicators of the municipality, without sums of too few schools."""
        schools = [self.of(place) for place in self.places if place.answered]
        found = measure_all(self.chosen, self.of(self.own), schools, len(self.places))
        return [_shown(self.chosen, one) for one in found]


def _shown(chosen: IndicatorSet, one: Measured) -> Measured:
    if enough(chosen, one.answered, one.asked):
        return one
    return replace(one, value=None, numerator=None, denominator=None, met=None)


async def campaign_held(store: Store, campaign_id: int) -> CampaignRow:
    """A campaign that has opened; refuses others."""
    row = await store.campaigns.get(campaign_id)
    if row is None:
        raise Refusal("choice-gone")
    if row.indicator_set_id is None:
        raise Refusal("results-not-yet")
    return row


async def collect(
    store: Store, row: CampaignRow, variables: Collection[str] | None = None
) -> Collected:
    """The answers of an open or closed campaign, or those to some variables."""
    assert row.indicator_set_id is not None
    chosen = await set_of(store, row.indicator_set_id)
    asked = [place_of(one, row) for one in await store.indicator_values.asked(row.id)]
    numbers: dict[int, dict[str, float | None]] = {}
    for request_id, variable, number in await store.indicator_values.numbers(row.id, variables):
        numbers.setdefault(request_id, {})[variable] = number
    return Collected(
        campaign=campaign_of(row),
        chosen=chosen,
        places=tuple(one for one in asked if one.school is not None),
        own=next((one for one in asked if one.school is None), None),
        numbers=numbers,
    )


def place_of(row: AskedRow, campaign: CampaignRow) -> Place:
    """How far a request is; late when it first came after the deadline."""
    school = None
    if row.school_id is not None:
        school = School(row.school_id, row.name or "", row.english_name or "", proposed=False)
    late = row.submitted_at is not None and row.submitted_at >= campaign.due_at
    return Place(row.request_id, school, row.state, row.submitted_at, late)


def compared(now: Collected, before: Collected | None) -> tuple[Result, ...]:
    """The indicators of a campaign beside those of the one before."""
    earlier = {one.indicator.key: one for one in before.measured()} if before else {}
    return tuple(
        Result(
            one,
            min(now.chosen.minimum_answers, one.asked),
            _before(one.indicator, earlier.get(one.indicator.key)),
        )
        for one in now.measured()
    )


def alike(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are reckoned in the same way, so that they can be compared."""
    return (one.unit, one.parts) == (other.unit, other.parts)


def _before(indicator: Indicator, earlier: Measured | None) -> float | None:
    return earlier.value if earlier and alike(indicator, earlier.indicator) else None
