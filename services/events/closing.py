"""What happens by itself when an event has ended."""

from __future__ import annotations

from datetime import datetime

from services.access import Access
from services.events.arrivals import ask_how_it_was, ended
from services.events.views import subject_of
from services.notices import Notice, owe
from storage.repositories.events import EventRow
from storage.uow import Store


class Closing:
    """The part of the scheduler's tick that is about events."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def close_ended(self) -> int:
        """Close the events that have ended: ask those who came how it was, and tell the maker.

        How many it closed. Events that ended while the bot was down are closed as well; closing
        twice changes nothing.
        """
        now = self._access.clock.now()
        async with self._access.uow.reading() as store:
            waiting = await store.attendance.ended(now)
        closed = 0
        for event_id in waiting:
            async with self._access.uow.writing() as store:
                closed += await self._close(store, event_id, now)
        return closed

    async def next_due(self) -> datetime | None:
        """When the next event ends."""
        async with self._access.uow.reading() as store:
            return await store.attendance.next_end()

    async def _close(self, store: Store, event_id: int, now: datetime) -> bool:
        event = await store.events.get(event_id, lock=True)
        if event is None or event.state != "published" or not ended(event, now):
            return False
        await store.events.change(event_id, now, state="over")
        await ask_how_it_was(store, event, await store.attendance.who_came(event_id), now)
        turnout, subject = await store.participants.turnout(event_id), subject_of(event_id)
        for person_id in await self._makers(store, event):
            await owe(
                store, person_id, Notice.EVENT_OVER, event_id, now, subject=subject,
                event_id=event_id, came=turnout.came, registered=turnout.registered,
            )  # fmt: skip
        return True

    async def _makers(self, store: Store, event: EventRow) -> list[int]:
        """Who made it, or those who work in the service where the maker is not there any more."""
        service = await self._access.service(store)
        return [event.created_by] if event.created_by in service else service
