"""Time that can be moved forward, so that reminders and deadlines can be watched."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

Moved = Callable[[float, float], Awaitable[None]]
NextDue = Callable[[], Awaitable[float | None]]


class MovableClock:
    """Unix seconds: the machine's, and what was added by hand.

    `on_move` is awaited with the moments before and after each move, so that an application on
    the same clock does what fell due in between. `next_due` tells the next such moment.
    """

    def __init__(self, moved: float = 0.0) -> None:
        self.moved = moved
        self.on_move: Moved | None = None
        self.next_due: NextDue | None = None

    def __call__(self) -> float:
        return time.time() + self.moved

    async def move(self, seconds: float) -> None:
        """Go forward. Raises `ValueError` for a step back: what was seen cannot be unseen."""
        if seconds < 0:
            raise ValueError("the clock moves forward only")
        before = self()
        self.moved += seconds
        if self.on_move is not None:
            await self.on_move(before, self())
