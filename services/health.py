"""Whether all parts of the installation work."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from services.access import Access, Acting, Guarded, reads
from services.installation import Installation
from services.maintenance import Status, Work, status_in
from services.permissions import ADMINISTER
from services.schedule import Job, pauses_in
from storage.backups import BackupFile, backups_in
from storage.engine import sqlite_file
from storage.uow import Store

_SLOW = 0.5  # seconds
_LITTLE_SPACE = 1_000_000_000  # bytes
_OLD_BACKUP = timedelta(hours=30)  # a night was missed
_LATE_MESSAGE = timedelta(minutes=30)
_MEMORY = Path("/proc/self/status")

Jobs = Callable[[], Sequence[tuple[str, datetime]]]


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found. Sizes are in bytes, times of answer and uptime in seconds."""

    now: datetime
    answered_in: float
    size: int
    revision: str
    free: int
    backups_on: bool
    backup: BackupFile | None
    maintenance: Status
    waiting: int
    waiting_since: datetime | None
    failed: int
    jobs: tuple[tuple[str, datetime], ...]
    paused: tuple[Job, ...]
    uptime: float
    memory: int | None
    version: str

    @property
    def slow(self) -> bool:
        """The database takes its time."""
        return self.answered_in > _SLOW

    @property
    def little_space(self) -> bool:
        """The disk will soon be full."""
        return self.free < _LITTLE_SPACE

    @property
    def backup_missing(self) -> bool:
        """There is no backup, or it missed a night."""
        if not self.backups_on or self.backup is None:
            return True
        return self.now - self.backup.made_at > _OLD_BACKUP

    @property
    def in_maintenance(self) -> bool:
        """People are being kept waiting."""
        return self.maintenance.work is not Work.OFF

    @property
    def late(self) -> bool:
        """Messages wait longer than they should."""
        since = self.waiting_since
        return since is not None and self.now - since > _LATE_MESSAGE

    @property
    def worries(self) -> int:
        """How many things ask for attention."""
        signs = (self.slow, self.little_space, self.backup_missing, self.in_maintenance, self.late)
        return sum(signs) + bool(self.paused)


class Health(Guarded):
    """Looks at everything. `jobs` tells what the scheduler will do next."""

    def __init__(self, access: Access, installation: Installation) -> None:
        super().__init__(access)
        self._installation = installation
        self._started = time.monotonic()
        self.jobs: Jobs = tuple

    @reads(ADMINISTER)
    async def report(self, store: Store, acting: Acting) -> Report:
        """How things stand now."""
        plan, began = self._installation.backups, time.perf_counter()
        revision = await store.statistics.revision()
        answered_in = time.perf_counter() - began
        states = await store.statistics.messages(acting.now)
        backups = backups_in(plan)
        return Report(
            now=acting.now,
            answered_in=answered_in,
            size=await store.statistics.size(),
            revision=revision,
            free=shutil.disk_usage(self._folder()).free,
            backups_on=plan.on,
            backup=backups[0] if backups else None,
            maintenance=await status_in(store),
            waiting=states.get("waiting", 0),
            waiting_since=await store.statistics.oldest_waiting(acting.now),
            failed=states.get("failed", 0),
            jobs=tuple(self.jobs()),
            paused=tuple((await pauses_in(store)).paused),
            uptime=time.monotonic() - self._started,
            memory=_memory(),
            version=self._installation.version,
        )

    def _folder(self) -> Path:
        """Where the data grows: beside the database, or where backups go."""
        plan = self._installation.backups
        file = sqlite_file(plan.database_url) if plan.database_url else None
        wanted = (file.parent if file else plan.folder).absolute()
        return next(folder for folder in (wanted, *wanted.parents) if folder.exists())


def _memory() -> int | None:
    """Memory of this process, where the system tells it."""
    try:
        lines = _MEMORY.read_text(encoding="ascii").splitlines()
        kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS"))
    except (OSError, StopIteration):
        return None
    return int(kilobytes) * 1024
