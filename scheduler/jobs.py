"""What the fixed jobs do: call a service, log what came of it."""

from __future__ import annotations

from datetime import datetime

import structlog

from services.backups import BackupFailed, Backups
from services.careers import Careers
from services.events import Closing
from services.housekeeping import Housekeeping
from services.outbox import Outbox

log = structlog.get_logger(__name__)


class Jobs:
    """The jobs of the scheduler, one method each."""

    def __init__(
        self,
        housekeeping: Housekeeping,
        careers: Careers,
        backups: Backups,
        closing: Closing,
        outbox: Outbox,
    ) -> None:
        self._housekeeping = housekeeping
        self._careers = careers
        self._backups = backups
        self._closing = closing
        self._outbox = outbox

    async def tick(self) -> None:
        """What is due several times a minute: events that have ended."""
        if closed := await self._closing.close_ended():
            log.info("events closed", count=closed)

    async def next_due(self) -> datetime | None:
        """When the next thing that waits in the database for its time is to happen."""
        moments = [await self._outbox.next_due(), await self._closing.next_due()]
        return min((moment for moment in moments if moment is not None), default=None)

    async def tidy(self) -> None:
        """Nightly housekeeping."""
        dropped = await self._housekeeping.tidy()
        messages = await self._housekeeping.drop_messages()
        log.info("housekeeping done", bookmarks_dropped=dropped, messages_dropped=messages)

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
