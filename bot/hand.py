"""What the sender has in hand: notices before copies of broadcasts, each chat in its own pace."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Iterable
from datetime import timedelta

from bot.pacing import CHAT_SECONDS, Pacer
from services.outbox import Fate, Outcome, Owed

OF_ONE_CHAT = 4  # further ones give way to other people
# Whoever has not begun to send it by then gives it back: the lease is not to run out in flight.
STALE_SECONDS = 10.0


class Hand:
    """Claimed messages that are not on their way yet."""

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer
        self._notices: deque[tuple[Owed, float]] = deque()
        self._copies: deque[tuple[Owed, float]] = deque()
        self._later: dict[int, float] = {}
        self._asked: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._notices) + len(self._copies)

    def put(self, claimed: Iterable[Owed]) -> None:
        """Take them, after those that are there."""
        now = time.monotonic()
        for one in claimed:
            lane = self._copies if one.broadcast is not None else self._notices
            lane.append((one, now))

    def empty(self) -> list[Outcome]:
        """Give everything back untried."""
        given = [Outcome(one, Fate.UNTRIED) for one, _ in (*self._notices, *self._copies)]
        self._notices.clear()
        self._copies.clear()
        return given

    def drop(self, running: Collection[int]) -> list[Outcome]:
        """Give back the copies of broadcasts that are no longer running."""
        kept: deque[tuple[Owed, float]] = deque()
        given: list[Outcome] = []
        for one, since in self._copies:
            if one.broadcast is not None and one.broadcast.id in running:
                kept.append((one, since))
            else:
                given.append(Outcome(one, Fate.UNTRIED))
        self._copies = kept
        return given

    def later(self, owed: Owed, seconds: int) -> Outcome:
        """Give back one for which Telegram wanted so many seconds.

        From the second time on it lets others go first: it may be about this chat alone.
        """
        times = self._asked.get(owed.id, 0)
        self._asked[owed.id] = times + 1
        wait = timedelta(seconds=2 * times * seconds) if times else None
        return Outcome(owed, Fate.UNTRIED, wait=wait)

    def over(self, owed: Owed) -> None:
        """It is known what became of it."""
        self._asked.pop(owed.id, None)

    def take(self, busy: Collection[int]) -> tuple[Owed | None, list[Outcome]]:
        """The first that may go now, and those that are given back.

        `busy` chats have a message on its way: the next one waits, so that they come in order.
        """
        given: list[Outcome] = []
        waiting = dict.fromkeys(busy, 0)
        for lane in (self._notices, self._copies):
            found = self._take(lane, waiting, given)
            if found is not None:
                return found, given
        return None, given

    def _take(
        self, lane: deque[tuple[Owed, float]], waiting: dict[int, int], given: list[Outcome]
    ) -> Owed | None:
        now, found = time.monotonic(), None
        kept: list[tuple[Owed, float]] = []
        while lane and found is None:
            one, since = lane.popleft()
            chat = one.recipient.telegram_id
            if now - since > STALE_SECONDS:
                given.append(Outcome(one, Fate.UNTRIED))
            elif chat not in waiting and self._pacer.chat_wait(chat) <= 0:
                found = one
            elif waiting.setdefault(chat, 0) < OF_ONE_CHAT:
                waiting[chat] += 1
                kept.append((one, since))
            else:
                given.append(Outcome(one, Fate.UNTRIED, wait=self._in_line(chat, now)))
        lane.extendleft(reversed(kept))
        return found

    def _in_line(self, chat: int, now: float) -> timedelta:
        """When to look again at one more message for a crowded chat: one after the other."""
        self._later = {other: at for other, at in self._later.items() if at > now}
        free = now + self._pacer.chat_wait(chat) + OF_ONE_CHAT * CHAT_SECONDS
        at = max(self._later.get(chat, 0.0) + CHAT_SECONDS, free)
        self._later[chat] = at
        return timedelta(seconds=at - now)
