"""Quiet hours and working days, by the municipality's clock and calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.municipality import Municipality
from services.notices import Notice
from services.outbox.patience import PATIENCE, Patience, held_until
from services.outbox.quiet import Quiet, is_working_day
from tests.wiring import load_profile

OMSK = "Asia/Omsk"
BERLIN = "Europe/Berlin"  # which has summer time; Russia has none

AT = datetime(2025, 1, 1, tzinfo=UTC)


def quiet(
    begins: str = "21:00",
    ends: str = "07:00",
    *,
    zone: str = OMSK,
    working_days: bool = True,
    on: bool = True,
) -> Quiet:
    """Rules of a municipality."""
    profile = load_profile("ust-ishim")
    delivery = profile.delivery
    hours = delivery.quiet.model_copy(update={"first": begins, "last": ends})
    days = delivery.working_days.model_copy(update={"value": working_days})
    changes: dict[str, Any] = {
        "delivery": delivery.model_copy(update={"quiet": hours, "working_days": days}),
        "zone": profile.zone.model_copy(update={"value": zone}),
    }
    return Quiet(Municipality(profile.model_copy(update=changes), quiet_hours=on))


def at(text: str, zone: str = OMSK) -> datetime:
    """A moment by a municipality's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


class TestQuietHours:
    @pytest.mark.parametrize(
        ("moment", "is_quiet"),
        [
            ("2026-09-01 20:59", False),
            ("2026-09-01 21:00", True),
            ("2026-09-01 23:59", True),
            ("2026-09-02 00:00", True),
            ("2026-09-02 06:59", True),
            ("2026-09-02 07:00", False),
        ],
    )
    def test_go_over_midnight(self, moment: str, is_quiet: bool) -> None:
        assert quiet().is_quiet(at(moment)) is is_quiet

    def test_can_lie_within_a_day(self) -> None:
        rules = quiet("13:00", "14:30")
        assert rules.is_quiet(at("2026-09-01 14:29"))
        assert not rules.is_quiet(at("2026-09-01 12:59"))
        assert rules.next_allowed(at("2026-09-01 13:10")) == at("2026-09-01 14:30")

    @pytest.mark.parametrize(
        ("moment", "morning"),
        [
            ("2026-09-01 22:15", "2026-09-02 07:00"),
            ("2026-09-02 00:30", "2026-09-02 07:00"),
            ("2026-09-02 12:00", "2026-09-02 12:00"),
        ],
    )
    def test_end_in_the_morning(self, moment: str, morning: str) -> None:
        assert quiet().next_allowed(at(moment)) == at(morning)

    def test_follow_the_clock_of_the_municipality(self) -> None:
        moment = datetime(2026, 9, 1, 15, 0, tzinfo=UTC)
        assert quiet(zone=OMSK).is_quiet(moment)
        assert not quiet(zone="Europe/Samara").is_quiet(moment)

    def test_can_be_switched_off(self) -> None:
        night = at("2026-09-05 23:00")
        assert not quiet(on=False).is_quiet(night)
        assert quiet(on=False).next_allowed(night, workday=True) == night


class TestWhereClocksAreChanged:
    def test_a_night_that_is_an_hour_short_ends_at_the_same_time(self) -> None:
        found = quiet(zone=BERLIN).next_allowed(at("2026-03-28 22:00", BERLIN))
        assert found == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)

    def test_a_night_that_is_an_hour_longer_too(self) -> None:
        found = quiet(zone=BERLIN).next_allowed(at("2026-10-24 22:00", BERLIN))
        assert found == datetime(2026, 10, 25, 6, 0, tzinfo=UTC)

    def test_a_morning_that_the_clock_leaves_out_comes_when_it_can(self) -> None:
        rules = quiet("22:00", "02:30", zone=BERLIN)
        found = rules.next_allowed(at("2026-03-28 23:00", BERLIN))
        assert found.astimezone(ZoneInfo(BERLIN)).isoformat() == "2026-03-29T03:30:00+02:00"

    @settings(deadline=None)
    @given(
        st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: AT + timedelta(minutes=minutes)),
        st.sampled_from([OMSK, BERLIN, "America/St_Johns"]),
        st.booleans(),
    )
    def test_what_is_found_is_allowed_and_not_before(
        self, moment: datetime, zone: str, workday: bool
    ) -> None:
        rules = quiet(zone=zone)
        found = rules.next_allowed(moment, workday=workday)
        assert found >= moment
        assert rules.is_allowed(found, workday=workday)
        assert found - moment < timedelta(days=14)


class TestWorkingDays:
    @pytest.mark.parametrize(
        ("day", "works"),
        [
            ("2026-09-01", True),
            ("2026-09-05", False),  # Saturday
            ("2026-11-04", False),  # a holiday in the middle of a week
            ("2026-01-09", False),  # moved by the government
            ("2024-04-27", True),  # a Saturday that people worked
        ],
    )
    def test_are_those_of_russia(self, day: str, works: bool) -> None:
        assert is_working_day(date.fromisoformat(day)) is works

    @pytest.mark.parametrize(
        ("moment", "found"),
        [
            ("2026-09-04 22:00", "2026-09-07 07:00"),  # over a week-end
            ("2026-09-05 12:00", "2026-09-07 07:00"),
            ("2026-11-03 21:30", "2026-11-05 07:00"),  # over a holiday
            ("2025-12-31 12:00", "2026-01-12 07:00"),
            ("2026-09-07 05:00", "2026-09-07 07:00"),
            ("2026-09-07 08:00", "2026-09-07 08:00"),
        ],
    )
    def test_are_waited_for(self, moment: str, found: str) -> None:
        assert quiet().next_allowed(at(moment), workday=True) == at(found)

    def test_are_waited_for_only_where_the_profile_says_so(self) -> None:
        saturday = at("2026-09-05 12:00")
        assert quiet(working_days=False).next_allowed(saturday, workday=True) == saturday


class TestPatience:
    NIGHT, MORNING = at("2026-09-04 23:00"), at("2026-09-05 07:00")

    def test_of_each_kind_is_known(self) -> None:
        assert set(PATIENCE) == set(Notice)

    def test_personal_answers_come_at_once(self) -> None:
        assert held_until(quiet(), Patience.COMES, self.NIGHT, None) is None

    def test_others_wait_for_the_morning_or_for_work(self) -> None:
        assert held_until(quiet(), Patience.WAITS, self.NIGHT, None) == self.MORNING
        monday = at("2026-09-07 07:00")
        assert held_until(quiet(), Patience.WAITS_FOR_WORK, self.NIGHT, None) == monday

    def test_what_would_be_pointless_by_then_comes_now(self) -> None:
        early = self.MORNING - timedelta(minutes=1)
        assert held_until(quiet(), Patience.WAITS, self.NIGHT, early) is None
        late = self.MORNING + timedelta(minutes=1)
        assert held_until(quiet(), Patience.WAITS, self.NIGHT, late) == self.MORNING

    def test_by_day_nothing_waits(self) -> None:
        noon = at("2026-09-04 12:00")
        assert {held_until(quiet(), one, noon, None) for one in Patience} == {None}
