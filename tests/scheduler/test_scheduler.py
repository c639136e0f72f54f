"""The fixed jobs: few, in the municipality's time, and nothing durable in them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from scheduler.clock import Scheduler
from scheduler.jobs import Jobs
from services.backups import BackupFailed, BackupFile
from services.schedule import Job, JobFailed
from tests.clocks import FixedClock

OMSK = ZoneInfo("Asia/Omsk")


class Housekeeping:
    """Counts how often it was asked to tidy up."""

    def __init__(self) -> None:
        self.asked = 0

    async def tidy(self) -> int:
        self.asked += 1
        return 7

    async def drop_messages(self) -> int:
        return 9

    async def drop_runs(self) -> int:
        return 0


class Careers:
    """Counts how often it was asked to remind."""

    def __init__(self) -> None:
        self.asked = 0

    async def remind(self) -> int:
        self.asked += 1
        return 3


class Backups:
    """Makes a backup, has them off, or fails."""

    def __init__(self) -> None:
        self.outcome: Any = None

    async def make_nightly(self) -> Any:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


class Closing:
    """Counts how often it was asked to close events."""

    def __init__(self) -> None:
        self.asked, self.closed = 0, 2
        self.due: datetime | None = None

    async def close_ended(self) -> int:
        self.asked += 1
        return self.closed

    async def next_due(self) -> datetime | None:
        return self.due


class Outbox:
    """Knows when the next stored thing is due."""

    def __init__(self) -> None:
        self.due: datetime | None = None

    async def next_due(self) -> datetime | None:
        return self.due


class Campaigns:
    """Plans and does so many pieces of steps; counts."""

    def __init__(self) -> None:
        self.planned, self.pieces, self.asked = 0, 0, 0

    async def plan_ahead(self) -> int:
        self.asked += 1
        return self.planned

    async def advance(self) -> bool:
        self.pieces -= 1
        return self.pieces >= 0

    async def next_due(self) -> datetime | None:
        return None


class Schedule:
    """Runs what is not paused, as the use cases do."""

    def __init__(self) -> None:
        self.jobs: Any = None
        self.stopped: set[Job] = set()
        self.owed: list[Job] = []

    async def paused(self) -> set[Job]:
        return self.stopped

    async def run_due(self, job: Job) -> None:
        if job not in self.stopped:
            await self.jobs.work(job)

    async def run_owed(self) -> None:
        while self.owed:
            await self.run_due(self.owed.pop())

    async def steps_done(self, _since: datetime) -> dict[str, int]:
        return {"open": 1, "before-7": 2}


@pytest.fixture
def closing() -> Closing:
    return Closing()


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def backups() -> Backups:
    return Backups()


@pytest.fixture
def careers() -> Careers:
    return Careers()


@pytest.fixture
def housekeeping() -> Housekeeping:
    return Housekeeping()


@pytest.fixture
def campaigns() -> Campaigns:
    return Campaigns()


@pytest.fixture
def schedule() -> Schedule:
    return Schedule()


@pytest.fixture
def jobs(
    housekeeping: Any,
    careers: Any,
    backups: Any,
    closing: Any,
    outbox: Any,
    campaigns: Any,
    schedule: Schedule,
) -> Jobs:
    services: Any = SimpleNamespace(
        clock=FixedClock(),
        housekeeping=housekeeping,
        careers=careers,
        backups=backups,
        events=SimpleNamespace(closing=closing),
        outbox=outbox,
        monitoring=SimpleNamespace(planning=campaigns, steps=campaigns),
        schedule=schedule,
    )
    schedule.jobs = Jobs(services)
    return schedule.jobs


@pytest.fixture
def scheduler(jobs: Jobs, schedule: Any) -> Scheduler:
    return Scheduler(jobs, schedule, OMSK)


def job_of(scheduler: Scheduler, name: str) -> Any:
    return scheduler._scheduler.get_job(name)


ALL = ["tidy", "remind", "backup", "monitoring", "tick", "owed"]


def test_has_the_fixed_jobs_before_and_after_the_start(scheduler: Scheduler) -> None:
    assert scheduler.job_ids == ALL


async def test_starts_and_stops_and_stopping_twice_is_harmless(scheduler: Scheduler) -> None:
    scheduler.stop()
    scheduler.start()
    assert sorted(scheduler.job_ids) == sorted(ALL)
    scheduler.stop()
    await asyncio.sleep(0)
    scheduler.stop()


async def test_works_at_night_as_the_municipality_counts_it(scheduler: Scheduler) -> None:
    noon_in_moscow = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    next_time = scheduler.next_time(Job.TIDY, noon_in_moscow)
    assert next_time is not None
    assert next_time == datetime(2026, 11, 23, 3, 30, tzinfo=OMSK)
    assert next_time.utcoffset() == timedelta(hours=6)


async def test_what_was_slept_through_runs_once_and_late(scheduler: Scheduler) -> None:
    scheduler.start()
    job = job_of(scheduler, "tidy")
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    scheduler.stop()


async def test_a_job_calls_its_service_and_tells_what_came_of_it(
    jobs: Jobs, housekeeping: Any, careers: Any, closing: Closing, campaigns: Campaigns
) -> None:
    campaigns.planned, campaigns.pieces = 1, 3
    with capture_logs() as logs:
        came = [await jobs.work(job) for job in Job if job is not Job.BACKUP]
    assert (housekeeping.asked, careers.asked, closing.asked, campaigns.asked) == (1, 1, 1, 1)
    assert came == [
        {"planned": 1, "steps": {"open": 1, "before-7": 2}},
        {"events": 2},
        {"near": 3},
        {"bookmarks": 7, "messages": 9, "runs": 0},
    ]
    assert [line.pop("job") for line in logs] == ["monitoring", "tick", "remind", "tidy"]
    known = {"event": "job done", "log_level": "info"}
    assert logs == [{**known, **facts} for facts in came]


async def test_a_job_that_found_nothing_to_do_is_silent(
    jobs: Jobs, closing: Closing, campaigns: Campaigns
) -> None:
    closing.closed = 0
    with capture_logs() as logs:
        assert [await jobs.work(job) for job in (Job.TICK, Job.MONITORING)] == [{}, {}]
    assert logs == []


async def test_a_crash_is_told_and_stops_nobody(jobs: Jobs, backups: Backups) -> None:
    backups.outcome = RuntimeError("a disk burns")
    with capture_logs() as logs, pytest.raises(JobFailed) as failed:
        await jobs.work(Job.BACKUP)
    assert failed.value.reason == "crashed"
    assert [(line["event"], line["log_level"]) for line in logs] == [("job failed", "error")]


MADE = BackupFile(Path("data/backups/x.backup.age"), datetime(2026, 11, 22, tzinfo=UTC), 5)


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, []),
        (MADE, [("info", "job done")]),
        (BackupFailed("folder", "no room"), [("error", "job failed")]),
    ],
)
async def test_a_backup_is_told_and_its_failure_too(
    jobs: Jobs, backups: Backups, outcome: Any, told: list[tuple[str, str]]
) -> None:
    backups.outcome = outcome
    with capture_logs() as logs, suppress(JobFailed):
        await jobs.work(Job.BACKUP)
    assert [(line["log_level"], line["event"]) for line in logs] == told


def test_tells_what_comes_next(scheduler: Scheduler) -> None:
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
    assert scheduler.upcoming(noon) == [
        ("backup", datetime(2026, 11, 23, 2, 30, tzinfo=OMSK)),
        ("tidy", datetime(2026, 11, 23, 3, 30, tzinfo=OMSK)),
        ("remind", datetime(2026, 11, 23, 9, 30, tzinfo=OMSK)),
    ]


async def test_a_job_that_is_due_is_run(scheduler: Scheduler, housekeeping: Housekeeping) -> None:
    scheduler.start()
    job_of(scheduler, "tidy").modify(next_run_time=datetime.now(UTC))
    for _ in range(100):
        if housekeeping.asked:
            break
        await asyncio.sleep(0.02)
    scheduler.stop()
    assert housekeeping.asked == 1


class TestAMovedClock:
    """The demonstration moves time by hand."""

    async def test_the_next_due_moment_is_the_next_night(self, scheduler: Scheduler) -> None:
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        assert await scheduler.next_due(noon) == datetime(2026, 11, 23, 2, 30, tzinfo=OMSK)

    async def test_what_is_stored_may_be_due_before(
        self, scheduler: Scheduler, outbox: Outbox
    ) -> None:
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        outbox.due = noon + timedelta(hours=1)
        assert await scheduler.next_due(noon) == outbox.due
        outbox.due = noon + timedelta(days=30)
        assert await scheduler.next_due(noon) == datetime(2026, 11, 23, 2, 30, tzinfo=OMSK)

    async def test_what_waits_for_a_paused_job_is_not_due(
        self, scheduler: Scheduler, closing: Closing, schedule: Schedule
    ) -> None:
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        closing.due = noon + timedelta(hours=1)
        assert await scheduler.next_due(noon) == closing.due
        schedule.stopped = {Job.TICK, Job.BACKUP}
        assert await scheduler.next_due(noon) == datetime(2026, 11, 23, 3, 30, tzinfo=OMSK)

    async def test_a_move_does_what_is_done_often_and_wakes_the_sender(
        self, scheduler: Scheduler, closing: Closing, campaigns: Campaigns, schedule: Schedule
    ) -> None:
        schedule.owed = [Job.TIDY]
        moved: list[Any] = []
        scheduler.on_moved = lambda: moved.extend([closing.asked, campaigns.asked, schedule.owed])
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        await scheduler.catch_up(noon, noon + timedelta(minutes=1))
        assert moved == [1, 1, []], "after what the move has caused"

    async def test_after_the_night_comes_the_morning(self, scheduler: Scheduler) -> None:
        night = datetime(2026, 11, 22, 4, 0, tzinfo=OMSK)
        assert await scheduler.next_due(night) == datetime(2026, 11, 22, 9, 30, tzinfo=OMSK)

    async def test_what_is_due_now_is_not_due_next(self, scheduler: Scheduler) -> None:
        night = datetime(2026, 11, 22, 3, 30, tzinfo=OMSK)
        assert await scheduler.next_due(night) == night + timedelta(hours=6)

    async def test_a_move_over_the_night_runs_the_job_once_however_many_nights(
        self, scheduler: Scheduler, housekeeping: Housekeeping
    ) -> None:
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        await scheduler.catch_up(noon, noon + timedelta(days=10))
        assert housekeeping.asked == 1

    async def test_a_move_within_the_day_runs_nothing(
        self, scheduler: Scheduler, housekeeping: Housekeeping
    ) -> None:
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        await scheduler.catch_up(noon, noon + timedelta(hours=15, minutes=29))
        assert housekeeping.asked == 0
        await scheduler.catch_up(noon, noon + timedelta(hours=15, minutes=30))
        assert housekeeping.asked == 1
