"""The demonstration's time: the sandbox's clock, which people move in the web chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


class DemoClock:
    """The application's clock on a source of Unix seconds."""

    def __init__(self, source: Callable[[], float], zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self._source = source
        self._held: datetime | None = None

    def now(self) -> datetime:
        """The moment in UTC."""
        return self._held or datetime.fromtimestamp(self._source(), UTC)

    @contextmanager
    def held(self, moment: datetime) -> Iterator[None]:
        """Stand still at a moment of the past while the past is being told."""
        self._held = moment
        try:
            yield
        finally:
            self._held = None
