"""The schedule: what happens by itself can be looked at, paused, and asked for at once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from scheduler.clock import Scheduler
from services.schedule import PAGE, Facts, Job, JobFailed, Schedule
from storage.repositories.audit import AuditFilter
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.happenings import publish
from tests.services.stories import refused, sign_up
from tests.wiring import Services, build_services

ADMIN = 700_000_900


class Doing:
    """Counts what was asked for; `came` is what comes of it, by job."""

    def __init__(self) -> None:
        self.asked: list[Job] = []
        self.came: dict[Job, Any] = {}
        self.began, self.may_end = asyncio.Event(), asyncio.Event()
        self.may_end.set()

    async def work(self, job: Job) -> Facts:
        self.asked.append(job)
        self.began.set()
        await self.may_end.wait()
        came = self.came.get(job, {})
        if isinstance(came, Exception):
            raise came
        return dict(came)


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def admin(services: Services) -> int:
    return await sign_up(services, ADMIN)


@pytest.fixture
def doing() -> Doing:
    return Doing()


@pytest.fixture
def schedule(services: Services, doing: Doing, clock: FixedClock) -> Schedule:
    return wired(services, doing, clock)


def wired(services: Services, doing: Any, clock: FixedClock) -> Schedule:
    """The schedule as the application wires it, after a start."""
    schedule = services.schedule
    schedule.work = doing.work
    schedule.next_time = Scheduler(doing, schedule, clock.zone).next_time
    return schedule


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September in Omsk."""
    return datetime(2026, 9, day, hour - 6, minute, tzinfo=UTC)


class TestWhatComes:
    async def test_is_told_in_order_with_what_is_paused(
        self, services: Services, schedule: Schedule, admin: int
    ) -> None:
        await publish(services, after=timedelta(days=1))
        await schedule.pause(admin, Job.BACKUP)
        agenda = await schedule.agenda(admin)
        told = [(one.at, str(one.job), one.paused, bool(one.title)) for one in agenda.ahead]
        assert told[:3] == [
            (datetime(2026, 9, 1, 20, 30, tzinfo=UTC), "backup", True, False),
            (datetime(2026, 9, 1, 21, 30, tzinfo=UTC), "tidy", False, False),
            (local(2, 9, 30), "remind", False, False),
        ]
        assert [one[1:] for one in told[3:]] == [("tick", False, True)]
        assert agenda.paused == {Job.BACKUP: local(1, 10)}


class TestWhatWasDone:
    async def test_is_kept_where_there_was_something_to_do(
        self, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock
    ) -> None:
        await schedule.run_due(Job.TICK)
        assert (await schedule.runs(admin, None, 0)).total == 0
        doing.came[Job.TICK] = {"events": 2}
        await schedule.run_due(Job.TICK)
        clock.advance(hours=1)
        doing.came[Job.TIDY] = {"bookmarks": 1}
        await schedule.run_due(Job.TIDY)
        page = await schedule.runs(admin, None, 0)
        assert [(run.job, run.facts, run.failed) for run in page.runs] == [
            ("tidy", {"bookmarks": 1}, False),
            ("tick", {"events": 2}, False),
        ]
        assert [run.job for run in (await schedule.runs(admin, Job.TICK, 5)).runs] == ["tick"]
        last = (await schedule.job_card(admin, Job.TICK)).last
        assert last is not None
        assert last.finished_at == local(1, 10)

    async def test_a_failure_that_goes_on_is_one_line(
        self, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock
    ) -> None:
        doing.came[Job.MONITORING] = JobFailed("crashed")
        for _ in range(PAGE * 3):
            await schedule.run_due(Job.MONITORING)
            clock.advance(seconds=15)
        doing.came[Job.MONITORING] = JobFailed("database")
        await schedule.run_due(Job.MONITORING)
        page = await schedule.runs(admin, None, 0)
        assert [(run.failed, run.facts) for run in page.runs] == [
            (True, {"reason": "database"}),
            (True, {"reason": "crashed", "times": PAGE * 3}),
        ]
        assert page.runs[1].finished_at - page.runs[1].started_at == timedelta(seconds=345)

    async def test_is_dropped_after_some_months(
        self, services: Services, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock
    ) -> None:
        doing.came[Job.TICK] = {"events": 1}
        await schedule.run_due(Job.TICK)
        clock.advance(days=90)
        await schedule.run_due(Job.TICK)
        assert await services.housekeeping.drop_runs() == 0
        clock.advance(seconds=1)
        assert await services.housekeeping.drop_runs() == 1
        assert (await schedule.runs(admin, None, 0)).total == 1

    async def test_pages_turn_round_and_round(
        self, schedule: Schedule, doing: Doing, admin: int
    ) -> None:
        for number in range(PAGE + 1):
            doing.came[Job.TICK] = {"events": number + 1}
            await schedule.run_due(Job.TICK)
        page = await schedule.runs(admin, None, -1)
        assert (page.number, page.pages, len(page.runs)) == (1, 2, 1)


