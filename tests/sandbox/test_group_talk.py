"""What is said in groups: what the bot hears, what it may send, whom it may write to.

Sections 3, 5 and 8 of the behaviour list.
"""

import pytest


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("/help", True),
        ("/help@sandbox_bot", True),
        ("/start@Sandbox_Bot payload", True),
        ("/help@other_bot", False),
        ("/not/a/command", False),
        ("всем привет", False),
        ("@sandbox_bot, привет", False),
    ],
)
async def test_in_privacy_mode_the_bot_hears_commands_for_it(create, say, news, boris, text, heard):
    group = await create()
    await news()
    await say(boris, group, text)
    assert [update["message"]["text"] for update in await news()] == [text] * heard


async def test_a_deep_link_into_a_group_names_the_bot(create, say, news, anna):
    group = await create()
    await news()
    await say(anna, group, "/start@sandbox_bot class_5")
    [update] = await news()
    assert update["message"]["entities"] == [{"offset": 0, "length": 18, "type": "bot_command"}]


async def test_the_bot_hears_replies_to_it_and_no_others(create, say, news, api, anna, boris):
    group = await create()
    question = await api("sendMessage", chat_id=group, text="Какой класс?")
    await news()
    answer = await say(boris, group, "пятый", reply_to=question["message_id"])
    await say(anna, group, "неправда", reply_to=answer["message_id"])
    [update] = await news()
    assert update["message"]["text"] == "пятый"
    assert update["message"]["reply_to_message"]["text"] == "Какой класс?"


async def test_an_edited_command_is_heard_and_edited_talk_is_not(create, say, news, control, anna):
    group = await create()
    for text in ("/help", "шум"):
        message = await say(anna, group, text)
        edit = {"message_id": message["message_id"], "text": text + " 2", "group": group}
        await control.post(f"people/{anna.id}/edit", **edit)
    edited = [update["edited_message"] for update in await news() if "edited_message" in update]
    assert [message["text"] for message in edited] == ["/help 2"]


async def test_anybody_in_the_group_can_press_a_button(
    create, news, control, api, box, boris, inline
):
    group = await create()
    sent = await api("sendMessage", chat_id=group, text="?", reply_markup=inline(["Да"]))
    await news()
    press = {"message_id": sent["message_id"], "text": "Да", "group": group}
    await control.post(f"people/{boris.id}/press", **press)
    [query] = [update["callback_query"] for update in await news()]
    assert query["from"]["id"] == boris.id
    assert query["message"]["chat"]["id"] == group
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Принято")
    assert boris.alerts == [{"text": "Принято", "show_alert": False}]


async def test_the_bot_edits_and_deletes_its_own_messages_only(create, say, api, anna):
    group = await create()
    own = await api("sendMessage", chat_id=group, text="раз")
    at = {"chat_id": group, "message_id": own["message_id"]}
    assert (await api("editMessageText", **at, text="два"))["text"] == "два"
    assert await api("deleteMessage", **at) is True
    theirs = await say(anna, group, "/help")
    at["message_id"] = theirs["message_id"]
    assert await api.refused("deleteMessage", **at) == "400 message can't be deleted"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"request_contact": True}, "phone number can be requested"),
        ({"request_location": True}, "location can be requested"),
    ],
)
async def test_contacts_and_locations_are_asked_for_in_private_only(
    create, api, anna, button, reason
):
    ask = {"text": "?", "reply_markup": {"keyboard": [[{"text": "Дать", **button}]]}}
    await api("sendMessage", chat_id=anna.id, **ask)
    refused = await api.refused("sendMessage", chat_id=await create(), **ask)
    assert refused == f"400 {reason} in private chats only"


async def test_who_was_met_in_a_group_must_press_start_before_being_written_to(
    create, say, api, boris
):
    group = await create()
    assert await api.refused("sendMessage", chat_id=boris.id, text="x") == "400 chat not found"
    await say(boris, group, "/help")
    for method, params in (
        ("sendMessage", {"text": "x"}),
        ("sendChatAction", {"action": "typing"}),
    ):
        reason = await api.refused(method, chat_id=boris.id, **params)
        assert reason == "403 Forbidden: bot can't initiate conversation with a user"
    await boris.sends("/start")
    await api("sendMessage", chat_id=boris.id, text="x")


async def test_without_the_right_to_write_each_kind_is_named(create, api, control, png):
    group = await create()
    await control.post(f"groups/{group}/mute", muted=True)
    start, end = "400 not enough rights to send ", " to the chat"
    reason = await api.refused("sendMessage", chat_id=group, text="x")
    assert reason == start + "text messages" + end
    reason = await api.refused("sendPhoto", chat_id=group, photo=("a.png", png()))
    assert reason == start + "photos" + end
    reason = await api.refused("sendDocument", chat_id=group, document=("a.txt", b"x"))
    assert reason == start + "documents" + end
