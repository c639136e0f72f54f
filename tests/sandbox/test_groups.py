"""Groups: how the bot comes and goes, what becomes of a group, who is in it.

Sections 5 and 8 of the behaviour list.
"""

import pytest


async def test_who_lets_the_bot_in_is_told_to_the_bot_twice(create, news, anna):
    group = await create()
    change, service = await news()
    told = change["my_chat_member"]
    assert (told["chat"]["id"], told["from"]["id"]) == (group, anna.id)
    assert told["old_chat_member"]["status"] == "left"
    assert told["new_chat_member"]["status"] == "member"
    assert [user["id"] for user in service["message"]["new_chat_members"]] == [42]
    assert service["message"]["chat"] == {"id": group, "title": "Учителя", "type": "group"}


async def test_a_group_that_the_bot_never_was_in_is_not_found(create, api, news, say, anna):
    group = await create(with_bot=False)
    await say(anna, group, "/start")
    assert await news() == []
    reason = await api.refused("sendMessage", chat_id=group, text="x")
    assert reason == "400 chat not found"


async def test_thrown_out_of_a_basic_group(create, news, control, api, anna):
    group = await create()
    sent = await api("sendMessage", chat_id=group, text="x")
    await news()
    info = await control.post(f"groups/{group}/remove_bot", by=anna.id)
    assert info["bot_status"] == "kicked"
    change, service = await news()
    assert change["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert service["message"]["left_chat_member"]["id"] == 42
    kicked = "403 Forbidden: bot was kicked from the group chat"
    assert await api.refused("sendMessage", chat_id=group, text="x") == kicked
    at = {"chat_id": group, "message_id": sent["message_id"]}
    assert await api.refused("editMessageText", **at, text="y") == kicked
    assert (await api("getChat", chat_id=group))["title"] == "Учителя"


async def test_thrown_out_of_a_supergroup(create, news, control, api, anna):
    group = await create("supergroup")
    await news()
    await control.post(f"groups/{group}/remove_bot", by=anna.id)
    [change] = await news()
    status = change["my_chat_member"]["new_chat_member"]
    assert (status["status"], status["until_date"]) == ("kicked", 0)
    kicked = "403 Forbidden: bot was kicked from the supergroup chat"
    assert await api.refused("sendMessage", chat_id=group, text="x") == kicked
    assert await api.refused("getChat", chat_id=group) == kicked


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_who_left_a_group_is_no_member_until_let_in_again(create, control, api, anna, kind):
    group = await create(kind)
    assert await api("leaveChat", chat_id=group) is True
    reason = await api.refused("sendMessage", chat_id=group, text="x")
    assert reason == f"403 Forbidden: bot is not a member of the {kind} chat"
    await control.post(f"groups/{group}/add_bot", by=anna.id)
    await api("sendMessage", chat_id=group, text="x")


async def test_a_deleted_group_takes_nothing(create, control, api):
    basic, large = await create(), await create("supergroup")
    for group in (basic, large):
        await control.post(f"groups/{group}/delete")
    reason = await api.refused("sendMessage", chat_id=basic, text="x")
    assert reason == "403 Forbidden: the group chat was deleted"
    # Of a supergroup the bot learns only that it is out.
    reason = await api.refused("sendMessage", chat_id=large, text="x")
    assert reason == "403 Forbidden: bot was kicked from the supergroup chat"


async def test_a_group_that_grew_names_its_successor(create, news, control, api):
    group = await create()
    await news()
    successor = (await control.post(f"groups/{group}/upgrade"))["id"]
    assert str(successor).startswith("-100")
    old, new = [update["message"] for update in await news()]
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (group, successor)
    assert (new["chat"]["id"], new["migrate_from_chat_id"]) == (successor, group)
    status, body = await api.post("sendMessage", chat_id=group, text="x")
    assert (status, body["description"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    assert body["parameters"] == {"migrate_to_chat_id": successor}
    assert (await api("sendMessage", chat_id=successor, text="x"))["chat"]["type"] == "supergroup"


async def test_supergroups_count_messages_for_themselves_and_basic_groups_do_not(create, api, anna):
    basic, large = await create(), await create("supergroup")
    private = await api("sendMessage", chat_id=anna.id, text="x")
    shared = await api("sendMessage", chat_id=basic, text="x")
    alone = await api("sendMessage", chat_id=large, text="x")
    assert shared["message_id"] == private["message_id"] + 1
    assert alone["message_id"] == 2  # after the words that the bot came in


async def test_the_members_of_a_group(create, say, api, box, anna, boris):
    group = await create()
    await say(boris, group, "/help")
    stranger = box.person("Чужой")
    await stranger.sends("/start")

    async def status(user_id):
        return (await api("getChatMember", chat_id=group, user_id=user_id))["status"]

    assert await status(anna.id) == "creator"
    assert await status(boris.id) == "member"
    assert await status(42) == "member"
    assert await status(stranger.id) == "left"
    reason = await api.refused("getChatMember", chat_id=group, user_id=5)
    assert reason == "400 member not found"
    assert await api("getChatMemberCount", chat_id=group) == 3
    owners = await api("getChatAdministrators", chat_id=group)
    assert [owner["user"]["id"] for owner in owners] == [anna.id]


async def test_the_members_of_a_private_chat(api, anna):
    assert (await api("getChatMember", chat_id=anna.id, user_id=anna.id))["status"] == "member"
    assert await api("getChatMemberCount", chat_id=anna.id) == 2
    reason = await api.refused("getChatAdministrators", chat_id=anna.id)
    assert reason == "400 there are no administrators in the private chat"


async def test_what_people_cannot_do_with_groups(create, control, box, anna):
    group = await create()
    stranger = box.person("Чужой")
    say = {"text": "я тут?", "group": group}
    assert (await control.refused(f"people/{stranger.id}/send", **say)).startswith("409 ")
    assert (await control.refused(f"groups/{group}/remove_bot", by=stranger.id)).startswith("409 ")
    assert (await control.refused(f"groups/{group}/add_bot", by=anna.id)).startswith("409 ")
    assert (await control.refused("groups/-5/upgrade")).startswith("404 ")
    assert (await control.refused("groups", title="x", members=[5])).startswith("404 ")
    await control.post(f"groups/{group}/upgrade")
    assert (await control.refused(f"groups/{group}/delete")).startswith("409 ")


async def test_a_bot_without_the_right_to_write_is_refused_until_it_has_it_again(
    create, control, api
):
    group = await create()
    assert (await control.post(f"groups/{group}/mute", muted=True))["muted"] is True
    refused = await api.refused("sendMessage", chat_id=group, text="x")
    assert refused == "400 not enough rights to send text messages to the chat"
    assert (await control.post(f"groups/{group}/mute", muted=False))["muted"] is False
    assert await api("sendMessage", chat_id=group, text="x")
    assert await control.refused(f"groups/{group}/mute") == "400 the field muted is required"
