"""APScheduler with the fixed jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from scheduler.jobs import Jobs

_TICK = timedelta(microseconds=1)
_OFTEN = "tick"


class Scheduler:
    """Runs the jobs in the municipality's time zone; what was slept through runs once.

    `on_moved` is called after a clock that was moved by hand has been caught up with.
    """

    def __init__(self, jobs: Jobs, zone: ZoneInfo) -> None:
        self._jobs = jobs
        self.on_moved: Callable[[], None] = lambda: None
        self._scheduler = AsyncIOScheduler(
            timezone=zone,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(jobs.tidy, CronTrigger(hour=3, minute=30, timezone=zone), id="tidy")
        morning = CronTrigger(hour=9, minute=30, timezone=zone)
        self._scheduler.add_job(jobs.remind, morning, id="remind")

        early = CronTrigger(hour=2, minute=30, timezone=zone)
        self._scheduler.add_job(jobs.back_up, early, id="backup")
        often = CronTrigger(second="*/15", timezone=zone)
        self._scheduler.add_job(jobs.tick, often, id=_OFTEN)

    @property
    def job_ids(self) -> list[str]:
        """Names of the fixed jobs."""
        return [job.id for job in self._scheduler.get_jobs()]

    async def next_due(self, now: datetime) -> datetime | None:
        """The first moment after `now` at which a job is to run, or something stored is due."""
        moments = [moment for _, moment in self.upcoming(now)]
        if (stored := await self._jobs.next_due()) is not None and stored > now:
            moments.append(stored)
        return min(moments, default=None)

    def upcoming(self, now: datetime) -> list[tuple[str, datetime]]:
        """Names of the jobs and when they are to run next, the earliest first."""
        due = ((job.id, self._after(job, now)) for job in self._daily())
        found = [(name, moment) for name, moment in due if moment is not None]
        return sorted(found, key=lambda one: one[1])

    async def catch_up(self, before: datetime, now: datetime) -> None:
        """Run, once each, the jobs between two moments of a clock that was moved by hand."""
        for job in self._daily():
            due = self._after(job, before)
            if due is not None and due <= now:
                await job.func(*job.args, **job.kwargs)
        await self._jobs.tick()
        self.on_moved()

    def _daily(self) -> list[Job]:
        return [job for job in self._scheduler.get_jobs() if job.id != _OFTEN]

    def start(self) -> None:
        """Begin on the running event loop."""
        self._scheduler.start()

    @staticmethod
    def _after(job: Job, moment: datetime) -> datetime | None:
        # A trigger takes the moment itself for due; the one that is now is not to come.
        due: datetime | None = job.trigger.get_next_fire_time(None, moment + _TICK)
        return due

    def stop(self) -> None:
        """End; a job that runs is not waited for, it commits or it does not."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
