"""Long polling: obeys Telegram, survives a failing line, and ends without losing an update."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, GetUpdates
from aiogram.types import Update, User

from bot import polling
from bot.polling import Poller

Answer = list[int] | Exception


class FakeBot:
    """Answers getUpdates from a script, then waits as a long poll does."""

    def __init__(self, *script: Answer) -> None:
        self.script = list(script)
        self.asked: list[GetUpdates] = []
        self.dropped_webhook = False

    async def __call__(self, method: GetUpdates, request_timeout: int) -> list[dict[str, Any]]:
        self.asked.append(method)
        assert request_timeout > (method.timeout or 0), "the poll may take its whole time"
        if method.timeout == 0:
            return []
        if not self.script:
            await asyncio.Event().wait()
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return [{"update_id": number} for number in answer]

    async def me(self) -> User:
        if self.script and isinstance(self.script[0], Exception):
            raise self.script.pop(0)
        return User(id=42, is_bot=True, first_name="Bot", username="bot")

    async def delete_webhook(self) -> bool:
        self.dropped_webhook = True
        return True


class FakeDispatcher:
    """Handles an update when it is let; remembers which were begun and finished."""

    def __init__(self) -> None:
        self.let = asyncio.Event()
        self.begun: list[int] = []
        self.done: list[int] = []
        self.broken: set[int] = set()

    async def feed_update(self, _: Any, update: Update) -> None:
        self.begun.append(update.update_id)
        await self.let.wait()
        if update.update_id in self.broken:
            raise RuntimeError("a handler is broken")
        self.done.append(update.update_id)


class Slept:
    """Takes the place of sleeping: remembers for how long, and wakes at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float, *_: Any) -> None:
        self.seconds.append(seconds)
        await asyncio.wait({asyncio.ensure_future(asyncio.Event().wait())}, timeout=0)


@pytest.fixture
def dispatcher() -> FakeDispatcher:
    found = FakeDispatcher()
    found.let.set()
    return found


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> Slept:
    slept = Slept()
    monkeypatch.setattr("asyncio.sleep", slept)
    return slept


async def until(true: Callable[[], bool]) -> None:
    """Let the loop turn until this is so."""
    async with asyncio.timeout(5):
        while not true():
            await asyncio.wait({asyncio.ensure_future(asyncio.Event().wait())}, timeout=0.001)


async def polled(bot: FakeBot, dispatcher: FakeDispatcher, true: Callable[[], bool]) -> Poller:
    """Poll until this is so, then stop."""
    poller = Poller(bot, dispatcher)  # type: ignore[arg-type]
    running = asyncio.create_task(poller.run())
    await until(true)
    poller.stop()
    await asyncio.wait_for(running, 5)
    return poller


