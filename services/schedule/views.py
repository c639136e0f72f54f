"""Jobs of the scheduler, what they did and what they will do, as use cases give it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from storage.repositories.job_runs import RunRow

Facts = dict[str, Any]


class Job(StrEnum):
    """The jobs of the scheduler. Each has texts `job-<job>` and `job-does-<job>`."""

    MONITORING = "monitoring"
    TICK = "tick"
    BACKUP = "backup"
    REMIND = "remind"
    TIDY = "tidy"


DONE, FAILED = "done", "failed"
OFTEN = (Job.MONITORING, Job.TICK)  # several times a minute; the others once a day


class JobFailed(Exception):
    """A job could not do its work; `reason` is a key for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a job. `facts`: what came of it in numbers, or the `reason` of the failure, and
    how many `times` in a row. `by_hand`: somebody asked for it."""

    job: str
    started_at: datetime
    finished_at: datetime
    failed: bool
    by_hand: bool
    facts: Facts


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something that will happen: a daily `job`, a `step` of a campaign, the end of an event.

    `title`: of the campaign, whose `key` is that of the calendar, or of the event. `paused`: it
    will not, unless the job goes on.
    """

    at: datetime
    job: Job
    paused: bool
    step: str = ""
    key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What comes, the next first, and since when which jobs are paused."""

    now: datetime
    ahead: tuple[Ahead, ...]
    paused: dict[Job, datetime]


@dataclass(frozen=True, slots=True)
class JobCard:
    """One job: when it runs next (nothing where it runs all the time), how it went last."""

    job: Job
    now: datetime
    next_at: datetime | None
    paused_since: datetime | None
    last: Run | None


@dataclass(frozen=True, slots=True)
class RunPage:
    """A page of what was done, newest first; `number` counts from zero."""

    runs: tuple[Run, ...]
    number: int
    pages: int
    total: int


def run_of(row: RunRow) -> Run:
    """The run of a row."""
    facts = dict(row.facts)
    by_hand = bool(facts.pop("by_hand", False))
    failed = row.outcome == FAILED
    return Run(row.job, row.started_at, row.finished_at, failed, by_hand, facts)
