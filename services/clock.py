"""The only source of time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the moment, aware and in UTC, and the municipality's time zone."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """The moment in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)
