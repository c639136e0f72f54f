"""What the jobs do: call services, tell what came of it in numbers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from services.backups import BackupFailed
from services.schedule import Facts, Job, JobFailed
from services.use_cases import Services

log = structlog.get_logger(__name__)


class Jobs:
    """The jobs of the scheduler, one method each; empty facts where there was nothing to do."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._works: dict[Job, Callable[[], Awaitable[Facts]]] = {
            Job.MONITORING: self._monitor,
            Job.TICK: self._close_events,
            Job.BACKUP: self._back_up,
            Job.REMIND: self._remind,
            Job.TIDY: self._tidy,
        }

    async def work(self, job: Job) -> Facts:
        """Do a job; raises `JobFailed`, whatever happened: the scheduler goes on."""
        try:
            facts = await self._works[job]()
        except JobFailed as error:
            log.error("job failed", job=str(job), reason=error.reason, told=str(error.__cause__))
            raise
        except Exception as error:
            log.exception("job failed", job=str(job))
            raise JobFailed("crashed") from error
        if facts:
            log.info("job done", job=str(job), **facts)
        return facts

    async def next_due(self) -> datetime | None:
        """When the next thing that waits in the database for its time is to happen."""
        paused = await self._services.schedule.paused()
        moments = [await self._services.outbox.next_due()]
        if Job.TICK not in paused:
            moments.append(await self._services.events.closing.next_due())
        if Job.MONITORING not in paused:
            moments.append(await self._services.monitoring.steps.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    async def _monitor(self) -> Facts:
        """Plan campaigns of the calendar, and do their steps that are due, in order."""
        began, monitoring = self._services.clock.now(), self._services.monitoring
        planned, pieces = await monitoring.planning.plan_ahead(), 0
        while await monitoring.steps.advance():
            pieces += 1
        if not planned and not pieces:
            return {}
        done = await self._services.schedule.steps_done(began)
        return {"planned": planned, "steps": done}

    async def _close_events(self) -> Facts:
        """Close events that have ended."""
        return _counted(events=await self._services.events.closing.close_ended())

    async def _tidy(self) -> Facts:
        """Nightly housekeeping."""
        housekeeping = self._services.housekeeping
        return _counted(
            bookmarks=await housekeeping.tidy(),
            messages=await housekeeping.drop_messages(),
            runs=await housekeeping.drop_runs(),
        )

    async def _remind(self) -> Facts:
        """Tell people in the morning of an attestation that comes near."""
        return _counted(near=await self._services.careers.remind())

    async def _back_up(self) -> Facts:
        """The backup of the night, where backups are on; the admins are told of a failure."""
        try:
            made = await self._services.backups.make_nightly()
        except BackupFailed as error:
            raise JobFailed(error.reason) from error
        return {} if made is None else {"bytes": made.size}


def _counted(**counts: int) -> Facts:
    """The counts, if there is anything to tell."""
    return counts if any(counts.values()) else {}
