"""The bot's getUpdates that waits for something new, and Telegram's measures against haste."""

from __future__ import annotations

import asyncio
import math
import time

from sandbox.errors import TERMINATED_POLL, ApiError

HASTY_PAUSE = 3.0


class Polling:
    """At most one request waits: a newer one, setWebhook or a restart ends it.

    `pause` is how long Telegram makes a hasty bot wait, in seconds; 0 does without.
    """

    def __init__(self) -> None:
        self.pause = 0.0
        self._waiter: asyncio.Future[None] | None = None
        self._asked = (0, -math.inf)  # offset and moment of the last getUpdates
        self._next_conflict = 0.0

    def slowed(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """Limit and timeout for a bot, changed if it asks the same again too soon."""
        now = time.monotonic()
        (before, asked), self._asked = self._asked, (offset, now)
        if offset == before and now < asked + self.pause:
            timeout = max(timeout, self.pause)
            limit = 1 if now < asked + self.pause / 6 else limit
        return limit, timeout

    async def wait(self, timeout: float) -> bool:
        """Wait for `wake`; False after `timeout` seconds. Raises what `interrupt` was given."""
        self.interrupt(ApiError(409, TERMINATED_POLL))
        self._waiter = waiter = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(waiter, timeout)
        except TimeoutError:
            return False
        except ApiError as error:
            if error.code == 409:
                await self.delay_conflict()
            raise
        finally:
            if self._waiter is waiter:
                self._waiter = None
        return True

    def wake(self) -> None:
        """There is something new."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def interrupt(self, error: ApiError) -> None:
        """End the waiting request with this error."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(error)
        self._waiter = None

    async def delay_conflict(self) -> None:
        """Hold back a 409 that comes soon after another."""
        now = time.monotonic()
        if now >= self._next_conflict:
            self._next_conflict = now + self.pause
        else:
            await asyncio.sleep(self.pause)
