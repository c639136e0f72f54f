"""What the bot owes to people: claimed with a lease, resolved to names, marked when it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from services.access import Access
from services.notices import Notice
from services.notices_due import Owed, cancelled, resolve
from storage.repositories.outbox import OutboxRow

# How long a claimed message is left alone: a sender that was killed loses it to the next one.
LEASE = timedelta(seconds=30)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=1)


class Outbox:
    """What the sender does with the outbox."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._uow = access.uow
        self._clock = access.clock

    async def claim(self, limit: int) -> list[Owed]:
        """Take at most so many messages that are due; nobody else gets them for `LEASE`.

        Those whose subject is gone or decided meanwhile are cancelled.
        """
        now = self._clock.now()
        async with self._uow.reading() as store:
            if not await store.outbox.is_due(now):
                return []
        async with self._uow.writing() as store:
            rows = await store.outbox.claim(limit, now, now + LEASE)
        owed = []
        for row in rows:
            found = await self._resolved(row)
            if found is not None:
                owed.append(found)
        return owed

    async def sent(self, owed: Owed, message_id: int) -> None:
        """It has arrived as this message of the chat."""
        async with self._uow.writing() as store:
            await store.outbox.sent(owed.id, message_id, self._clock.now())

    async def retry(self, owed: Owed, reason: str) -> None:
        """Try again later: after seconds at first, after an hour at last, for a day in all."""
        wait = wait_after(owed.attempts)
        if wait is None:
            await self.fail(owed, reason)
            return
        async with self._uow.writing() as store:
            await store.outbox.retry(owed.id, self._clock.now() + wait, reason)

    async def fail(self, owed: Owed, reason: str) -> None:
        """It will never arrive; the reason is kept."""
        async with self._uow.writing() as store:
            await store.outbox.close(owed.id, "failed", reason)

    async def release(self, owed: Sequence[Owed]) -> None:
        """Give back what was claimed and not tried."""
        if owed:
            async with self._uow.writing() as store:
                await store.outbox.release([one.id for one in owed])

    async def _resolved(self, row: OutboxRow) -> Owed | None:
        if row.kind not in set(Notice):
            await self._close(row.id, "failed", f"unknown kind {row.kind}")
            return None
        try:
            async with self._uow.reading() as store:
                owed = await resolve(store, row)
                void = owed is None or await cancelled(store, self._access, owed)
        except (LookupError, TypeError, ValueError) as error:
            # Facts of another version of the program: the rest of the queue must not wait for it.
            await self._close(row.id, "failed", f"not understood: {type(error).__name__}")
            return None
        if void:
            await self._close(row.id, "cancelled", None)
            return None
        return owed

    async def _close(self, message_id: int, state: str, reason: str | None) -> None:
        async with self._uow.writing() as store:
            await store.outbox.close(message_id, state, reason)


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after a failure with so many before it; nothing: give up.

    Counted in attempts and not by the clock, so that messages outlive a bot that was switched off.
    """
    waits = [min(FIRST_WAIT * 2 ** min(n, 20), LONGEST_WAIT) for n in range(attempts + 1)]
    return waits[-1] if sum(waits, timedelta()) <= GIVE_UP_AFTER else None
