"""Schools of a campaign by how they stand, the worst first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content import Indicator, IndicatorSet, Variable
from services.monitoring.results.formulas import Measured, Numbers, measure_school
from services.monitoring.results.measured import Collected, Place


@dataclass(frozen=True, slots=True)
class Ranked:
    """A school by an indicator: its own value, or the number that it adds to the municipality's.

    `added` is the variable of that number. `reason`: the school's word on a low value.
    """

    place: Place
    value: float | None
    measured: Measured | None
    added: Variable | None
    reason: str = ""

    def with_reason(self, reasons: Mapping[tuple[int, str], str]) -> Ranked:
        """The same with the school's word; one that was corrected since needs none."""
        if self.measured is None or self.measured.met is not False:
            return self
        key = (self.place.request_id, self.measured.indicator.key)
        return replace(self, reason=reasons.get(key, ""))


@dataclass(frozen=True, slots=True)
class Summed:
    """A school: how many of its indicators miss and reach the threshold, and have no data."""

    place: Place
    low: int
    met: int
    no_data: int


def ranked(collected: Collected, indicator: Indicator) -> list[Ranked]:
    """Schools by one indicator: values first, the worst at the top; then those without data,
    then those that have not answered. Nothing where no school is asked for it."""
    schools = {one.key: one for one in collected.chosen.asked(municipality=False)}
    parts = [schools[key] for key in indicator.parts if key in schools]
    if not parts:
        return []
    alone = collected.chosen.model_copy(update={"indicators": (indicator,)})
    found = [_ranked(alone, place, collected.of(place), parts[0]) for place in collected.places]
    best_is_high = indicator.direction == "up"

    def standing(one: Ranked) -> tuple[bool, bool, float]:
        value = one.value or 0
        return not one.place.answered, one.value is None, value if best_is_high else -value

    return sorted(found, key=standing)


def _ranked(alone: IndicatorSet, place: Place, numbers: Numbers, added: Variable) -> Ranked:
    """A school by the only indicator of a set."""
    for measured in measure_school(alone, numbers):
        return Ranked(place, measured.value, measured, None)
    return Ranked(place, numbers.get(added.key), None, added)


def summed(collected: Collected) -> list[Summed]:
    """All schools: those with most low indicators first, those that are silent at the end."""
    found = [_summed(collected, place) for place in collected.places]
    return sorted(found, key=lambda one: (not one.place.answered, -one.low, -one.no_data))


def _summed(collected: Collected, place: Place) -> Summed:
    measured = measure_school(collected.chosen, collected.of(place))
    return Summed(
        place=place,
        low=sum(one.met is False for one in measured),
        met=sum(one.met is True for one in measured),
        no_data=sum(one.value is None for one in measured),
    )
