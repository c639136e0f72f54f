"""Who can be written to. Section 5 of the behaviour list."""

import pytest


async def test_a_person_whom_the_bot_never_saw_is_not_found(api, box):
    stranger = box.person("Чужой")
    reason = await api.refused("sendMessage", chat_id=stranger.id, text="x")
    assert reason == "400 chat not found"
    assert await api.refused("sendMessage", chat_id=987, text="x") == "400 chat not found"
    assert await api.refused("sendMessage", chat_id="@someone", text="x") == "400 chat not found"


async def test_a_chat_must_be_named(api):
    assert await api.refused("sendMessage", text="x") == "400 chat_id is empty"


@pytest.mark.parametrize(
    ("method", "params"),
    [("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})],
)
async def test_who_blocked_the_bot_gets_nothing_until_unblocking(api, anna, method, params):
    await anna.blocks()
    reason = await api.refused(method, chat_id=anna.id, **params)
    assert reason == "403 Forbidden: bot was blocked by the user"
    await anna.unblocks()
    await api(method, chat_id=anna.id, **params)


async def test_who_left_telegram_is_deactivated(api, anna):
    await anna.deletes_account()
    reason = await api.refused("sendMessage", chat_id=anna.id, text="x")
    assert reason == "403 Forbidden: user is deactivated"


async def test_the_bot_cannot_write_to_itself(api):
    reason = await api.refused("sendMessage", chat_id=42, text="x")
    assert reason == "403 Forbidden: the bot can't send messages to the bot"


async def test_a_wrong_chat_action_is_refused(api, anna):
    reason = await api.refused("sendChatAction", chat_id=anna.id, action="dancing")
    assert reason == "400 wrong parameter action in request"


async def test_get_chat_tells_who_it_is_and_what_is_pinned(api, anna):
    sent = await api("sendMessage", chat_id=anna.id, text="важно")
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await api("pinChatMessage", **at) is True
    chat = await api("getChat", chat_id=anna.id)
    assert (chat["type"], chat["first_name"]) == ("private", "Анна")
    assert chat["pinned_message"]["text"] == "важно"
    assert await api("unpinChatMessage", **at) is True
    assert "pinned_message" not in await api("getChat", chat_id=anna.id)


async def test_messages_are_numbered_by_one_counter_for_all_private_chats(api, box, anna):
    boris = box.person("Борис")
    await boris.sends("/start")
    first = await api("sendMessage", chat_id=anna.id, text="x")
    second = await api("sendMessage", chat_id=boris.id, text="x")
    assert second["message_id"] == first["message_id"] + 1
