"""Quiet hours and working days, by the municipality's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from content import Delivery
from services.municipality import Municipality

_DAY = timedelta(days=1)


class Quiet:
    """As the profile in force says, unless the settings switch it off.

    `workday`: it is about something that also waits for a working day, as broadcasts do.
    """

    def __init__(self, municipality: Municipality) -> None:
        self._municipality = municipality

    def is_quiet(self, moment: datetime) -> bool:
        """Whether people should not be woken now."""
        if not self._municipality.quiet_hours:
            return False
        now, hours = moment.astimezone(self._zone).time(), self._rules.quiet
        if hours.begins < hours.ends:
            return hours.begins <= now < hours.ends
        return now >= hours.begins or now < hours.ends

    def is_allowed(self, moment: datetime, workday: bool = False) -> bool:
        """Whether it may be sent at this moment."""
        return not self.is_quiet(moment) and not (workday and self._is_off(moment))

    def next_allowed(self, moment: datetime, workday: bool = False) -> datetime:
        """This moment if it is allowed, otherwise the next one that is. Aware, in UTC."""
        if self.is_allowed(moment, workday):
            return moment.astimezone(UTC)
        day = moment.astimezone(self._zone).date()
        while True:
            # Through UTC: an hour that a zone leaves out becomes the next one that exists.
            morning = datetime.combine(day, self._rules.quiet.ends, self._zone).astimezone(UTC)
            if morning > moment and self.is_allowed(morning, workday):
                return morning
            day += _DAY

    @property
    def _rules(self) -> Delivery:
        return self._municipality.profile.delivery

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._municipality.profile.timezone)

    def _is_off(self, moment: datetime) -> bool:
        if not (self._municipality.quiet_hours and self._rules.working_days.value):
            return False
        return not is_working_day(moment.astimezone(self._zone).date())


@lru_cache(maxsize=512)
def is_working_day(day: date) -> bool:
    """Whether people in Russia work on this day, days moved by the government included."""
    return bool(_calendar().is_working_day(day))


def load_calendar() -> None:
    """Make the calendar of working days ready: half a second that nobody should wait for."""
    _calendar()


@lru_cache(maxsize=1)
def _calendar() -> Any:
    import holidays

    return holidays.country_holidays("RU")
