"""What the sender does with the outbox: claim, resolve, mark.

A claimed row is in the state `sending` until its outcome is written. Who was killed leaves such
rows behind. On SQLite there is one process, and it takes them back at its start; others watch them
for `LEASE` by a clock that nobody can set, and then take them over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from services.access import Access
from services.broadcasts.content import Content, content_of
from services.municipality import Municipality
from services.notices import Notice
from services.outbox.outcomes import Fate, Outcome, write
from services.outbox.owed import Owed
from services.outbox.patience import PATIENCE, held_until
from services.outbox.quiet import Quiet
from services.outbox.sorting import Sorted, sort
from storage.repositories.outbox import OutboxRow
from storage.uow import Store

# A row that somebody has had for so long is left behind: no call takes nearly that.
LEASE = timedelta(seconds=30)
_CHUNK = 1000
# A clock that goes back by less is being corrected, and nobody waits for that.
_HAIR = timedelta(seconds=2)


class Outbox:
    """Use cases of the sender. `quiet`: when people are not to be woken."""

    def __init__(
        self,
        access: Access,
        municipality: Municipality,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._access = access
        self._uow = access.uow
        self._clock = access.clock
        self._monotonic = monotonic
        self.quiet = Quiet(municipality)
        self._mine: set[int] = set()
        self._watched: dict[tuple[int, datetime | None], float] = {}
        self._latest = access.clock.now()

    async def claim(self, limit: int, done: Sequence[Outcome] = ()) -> list[Owed]:
        """Take at most so many messages that are due, notices before copies of broadcasts.

        Nobody else gets them. `done`: what came of earlier ones, written in the same unit of work.
        What is pointless, late, for nobody or for the morning is put aside.
        """
        now = await self._now()
        async with self._uow.reading() as store:
            lanes = await self._lanes(store, now) if limit > 0 else []
        if not (lanes or done):
            return []
        rows: list[OutboxRow] = []
        async with self._uow.writing() as store:
            for outcome in done:
                await write(store, outcome, now)
            for lane in lanes:
                room = limit - len(rows)
                rows += await store.outbox.claim(room, now, now + LEASE, lane) if room else []
        self._mine.difference_update(outcome.owed.id for outcome in done)
        self._mine.update(row.id for row in rows)
        try:
            return await self._ready(rows, now) if rows else []
        except BaseException:
            await self._give_back(rows)
            raise

    async def running(self) -> list[int]:
        """Broadcasts whose copies may go out now."""
        async with self._uow.reading() as store:
            return await store.broadcasts.running()

    async def settle(self, done: Sequence[Outcome]) -> None:
        """Write what came of messages."""
        await self.claim(0, done)

    async def sent(self, owed: Owed, message_id: int) -> None:
        """It has arrived as this message of the chat."""
        await self.settle([Outcome(owed, Fate.SENT, message_id)])

    async def retry(self, owed: Owed, reason: str, *, uncertain: bool = False) -> None:
        """Try again later: after seconds at first, after an hour at last, for a day in all."""
        await self.settle([Outcome(owed, Fate.RETRY, reason=reason, uncertain=uncertain)])

    async def fail(self, owed: Owed, reason: str) -> None:
        """It will never arrive; the reason is kept."""
        await self.settle([Outcome(owed, Fate.FAILED, reason=reason)])

    async def release(self, owed: Sequence[Owed]) -> None:
        """Give back what was claimed and not tried."""
        await self.settle([Outcome(one, Fate.UNTRIED) for one in owed])

    async def recover(self) -> int:
        """At the start of the only process: take back what the last one left; how many it was."""
        async with self._uow.reading() as store:
            left = await store.outbox.held()
        await self._take_over(left)
        await self._realign(self._clock.now())
        return len(left)

    async def take_over(self) -> int:
        """Take back what another process left behind; how many it was."""
        async with self._uow.reading() as store:
            held = [one for one in await store.outbox.held() if one[0] not in self._mine]
        now = self._monotonic()
        self._watched = {one: self._watched.get(one, now) for one in held}
        left = [one for one in held if now - self._watched[one] > LEASE.total_seconds()]
        return await self._take_over(left)

    async def _take_over(self, left: Sequence[tuple[int, datetime | None]]) -> int:
        if not left:
            return 0
        async with self._uow.writing() as store:
            return await store.outbox.take_over(left)

    async def is_back(self, person_id: int) -> None:
        """Somebody whom the bot could not reach has written."""
        async with self._uow.writing() as store:
            await store.people.set_unreachable(person_id, None)

    async def blocked(self, telegram_id: int, *, blocked: bool) -> None:
        """Somebody has blocked the bot, or lets it write again."""
        async with self._uow.writing() as store:
            person = await store.people.by_telegram(telegram_id)
            if person is not None:
                moment = self._clock.now() if blocked else None
                await store.people.set_unreachable(person.id, moment)

    async def next_due(self) -> datetime | None:
        """When the next notice or broadcast that waits for its time is to go out."""
        now = self._clock.now()
        async with self._uow.reading() as store:
            moments = [await store.due.broadcast(now)]
            notice = await store.due.notice(now)
        if notice is not None:
            moments.append(self._comes(notice.kind, notice.next_at, notice.expires_at))
        return min((moment for moment in moments if moment is not None), default=None)

    def _comes(self, kind: str, at: datetime, expires_at: datetime | None) -> datetime:
        patience = PATIENCE.get(Notice(kind)) if kind in set(Notice) else None
        held = held_until(self.quiet, patience, at, expires_at) if patience else None
        return held or at

    async def _now(self) -> datetime:
        """The moment; where the clock was set back, what waits is made due again."""
        now, before = self._clock.now(), self._latest
        if now < before - _HAIR:
            await self._realign(now)
        self._latest = now
        return now

    async def _realign(self, now: datetime) -> None:
        async with self._uow.reading() as store:
            lanes: list[int | None] = [None, *await store.broadcasts.running()]
        for lane in lanes:
            changed = _CHUNK
            while changed == _CHUNK:
                async with self._uow.writing() as store:
                    changed = await store.outbox.realign(now, lane, _CHUNK)
        async with self._uow.writing() as store:
            await store.outbox.revive(now)

    async def _lanes(self, store: Store, now: datetime) -> list[int | None]:
        """Where something is due, in the order in which it is sent."""
        running: list[int | None] = [None, *await store.broadcasts.running()]
        return [lane for lane in running if await store.outbox.is_due(now, lane)]

    async def _ready(self, rows: Sequence[OutboxRow], now: datetime) -> list[Owed]:
        """What of it is to be sent; the rest is put aside."""
        async with self._uow.reading() as store:
            contents: dict[int, Content | None] = {}
            for number in {row.broadcast_id for row in rows} - {None}:
                assert number is not None
                contents[number] = await content_of(store, number)
            people = {one.id: one for one in await store.people.many([r.person_id for r in rows])}
            found = [
                await sort(store, self._access, self.quiet, row, people, contents, now)
                for row in rows
            ]
        await self._put_aside([one for one in found if one.owed is None])
        return [one.owed for one in found if one.owed is not None]

    async def _put_aside(self, aside: Sequence[Sorted]) -> None:
        if not aside:
            return
        async with self._uow.writing() as store:
            rows = store.outbox
            for one in aside:
                number, lease = one.row.id, one.row.lease_until
                if one.until is None:
                    await rows.close(number, one.state, one.reason, lease=lease)
                elif one.reason is None:
                    await rows.hold(number, one.until, lease=lease)
                else:
                    await rows.retry(number, one.until, one.reason, lease=lease)
        self._mine.difference_update(one.row.id for one in aside)

    async def _give_back(self, rows: Sequence[OutboxRow]) -> None:
        """Something is broken: let others have them, or this sender again when the lease ends."""
        self._mine.difference_update(row.id for row in rows)
        async with self._uow.writing() as store:
            for row in rows:
                await store.outbox.release(row.id, lease=row.lease_until)
