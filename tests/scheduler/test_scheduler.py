"""The fixed jobs: few, in the municipality's time, and nothing durable in them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from structlog.testing import capture_logs

from scheduler.clock import Scheduler
from scheduler.jobs import Jobs
from services.backups import BackupFailed, BackupFile

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
        self.asked = 0

    async def close_ended(self) -> int:
        self.asked += 1
        return 2

    async def next_due(self) -> datetime | None:
        return None


class Outbox:
    """Knows when the next stored thing is due."""

    def __init__(self) -> None:
        self.due: datetime | None = None

    async def next_due(self) -> datetime | None:
        return self.due


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
def jobs(housekeeping: Any, careers: Any, backups: Any, closing: Any, outbox: Any) -> Jobs:
    return Jobs(housekeeping, careers, backups, closing, outbox)


@pytest.fixture
def scheduler(jobs: Jobs) -> Scheduler:
    return Scheduler(jobs, OMSK)


def job_of(scheduler: Scheduler, name: str) -> Any:
    return scheduler._scheduler.get_job(name)


def test_has_the_fixed_jobs_before_and_after_the_start(scheduler: Scheduler) -> None:
    assert scheduler.job_ids == ["tidy", "remind", "backup", "tick"]


async def test_starts_and_stops_and_stopping_twice_is_harmless(scheduler: Scheduler) -> None:
    scheduler.stop()
    scheduler.start()
    assert sorted(scheduler.job_ids) == ["backup", "remind", "tick", "tidy"]
    scheduler.stop()
    await asyncio.sleep(0)
    scheduler.stop()


async def test_works_at_night_as_the_municipality_counts_it(scheduler: Scheduler) -> None:
    noon_in_moscow = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    next_time = job_of(scheduler, "tidy").trigger.get_next_fire_time(None, noon_in_moscow)
    assert next_time == datetime(2026, 11, 23, 3, 30, tzinfo=OMSK)
    assert next_time.utcoffset() == timedelta(hours=6)


async def test_what_was_slept_through_runs_once_and_late(scheduler: Scheduler) -> None:
    scheduler.start()
    job = job_of(scheduler, "tidy")
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    scheduler.stop()


async def test_a_job_calls_its_service_and_tells_what_came_of_it(
    jobs: Jobs, housekeeping: Any, careers: Any, closing: Closing
) -> None:
    with capture_logs() as logs:
        await jobs.tidy()
        await jobs.remind()
        await jobs.tick()
    assert (housekeeping.asked, careers.asked, closing.asked) == (1, 1, 1)
    assert logs == [
        {
            "event": "housekeeping done",
            "bookmarks_dropped": 7,
            "messages_dropped": 9,
            "log_level": "info",
        },
        {"event": "attestations looked through", "near": 3, "log_level": "info"},
        {"event": "events closed", "count": 2, "log_level": "info"},
    ]


MADE = BackupFile(Path("data/backups/x.backup.age"), datetime(2026, 11, 22, tzinfo=UTC), 5)


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, []),
        (MADE, [("info", "backup made")]),
        (BackupFailed("folder", "no room"), [("error", "backup failed")]),
    ],
)
async def test_a_backup_is_told_and_its_failure_too(
    jobs: Jobs, backups: Backups, outcome: Any, told: list[tuple[str, str]]
) -> None:
    backups.outcome = outcome
    with capture_logs() as logs:
        await jobs.back_up()
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

    async def test_a_move_does_what_is_done_often_and_wakes_the_sender(
        self, scheduler: Scheduler, closing: Closing
    ) -> None:
        moved: list[int] = []
        scheduler.on_moved = lambda: moved.append(closing.asked)
        noon = datetime(2026, 11, 22, 12, 0, tzinfo=OMSK)
        await scheduler.catch_up(noon, noon + timedelta(minutes=1))
        assert moved == [1], "after what the move has caused"

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
