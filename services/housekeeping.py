"""Keeping the database tidy."""

from __future__ import annotations

from datetime import timedelta

from services.clock import Clock
from services.invitations.views import LABEL_DAYS
from storage.uow import UnitOfWork

BOOKMARK_DAYS = 180
RUN_DAYS = 90  # so long it is known what the scheduler did
EVENT_MESSAGE_DAYS, COPY_DAYS = 180, 365
CHUNK = 1000  # copies of a unit of work: few enough that nobody waits for the database


class Housekeeping:
    """Use cases without a person."""

    def __init__(self, uow: UnitOfWork, clock: Clock) -> None:
        self._uow = uow
        self._clock = clock

    async def tidy(self) -> int:
        """Drop bookmarks of conversations untouched for half a year; returns how many.

        Answers and profiles stay; whoever comes back begins at the menu. Of invitations that are
        over, nobody is named any longer: those named may never have agreed.
        """
        now = self._clock.now()
        async with self._uow.writing() as store:
            await store.invitations.erase_labels(now - timedelta(days=LABEL_DAYS))
            return await store.bookmarks.drop_older(now - timedelta(days=BOOKMARK_DAYS))

    async def drop_runs(self) -> int:
        """Drop what the scheduler did long ago; how many runs it were."""
        async with self._uow.writing() as store:
            return await store.job_runs.drop_older(self._clock.now() - timedelta(days=RUN_DAYS))

    async def drop_messages(self) -> int:
        """Drop what became of messages about events and broadcasts long over; how many it were.

        Their rows also keep the same from being told twice, so they go only where nothing can cause
        it again: an event or broadcast that is over never comes back, and its number is not given
        anew. Other notices are few and stay.
        """
        now = self._clock.now()
        async with self._uow.writing() as store:
            of_events = await store.due.drop_of_events(now - timedelta(days=EVENT_MESSAGE_DAYS))
        async with self._uow.reading(long=True) as store:
            old = await store.due.old_broadcasts(now - timedelta(days=COPY_DAYS))
        return of_events + sum([await self._drop_copies(number) for number in old])

    async def _drop_copies(self, broadcast_id: int) -> int:
        """Drop the copies of a broadcast; how many there were in each state stays known."""
        async with self._uow.reading(long=True) as store:
            counts = await store.copies.counts(broadcast_id)
        async with self._uow.writing() as store:
            row = await store.broadcasts.get(broadcast_id, lock=True)
            if row is None:
                return 0
            known = {"copies": counts, **row.left_out}
            now = self._clock.now()
            await store.broadcasts.change(broadcast_id, (row.state,), now, left_out=known)
        dropped = [CHUNK]
        while dropped[-1] == CHUNK:
            async with self._uow.writing() as store:
                dropped.append(await store.due.drop_copies(broadcast_id, CHUNK))
        return sum(dropped[1:])
