"""Backups: made by an admin or every night, kept for some days."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Access, Acting, Guarded, reads, takes_long
from services.audit import Kind, note
from services.errors import Refusal
from services.notices import Notice, owe
from services.permissions import ADMINISTER, Role
from storage.backups import BackupFailed, BackupFile, BackupPlan, backups_in, make_aside
from storage.uow import Store

__all__ = ["BackupFailed", "BackupFile", "Backups", "Shelf"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Whether backups are made, for how many days they are kept, and those there are."""

    on: bool
    keep_days: int
    files: tuple[BackupFile, ...]


class Backups(Guarded):
    """Use cases around backups."""

    def __init__(self, access: Access, plan: BackupPlan) -> None:
        super().__init__(access)
        self.plan = plan

    @reads(ADMINISTER)
    async def overview(self, store: Store, acting: Acting) -> Shelf:
        """The backups of this installation, newest first."""
        return Shelf(self.plan.on, self.plan.keep_days, tuple(backups_in(self.plan)))

    @takes_long(ADMINISTER)
    async def make(self, acting: Acting) -> BackupFile:
        """Make a backup now. One at a time; takes seconds, and nobody waits for it."""
        if not self.plan.on:
            raise Refusal("backups-off")
        try:
            made = await make_aside(self.plan, self.access.clock.now())
        except BackupFailed as error:
            if error.reason == "running":
                raise Refusal("backup-running") from error
            raise Refusal("backup-failed", problem=error.reason) from error
        async with self.access.uow.writing() as store:
            await note(store, acting, Kind.BACKUP_MADE, bytes=made.size)
        return made

    async def make_nightly(self) -> BackupFile | None:
        """The backup of this night; nothing where backups are off.

        Raises `BackupFailed`; the admins are told, once a day.
        """
        if not self.plan.on:
            return None
        try:
            return await make_aside(self.plan, self.access.clock.now())
        except BackupFailed as error:
            await self._tell(error)
            raise

    async def _tell(self, error: BackupFailed) -> None:
        now = self.access.clock.now()
        day = now.astimezone(self.access.clock.zone).date()
        async with self.access.uow.writing() as store:
            admins = {*await store.people.ids_of(self.access.admin_ids)}
            admins |= {*await store.roles.holders(Role.ADMIN)}
            for admin in sorted(admins):
                await owe(store, admin, Notice.BACKUP_FAILED, day, now, problem=error.reason)
