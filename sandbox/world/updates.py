"""The queue of updates of one bot, and what getUpdates or a webhook may take from it."""

from __future__ import annotations

import math
import random
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from itertools import takewhile
from typing import Any, NamedTuple

from aiogram.types import Update

from sandbox.errors import WEBHOOK_ACTIVE, ApiError
from sandbox.world.polling import Polling

DAY = 86400.0
WEEK = 7 * DAY
CALLBACK_LIFETIME = 150.0
MAX_WAITING = 100_000
MAX_REMEMBERED = 1000
MAX_AHEAD = 10  # an offset further beyond the newest number confirms nothing

KNOWN_KINDS = frozenset(Update.model_fields) - {"update_id"}
DEFAULT_KINDS = KNOWN_KINDS - {"chat_member", "message_reaction", "message_reaction_count"}


class Waiting(NamedTuple):
    """An update, and when it is no longer worth delivering (by the world's clock)."""

    id: int
    expires: float
    update: dict[str, Any]


class UpdateQueue:
    """Unconfirmed updates, oldest first.

    `deliver` is set while a webhook is: it is given each update, and `done` is called when the
    update is delivered. `meddle` is set by a fault: it is asked what to deliver, one after the
    other, in the place of each new update.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next_id = 0
        self._last_event = -math.inf  # by the world's clock
        self._waiting: OrderedDict[int, Waiting] = OrderedDict()
        self._due: list[Waiting] = []  # delivered whatever is confirmed
        self._given: list[Waiting] = []  # those that the last getUpdates took
        self._later: dict[int, list[dict[str, Any]]] = {}  # due when this number is confirmed
        self._past: OrderedDict[int, dict[str, Any]] = OrderedDict()
        self._fetched_up_to = 0
        self.polling = Polling()
        self.last_push = 0.0  # monotonic
        self.kinds: Collection[str] = DEFAULT_KINDS
        self.allowed: list[str] | None = None
        self.deliver: Callable[[Waiting], None] | None = None
        self.meddle: Callable[[dict[str, Any]], list[dict[str, Any]]] | None = None

    @property
    def all_fetched(self) -> bool:
        """Whether the bot has been given every update at least once."""
        if self._due or self._later:
            return False
        if self.deliver is not None:
            return not self._waiting
        return next(reversed(self._waiting), 0) <= self._fetched_up_to

    def push(
        self, kind: str, content: dict[str, Any], lifetime: float = DAY
    ) -> dict[str, Any] | None:
        """Queue an update; None if the bot did not ask for this kind, or the queue is full."""
        if kind not in self.kinds:
            return None
        now = self._clock()
        if now - self._last_event >= WEEK:
            self._begin_anew()
        if len(self._waiting) >= MAX_WAITING:
            self._drop_expired(now)
            if len(self._waiting) >= MAX_WAITING:
                return None
        self._last_event = now
        self.last_push = time.monotonic()
        number, self._next_id = self._next_id, self._next_id + 1
        update = {"update_id": number, kind: content}
        self._past[number] = update
        if len(self._past) > MAX_REMEMBERED:
            self._past.popitem(last=False)
        if self.meddle is None:
            self._enqueue(Waiting(number, now + lifetime, update))
        elif ordered := self.meddle(update):
            first, *later = ordered
            if later:
                self._later[number] = later
            self._enqueue(Waiting(first["update_id"], now + lifetime, first))
        return update

    def repeat(self, update_id: int) -> dict[str, Any]:
        """Deliver an earlier update once more under its old number, confirmed or not.

        Raises `KeyError` if the update is older than the last thousand.
        """
        update = self._past[update_id]
        self.put(update)
        return update

    def put(self, update: dict[str, Any]) -> None:
        """Deliver an update, whatever its number."""
        self.last_push = time.monotonic()
        item = Waiting(update["update_id"], math.inf, update)
        self._due.append(item)
        self._announce(item)

    def past(self) -> list[dict[str, Any]]:
        """The latest updates, oldest first."""
        return list(self._past.values())

    def pending(self) -> list[Waiting]:
        """All that is still to be delivered, in the order of delivery."""
        self._drop_expired(self._clock())
        return [*self._given, *self._due, *self._waiting.values()]

    def done(self, item: Waiting) -> None:
        """The webhook has delivered an update, or given it up."""
        if self._waiting.get(item.id) is item:
            del self._waiting[item.id]
        for kept in (self._given, self._due):
            if item in kept:
                kept.remove(item)
        self._follow(item.id)

    def allow(self, kinds: list[str] | None) -> None:
        """Remember `allowed_updates`; None leaves it as it is, nothing known means the default."""
        if kinds is None:
            return
        known = [kind for kind in map(str.lower, kinds) if kind in KNOWN_KINDS]
        self.kinds = frozenset(known) or DEFAULT_KINDS
        self.allowed = known if self.kinds != DEFAULT_KINDS else None

    async def take(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """Answer of getUpdates: confirm everything below `offset`, return what is left.

        Raises `ApiError` 409 while a webhook is set, and in the older of two requests that wait.
        """
        if self.deliver is not None:
            await self.polling.delay_conflict()
            raise ApiError(409, WEBHOOK_ACTIVE)
        if self.polling.pause:
            limit, timeout = self.polling.slowed(offset, limit, timeout)
        self._confirm(offset)
        batch = self._batch(limit)
        if batch or timeout <= 0:
            return batch
        return self._batch(limit) if await self.polling.wait(timeout) else []

    def close(self) -> None:
        """End the waiting request as a restarting server does."""
        self.polling.interrupt(ApiError(500, "Internal Server Error: restart"))

    def clear(self) -> None:
        """Forget everything that waits (`drop_pending_updates`)."""
        for kept in (self._waiting, self._due, self._given, self._later):
            kept.clear()

    def give_back(self) -> None:
        """The answer of the last getUpdates was lost, and with it what is confirmed by nothing."""
        self._due[:0] = self._given
        self._given = []

    def _begin_anew(self) -> None:
        """After a week of silence the numbers start somewhere else."""
        self._next_id = random.randint(100_000_000, 900_000_000)
        self._fetched_up_to = 0
        self._waiting.clear()
        self._later.clear()

    def _enqueue(self, item: Waiting) -> None:
        self._waiting[item.id] = item
        self._announce(item)

    def _announce(self, item: Waiting) -> None:
        if self.deliver is not None:
            self.deliver(item)
        else:
            self.polling.wake()

    def _follow(self, update_id: int) -> None:
        for update in self._later.pop(update_id, ()):
            self.put(update)

    def _confirm(self, offset: int) -> None:
        # A bot that begins anew, without an offset, has confirmed nothing.
        self._due[:0] = [item for item in self._given if 0 <= offset <= item.id]
        self._given = []
        gone: list[int] = []
        if offset < 0:
            gone = list(self._waiting)[:offset]
        elif offset <= self._next_id + MAX_AHEAD:
            gone = list(takewhile(offset.__gt__, self._waiting))
        self._forget(gone)

    def _drop_expired(self, now: float) -> None:
        self._forget([item.id for item in self._waiting.values() if item.expires <= now])

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            del self._waiting[number]
            self._follow(number)

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        now = self._clock()
        self._given, self._due = self._due[:limit], self._due[limit:]
        batch = [item.update for item in self._given]
        expired = False
        for item in self._waiting.values():
            if len(batch) >= limit:
                break
            if item.expires <= now:
                expired = True
            else:
                batch.append(item.update)
                self._fetched_up_to = max(self._fetched_up_to, item.id)
        if expired:
            self._drop_expired(now)
        return batch