class TestFetching:
    async def test_each_update_is_handled_once_and_confirmed_by_the_next_poll(
        self, dispatcher: FakeDispatcher
    ) -> None:
        bot = FakeBot([10, 11], [12])
        await polled(bot, dispatcher, lambda: dispatcher.done == [10, 11, 12])
        assert [method.offset for method in bot.asked[:3]] == [None, 12, 13]

    async def test_asks_only_for_what_the_bot_handles(self, dispatcher: FakeDispatcher) -> None:
        bot = FakeBot([10])
        await polled(bot, dispatcher, lambda: bool(dispatcher.done))
        assert bot.asked[0].allowed_updates == [
            "message",
            "callback_query",
            "my_chat_member",
        ]

    async def test_a_slow_handler_does_not_hold_back_others(
        self, dispatcher: FakeDispatcher
    ) -> None:
        dispatcher.let.clear()
        bot = FakeBot([10], [11])
        running = asyncio.create_task(polled(bot, dispatcher, lambda: dispatcher.begun == [10, 11]))
        await until(lambda: dispatcher.begun == [10, 11])
        dispatcher.let.set()
        await running

    async def test_a_crowd_waits_at_the_door(
        self, dispatcher: FakeDispatcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(polling, "_IN_HAND", 2)
        dispatcher.let.clear()
        bot = FakeBot([10, 11, 12])
        poller = Poller(bot, dispatcher)  # type: ignore[arg-type]
        running = asyncio.create_task(poller.run())
        await until(lambda: len(dispatcher.begun) == 2)
        dispatcher.let.set()
        await until(lambda: dispatcher.done == [10, 11, 12])
        poller.stop()
        await running

    async def test_a_broken_handler_stops_nothing(self, dispatcher: FakeDispatcher) -> None:
        dispatcher.broken = {10}
        await polled(FakeBot([10], [11]), dispatcher, lambda: dispatcher.done == [11])


class TestTrouble:
    async def test_a_failing_line_is_tried_again_after_longer_and_longer_pauses(
        self, dispatcher: FakeDispatcher, slept: Slept
    ) -> None:
        error = TelegramNetworkError(GetUpdates(), "the line is cut")
        await polled(FakeBot(*[error] * 6, [10]), dispatcher, lambda: dispatcher.done == [10])
        assert len(slept.seconds) == 6
        assert slept.seconds[0] < 2 < slept.seconds[-1] <= 31

    async def test_the_pauses_begin_anew_after_a_success(
        self, dispatcher: FakeDispatcher, slept: Slept
    ) -> None:
        error = TelegramNetworkError(GetUpdates(), "the line is cut")
        bot = FakeBot(*[error] * 6, [10], error, [11])
        await polled(bot, dispatcher, lambda: dispatcher.done == [10, 11])
        assert slept.seconds[6] < 2

    async def test_telegram_is_obeyed_when_it_asks_to_wait(
        self, dispatcher: FakeDispatcher, slept: Slept
    ) -> None:
        error = TelegramRetryAfter(GetUpdates(), "Too Many Requests", 17)
        await polled(FakeBot(error, [10]), dispatcher, lambda: dispatcher.done == [10])
        assert slept.seconds == [17]


class TestStopping:
    async def test_updates_in_hand_are_finished_and_the_poll_that_waited_has_confirmed_them(
        self, dispatcher: FakeDispatcher
    ) -> None:
        dispatcher.let.clear()
        bot = FakeBot([10, 11])
        poller = Poller(bot, dispatcher)  # type: ignore[arg-type]
        running = asyncio.create_task(poller.run())
        await until(lambda: dispatcher.begun == [10, 11])
        poller.stop()
        await until(lambda: len(bot.asked) == 2)
        assert not running.done()
        dispatcher.let.set()
        await asyncio.wait_for(running, 5)
        assert dispatcher.done == [10, 11]
        assert [method.offset for method in bot.asked] == [None, 12]

    async def test_updates_that_no_poll_confirmed_are_confirmed_at_the_end(
        self, dispatcher: FakeDispatcher
    ) -> None:
        bot = FakeBot([10], TelegramNetworkError(GetUpdates(), "connection reset"))
        poller = Poller(bot, dispatcher)  # type: ignore[arg-type]
        running = asyncio.create_task(poller.run())
        await until(lambda: dispatcher.done == [10] and len(bot.asked) == 2)
        poller.stop()
        await asyncio.wait_for(running, 5)
        confirming = bot.asked[-1]
        assert (confirming.offset, confirming.timeout, confirming.limit) == (11, 0, 1)

    async def test_without_updates_there_is_nothing_to_confirm(
        self, dispatcher: FakeDispatcher
    ) -> None:
        bot = FakeBot()
        await polled(bot, dispatcher, lambda: bool(bot.asked))
        assert [method.timeout for method in bot.asked] == [30]

    async def test_a_handler_that_hangs_is_not_waited_for_without_end(
        self, dispatcher: FakeDispatcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(polling, "_DRAIN_SECONDS", 0.05)
        dispatcher.let.clear()
        await polled(FakeBot([10]), dispatcher, lambda: dispatcher.begun == [10])
        assert dispatcher.done == []
        dispatcher.let.set()


class TestConnecting:
    async def test_waits_for_a_bot_api_that_is_not_up_yet(
        self, dispatcher: FakeDispatcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        quick = polling.BackoffConfig(min_delay=0.001, max_delay=0.002, factor=1.1, jitter=0.1)
        monkeypatch.setattr(polling, "_BACKOFF", quick)
        error = TelegramNetworkError(GetMe(), "connection refused")
        bot = FakeBot(error, error)
        assert await Poller(bot, dispatcher).connect()  # type: ignore[arg-type]
        assert bot.dropped_webhook

    async def test_a_stop_ends_the_waiting(self, dispatcher: FakeDispatcher) -> None:
        bot = FakeBot(*[TelegramNetworkError(GetMe(), "connection refused")] * 3)
        poller = Poller(bot, dispatcher)  # type: ignore[arg-type]
        connecting = asyncio.create_task(poller.connect())
        await until(lambda: len(bot.script) == 2)
        poller.stop()
        assert not await asyncio.wait_for(connecting, 5)

    async def test_a_token_that_is_not_accepted_is_told_at_once(
        self, dispatcher: FakeDispatcher
    ) -> None:
        bot = FakeBot(TelegramUnauthorizedError(GetMe(), "Unauthorized"))
        with pytest.raises(TelegramUnauthorizedError):
            await Poller(bot, dispatcher).connect()  # type: ignore[arg-type]
