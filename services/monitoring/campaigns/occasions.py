"""Campaigns of the profile's calendar: which are to be held in a time, and on which days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from content import Profile
from services.monitoring.campaigns.days import (
    OPENS_AT,
    covered,
    end_of,
    first_from,
    local_day,
    moment,
    of_year,
    working_from,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One campaign of the calendar in one year; the days are moved from days off."""

    key: str
    year: int
    title: str
    consolidated: bool
    covers_from: date
    covers_to: date
    opens_on: date
    opens_at: datetime
    wished_on: date
    deadline_on: date
    due_at: datetime

    @property
    def name(self) -> str:
        """Makes it once, for ever: `may:2026`."""
        return f"{self.key}:{self.year}"


def occasions(
    profile: Profile, after: datetime, until: datetime, zone: ZoneInfo
) -> Iterator[Occasion]:
    """What opens after one moment and at the latest at another."""
    years = range(local_day(after, zone).year - 1, local_day(until, zone).year + 1)
    for index in range(len(profile.monitoring.campaigns)):
        for year in years:
            found = _occasion(profile, index, year, zone)
            if after < found.opens_at <= until:
                yield found


def _occasion(profile: Profile, index: int, year: int, zone: ZoneInfo) -> Occasion:
    campaign = profile.monitoring.campaigns[index]
    wished_opening = of_year(campaign.opens, year)
    opens_on = working_from(wished_opening)
    wished_on = first_from(campaign.closes, wished_opening)
    deadline_on = working_from(wished_on)
    covers_from, covers_to = covered(campaign.covers_from, campaign.covers_to, wished_opening)
    return Occasion(
        key=campaign.key,
        year=year,
        title=campaign.title.get("ru"),
        consolidated=campaign.consolidated,
        covers_from=covers_from,
        covers_to=covers_to,
        opens_on=opens_on,
        opens_at=moment(opens_on, OPENS_AT, zone),
        wished_on=wished_on,
        deadline_on=deadline_on,
        due_at=end_of(deadline_on, zone),
    )
