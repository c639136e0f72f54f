"""What happens by itself: what the scheduler will do next, what it did, pausing, running now.

What is due is found by rows, so a paused job has nothing to catch up with when it goes on, except
for the daily ones: they run once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from services.access import Access, Acting, Guarded, reads, takes_long, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.permissions import ADMINISTER
from services.schedule.pausing import Pauses, pauses_in, remember
from services.schedule.views import (
    DONE,
    FAILED,
    OFTEN,
    Agenda,
    Ahead,
    Facts,
    Job,
    JobCard,
    JobFailed,
    Run,
    RunPage,
    run_of,
)
from storage.repositories.job_runs import RunRow
from storage.uow import Store

AHEAD, PAGE = 10, 8  # lines of what comes, runs on a page

Work = Callable[[Job], Awaitable[Facts]]
NextTime = Callable[[Job, datetime], datetime | None]


async def _idle(_job: Job) -> Facts:
    return {}


def _never(_job: Job, _after: datetime) -> datetime | None:
    return None


class Schedule(Guarded):
    """Use cases around the scheduler, which says how to `work` and the `next_time` of a job.

    `backs_up`: whether the settings have backups on.
    """

    def __init__(self, access: Access, *, backs_up: bool) -> None:
        super().__init__(access)
        self._backs_up = backs_up
        self._running: set[Job] = set()
        self.work: Work = _idle
        self.next_time: NextTime = _never

    @reads(ADMINISTER)
    async def agenda(self, store: Store, acting: Acting) -> Agenda:
        """What will happen by itself."""
        paused = (await pauses_in(store)).paused
        steps, events = Job.MONITORING, Job.TICK
        times = ((job, self.next_time(job, acting.now)) for job in Job if job not in OFTEN)
        ahead = [Ahead(at, job, job in paused) for job, at in times if at is not None]
        ahead += [
            Ahead(one.at, steps, steps in paused, one.step, one.key, one.title)
            for one in await store.agenda.steps(AHEAD)
        ]
        ahead += [
            Ahead(one.at, events, events in paused, title=one.title)
            for one in await store.agenda.ends(AHEAD)
        ]
        ahead.sort(key=lambda one: one.at)
        return Agenda(acting.now, tuple(ahead[:AHEAD]), paused)

    @reads(ADMINISTER)
    async def job_card(self, store: Store, acting: Acting, job: str) -> JobCard:
        """One job."""
        one, state = _job(job), await pauses_in(store)
        next_at = None if one in OFTEN else self.next_time(one, acting.now)
        last = await store.job_runs.last(one)
        run = run_of(last) if last else None
        return JobCard(one, acting.now, next_at, state.paused.get(one), run)

    @reads(ADMINISTER)
    async def runs(self, store: Store, acting: Acting, job: str | None, page: int) -> RunPage:
        """What was done by a job, or by all."""
        one = _job(job) if job is not None else None
        total = await store.job_runs.count(one)
        pages = max(1, -(-total // PAGE))
        rows = await store.job_runs.page(one, page % pages * PAGE, PAGE)
        return RunPage(tuple(map(run_of, rows)), page % pages, pages, total)

    @writes(ADMINISTER)
    async def pause(self, store: Store, acting: Acting, job: str | None) -> None:
        """Keep a job, or all, from running by itself. Repeating changes nothing."""
        state = await pauses_in(store, lock=True)
        stopped = [one for one in _jobs(job) if one not in state.paused]
        if stopped:
            paused = state.paused | dict.fromkeys(stopped, acting.now)
            await remember(store, Pauses(paused, state.owed), acting.now)
            await note(store, acting, Kind.JOBS_PAUSED, jobs=[str(one) for one in stopped])

    @writes(ADMINISTER)
    async def resume(self, store: Store, acting: Acting, job: str | None) -> None:
        """Let a job, or all, go on. A daily one that was due meanwhile runs once, soon."""
        state = await pauses_in(store, lock=True)
        going = [one for one in _jobs(job) if one in state.paused]
        if going:
            missed = [one for one in going if self._was_due(one, state.paused[one], acting.now)]
            left = {one: at for one, at in state.paused.items() if one not in going}
            await remember(store, Pauses(left, tuple({*state.owed, *missed})), acting.now)
            await note(store, acting, Kind.JOBS_RESUMED, jobs=[str(one) for one in going])

    def _was_due(self, job: Job, since: datetime, now: datetime) -> bool:
        at = None if job in OFTEN else self.next_time(job, since)
        return at is not None and at <= now

    @takes_long(ADMINISTER)
    async def run_now(self, acting: Acting, job: str) -> Run:
        """Run a job at once, paused or not; the failure of one is what came of it."""
        chosen = _job(job)
        if chosen is Job.BACKUP and not self._backs_up:
            raise Refusal("backups-off")
        run = await self._run(chosen, by_hand=True)
        if run is None:
            raise Refusal("job-running")
        async with self.access.uow.writing() as store:
            await note(store, acting, Kind.JOB_RUN, job=run.job)
        return run

    async def run_due(self, job: Job) -> None:
        """Run a job by itself, unless it is paused."""
        if job not in await self.paused():
            await self._run(job)

    async def run_owed(self) -> None:
        """Run once what was due during a pause that is over."""
        async with self.access.uow.reading() as store:
            if not (await pauses_in(store)).owed:
                return
        async with self.access.uow.writing() as store:
            state = await pauses_in(store, lock=True)
            await remember(store, Pauses(state.paused, ()), self.access.clock.now())
        for job in state.owed:
            await self.run_due(job)

    async def paused(self) -> dict[Job, datetime]:
        """Which jobs are paused, and since when."""
        async with self.access.uow.reading() as store:
            return (await pauses_in(store)).paused

    async def steps_done(self, since: datetime) -> dict[str, int]:
        """How many steps of campaigns were done from a moment on, by their sort."""
        async with self.access.uow.reading() as store:
            return await store.agenda.steps_done(since)

    async def _run(self, job: Job, *, by_hand: bool = False) -> Run | None:
        """Work and keep what came of it; nothing where the job is at work already."""
        if job in self._running:
            return None
        self._running.add(job)
        started, failed = self.access.clock.now(), False
        try:
            facts = await self.work(job)
        except JobFailed as error:
            failed, facts = True, {"reason": error.reason}
        finally:
            self._running.discard(job)
        run = Run(job, started, self.access.clock.now(), failed, by_hand, facts)
        if failed or facts or by_hand:
            async with self.access.uow.writing() as store:
                await _keep(store, run)
        return run


async def _keep(store: Store, run: Run) -> None:
    """Add a run; one that fails as it did before counts on: the often ones would fill the log."""
    facts, last = run.facts, await store.job_runs.last(run.job)
    if last is not None and not run.by_hand and _again(run, last):
        counted = {**last.facts, "times": int(last.facts.get("times", 1)) + 1}
        await store.job_runs.change(last.id, finished_at=run.finished_at, facts=counted)
        return
    await store.job_runs.add(
        job=run.job,
        started_at=run.started_at,
        finished_at=run.finished_at,
        outcome=FAILED if run.failed else DONE,
        facts={**facts, "by_hand": True} if run.by_hand else facts,
    )


def _again(run: Run, last: RunRow) -> bool:
    same = last.facts.get("reason") == run.facts.get("reason")
    return run.failed and last.outcome == FAILED and same


def _job(key: str) -> Job:
    if key not in frozenset(Job):
        raise Refusal("choice-gone")
    return Job(key)


def _jobs(key: str | None) -> Iterable[Job]:
    return tuple(Job) if key is None else (_job(key),)
