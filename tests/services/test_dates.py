"""Dates as people type them, and steps of whole months."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.dates import shifted, today, typed_date
from services.errors import Refusal
from tests.clocks import FixedClock
from tests.services.stories import refused

NOW = date(2026, 9, 1)
FIRST_OF_MAY = date(2025, 5, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "1.5.2025",
        "01.05.2025",
        "01/05/2025",
        "1-5-2025",
        "1 5 2025",
        "1,5,2025",
        "01.05.25",
        "1.05.2025 г.",
        "01052025",
        "2025-05-01",
        "2025.5.1",
        "1 мая 2025",
        "1 Мая 2025 г.",
        "1 мая 2025 года",
        "1-го мая 2025",
        "1 май 2025",
        "  1\u00a0мая   2025. ",
        "1 May 2025",
        "1st May 2025",
        "May 1, 2025",
        "may 1st 2025",
    ],
)
def test_usual_ways_to_write_a_date_are_understood(typed: str) -> None:
    assert typed_date(typed, NOW) == FIRST_OF_MAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 сент. 2024", date(2024, 9, 12)),
        ("12 Sept 2024", date(2024, 9, 12)),
        ("3 янв 2024", date(2024, 1, 3)),
        ("31 декабря 1999", date(1999, 12, 31)),
        ("1.5.98", date(1998, 5, 1)),
        ("1.5.40", date(2040, 5, 1)),
        ("1.5.60", date(1960, 5, 1)),
        ("29.02.2024", date(2024, 2, 29)),
    ],
)
def test_months_are_shortened_and_years_too(typed: str, day: date) -> None:
    assert typed_date(typed, NOW) == day


@pytest.mark.parametrize("typed", ["", "май", "1 ма 2025", "1 июл", "вчера", "5", "1.5", "1.5.205"])
def test_what_is_no_date_is_said_to_be_none(typed: str) -> None:
    with refused("date-unclear") as caught:
        typed_date(typed, NOW)
    assert caught.value.facts == {"text": typed}


@pytest.mark.parametrize("typed", ["31.02.2025", "29.02.2025", "1.13.2025", "0.5.2025", "1.1.0000"])
def test_a_day_that_does_not_exist_is_told_apart(typed: str) -> None:
    with refused("date-none"):
        typed_date(typed, NOW)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_refusal(typed: str) -> None:
    reason = ""
    try:
        typed_date(typed, NOW)
    except Refusal as refusal:
        reason = refusal.reason
    assert reason in {"", "date-unclear", "date-none"}


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), -36, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last(day: date, months: int, then: date) -> None:
    assert shifted(day, months) == then


def test_today_is_that_of_the_municipality() -> None:
    clock = FixedClock(datetime(2026, 8, 31, 20, 0, tzinfo=UTC), "Asia/Omsk")
    assert today(clock) == date(2026, 9, 1)
