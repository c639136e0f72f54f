"""From numbers to indicators: reckoned once more, the slow way, and compared."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import IndicatorSet, load_profile
from services.monitoring.results.formulas import (
    Measured,
    Numbers,
    enough,
    measure_all,
    measure_school,
    percent,
    rounded,
)

KOKSA = IndicatorSet.of(load_profile("ust-koksa"))
SETS = [
    IndicatorSet.of(load_profile(key)) for key in ("izhevsk", "lesosibirsk", "mirny", "ust-ishim")
] + [KOKSA]
WHOLE = st.integers(0, 1_000_000).map(float)
SHARE = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def numbers_of(chosen: IndicatorSet, municipality: bool) -> st.SearchStrategy[dict[str, Any]]:
    """What one request may hold: numbers, «no data», and fields left out."""
    kinds = {"number": WHOLE | st.just(0.0), "yes_no": st.sampled_from([0.0, 1.0]), "share": SHARE}
    fields = {
        variable.key: kinds[variable.input] | st.none()
        for variable in chosen.asked(municipality)
        if variable.input in kinds
    }
    return st.fixed_dictionaries({}, optional=fields)


def collected(
    chosen: IndicatorSet,
) -> st.SearchStrategy[tuple[IndicatorSet, Numbers, list[Numbers]]]:
    schools = st.lists(numbers_of(chosen, municipality=False), max_size=8)
    return st.tuples(st.just(chosen), numbers_of(chosen, municipality=True), schools)


COLLECTED = st.sampled_from(SETS).flatmap(collected)


def by_key(found: list[Measured]) -> dict[str, Measured]:
    return {one.indicator.key: one for one in found}


def slowly(part: float, whole: float | None) -> float | None:
    """Percent, or the number itself without a whole; with fifty digits, then rounded."""
    with localcontext(prec=50):
        value = Decimal(repr(part))
        if whole is not None:
            if whole == 0:
                return None
            value = value * 100 / Decimal(repr(whole))
        return float(value.quantize(Decimal("0.1"), ROUND_HALF_UP))


@given(COLLECTED)
def test_a_naive_recomputation_gives_the_same(
    given: tuple[IndicatorSet, dict[str, Any], list[dict[str, Any]]],
) -> None:
    chosen, own, schools = given
    levels = {variable.key: variable.level for variable in chosen.variables}
    for one in measure_all(chosen, own, schools, asked=10):
        parts = [one.indicator.numerator, one.indicator.denominator]
        asked_of_schools = [key for key in parts if key and levels[key] == "school"]
        counted = [
            numbers
            for numbers in schools
            if not any(numbers.get(key) is None for key in asked_of_schools)
        ]
        sums: list[float | None] = []
        for key in parts:
            if key in asked_of_schools:
                sums.append(sum(numbers[key] for numbers in counted) if counted else None)
            else:
                sums.append(own.get(key) if key else None)
        assert [one.numerator, one.denominator] == sums
        if sums[0] is None or (parts[1] and sums[1] is None):
            assert one.value is None
        else:
            assert one.value == slowly(sums[0], sums[1])
        expected = (len(counted), 10) if asked_of_schools else (0, 0)
        assert (one.answered, one.asked) == expected


@given(COLLECTED, st.randoms())
def test_the_order_of_schools_does_not_matter(
    given: tuple[IndicatorSet, dict[str, Any], list[dict[str, Any]]], random: Any
) -> None:
    chosen, own, schools = given
    mixed = list(schools)
    random.shuffle(mixed)
    assert measure_all(chosen, own, mixed, 10) == measure_all(chosen, own, schools, 10)


@given(COLLECTED)
def test_a_share_is_met_exactly_when_the_shown_value_reaches_the_threshold(
    given: tuple[IndicatorSet, dict[str, Any], list[dict[str, Any]]],
) -> None:
    chosen, own, schools = given
    for one in measure_all(chosen, own, schools, 10):
        threshold = one.indicator.threshold
        if threshold is None or one.value is None:
            assert one.met is None
        else:
            assert one.met is (one.value >= threshold.value)


@given(COLLECTED)
def test_one_school_alone_is_reckoned_as_a_municipality_of_one(
    given: tuple[IndicatorSet, dict[str, Any], list[dict[str, Any]]],
) -> None:
    chosen, _, schools = given
    for numbers in schools:
        together = by_key(measure_all(chosen, {}, [numbers], asked=1))
        for one in measure_school(chosen, numbers):
            same = together[one.indicator.key]
            assert (one.value, one.met, one.answered) == (same.value, same.met, same.answered)


@given(WHOLE, WHOLE)
def test_percent_of_zero_is_no_data(part: float, whole: float) -> None:
    assert percent(part, whole) == (slowly(part, whole) if whole else None)
    assert percent(part, 0) is None
    assert percent(None, whole) is None
    assert percent(part, None) is None


@given(st.integers(-100_000, 100_000).map(lambda hundredths: hundredths / 100))
def test_halves_are_rounded_away_from_zero(value: float) -> None:
    assert rounded(value) == slowly(value, None)
    assert rounded(-value) == -rounded(value)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 3, 33.3), (2, 3, 66.7), (1, 16, 6.3), (1, 2000, 0.1), (999, 1000, 99.9), (12.5, 50, 25.0)],
)
def test_percent_has_one_decimal(part: float, whole: float, shown: float) -> None:
    assert percent(part, whole) == shown


class TestUstKoksa:
    """Three schools and a silent one."""

    SCHOOLS: tuple[Numbers, ...] = (
        {"staff_total": 20, "staff_trained": 3, "young_total": 0, "young_covered": 0,
         "orgs_mentoring": 1},
        {"staff_total": 11, "staff_trained": 0, "young_total": 2, "young_covered": 1,
         "orgs_mentoring": 0},
        {"staff_total": None, "staff_trained": 5, "young_total": 1, "orgs_mentoring": None},
    )  # fmt: skip

    def measured(self) -> dict[str, Measured]:
        return by_key(measure_all(KOKSA, {"orgs_total": 4, "communities": 7}, self.SCHOOLS, 4))

    def test_share_is_made_of_the_schools_that_gave_both_numbers(self) -> None:
        one = self.measured()["training_share"]
        assert (one.numerator, one.denominator, one.value, one.met) == (3, 31, 9.7, False)
        assert (one.answered, one.asked) == (2, 4)

    def test_yes_is_counted_against_the_number_of_the_service(self) -> None:
        one = self.measured()["target_mentoring"]
        assert (one.numerator, one.denominator, one.value, one.met) == (1, 4, 25.0, True)

    def test_what_nobody_answered_has_no_value(self) -> None:
        one = self.measured()["routes_share"]
        assert (one.numerator, one.denominator, one.value, one.met) == (None, None, None, None)
        assert (one.answered, one.asked) == (0, 4)

    def test_number_of_the_service_needs_no_school(self) -> None:
        one = self.measured()["communities_count"]
        assert (one.value, one.met, one.answered, one.asked) == (7, None, 0, 0)

    def test_school_without_young_teachers_has_no_share_of_them(self) -> None:
        first, second, third = (by_key(measure_school(KOKSA, one)) for one in self.SCHOOLS)
        assert (first["young_share"].value, first["young_share"].answered) == (None, 1)
        assert second["young_share"].value == 50.0
        assert (third["young_share"].value, third["young_share"].answered) == (None, 0)
        assert self.measured()["young_share"].value == 50.0

    def test_school_below_a_threshold_is_told(self) -> None:
        first, second, third = (by_key(measure_school(KOKSA, one)) for one in self.SCHOOLS)
        met = [one["training_share"].met for one in (first, second, third)]
        assert met == [True, False, None]


def test_what_is_shown_is_what_is_compared() -> None:
    schools = [{"staff_total": 1005.0, "staff_trained": 100.0}]  # 9.95 percent
    one = by_key(measure_all(KOKSA, {}, schools, 1))["training_share"]
    assert (one.value, one.met) == (10.0, True)


@pytest.mark.parametrize(
    ("answered", "asked", "shown"),
    [(4, 20, False), (5, 20, True), (2, 3, False), (3, 3, True), (0, 0, True)],
)
def test_sums_wait_for_the_minimum_of_answers(answered: int, asked: int, shown: bool) -> None:
    assert enough(KOKSA, answered, asked) is shown
