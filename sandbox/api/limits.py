"""How many messages Telegram lets a bot send: 429 for more.

Official are 30 messages a second in all, one a second in a chat and 20 a minute in a group, short
bursts aside. How long a burst may be is not published: here it is a second's worth in all, a
minute's worth in a group, and 20 messages in a chat.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from sandbox.api.values import decoded
from sandbox.errors import ApiError, too_many

MIN_SWEEP = 1000

_SENDING = ("send", "copy", "forward")
_SENDS_NOTHING = "sendchataction"
_LISTS = ("media", "message_ids")


class Rate(NamedTuple):
    """`burst` messages at once, then one in `interval` seconds."""

    burst: int
    interval: float


RATES = {"overall": Rate(30, 1 / 30), "chat": Rate(20, 1.0), "group": Rate(20, 3.0)}


class Limits:
    """Token buckets of one bot, each limit switched on or off by itself.

    `on` holds the names of those in force. `clock` gives monotonic seconds.
    """

    def __init__(
        self,
        overall: bool = False,
        chat: bool = False,
        group: bool = False,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.on: frozenset[str] = frozenset()
        self._clock = clock
        # When each bucket will be full again: all that a token bucket needs to know.
        self._full_at: dict[tuple[str, Any], float] = {}
        self._sweep_at = MIN_SWEEP
        self.switch(overall=overall, chat=chat, group=group)

    def switch(self, **limits: bool) -> None:
        """Turn limits on or off by name; those not named stay as they are."""
        kept = {name: name in self.on for name in RATES} | limits
        self.on = frozenset(name for name, is_on in kept.items() if is_on)

    def shown(self) -> dict[str, bool]:
        """Each limit's name, and whether it is on."""
        return {name: name in self.on for name in RATES}

    def charge(self, method: str, params: dict[str, Any]) -> None:
        """Count what a call is about to send. Raises `ApiError` 429, and then counts nothing."""
        name = method.lower()
        if not name.startswith(_SENDING) or name == _SENDS_NOTHING:
            return
        messages, now = _messages(params), self._clock()
        charged: dict[tuple[str, Any], float] = {}
        wait = 0.0
        for key in self._buckets(str(params.get("chat_id"))):
            rate = RATES[key[0]]
            full_at = max(self._full_at.get(key, now), now) + messages * rate.interval
            charged[key] = full_at
            wait = max(wait, full_at - now - rate.burst * rate.interval)
        # A hair of rounding is no reason to wait a whole second more.
        if (seconds := math.ceil(wait - 1e-6)) > 0:
            raise too_many(seconds)
        self._full_at.update(charged)
        self._sweep(now)

    def _buckets(self, chat_id: str) -> list[tuple[str, Any]]:
        wanted = {"overall": None, "chat": chat_id}
        if chat_id.startswith(("-", "@")):
            wanted["group"] = chat_id
        return [(name, owner) for name, owner in wanted.items() if name in self.on]

    def _sweep(self, now: float) -> None:
        """Forget full buckets, now and then."""
        if len(self._full_at) > self._sweep_at:
            self._full_at = {key: at for key, at in self._full_at.items() if at > now}
            self._sweep_at = max(MIN_SWEEP, 2 * len(self._full_at))


def _messages(params: dict[str, Any]) -> int:
    """Messages that a call sends: items of an album or a list of copies, otherwise one."""
    for name in _LISTS:
        value = params.get(name)
        if isinstance(value, str):
            try:
                value = decoded(value, "")
            except ApiError:
                continue
        if isinstance(value, list):
            return max(1, len(value))
    return 1
