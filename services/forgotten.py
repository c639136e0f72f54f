"""Who was forgotten stays forgotten, also where a backup brings an older state back."""

from __future__ import annotations

import asyncio

from services.access import Access
from services.audit import Kind, note
from services.events.places import free_seats, leave_all
from storage.backups import BackupPlan, ForgottenRow, forgotten_in, remember_forgotten
from storage.repositories.people import PersonRow
from storage.uow import Store


class Forgotten:
    """Erasing people, and doing it again after a restore."""

    def __init__(self, access: Access, plan: BackupPlan) -> None:
        self._access = access
        self._plan = plan

    async def erase(self, store: Store, person_id: int) -> PersonRow:
        """Erase somebody who is there, and note it; the row as it was, for `remember`."""
        acting = await self._access.known(store, person_id)
        await leave_all(store, person_id, acting.now)  # whoever waits for the seat moves up
        await store.forgetting.erase(acting.person)
        await note(store, acting, Kind.PERSON_FORGOTTEN, about=person_id)
        return acting.person

    async def remember(self, person: PersonRow) -> None:
        """Tell it to whoever brings a backup back; after the commit of `erase`."""
        row = ForgottenRow(person.id, person.created_at)
        await asyncio.to_thread(remember_forgotten, self._plan, row)
        await self._free_seats()

    async def _free_seats(self) -> None:
        """Who was erased in the moment of registering must not keep a seat."""
        now = self._access.clock.now()
        async with self._access.uow.reading() as store:
            events = await store.registrations.nobodys(now)
        for event_id in events:
            async with self._access.uow.writing() as store:
                await free_seats(store, event_id, now)

    async def erase_again(self) -> int:
        """Erase everybody who was forgotten and is there again; how many."""
        count = 0
        for row in await asyncio.to_thread(forgotten_in, self._plan):
            async with self._access.uow.reading() as store:
                person = await store.people.get(row.person_id)
            if person is None or person.created_at != row.created_at:
                continue
            async with self._access.uow.writing() as store:
                await self.erase(store, person.id)
            count += 1
        return count
