"""How a broadcast goes out: its copies are written chunk by chunk, then it is waited for.

Whoever is killed between two chunks goes on after the last one that is written.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.access import Access
from services.audiences.criteria import Criteria
from services.audiences.filters import filter_of
from services.broadcasts.about_events import why_pointless
from services.municipality import Municipality
from services.notices import Notice, owe
from services.outbox.quiet import Quiet
from storage.repositories.audience_query import AudienceFilter, audience_query
from storage.repositories.broadcasts import BroadcastRow
from storage.uow import Store

# Copies of a unit of work: few enough that nobody waits for the database.
CHUNK = 1000
# So many copies that Telegram refuses, and not one that it takes, are no accident.
MANY_REFUSED = 20


class Sending:
    """The care of broadcasts on their way; `advance` is called again and again."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        self._access = access
        self._uow = access.uow
        self._municipality = municipality
        self._quiet = Quiet(municipality)

    async def advance(self) -> bool:
        """Do the next step of each broadcast; whether there is more to do at once.

        Raises what stopped one of them when the others have nothing more to do.
        """
        async with self._uow.reading() as store:
            rows = await store.broadcasts.in_hand()
        more, broken = False, None
        for row in rows:
            try:
                more = await self._step(row) or more
            except Exception as error:
                broken = error  # the others go on
        if broken is not None and not more:
            raise broken
        return more

    async def _step(self, row: BroadcastRow) -> bool:
        now = self._access.clock.now()
        if row.state == "cancelled":
            return await self._clear(row, now)
        if await self._is_off(row, now):
            return True
        if row.state == "scheduled":
            # One that rests goes on as soon as it may, also after the clock was set back.
            resting = row.started_at is not None
            due = resting or (row.scheduled_at is not None and row.scheduled_at <= now)
            return due and self._may_go(row, now) and await self._start(row, now)
        if not self._may_go(row, now):
            return await self._rest(row, now)
        if await self._is_refused(row, now):
            return False
        if row.state == "queueing":
            return await self._queue(row, now)
        return await self._finish(row, now)

    def _may_go(self, row: BroadcastRow, now: datetime) -> bool:
        """Whether people may be disturbed; who chose a quiet moment, chose it deliberately."""
        quiet = self._quiet
        chosen = row.scheduled_at or now
        return quiet.is_allowed(now, workday=True) or not quiet.is_allowed(chosen, workday=True)

    async def _is_off(self, row: BroadcastRow, now: datetime) -> bool:
        """Call it off where the event it tells of is cancelled or has begun, and tell of that."""
        async with self._uow.reading() as store:
            why = await why_pointless(store, row, now)
        if not why:
            return False
        async with self._uow.writing() as store:
            changed = await store.broadcasts.change(row.id, (row.state,), now, state="cancelled")
            if changed:
                await _tell(store, row, now, off=why)
        return changed

    async def _is_refused(self, row: BroadcastRow, now: datetime) -> bool:
        """Hold it where Telegram takes it for nobody: a file or a link is bad, and will be."""
        async with self._uow.reading() as store:
            if not await store.copies.refused(row.id, MANY_REFUSED):
                return False
        async with self._uow.writing() as store:
            changed = await store.broadcasts.change(row.id, (row.state,), now, state="paused")
            if changed:
                await _tell(store, row, now, off="refused")
        return changed

    async def _start(self, row: BroadcastRow, now: datetime) -> bool:
        values: dict[str, Any] = {"state": "queueing"}
        if row.started_at is None:
            async with self._uow.reading(long=True) as store:
                fitting, unsubscribed, _ = await store.audiences.reach(self._audience(row))
            left_out = {"unsubscribed": unsubscribed}
            total = fitting - unsubscribed
            values |= {"started_at": now, "total": total, "left_out": left_out}
        async with self._uow.writing() as store:
            return await store.broadcasts.change(row.id, ("scheduled",), now, **values)

    async def _rest(self, row: BroadcastRow, now: datetime) -> bool:
        """Quiet hours have come: it goes on after them."""
        moment = self._quiet.next_allowed(now, workday=True)
        async with self._uow.writing() as store:
            await store.broadcasts.change(
                row.id, (row.state,), now, state="scheduled", scheduled_at=moment
            )
        return False

    async def _queue(self, row: BroadcastRow, now: datetime) -> bool:
        """Write the next chunk of copies."""
        people = audience_query(self._audience(row))
        async with self._uow.writing() as store:
            found = await store.broadcasts.get(row.id, lock=True)
            if found is None or found.state != "queueing":
                return True  # held or called off meanwhile
            before = found.started_at or now
            last, count = await store.copies.queue(
                row.id, people, found.queued_to, before, CHUNK, now
            )
            done = {"state": "sending"} if count < CHUNK else {}
            await store.broadcasts.change(row.id, ("queueing",), now, queued_to=last, **done)
            store.outbox.added = True
        return True

    async def _finish(self, row: BroadcastRow, now: datetime) -> bool:
        """Nothing waits any more: tell who sent it."""
        async with self._uow.reading() as store:
            if await store.copies.any_open(row.id):
                return False
        async with self._uow.writing() as store:
            if await store.broadcasts.change(
                row.id, ("sending",), now, state="done", finished_at=now
            ):
                await _tell(store, row, now)
        return False

    async def _clear(self, row: BroadcastRow, now: datetime) -> bool:
        """Take back the copies of what was called off; those in the hands of a sender come last."""
        async with self._uow.writing() as store:
            if await store.copies.take_back(row.id, CHUNK) == CHUNK:
                return True
            if await store.copies.any_open(row.id):
                return False
            await store.broadcasts.change(row.id, ("cancelled",), now, finished_at=now)
        return False

    def _audience(self, row: BroadcastRow) -> AudienceFilter:
        profile, criteria = self._municipality.profile, Criteria.load(row.audience)
        return filter_of(criteria, row.category, profile, self._access)


async def _tell(store: Store, row: BroadcastRow, now: datetime, *, off: str = "") -> None:
    """Tell who sent it that it is over; `off` says why, where that was not the plan."""
    if row.created_by is None:
        return
    cause = f"{row.id}:{off}" if off == "refused" else row.id  # after that it may go on
    facts: dict[str, Any] = {"broadcast_id": row.id} | ({"off": off} if off else {})
    await owe(store, row.created_by, Notice.BROADCAST_DONE, cause, now, **facts)
