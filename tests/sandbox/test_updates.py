"""getUpdates. Section 8 of the behaviour list."""

import asyncio

import pytest

from sandbox import Sandbox


@pytest.fixture
def texts(api):
    async def fetched(**params):
        return [update["message"]["text"] for update in await api("getUpdates", **params)]

    return fetched


@pytest.fixture
async def three(anna, box):
    for text in ("раз", "два", "три"):
        await anna.sends(text)
    return [update["update_id"] for update in box.updates[-3:]]


async def test_the_first_message_has_the_shape_that_telegram_gives_it(api, box):
    anna = box.person("Анна", last_name="Иванова", username="anna")
    await anna.sends("/start deep_link")
    [update] = await api("getUpdates")
    assert update["message"] == {
        "message_id": 1,
        "from": {
            "id": anna.id,
            "is_bot": False,
            "first_name": "Анна",
            "last_name": "Иванова",
            "username": "anna",
            "language_code": "ru",
        },
        "chat": {
            "id": anna.id,
            "first_name": "Анна",
            "last_name": "Иванова",
            "username": "anna",
            "type": "private",
        },
        "date": 1_800_000_000,
        "text": "/start deep_link",
        "entities": [{"offset": 0, "length": 6, "type": "bot_command"}],
    }


async def test_numbers_grow_by_one(three):
    assert three == [three[0], three[0] + 1, three[0] + 2]


async def test_unconfirmed_updates_come_again(texts, three):
    assert await texts() == ["раз", "два", "три"]
    assert await texts() == ["раз", "два", "три"]


async def test_an_offset_confirms_everything_below(texts, three):
    assert await texts(offset=three[1]) == ["два", "три"]
    assert await texts() == ["два", "три"]


async def test_a_negative_offset_keeps_only_the_last(texts, three):
    assert await texts(offset=-1) == ["три"]
    assert await texts() == ["три"]


async def test_limit_takes_the_oldest(texts, three):
    assert await texts(limit=2) == ["раз", "два"]


async def test_a_waiting_poll_gets_a_new_update_at_once(texts, anna):
    poll = asyncio.create_task(texts(timeout=5))
    await asyncio.sleep(0.05)
    await anna.sends("новое")
    assert await asyncio.wait_for(poll, 1) == ["новое"]


async def test_a_poll_ends_empty_after_its_timeout(texts, anna):
    assert await asyncio.wait_for(texts(timeout=1), 2) == []


