"""Presses and answers. Section 4 of the behaviour list."""

import pytest

STALE = "400 query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def pressed(api, anna, inline):
    """Press a button without waiting; return the callback query that the bot gets."""

    async def press(data="Да", message_id=None):
        if message_id is None:
            markup = inline(["Да"])
            sent = await api("sendMessage", chat_id=anna.id, text="?", reply_markup=markup)
            message_id = sent["message_id"]
        await anna.taps(data, message_id, wait=False)
        return (await api("getUpdates"))[-1]["callback_query"]

    return press


async def test_a_press_brings_a_callback_query(pressed, anna):
    query = await pressed()
    assert query["data"] == "Да"
    assert query["from"]["id"] == anna.id
    assert query["message"]["text"] == "?"
    assert isinstance(query["id"], str)
    assert isinstance(query["chat_instance"], str)


async def test_the_button_of_a_vanished_message_comes_without_content(pressed, anna):
    query = await pressed("old", message_id=777)
    chat = {"id": anna.id, "first_name": "Анна", "last_name": "Иванова", "type": "private"}
    assert query["message"] == {"chat": chat, "message_id": 777, "date": 0}


async def test_the_answer_is_shown_to_the_person(api, pressed, anna):
    query = await pressed()
    answer = {"text": "Готово", "show_alert": True}
    assert await api("answerCallbackQuery", callback_query_id=query["id"], **answer) is True
    assert anna.alerts == [answer]


async def test_an_unknown_query_is_refused(api):
    assert await api.refused("answerCallbackQuery", callback_query_id="123") == STALE
    assert await api.refused("answerCallbackQuery") == STALE


async def test_a_query_is_too_old_after_150_seconds(api, pressed, clock):
    query = await pressed()
    clock.now += 151
    assert await api.refused("answerCallbackQuery", callback_query_id=query["id"]) == STALE


async def test_an_answer_holds_200_characters(api, pressed):
    call = {"callback_query_id": (await pressed())["id"]}
    reason = await api.refused("answerCallbackQuery", **call, text="я" * 201)
    assert reason == "400 MESSAGE_TOO_LONG"
    assert await api("answerCallbackQuery", **call, text="я" * 200) is True


async def test_an_unfetched_press_expires_after_150_seconds_and_a_message_after_a_day(
    api, anna, clock
):
    await anna.taps("x", 1, wait=False)
    await anna.sends("привет")
    clock.now += 151
    assert ["message" in update for update in await api("getUpdates")] == [True]
    clock.now += 24 * 3600
    assert await api("getUpdates") == []
