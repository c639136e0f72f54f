"""APScheduler with the fixed jobs."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from scheduler.jobs import Jobs


class Scheduler:
    """Runs the jobs in the municipality's time zone; what was slept through runs once."""

    def __init__(self, jobs: Jobs, zone: ZoneInfo) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=zone,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(jobs.tidy, CronTrigger(hour=3, minute=30, timezone=zone), id="tidy")

    @property
    def job_ids(self) -> list[str]:
        """Names of the fixed jobs."""
        return [job.id for job in self._scheduler.get_jobs()]

    def start(self) -> None:
        """Begin on the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """End; a job that runs is not waited for, it commits or it does not."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
