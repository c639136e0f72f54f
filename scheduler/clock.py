"""APScheduler with the fixed jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from scheduler.jobs import Jobs
from services.schedule import OFTEN, Job, Schedule

_TICK = timedelta(microseconds=1)
_OWED = "owed"
# Hour and minute of the daily jobs, by the municipality's clock.
DAILY = {Job.TIDY: (3, 30), Job.REMIND: (9, 30), Job.BACKUP: (2, 30)}


class Scheduler:
    """Runs the jobs in the municipality's time zone; what was slept through runs once.

    `on_moved` is called after a clock that was moved by hand has been caught up with.
    """

    def __init__(self, jobs: Jobs, schedule: Schedule, zone: ZoneInfo) -> None:
        self._jobs, self._schedule = jobs, schedule
        self.on_moved: Callable[[], None] = lambda: None
        self._scheduler = AsyncIOScheduler(
            timezone=zone,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._daily = {
            job: CronTrigger(hour=hour, minute=minute, timezone=zone)
            for job, (hour, minute) in DAILY.items()
        }
        often = CronTrigger(second="*/15", timezone=zone)
        for job, trigger in {**self._daily, **dict.fromkeys(OFTEN, often)}.items():
            self._scheduler.add_job(schedule.run_due, trigger, args=(job,), id=job)
        self._scheduler.add_job(schedule.run_owed, often, id=_OWED)

    @property
    def job_ids(self) -> list[str]:
        """Names of the fixed jobs."""
        return [job.id for job in self._scheduler.get_jobs()]

    async def next_due(self, now: datetime) -> datetime | None:
        """The first moment after `now` at which a job is to run, or something stored is due."""
        paused = await self._schedule.paused()
        moments = [moment for job, moment in self.upcoming(now) if job not in paused]
        if (stored := await self._jobs.next_due()) is not None and stored > now:
            moments.append(stored)
        return min(moments, default=None)

    def next_time(self, job: Job, after: datetime) -> datetime | None:
        """When a daily job is to run next; of the others, it is always soon."""
        trigger = self._daily.get(job)
        if trigger is None:
            return None
        # A trigger takes the moment itself for due; the one that is now is not to come.
        due: datetime | None = trigger.get_next_fire_time(None, after + _TICK)
        return due

    def upcoming(self, now: datetime) -> list[tuple[Job, datetime]]:
        """The daily jobs and when they are to run next, the earliest first."""
        due = ((job, self.next_time(job, now)) for job in self._daily)
        found = [(job, moment) for job, moment in due if moment is not None]
        return sorted(found, key=lambda one: one[1])

    async def catch_up(self, before: datetime, now: datetime) -> None:
        """Run, once each, the jobs between two moments of a clock that was moved by hand."""
        for job in self._daily:
            due = self.next_time(job, before)
            if due is not None and due <= now:
                await self._schedule.run_due(job)
        await self._schedule.run_owed()
        for job in OFTEN:
            await self._schedule.run_due(job)
        self.on_moved()

    def start(self) -> None:
        """Begin on the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """End; a job that runs is not waited for, it commits or it does not."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
