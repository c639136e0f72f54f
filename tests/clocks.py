"""Time that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

SCHOOL_YEAR_BEGINS = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)


class FixedClock:
    """A clock of the municipality; `advance` and `set` move it."""

    def __init__(self, moment: datetime = SCHOOL_YEAR_BEGINS, zone: str = "Asia/Omsk") -> None:
        self.zone = ZoneInfo(zone)
        self._moment = moment

    def now(self) -> datetime:
        """The moment in UTC."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Make it this moment."""
        self._moment = moment.astimezone(UTC)

    def advance(self, delta: timedelta | None = None, **parts: float) -> datetime:
        """Let time pass, as `advance(days=3)`; returns the new moment."""
        self._moment += delta or timedelta(**parts)
        return self._moment
