"""Days of a campaign: working days, local moments, what falls where in the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.outbox.quiet import is_working_day

OPENS_AT, TELLS_AT = time(9), time(10)
DAY = timedelta(days=1)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """This time of a local day, in UTC; an hour that the zone leaves out becomes the next one."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day in the municipality."""
    return at.astimezone(zone).date()


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The local midnight after a day: from then on an answer is late."""
    return moment(day + DAY, time(), zone)


def working_from(day: date) -> date:
    """This day, or the next one on which people work."""
    while not is_working_day(day):
        day += DAY
    return day


def working_until(day: date) -> date:
    """This day, or the last one before on which people work."""
    while not is_working_day(day):
        day -= DAY
    return day


def of_year(month_day: str, year: int) -> date:
    """A day of every year, such as `05-31`, in one of them."""
    return date.fromisoformat(f"{year}-{month_day}")


def first_from(month_day: str, day: date) -> date:
    """The first day called so, on or after another."""
    this_year = of_year(month_day, day.year)
    return this_year if this_year >= day else of_year(month_day, day.year + 1)


def last_until(month_day: str, day: date) -> date:
    """The last day called so, on or before another."""
    this_year = of_year(month_day, day.year)
    return this_year if this_year <= day else of_year(month_day, day.year - 1)


def covered(first: str, last: str, day: date) -> tuple[date, date]:
    """The period of every year, both ends included, that had begun last on a day."""
    begins = last_until(first, day)
    return begins, first_from(last, begins)
