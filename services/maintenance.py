"""Maintenance: people's input is kept while the installation is worked on, and answered after it.

`on` keeps the updates of everybody but admins; `draining`, after it was switched off, works on
what was kept, in order; then comes `off`. The state is a row, so it outlives kills and restarts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.access import Access, Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.notices import Notice, owe
from services.permissions import ADMINISTER, Role
from storage.repositories.maintenance import HeldRow
from storage.uow import Store

__all__ = ["HeldRow", "Maintenance", "Status", "Verdict", "Work"]

_KEY = "maintenance"


class Work(StrEnum):
    """Whether the installation is being worked on."""

    OFF = "off"
    ON = "on"
    DRAINING = "draining"


class Verdict(StrEnum):
    """What becomes of an update: it goes on, is kept, queues behind kept ones, or is not kept
    because nothing may be stored about somebody who has not agreed to it."""

    PASSES = "passes"
    KEPT = "kept"
    QUEUES = "queues"
    TURNED_AWAY = "turned-away"


@dataclass(frozen=True, slots=True)
class Status:
    """The state, since when, and how many updates are kept."""

    work: Work
    since: datetime | None
    held: int


class Maintenance(Guarded):
    """Use cases around maintenance."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._uow = access.uow
        self._gate = asyncio.Lock()
        self._off = False  # known to be off: updates go on without a question

    @reads(ADMINISTER)
    async def status(self, store: Store, acting: Acting) -> Status:
        """How things stand."""
        return await status_in(store)

    @writes(ADMINISTER)
    async def on(self, store: Store, acting: Acting) -> None:
        """Keep what people send from now on. Repeating changes nothing."""
        if await self._turn(store, Work.ON, acting.now):
            await note(store, acting, Kind.MAINTENANCE_ON)

    @writes(ADMINISTER)
    async def off(self, store: Store, acting: Acting) -> None:
        """Work on what was kept, then serve as ever. Repeating changes nothing."""
        status = await status_in(store)
        if status.work is Work.ON and await self._turn(store, Work.DRAINING, acting.now):
            await note(store, acting, Kind.MAINTENANCE_OFF, held=status.held)

    async def turn_by_command(self, *, on: bool) -> bool:
        """The same from the command line, where nobody is logged in; whether it changed."""
        now = self.access.clock.now()
        async with self._uow.writing() as store:
            status = await status_in(store)
            if not on and status.work is not Work.ON:
                return False
            changed = await self._turn(store, Work.ON if on else Work.DRAINING, now)
            if changed:
                kind = Kind.MAINTENANCE_ON if on else Kind.MAINTENANCE_OFF
                await store.audit.add([_entry(kind, now)])
        return changed

    async def look(self) -> Status:
        """How things stand, for the program itself; notices what another process has done."""
        async with self._uow.reading() as store:
            status = await status_in(store)
        if status.work is not Work.OFF:
            self._off = False
        return status

    async def take(self, update_id: int, telegram_id: int, body: Callable[[], str]) -> Verdict:
        """Decide about an update; it is stored when this returns `KEPT` or `QUEUES`."""
        if self._off:
            return Verdict.PASSES
        async with self._gate:  # first come, first served: the order of a person's updates
            verdict = await self._verdict(telegram_id)
            if verdict in (Verdict.KEPT, Verdict.QUEUES):
                async with self._uow.writing() as store:
                    now = self.access.clock.now()
                    await store.maintenance.hold(update_id, telegram_id, body(), now)
            return verdict

    async def _verdict(self, telegram_id: int) -> Verdict:
        async with self._uow.reading() as store:
            work = (await status_in(store)).work
            if work is Work.OFF:
                self._off = True
                return Verdict.PASSES
            if work is Work.DRAINING:
                waits = await store.maintenance.holds_of(telegram_id)
                return Verdict.QUEUES if waits else Verdict.PASSES
            if await self._is_admin(store, telegram_id):
                return Verdict.PASSES
            known = await store.people.by_telegram(telegram_id) is not None
            return Verdict.KEPT if known else Verdict.TURNED_AWAY

    async def next_held(self) -> HeldRow | None:
        """The kept update that is to be worked on next, if it is time for that."""
        async with self._uow.reading() as store:
            if (await status_in(store)).work is not Work.DRAINING:
                return None
            return await store.maintenance.first()

    async def done(self, row: HeldRow, *, pressed: bool) -> None:
        """Forget an update that was worked on. Who had `pressed` a button is told that we are
        back: a screen that changes in place makes no sound."""
        async with self._uow.writing() as store:
            await store.maintenance.drop(row.update_id)
            person = await store.people.by_telegram(row.telegram_id) if pressed else None
            if person is not None:
                since = (await status_in(store)).since
                now = self.access.clock.now()
                await owe(store, person.id, Notice.SERVICE_RESUMED, since, now)

    async def finish(self) -> None:
        """Serve as ever, if nothing is left to be worked on."""
        async with self._gate:
            async with self._uow.writing() as store:
                status = await status_in(store)
                if status.work is not Work.DRAINING or status.held:
                    return
                await self._turn(store, Work.OFF, self.access.clock.now())
            self._off = True

    async def _turn(self, store: Store, work: Work, now: datetime) -> bool:
        """Change the state; whether it was another one. A round of draining keeps its moment."""
        status = await status_in(store)
        if status.work is work:
            return False
        self._off = False
        since = now if work is not Work.DRAINING else status.since or now
        value = {"work": str(work), "since": since.isoformat()}
        await store.maintenance.remember(_KEY, value, now)
        return True

    async def _is_admin(self, store: Store, telegram_id: int) -> bool:
        if telegram_id in self.access.admin_ids:
            return True
        person = await store.people.by_telegram(telegram_id)
        held = await store.roles.held(person.id) if person else []
        return any(grant.role == Role.ADMIN for grant in held)


async def status_in(store: Store) -> Status:
    """How things stand in the database."""
    value = await store.maintenance.setting(_KEY)
    if value is None:
        return Status(Work.OFF, None, 0)
    work, since = Work(value["work"]), datetime.fromisoformat(value["since"])
    return Status(work, since, await store.maintenance.count() if work is not Work.OFF else 0)


def _entry(kind: Kind, now: datetime) -> dict[str, object]:
    return {
        "at": now,
        "update_id": None,
        "actor_id": None,
        "kind": str(kind),
        "subject_id": None,
        "school_id": None,
        "facts": {},
    }
