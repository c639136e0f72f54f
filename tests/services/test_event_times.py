"""When an event is, as people type it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.events.times import Period, typed_moment, typed_period
from tests.services.stories import refused

OMSK, BERLIN = ZoneInfo("Asia/Omsk"), ZoneInfo("Europe/Berlin")
SUNDAY = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)  # 10:00 in Omsk


def local(period: Period, zone: ZoneInfo = OMSK) -> tuple[str, str]:
    start, end = (moment.astimezone(zone) for moment in (period.start, period.end))
    return f"{start:%d.%m.%Y %H:%M}", f"{end:%d.%m.%Y %H:%M}"


def at(day: str, start: str, end: str, *, until: str = "") -> tuple[str, str]:
    return f"{day}.2026 {start}", f"{until or day}.2026 {end}"


KNOWN = typed_period("25.11 14:30–16:30", SUNDAY, OMSK)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("25.11.2026 14:30–16:00", at("25.11", "14:30", "16:00")),
        ("25/11/2026 14.30 - 16.00", at("25.11", "14:30", "16:00")),
        ("2026-11-25 14:30 до 16:00", at("25.11", "14:30", "16:00")),
        ("25.11 в 14:30, 1,5 часа", at("25.11", "14:30", "16:00")),
        ("25.11.26 14-30 1 ч 30 мин", at("25.11", "14:30", "16:00")),
        ("25 ноября 2026 г. с 14:30 до 16:00", at("25.11", "14:30", "16:00")),
        ("25-го ноября в 14 ч. 30 мин., полтора часа", at("25.11", "14:30", "16:00")),
        ("среда 25.11, 14:30", at("25.11", "14:30", "16:00")),
        ("14:30 25 ноября", at("25.11", "14:30", "16:00")),
        ("25.11 14-16", at("25.11", "14:00", "16:00")),
        ("завтра 15:00", at("23.11", "15:00", "16:30")),
        ("Послезавтра в 3 часа дня на 45 минут", at("24.11", "15:00", "15:45")),
        ("сегодня в 18:00, час", at("22.11", "18:00", "19:00")),
        ("в пятницу в 10 утра", at("27.11", "10:00", "11:30")),
        ("November 25, 2026 2:30 pm – 4 pm", at("25.11", "14:30", "16:00")),
        ("tomorrow at 15:00 for 2 hours", at("23.11", "15:00", "17:00")),
        ("25.11 22:00–01:00", at("25.11", "22:00", "01:00", until="26.11")),
        ("25.11 16:00–14:30", at("25.11", "16:00", "14:30")),
        ("25.11 10:00 – 27.11 16:00", at("25.11", "10:00", "16:00", until="27.11")),
    ],
)
def test_the_usual_variants_are_understood(typed: str, expected: tuple[str, str]) -> None:
    assert local(typed_period(typed, SUNDAY, OMSK)) == expected


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert local(typed_period("10.01 10:00", SUNDAY, OMSK))[0] == "10.01.2027 10:00"
    assert local(typed_period("22.11 23:00", SUNDAY, OMSK))[0] == "22.11.2026 23:00"
    assert local(typed_period("29 февраля 10:00", SUNDAY, OMSK))[0] == "29.02.2028 10:00"


def test_the_night_of_the_new_year_ends_in_the_next_one() -> None:
    expected = ("31.12.2026 23:00", "01.01.2027 01:30")
    assert local(typed_period("31.12 23:00–1:30", SUNDAY, OMSK)) == expected


def test_what_is_not_said_stays_as_it_is_known() -> None:
    assert local(typed_period("15:00", SUNDAY, OMSK, KNOWN)) == at("25.11", "15:00", "17:00")
    assert local(typed_period("26.11", SUNDAY, OMSK, KNOWN)) == at("26.11", "14:30", "16:30")
    assert local(typed_period("15:00–16:00", SUNDAY, OMSK, KNOWN)) == at("25.11", "15:00", "16:00")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("как-нибудь потом", "when-unclear"),
        ("25.11 14:30 если получится", "when-unclear"),
        ("25.11", "when-time"),
        ("14:30", "when-day"),
        ("31.02 10:00", "date-none"),
        ("25.11 25:00", "when-no-such-time"),
        ("четверг 25.11 14:30", "when-weekday"),
    ],
)
def test_what_is_unclear_is_said_exactly(typed: str, reason: str) -> None:
    with refused(reason):
        typed_period(typed, SUNDAY, OMSK)


def test_an_hour_that_the_clocks_leave_out_is_refused() -> None:
    with refused("when-gap"):
        typed_period("28.03.2027 02:30", SUNDAY, BERLIN)
    twice = typed_period("31.10.2027 02:30", SUNDAY, BERLIN)
    assert twice.start == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_deadline_may_be_a_day_alone() -> None:
    assert f"{typed_moment('24.11', SUNDAY, OMSK).astimezone(OMSK):%d.%m %H:%M}" == "24.11 23:59"
    assert f"{typed_moment('завтра 18:00', SUNDAY, OMSK).astimezone(OMSK):%H:%M}" == "18:00"
    with refused("when-day"):
        typed_moment("18:00", SUNDAY, OMSK)