async def test_of_two_pollers_the_older_gets_409(api, anna):
    older = asyncio.create_task(api.refused("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(api("getUpdates", timeout=5))
    assert await asyncio.wait_for(older, 1) == (
        "409 Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await anna.sends("кому?")
    assert len(await asyncio.wait_for(newer, 1)) == 1


async def test_a_poller_that_hung_up_takes_no_update_along(api, texts, anna):
    lost = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    lost.cancel()
    await asyncio.sleep(0.05)
    await anna.sends("цело")
    assert await texts() == ["цело"]


async def test_allowed_updates_are_remembered_and_hold_for_new_updates(api, anna):
    await anna.sends("до")
    await api("getUpdates", allowed_updates=["callback_query"])
    await anna.sends("после")
    assert [update["message"]["text"] for update in await api("getUpdates")] == ["до"]
    await api("getUpdates", allowed_updates=["nonsense"])
    await anna.sends("снова")
    assert len(await api("getUpdates")) == 2


async def test_a_repeated_update_keeps_its_number_and_comes_once_more(api, anna, box, three):
    await api("getUpdates", offset=three[2] + 1)
    await anna.replays(three[0])
    [again] = await api("getUpdates", offset=three[2] + 1)
    assert again["update_id"] == three[0]
    assert await api("getUpdates", offset=three[2] + 1) == []


async def test_an_edited_message_comes_whole_with_its_edit_date(api, anna):
    message = await anna.sends("раз")
    await anna.edits(message["message_id"], "два")
    edited = (await api("getUpdates"))[-1]["edited_message"]
    assert edited["message_id"] == message["message_id"]
    assert edited["text"] == "два"
    assert edited["edit_date"] >= edited["date"]


async def test_blocking_and_unblocking_are_told_but_the_first_start_is_not(api, anna):
    await anna.blocks()
    await anna.blocks()
    await anna.unblocks()
    changes = [update["my_chat_member"] for update in await api("getUpdates")]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]
    assert changes[0]["new_chat_member"]["until_date"] == 0


async def test_delete_webhook_can_drop_what_waits(api, three):
    assert await api("deleteWebhook", drop_pending_updates=True) is True
    assert await api("getUpdates") == []


async def test_webhook_info_tells_that_there_is_none(api, three):
    info = await api("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == ("", 3)


async def test_after_a_week_of_silence_the_numbers_start_elsewhere(api, texts, anna, clock, box):
    await anna.sends("до")
    [last] = await api("getUpdates")
    clock.now += 7 * 24 * 3600
    await anna.sends("после")
    number = box.updates[-1]["update_id"]
    assert abs(number - last["update_id"]) > 1
    assert await texts(offset=last["update_id"] + 1) == ["после"]
    await anna.sends("и сразу")
    assert box.updates[-1]["update_id"] == number + 1


async def test_an_offset_far_ahead_confirms_nothing(texts, three):
    assert await texts(offset=three[2] + 1000) == ["раз", "два", "три"]
    assert await texts(offset=three[2] + 5) == []


async def test_messages_are_kept_for_a_day_and_presses_for_150_seconds(api, anna, clock):
    await anna.sends("раз")
    await anna.taps("нажатие", wait=False)
    clock.now += 149
    assert len(await api("getUpdates")) == 2
    clock.now += 2
    assert ["message" in update for update in await api("getUpdates")] == [True]
    clock.now += 24 * 3600 - 152
    assert len(await api("getUpdates")) == 1
    clock.now += 2
    assert await api("getUpdates") == []


async def test_a_full_queue_takes_no_more_until_something_expires(
    anna, texts, box, clock, monkeypatch
):
    monkeypatch.setattr("sandbox.world.updates.MAX_WAITING", 2)
    for text in ("раз", "два", "три"):
        await anna.sends(text)
    assert await texts() == ["раз", "два"]
    clock.now += 24 * 3600
    await anna.sends("четыре")
    assert await texts() == ["четыре"]


async def test_names_of_allowed_updates_are_read_in_any_letter_case(api, anna):
    await api("getUpdates", allowed_updates=["Callback_Query"])
    await anna.sends("мимо")
    assert await api("getUpdates") == []
    assert (await api("getWebhookInfo"))["allowed_updates"] == ["callback_query"]


async def test_only_requests_that_wait_collide(api, texts, anna):
    waiting = asyncio.create_task(texts(timeout=5))
    await asyncio.sleep(0.05)
    assert await texts() == []
    await anna.sends("новое")
    assert await asyncio.wait_for(waiting, 1) == ["новое"]


class TestHaste:
    """A bot that asks too often is made to wait: three seconds at Telegram, here a moment."""

    @pytest.fixture(autouse=True)
    def patience(self, anna, box):
        box.world.updates.polling.pause = 3.0

    async def test_asking_the_same_again_waits_for_something_new(self, texts, anna):
        assert await texts(offset=1) == []
        again = asyncio.create_task(texts(offset=1))
        await asyncio.sleep(0.05)
        await anna.sends("новое")
        assert await again == ["новое"]

    async def test_asking_the_same_at_once_gives_one_update(self, texts, three):
        assert await texts(offset=three[0]) == ["раз", "два", "три"]
        assert await texts(offset=three[0]) == ["раз"]
        await asyncio.sleep(0.5)
        assert await texts(offset=three[0]) == ["раз", "два", "три"]

    async def test_confirming_with_a_new_offset_is_never_held_back(self, api, three):
        await api("getUpdates", offset=three[0])
        confirm = api("getUpdates", offset=three[2] + 1, timeout=0, limit=1)
        assert await asyncio.wait_for(confirm, 2) == []

    async def test_the_second_of_two_conflicts_in_a_row_comes_late(self, api, box):
        box.world.updates.polling.pause = 0.5
        polls = []
        for number in range(3):
            polls.append(asyncio.create_task(api.post("getUpdates", timeout=5, offset=number)))
            await asyncio.sleep(0.05)
        first, second, third = polls
        assert (await asyncio.wait_for(first, 5))[0] == 409
        assert not second.done()
        assert (await second)[0] == 409
        third.cancel()

    async def test_it_is_off_unless_asked_for(self):
        assert Sandbox().world.updates.polling.pause == 0
        assert Sandbox(hasty=True).world.updates.polling.pause == 3


async def test_what_is_too_old_to_be_delivered_is_not_counted_as_pending(api, anna, clock):
    await anna.taps("x", wait=False)
    await anna.sends("раз")
    assert (await api("getWebhookInfo"))["pending_update_count"] == 2
    clock.now += 151
    assert (await api("getWebhookInfo"))["pending_update_count"] == 1


async def test_a_bot_does_not_hear_of_a_stranger_who_blocks_it(api, anna, boris, news):
    await news()
    await boris.blocks()
    await boris.unblocks()
    assert await news() == []
    await boris.sends("/start")
    await boris.blocks()
    started, blocked = await news()
    assert "message" in started
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_a_deleted_account_blocks_nobody(anna, news):
    await anna.deletes_account()
    with pytest.raises(AssertionError, match="left Telegram"):
        await anna.blocks()
    assert await news() == []
