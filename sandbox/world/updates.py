"""The queue of updates of one bot, and what getUpdates may take from it."""

from __future__ import annotations

import asyncio
import random
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from aiogram.types import Update

from sandbox.errors import TERMINATED_POLL, ApiError

DAY = 86400.0
CALLBACK_LIFETIME = 150.0
MAX_WAITING = 100_000
MAX_REMEMBERED = 1000

KNOWN_KINDS = frozenset(Update.model_fields) - {"update_id"}
DEFAULT_KINDS = KNOWN_KINDS - {"chat_member", "message_reaction", "message_reaction_count"}


class _Waiting(NamedTuple):
    id: int
    expires: float
    update: dict[str, Any]


class UpdateQueue:
    """Unconfirmed updates, oldest first; at most one request waits for new ones."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next_id = random.randint(100_000_000, 900_000_000)
        self._waiting: deque[_Waiting] = deque()
        self._repeats: list[dict[str, Any]] = []
        self._past: OrderedDict[int, dict[str, Any]] = OrderedDict()
        self._poll: asyncio.Future[None] | None = None
        self._fetched_up_to = 0
        self.last_push = 0.0  # monotonic
        self.kinds: Collection[str] = DEFAULT_KINDS
        self.allowed: list[str] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def all_fetched(self) -> bool:
        """Whether the bot has been given every update at least once."""
        last = self._waiting[-1].id if self._waiting else 0
        return last <= self._fetched_up_to and not self._repeats

    def push(
        self, kind: str, content: dict[str, Any], lifetime: float = DAY
    ) -> dict[str, Any] | None:
        """Queue an update; None if the bot did not ask for this kind."""
        if kind not in self.kinds:
            return None
        self.last_push = time.monotonic()
        number, self._next_id = self._next_id, self._next_id + 1
        update = {"update_id": number, kind: content}
        self._waiting.append(_Waiting(number, self._clock() + lifetime, update))
        if len(self._waiting) > MAX_WAITING:
            self._waiting.popleft()
        self._past[number] = update
        if len(self._past) > MAX_REMEMBERED:
            self._past.popitem(last=False)
        self._wake()
        return update

    def repeat(self, update_id: int) -> dict[str, Any]:
        """Deliver an earlier update once more under its old number, confirmed or not.

        Raises `KeyError` if the update is older than the last thousand.
        """
        update = self._past[update_id]
        self.last_push = time.monotonic()
        self._repeats.append(update)
        self._wake()
        return update

    def past(self) -> list[dict[str, Any]]:
        """The latest updates, oldest first."""
        return list(self._past.values())

    def allow(self, kinds: list[str] | None) -> None:
        """Remember `allowed_updates`; None leaves it as it is, nothing known means the default."""
        if kinds is None:
            return
        known = [kind for kind in kinds if kind in KNOWN_KINDS]
        self.allowed = known or None
        self.kinds = frozenset(known) or DEFAULT_KINDS

    async def take(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """Answer of getUpdates: confirm everything below `offset`, return what is left.

        Raises `ApiError` 409 in the older of two requests that wait.
        """
        self._terminate_poll(ApiError(409, TERMINATED_POLL))
        self._confirm(offset)
        batch = self._batch(limit)
        if batch or timeout <= 0:
            return batch
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, timeout)
        except TimeoutError:
            return []
        finally:
            if self._poll is poll:
                self._poll = None
        return self._batch(limit)

    def close(self) -> None:
        """End the waiting request as a restarting server does."""
        self._terminate_poll(ApiError(500, "Internal Server Error: restart"))

    def clear(self) -> None:
        """Forget everything that waits (`drop_pending_updates`)."""
        self._waiting.clear()
        self._repeats.clear()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0].id < offset:
            self._waiting.popleft()

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        now = self._clock()
        batch, self._repeats = self._repeats[:limit], self._repeats[limit:]
        expired = False
        for item in self._waiting:
            if len(batch) >= limit:
                break
            if item.expires <= now:
                expired = True
            else:
                batch.append(item.update)
                self._fetched_up_to = max(self._fetched_up_to, item.id)
        if expired:
            self._waiting = deque(item for item in self._waiting if item.expires > now)
        return batch

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _terminate_poll(self, error: ApiError) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)
        self._poll = None
