"""Telegram's limits on sending, each switched by itself. Section 10 of the behaviour list."""

import pytest

from sandbox import Sandbox
from sandbox.api.limits import Limits
from sandbox.errors import ApiError


class Watch:
    """Monotonic time that a test moves."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def watch():
    return Watch()


def wait_of(limits, method="sendMessage", **params):
    """Seconds to wait before the call is taken; 0 if it was."""
    try:
        limits.charge(method, params)
    except ApiError as error:
        return error.parameters["retry_after"]
    return 0


def taken(limits, chats, **params):
    """How many calls in a row are taken."""
    return sum(wait_of(limits, chat_id=chat, **params) == 0 for chat in chats)


class TestChat:
    @pytest.fixture
    def limits(self, watch):
        return Limits(chat=True, clock=watch)

    def test_a_burst_of_twenty_then_one_a_second(self, limits, watch):
        assert taken(limits, [7] * 25) == 20
        assert wait_of(limits, chat_id=7) == 1
        watch.now += 1
        assert taken(limits, [7] * 5) == 1

    def test_other_chats_are_not_held_back(self, limits):
        taken(limits, [7] * 25)
        assert taken(limits, range(100, 1100)) == 1000

    def test_a_number_and_its_text_are_one_chat(self, limits):
        assert taken(limits, [7, "7"] * 15) == 20

    def test_silence_fills_the_burst_again_and_never_more(self, limits, watch):
        taken(limits, [7] * 25)
        watch.now += 3600
        assert taken(limits, [7] * 25) == 20

    def test_a_refused_call_costs_nothing(self, limits, watch):
        taken(limits, [7] * 20)
        assert [wait_of(limits, chat_id=7) for _ in range(50)] == [1] * 50
        watch.now += 1
        assert wait_of(limits, chat_id=7) == 0


class TestOverall:
    def test_thirty_a_second_whatever_the_chats(self, watch):
        limits = Limits(overall=True, clock=watch)
        assert taken(limits, range(100)) == 30
        watch.now += 0.1
        assert taken(limits, range(100)) == 3

    def test_a_bot_that_keeps_to_the_rate_is_never_refused(self, watch):
        limits = Limits(overall=True, clock=watch)
        for number in range(3000):
            assert wait_of(limits, chat_id=number) == 0
            watch.now += 1 / 30


class TestGroup:
    def test_twenty_a_minute_and_the_wait_is_in_whole_seconds(self, watch):
        limits = Limits(group=True, clock=watch)
        assert taken(limits, [-100] * 25) == 20
        assert wait_of(limits, chat_id=-100) == 3
        watch.now += 0.5
        assert wait_of(limits, chat_id=-100) == 3
        watch.now += 1
        assert wait_of(limits, chat_id=-100) == 2

    def test_it_does_not_touch_private_chats(self, watch):
        assert taken(Limits(group=True, clock=watch), [7] * 100) == 100

    def test_a_call_refused_by_one_limit_is_not_counted_by_another(self, watch):
        limits = Limits(overall=True, group=True, clock=watch)
        taken(limits, [-100] * 200)
        assert taken(limits, range(100)) == 10


@pytest.fixture
def in_chat(watch):
    return Limits(chat=True, clock=watch)


class TestWhatCounts:
    @pytest.mark.parametrize(
        "method", ["sendmessage", "sendPhoto", "copyMessage", "forwardMessage", "SENDDOCUMENT"]
    )
    def test_what_sends_a_message_does(self, in_chat, method):
        outcomes = [wait_of(in_chat, method, chat_id=7) == 0 for _ in range(30)]
        assert sum(outcomes) == 20

    @pytest.mark.parametrize(
        "method",
        ["editMessageText", "answerCallbackQuery", "sendChatAction", "deleteMessage", "getUpdates"],
    )
    def test_what_sends_none_does_not(self, in_chat, method):
        outcomes = [wait_of(in_chat, method, chat_id=7) == 0 for _ in range(30)]
        assert sum(outcomes) == 30

    @pytest.mark.parametrize(
        "params",
        [{"media": '[{"type": "photo"}, {}, {}, {}, {}]'}, {"message_ids": [1, 2, 3, 4, 5]}],
    )
    def test_an_album_counts_its_items(self, in_chat, params):
        assert taken(in_chat, [7] * 10, **params) == 4

    @pytest.mark.parametrize("media", ["", "{", "[]", "7", [], None])
    def test_a_broken_album_counts_as_one(self, in_chat, media):
        assert taken(in_chat, [7] * 30, media=media) == 20


def test_each_is_switched_while_it_runs(watch):
    limits = Limits(clock=watch)
    assert taken(limits, [7] * 100) == 100
    limits.switch(chat=True)
    assert limits.shown() == {"overall": False, "chat": True, "group": False}
    assert taken(limits, [7] * 100) == 20
    limits.switch(overall=True, chat=False)
    assert taken(limits, [7] * 100) == 30


def test_idle_chats_are_forgotten(watch):
    limits = Limits(overall=True, chat=True, clock=watch)
    for number in range(20_000):
        wait_of(limits, chat_id=number)
        watch.now += 0.1
    assert len(limits._full_at) <= 1001


class TestServer:
    async def test_a_call_too_many_is_429_and_nothing_is_sent(self, api, anna, box):
        box.limits.switch(chat=True)
        for number in range(20):
            await api("sendMessage", chat_id=anna.id, text=str(number))
        status, body = await api.post("sendMessage", chat_id=anna.id, text="лишнее")
        assert status == 429
        assert body["description"] == "Too Many Requests: retry after 1"
        assert body["parameters"] == {"retry_after": 1}
        assert anna.screen == "19"
        assert not box.calls[-1].done

    async def test_the_wait_is_in_the_header_too(self, api, anna, box):
        box.limits.switch(chat=True)
        url = f"{box.url}/bot{box.token}/sendMessage"
        for _ in range(20):
            await api("sendMessage", chat_id=anna.id, text="x")
        async with api.session.post(url, json={"chat_id": anna.id, "text": "x"}) as response:
            assert response.headers["Retry-After"] == "1"

    async def test_tests_and_benchmarks_run_without_limits(self):
        assert not any(Sandbox().limits.shown().values())

    async def test_they_are_given_at_the_start_or_switched_from_outside(self, box, control):
        assert Sandbox(limits=Limits(group=True)).limits.shown()["group"]
        before = await control.get("limits")
        assert before == {"overall": False, "chat": False, "group": False, "hasty": False}
        after = await control.post("limits", overall=True, hasty=True)
        assert after == {"overall": True, "chat": False, "group": False, "hasty": True}
        assert box.limits.on == {"overall"}
        await control.post("limits", overall=False, hasty=False)
        assert await control.get("limits") == before
        assert await control.refused("limits", speed=1) == "400 there is no field speed here"
        assert (await control.refused("limits", chat="yes")).startswith("400 chat: ")
