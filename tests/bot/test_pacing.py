"""The pacer: as fast as Telegram lets the bot, and never faster."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetUpdates, Response, SendChatAction, SendMessage, TelegramMethod
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import pacing
from bot.outgoing import _Text
from bot.pacing import BURST, CHAT_BURST, PacedRequests, Pacer
from sandbox import Limits
from sandbox.errors import ApiError

BOT = Bot("42:TEST-only")


class Time:
    """Monotonic seconds that pass when somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def run(
    seconds: float,
    delays: Callable[[int], float],
    answers: Callable[[int], int] = lambda _: 0,
) -> tuple[int, int]:
    """A sender that always has something to send: how many the server took and refused.

    `delays`: how long the nth call is on its way; `answers`: how many answers of handlers are sent
    beside it.
    """
    time = Time()
    pacer = Pacer(clock=time)
    arrivals: list[float] = []
    end, count = time.now + seconds, 0
    while time.now < end:
        time.now += pacer.wait()
        for chat in range(answers(count) + 1):
            pacer.charge(chat)
            arrivals.append(time.now + delays(count))
        count += 1
    server = Time()
    limits = Limits(overall=True, clock=server)
    refused = 0
    for chat, server.now in enumerate(sorted(arrivals)):
        try:
            limits.charge("sendMessage", {"chat_id": chat})
        except ApiError:
            refused += 1
    return len(arrivals) - refused, refused


class TestTheWholeBot:
    def test_uses_nearly_all_that_is_permitted(self) -> None:
        taken, refused = run(60, lambda _: 0.05)
        assert refused == 0
        assert taken >= 0.97 * 30 * 60

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.floats(0.01, 0.4), min_size=1, max_size=50))
    def test_never_gets_a_429_however_calls_overtake_one_another(self, ways: list[float]) -> None:
        taken, refused = run(20, lambda number: ways[number % len(ways)])
        assert refused == 0
        assert taken >= 0.97 * 30 * 20

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.integers(0, 3), min_size=1, max_size=30))
    def test_makes_room_for_answers_of_handlers(self, beside: list[int]) -> None:
        _, refused = run(20, lambda _: 0.05, lambda number: beside[number % len(beside)])
        assert refused == 0

    def test_catches_up_a_little_after_a_pause(self, time: Time) -> None:
        pacer = Pacer(clock=time)
        at_once = 0
        while pacer.wait() == 0:
            pacer.charge(at_once)
            at_once += 1
        assert at_once == BURST
        time.now += 3600
        assert pacer.wait() == 0


class TestAChat:
    def test_takes_a_few_at_once_and_then_one_a_second(self, time: Time) -> None:
        pacer = Pacer(clock=time)
        for _ in range(CHAT_BURST):
            assert pacer.chat_wait(7) == 0
            pacer.charge(7)
        assert pacer.chat_wait(7) == pytest.approx(1.0)
        assert pacer.chat_wait(8) == 0
        time.now += 1
        assert pacer.chat_wait(7) == 0

    def test_is_forgotten_when_it_has_rested(self, time: Time) -> None:
        pacer = Pacer(clock=time)
        for chat in range(5000):
            pacer.charge(chat)
            time.now += 0.1
        assert len(pacer._chats) < 1500


class TestARequestToWait:
    def test_holds_everything_and_the_longest_one_counts(self, time: Time) -> None:
        pacer = Pacer(clock=time)
        pacer.hold(5)
        pacer.hold(1)
        assert pacer.wait() == pytest.approx(5, abs=0.1)
        time.now += 6
        assert (pacer.held, pacer.wait()) == (0, 0)

    def test_is_followed_by_a_single_message_and_not_by_a_crowd(self, time: Time) -> None:
        pacer = Pacer(clock=time)
        pacer.hold(5)
        time.now += pacer.wait()
        pacer.charge(1)
        assert pacer.wait() > 0.03


class Server:
    """Answers with these waits, then takes the call."""

    def __init__(self, *waits: int) -> None:
        self.waits = list(waits)
        self.calls = 0

    async def __call__(self, _bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        self.calls += 1
        if self.waits:
            raise TelegramRetryAfter(method, "Too Many Requests", self.waits.pop(0))
        return Response(ok=True, result=True)


@pytest.fixture
def slept(time: Time, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits that took no time."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        time.now += seconds

    monkeypatch.setattr(pacing.asyncio, "sleep", sleep)
    return waits


class TestCallsOfHandlers:
    async def test_go_at_once_and_are_counted(self, time: Time, slept: list[float]) -> None:
        pacer, server = Pacer(clock=time), Server()
        requests = PacedRequests(pacer)
        for _ in range(BURST + 5):
            await requests(server, BOT, SendMessage(chat_id=1, text="x"))
        assert (server.calls, slept) == (BURST + 5, [])
        assert pacer.wait() > 5 / 30
        assert pacer.chat_wait(1) > 0

    async def test_that_send_nothing_are_not_counted(self, time: Time, slept: list[float]) -> None:
        pacer = Pacer(clock=time)
        for _ in range(50):
            await PacedRequests(pacer)(Server(), BOT, SendChatAction(chat_id=1, action="typing"))
        assert pacer.wait() == 0

    async def test_wait_while_telegram_wants_nothing(self, time: Time, slept: list[float]) -> None:
        pacer = Pacer(clock=time)
        pacer.hold(3)
        await PacedRequests(pacer)(Server(), BOT, SendMessage(chat_id=1, text="x"))
        assert slept == [pytest.approx(3, abs=0.1)]

    async def test_are_tried_again_after_a_wait_that_people_can_bear(
        self, time: Time, slept: list[float]
    ) -> None:
        server = Server(1, 2, 4)
        await PacedRequests(Pacer(clock=time))(server, BOT, SendMessage(chat_id=1, text="x"))
        assert server.calls == 4
        assert sum(slept) == pytest.approx(7, abs=0.5)

    async def test_give_up_where_it_would_take_too_long(
        self, time: Time, slept: list[float]
    ) -> None:
        pacer, server = Pacer(clock=time), Server(600)
        with pytest.raises(TelegramRetryAfter):
            await PacedRequests(pacer)(server, BOT, SendMessage(chat_id=1, text="x"))
        assert slept == []
        assert pacer.held > 599

    @pytest.mark.parametrize("method", [_Text(chat_id=1, text="x"), GetUpdates()])
    async def test_the_sender_and_the_poller_wait_by_themselves(
        self, time: Time, slept: list[float], method: TelegramMethod[Any]
    ) -> None:
        pacer, server = Pacer(clock=time), Server(2)
        with pytest.raises(TelegramRetryAfter):
            await PacedRequests(pacer)(server, BOT, method)
        assert pacer.held > 1.9
        assert pacer.chat_wait(1) == 0

    async def test_two_that_wait_are_both_let_go(self, time: Time) -> None:
        pacer, server = Pacer(), Server()
        pacer.hold(0.01)
        calls = [
            PacedRequests(pacer)(server, BOT, SendMessage(chat_id=1, text="x")) for _ in range(2)
        ]
        await asyncio.gather(*calls)
        assert server.calls == 2
