"""Which jobs are paused: a remembered value, which outlives restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.schedule.views import Job
from storage.uow import Store

_KEY = "schedule"


@dataclass(frozen=True, slots=True)
class Pauses:
    """Since when jobs are paused. `owed`: daily ones that were due in a pause which is over."""

    paused: dict[Job, datetime]
    owed: tuple[Job, ...]


async def pauses_in(store: Store, *, lock: bool = False) -> Pauses:
    """What is remembered; `lock` keeps others from changing it in this unit of work."""
    value = await store.maintenance.setting(_KEY, lock=lock) or {}
    since = value.get("paused", {})
    paused = {job: datetime.fromisoformat(since[job]) for job in Job if job in since}
    return Pauses(paused, tuple(job for job in Job if job in value.get("owed", ())))


async def remember(store: Store, pauses: Pauses, now: datetime) -> None:
    """Remember it instead of what was known before."""
    paused = {str(job): since.isoformat() for job, since in pauses.paused.items()}
    value = {"paused": paused, "owed": sorted(pauses.owed)}
    await store.maintenance.remember(_KEY, value, now)