class TestPausing:
    async def test_one_job_keeps_it_from_running_also_after_a_restart(
        self, uow: UnitOfWork, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock
    ) -> None:
        await schedule.pause(admin, Job.TIDY)
        await schedule.pause(admin, Job.TIDY)
        again = wired(await build_services(uow, clock, admin_ids=[ADMIN]), doing, clock)
        for job in Job:
            await again.run_due(job)
        assert doing.asked == [job for job in Job if job is not Job.TIDY]
        log = await the_log(uow)
        assert log == [("jobs-paused", {"jobs": ["tidy"]})]

    async def test_a_daily_job_that_was_due_meanwhile_runs_once(
        self, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock, uow: UnitOfWork
    ) -> None:
        await schedule.pause(admin, None)
        clock.advance(days=3, hours=2)
        await schedule.run_owed()
        assert doing.asked == []
        await schedule.resume(admin, None)
        await schedule.resume(admin, None)
        await schedule.run_owed()
        await schedule.run_owed()
        assert sorted(doing.asked) == ["backup", "remind", "tidy"], "the others look at rows"
        assert await schedule.paused() == {}
        every = [str(job) for job in Job]
        assert await the_log(uow) == [
            ("jobs-paused", {"jobs": every}),
            ("jobs-resumed", {"jobs": every}),
        ]

    async def test_a_job_that_was_not_due_meanwhile_waits_for_its_time(
        self, schedule: Schedule, doing: Doing, admin: int, clock: FixedClock
    ) -> None:
        await schedule.pause(admin, Job.BACKUP)
        clock.advance(hours=5)
        await schedule.resume(admin, Job.BACKUP)
        await schedule.run_owed()
        assert doing.asked == []

    async def test_worries_the_health_screen(
        self, services: Services, schedule: Schedule, admin: int
    ) -> None:
        before = (await services.health.report(admin)).worries
        await schedule.pause(admin, Job.MONITORING)
        report = await services.health.report(admin)
        assert (report.paused, report.worries) == ((Job.MONITORING,), before + 1)


class TestRunningNow:
    async def test_is_kept_whatever_comes_of_it_and_works_in_a_pause(
        self, schedule: Schedule, doing: Doing, admin: int, uow: UnitOfWork
    ) -> None:
        await schedule.pause(admin, Job.TIDY)
        run = await schedule.run_now(admin, Job.TIDY)
        assert (run.facts, run.failed, run.by_hand) == ({}, False, True)
        doing.came[Job.TIDY] = JobFailed("crashed")
        assert (await schedule.run_now(admin, Job.TIDY)).failed
        page = await schedule.runs(admin, Job.TIDY, 0)
        assert [(one.by_hand, one.failed) for one in page.runs] == [(True, True), (True, False)]
        assert (await the_log(uow))[1:] == [("job-run", {"job": "tidy"})] * 2

    async def test_never_twice_at_the_same_time(
        self, schedule: Schedule, doing: Doing, admin: int
    ) -> None:
        doing.may_end.clear()
        running = asyncio.create_task(schedule.run_now(admin, Job.TICK))
        await doing.began.wait()
        with refused("job-running"):
            await schedule.run_now(admin, Job.TICK)
        doing.may_end.set()
        await running
        assert doing.asked == [Job.TICK]

    async def test_a_job_that_is_none_is_refused(self, schedule: Schedule, admin: int) -> None:
        for use in (schedule.run_now, schedule.pause, schedule.resume, schedule.job_card):
            with refused("choice-gone"):
                await use(admin, "rm")


async def the_log(uow: UnitOfWork) -> list[tuple[str, dict[str, Any]]]:
    """What the audit log says, the oldest first."""
    async with uow.reading() as store:
        rows = await store.audit.page(AuditFilter(), 0, 50)
    return [(row.kind, row.facts) for row in reversed(rows)]
