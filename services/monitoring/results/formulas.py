"""From numbers to indicators. Pure reckoning: the order of schools never matters.

What is shown is what is compared with a threshold: a value is rounded half up to one decimal
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from content import Indicator, IndicatorSet

Numbers = Mapping[str, float | None]
"""One request's numbers by variable. None: there is no data. Absent: not answered."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator reckoned; `value` in percent, people or items, with one decimal at most.

    `value`, `numerator` and `denominator` are None where there is no data; a denominator of zero
    gives no value either. `answered` of the `asked` schools gave what the indicator needs; both
    are 0 where it needs nothing of schools. `met`: whether the value reaches the threshold, None
    without a threshold or a value.
    """

    indicator: Indicator
    value: float | None
    numerator: float | None
    denominator: float | None
    answered: int
    asked: int
    met: bool | None


def measure_school(chosen: IndicatorSet, numbers: Numbers) -> list[Measured]:
    """The indicators of one school, in the order of the set."""
    return [
        _measured(
            one,
            numbers.get(one.numerator),
            numbers.get(one.denominator) if one.denominator else None,
            int(_all_given(numbers, one.parts)),
            1,
        )
        for one in chosen.of_school()
    ]


def measure_all(
    chosen: IndicatorSet, municipality: Numbers, schools: Sequence[Numbers], asked: int
) -> list[Measured]:
    """The indicators of the municipality, in the order of the set.

    `schools`: the numbers of each school whose answer counts; `asked`: how many were asked. A
    share of two school variables is made of the schools that gave both. Whether so few answers
    may be shown is for the caller to ask: `enough`.
    """
    asked_of_schools = {variable.key for variable in chosen.asked(municipality=False)}
    return [
        _of_all(one, asked_of_schools, municipality, schools, asked) for one in chosen.indicators
    ]


def enough(chosen: IndicatorSet, answered: int, asked: int) -> bool:
    """Whether so many schools have answered that sums may be shown."""
    return answered >= min(chosen.minimum_answers, asked)


def percent(part: float | None, whole: float | None) -> float | None:
    """`part` of `whole` in percent with one decimal; None without data or for a whole of zero."""
    if part is None or not whole:
        return None
    some, everything = _exact(part), _exact(whole)
    if isinstance(some, int) and isinstance(everything, int) and some >= 0 < everything:
        # The same in whole numbers: there are tens of thousands of them.
        return (some * 2000 + everything) // (everything * 2) / 10
    return _half_up(Fraction(some) * 100 / everything)


def rounded(value: float) -> float:
    """With one decimal, half up: 12.25 gives 12.3."""
    return _half_up(Fraction(_exact(value)))


def meets(indicator: Indicator, value: float | None) -> bool | None:
    """Whether a value reaches the threshold; None where either is missing."""
    if value is None or indicator.threshold is None:
        return None
    wanted = indicator.threshold.value
    return value >= wanted if indicator.threshold.op == ">=" else value <= wanted


def _of_all(
    indicator: Indicator,
    of_schools: set[str],
    municipality: Numbers,
    schools: Sequence[Numbers],
    asked: int,
) -> Measured:
    wanted = [key for key in indicator.parts if key in of_schools]
    counted = [numbers for numbers in schools if _all_given(numbers, wanted)] if wanted else []

    def total(key: str | None) -> float | None:
        if key is None:
            return None
        return _sum(counted, key) if key in of_schools else municipality.get(key)

    return _measured(
        indicator,
        total(indicator.numerator),
        total(indicator.denominator),
        len(counted),
        asked if wanted else 0,
    )


def _measured(
    indicator: Indicator,
    numerator: float | None,
    denominator: float | None,
    answered: int,
    asked: int,
) -> Measured:
    if indicator.denominator is not None:
        value = percent(numerator, denominator)
    else:
        value = None if numerator is None else rounded(numerator)
    met = meets(indicator, value)
    return Measured(indicator, value, numerator, denominator, answered, asked, met)


def _all_given(numbers: Numbers, wanted: Iterable[str]) -> bool:
    return all(numbers.get(key) is not None for key in wanted)


def _sum(schools: Sequence[Numbers], key: str) -> float | None:
    if not schools:
        return None
    return float(sum(_exact(numbers[key] or 0) for numbers in schools))


def _exact(value: float) -> int | Fraction:
    # As it is written: 12.3 is 123/10, not the binary number next to it.
    whole = int(value)
    return whole if whole == value else Fraction(str(value))


def _half_up(value: Fraction) -> float:
    tenths = (abs(value) * 20 + 1) // 2
    return float(tenths if value >= 0 else -tenths) / 10
