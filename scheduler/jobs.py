"""What the fixed jobs do: call a service, log what came of it."""

from __future__ import annotations

import structlog

from services.backups import BackupFailed, Backups
from services.careers import Careers
from services.housekeeping import Housekeeping

log = structlog.get_logger(__name__)


class Jobs:
    """The jobs of the scheduler, one method each."""

    def __init__(self, housekeeping: Housekeeping, careers: Careers, backups: Backups) -> None:
        self._housekeeping = housekeeping
        self._careers = careers
        self._backups = backups

    async def tidy(self) -> None:
        """Nightly housekeeping."""
        dropped = await self._housekeeping.tidy()
        log.info("housekeeping done", bookmarks_dropped=dropped)

    async def remind(self) -> None:
        """Tell people in the morning of an attestation that comes near."""
        near = await self._careers.remind()
        log.info("attestations looked through", near=near)

    async def back_up(self) -> None:
        """The backup of the night, where backups are on; the admins are told of a failure."""
        try:
            made = await self._backups.make_nightly()
        except BackupFailed as error:
            log.error("backup failed", reason=error.reason, told=str(error))
        else:
            if made is not None:
                log.info("backup made", file=made.path.name, bytes=made.size)
