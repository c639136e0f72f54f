"""What the fixed jobs do: call a service, log what came of it."""

from __future__ import annotations

import structlog

from services.housekeeping import Housekeeping

log = structlog.get_logger(__name__)


class Jobs:
    """The jobs of the scheduler, one method each."""

    def __init__(self, housekeeping: Housekeeping) -> None:
        self._housekeeping = housekeeping

    async def tidy(self) -> None:
        """Nightly housekeeping."""
        dropped = await self._housekeeping.tidy()
        log.info("housekeeping done", bookmarks_dropped=dropped)
