"""Sends what the bot owes: several messages at once, paced, and none lost.

Messages are claimed in small batches and marked in the transaction that claims the next ones. A
kill between sending and marking repeats at most what was in hand, and those rows are known by
their `uncertain`.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import cast

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from bot.background import Background
from bot.commands import bring_up_to_date
from bot.context import Services
from bot.hand import Hand
from bot.l10n import Localizer
from bot.notices import ABOUT_ROLES
from bot.outgoing import Composer, send
from bot.pacing import Pacer
from services.outbox import Fate, Outcome, Owed

log = structlog.get_logger(__name__)

IN_HAND = 24  # claimed and not marked yet
IN_FLIGHT = 16
TICK_SECONDS, LOOK_SECONDS, CARE_SECONDS, OTHERS_SECONDS = 0.2, 1.0, 2.0, 5.0
# So many people in a row for whom it failed: the server is down. One message at a time finds out
# whether it still is.
MANY, FIRST_REST, LONGEST_REST = 5, 1.0, 15.0


class Delivery:
    """The tasks that empty the outbox. `wake` tells that something was written into it."""

    def __init__(
        self,
        bot: Bot,
        services: Services,
        localizer: Localizer,
        background: Background,
        pacer: Pacer | None = None,
    ) -> None:
        self._bot = bot
        self._services = services
        self._localizer = localizer
        self._background = background
        self._pacer = pacer or Pacer()
        self._composer = Composer(localizer)
        self._hand = Hand(self._pacer)
        self._chats: set[int] = set()  # of messages in flight: the next one waits its turn
        self._flying: set[asyncio.Task[None]] = set()
        self._done: list[Outcome] = []
        self._failing: set[int] = set()
        self._rest, self._rests_until = 0.0, 0.0
        self._looked_at = 0.0
        self._awake, self._care, self._changed = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin on the running event loop."""
        self._tasks = [asyncio.create_task(work()) for work in (self._feed, self._pump, self._tend)]

    def wake(self) -> None:
        """Look at once instead of in a few seconds."""
        self._awake.set()
        self._care.set()

    async def stop(self) -> None:
        """End after the messages in flight; the rest is sent at the next start."""
        self._stopping.set()
        for event in (self._awake, self._care, self._changed):
            event.set()
        if self._tasks:
            await asyncio.gather(*self._tasks)
            self._tasks = []
            await self._land()

    async def send_batch(self) -> bool:
        """Claim once, send that, mark it; whether there was anything."""
        if not await self._exchange():
            return False
        while self._hand or self._flying:
            await self._pause(self._changed, self._send_some())
        await self._exchange(claim=False)
        return True

    async def _feed(self) -> None:
        """Marks what is sent and claims what is next, a few times a second while there is work."""
        while not self._stopping.is_set():
            self._awake.clear()
            try:
                busy = await self._exchange()
            except Exception:
                log.exception("delivery failed")
                busy = False
            self._changed.set()
            busy = busy or bool(self._hand or self._flying or self._done)
            await self._pause(self._awake, TICK_SECONDS if busy else LOOK_SECONDS)

    async def _pump(self) -> None:
        """Sends what is in hand, as fast as the pacer lets it."""
        while not self._stopping.is_set():
            try:
                seconds = self._send_some()
            except Exception:
                log.exception("sending failed")
                seconds = LOOK_SECONDS
            await self._pause(self._changed, seconds)

    async def _tend(self) -> None:
        """Lets broadcasts go on: their copies are written beside the sending."""
        while not self._stopping.is_set():
            self._care.clear()
            try:
                more = await self._services.broadcasts.sending.advance()
            except Exception:
                log.exception("broadcasts wait")
                more = False
            if more:
                self._awake.set()
            await self._pause(self._care, 0 if more else CARE_SECONDS)

    async def _exchange(self, *, claim: bool = True) -> bool:
        """Mark and claim in one go; whether anything was claimed."""
        await self._take_over()
        if self._hand:
            self._done += self._hand.drop(await self._services.outbox.running())
        room = IN_HAND - len(self._hand) - len(self._flying)
        if self._waits() or not claim:
            room = 0
        done, self._done = self._done, []
        try:
            claimed = await self._services.outbox.claim(room, done)
        except BaseException:
            self._done = done + self._done
            raise
        self._hand.put(claimed)
        if done and not claimed:
            self._care.set()  # it may have been the last of a broadcast
        return bool(claimed)

    async def _take_over(self) -> None:
        """Now and then: what did another process leave behind?"""
        now = time.monotonic()
        if now - self._looked_at >= OTHERS_SECONDS:
            self._looked_at = now
            if count := await self._services.outbox.take_over():
                log.warning("messages of a dead sender taken over", count=count)

    def _waits(self) -> bool:
        """Whether nothing may be sent for a while: Telegram said so, or does not answer."""
        resting = time.monotonic() < self._rests_until
        return resting or self._pacer.held > 0 or self._stopping.is_set()

    def _send_some(self) -> float | None:
        """Send what may go now; in how many seconds to look again (nothing: after a change)."""
        self._changed.clear()
        if self._waits():
            self._give_back()
            return TICK_SECONDS
        limit = IN_FLIGHT if len(self._failing) < MANY else 1
        while self._hand and len(self._flying) < limit:
            if (seconds := self._pacer.wait()) > 0:
                return seconds
            one, given = self._hand.take(self._chats)
            self._done += given
            if one is None:
                return TICK_SECONDS
            self._pacer.charge(one.recipient.telegram_id)
            self._chats.add(one.recipient.telegram_id)
            self._flying.add(asyncio.create_task(self._deliver(one)))
        return None

    def _give_back(self) -> None:
        self._done += self._hand.empty()

    async def _deliver(self, owed: Owed) -> None:
        """One message, from its words to what came of it."""
        outcome = Outcome(owed, Fate.UNTRIED)
        try:
            outcome = await self._tried(owed)
        except TelegramRetryAfter as error:
            self._pacer.hold(error.retry_after)
            self._give_back()
            outcome = self._hand.later(owed, error.retry_after)
        finally:
            self._done.append(outcome)
            self._flying.discard(cast("asyncio.Task[None]", asyncio.current_task()))
            self._chats.discard(owed.recipient.telegram_id)
            self._changed.set()
            self._learn(outcome)

    async def _tried(self, owed: Owed) -> Outcome:
        try:
            message = self._composer.compose(owed, self._services.profile)
        except Exception as error:
            log.exception("a message cannot be composed", kind=owed.kind, id=owed.id)
            return Outcome(owed, Fate.FAILED, reason=type(error).__name__)
        try:
            return await send(self._bot, owed, message)
        except TelegramRetryAfter:
            raise
        except Exception as error:
            log.exception("a message cannot be sent", kind=owed.kind, id=owed.id)
            return Outcome(owed, Fate.RETRY, reason=type(error).__name__, uncertain=True)

    def _learn(self, outcome: Outcome) -> None:
        """A server that fails for everybody is left alone; who was told of a role sees its
        commands."""
        if outcome.fate is Fate.RETRY:
            self._failing.add(outcome.owed.recipient.id)
            self._rest_if_down()
        elif outcome.fate is not Fate.UNTRIED:
            self._hand.over(outcome.owed)
            self._failing.clear()
            self._rest, self._rests_until = 0.0, 0.0
        if outcome.fate is Fate.SENT and outcome.owed.notice in ABOUT_ROLES:
            services, localizer = self._services, self._localizer
            recipient = outcome.owed.recipient
            self._background.run(bring_up_to_date(self._bot, services, localizer, recipient))

    def _rest_if_down(self) -> None:
        now = time.monotonic()
        if len(self._failing) >= MANY and now >= self._rests_until:
            self._rest = min(max(FIRST_REST, 2 * self._rest), LONGEST_REST)
            self._rests_until = now + self._rest
            log.warning("Telegram does not take messages", seconds=self._rest)

    async def _land(self) -> None:
        """Wait for what is in flight and mark it; give the rest back."""
        if self._flying:
            await asyncio.wait(set(self._flying))
        self._give_back()
        try:
            await self._exchange(claim=False)
        except Exception:
            log.exception("what was sent is not marked", count=len(self._done))

    async def _pause(self, until: asyncio.Event, seconds: float | None) -> None:
        """Wait, but not beyond the end."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(until.wait(), seconds)
