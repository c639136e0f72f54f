"""What the jobs of the scheduler did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from storage.models import JobRun
from storage.session import Session


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as stored; the columns are explained at the table."""

    id: int
    job: str
    started_at: datetime
    finished_at: datetime
    outcome: str
    facts: dict[str, Any]


_COLUMNS = tuple(getattr(JobRun, name) for name in RunRow.__dataclass_fields__)


class JobRuns:
    """Rows of runs, newest first."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, **values: Any) -> None:
        """Keep a run."""
        await self._session.execute(insert(JobRun).values(**values))

    async def change(self, run_id: int, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(update(JobRun).where(JobRun.id == run_id).values(**values))

    async def last(self, job: str) -> RunRow | None:
        """The newest run of a job."""
        found = await self.page(job, 0, 1)
        return found[0] if found else None

    async def page(self, job: str | None, skip: int, limit: int) -> list[RunRow]:
        """Runs of a job, or of all."""
        query = select(*_COLUMNS).order_by(JobRun.id.desc()).offset(skip).limit(limit)
        if job is not None:
            query = query.where(JobRun.job == job)
        return [RunRow(*row) for row in await self._session.execute(query)]

    async def count(self, job: str | None) -> int:
        """How many runs are kept."""
        query = select(func.count()).select_from(JobRun)
        if job is not None:
            query = query.where(JobRun.job == job)
        return int((await self._session.execute(query)).scalar_one())

    async def drop_older(self, moment: datetime) -> int:
        """Drop runs that ended before a moment; how many it were."""
        dropped = await self._session.execute(delete(JobRun).where(JobRun.finished_at < moment))
        return dropped.rowcount
