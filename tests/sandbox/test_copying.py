"""Copies and forwards, and messages of other kinds: places, contacts."""

import pytest


@pytest.fixture
async def boris(boris):
    await boris.sends("/start")
    return boris


@pytest.fixture
async def theirs(anna, png):
    """A photo that Anna sent."""
    return await anna.sends_photo(png(), caption="моя работа")


async def test_a_copy_says_the_same_and_names_nobody(api, anna, boris, theirs):
    call = {"from_chat_id": anna.id, "message_id": theirs["message_id"]}
    copied = await api("copyMessage", chat_id=boris.id, **call)
    assert copied == {"message_id": boris.last["message_id"]}
    assert boris.last["photo"] == theirs["photo"]
    assert boris.screen == "моя работа"
    assert "forward_origin" not in boris.last


async def test_a_copy_may_have_another_caption_and_a_keyboard(api, anna, boris, theirs, inline):
    call = {"from_chat_id": anna.id, "message_id": theirs["message_id"]}
    await api("copyMessage", chat_id=boris.id, **call, reply_markup=inline(["Да"]))
    assert (boris.screen, boris.buttons) == ("моя работа", [["Да"]])
    await api("copyMessage", chat_id=boris.id, **call, caption="<i>x</i>", parse_mode="HTML")
    assert boris.last["caption_entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    await api("copyMessage", chat_id=boris.id, **call, caption="")
    assert "caption" not in boris.last


async def test_a_forward_names_who_wrote_it_and_cannot_be_edited(api, anna, boris):
    written = await anna.sends("мой вопрос")
    call = {"from_chat_id": anna.id, "message_id": written["message_id"]}
    sent = await api("forwardMessage", chat_id=boris.id, **call)
    assert sent["text"] == "мой вопрос"
    assert sent["forward_origin"]["sender_user"]["id"] == anna.id
    assert sent["forward_origin"]["date"] == written["date"]
    at = {"chat_id": boris.id, "message_id": sent["message_id"]}
    assert await api.refused("editMessageText", **at, text="x") == "400 message can't be edited"
    further = {"from_chat_id": boris.id, "message_id": sent["message_id"]}
    again = await api("forwardMessage", chat_id=anna.id, **further)
    assert again["forward_origin"] == sent["forward_origin"]


async def test_what_is_not_there_is_neither_copied_nor_forwarded(api, anna):
    call = {"chat_id": anna.id, "from_chat_id": anna.id, "message_id": 999}
    assert await api.refused("copyMessage", **call) == "400 message to copy not found"
    assert await api.refused("forwardMessage", **call) == "400 message to forward not found"
    call["from_chat_id"] = 987
    assert await api.refused("copyMessage", **call) == "400 chat not found"


async def test_protected_messages_stay_where_they_are(api, anna):
    sent = await api("sendMessage", chat_id=anna.id, text="тайна", protect_content=True)
    call = {"chat_id": anna.id, "from_chat_id": anna.id, "message_id": sent["message_id"]}
    assert await api.refused("copyMessage", **call) == "400 message can't be copied"
    assert await api.refused("forwardMessage", **call) == "400 message can't be forwarded"


async def test_many_are_copied_in_order_and_missing_ones_skipped(api, anna, boris, theirs):
    text = await anna.sends("и слова")
    ids = [theirs["message_id"], text["message_id"], 9999]
    call = {"chat_id": boris.id, "from_chat_id": anna.id, "message_ids": ids}
    assert len(await api("copyMessages", **call, remove_caption=True)) == 2
    photo, words = boris.bot_messages
    assert ("photo" in photo, "caption" in photo) == (True, False)
    assert words["text"] == "и слова"
    await api("forwardMessages", **call)
    assert all("forward_origin" in message for message in boris.bot_messages[2:])


async def test_a_copied_album_is_an_album_again(api, anna, boris):
    media = [{"type": "document", "media": f"attach://{name}"} for name in "ab"]
    files = {name: (f"{name}.txt", name.encode()) for name in "ab"}
    album = await api("sendMediaGroup", chat_id=anna.id, media=media, **files)
    ids = [message["message_id"] for message in album]
    await api("copyMessages", chat_id=boris.id, from_chat_id=anna.id, message_ids=ids)
    groups = {message["media_group_id"] for message in boris.bot_messages}
    assert len(groups) == 1
    assert groups != {album[0]["media_group_id"]}


async def test_lists_of_messages_have_rules(api, anna):
    async def refused(ids):
        call = {"chat_id": anna.id, "from_chat_id": anna.id, "message_ids": ids}
        return await api.refused("forwardMessages", **call)

    assert await refused([]) == "400 message identifiers are not specified"
    assert await refused(list(range(1, 102))) == "400 too many message identifiers specified"
    order = "400 message identifiers must be in a strictly increasing order"
    assert await refused([2, 1]) == order
    assert await refused([998, 999]) == "400 there are no messages to forward"


async def test_places_and_contacts(api, anna):
    place = {"latitude": 55.75, "longitude": 37.62}
    sent = await api("sendLocation", chat_id=anna.id, **place)
    assert sent["location"] == place
    person = {"phone_number": "+79990000000", "first_name": "Ольга"}
    assert (await api("sendContact", chat_id=anna.id, **person))["contact"] == person
    reason = await api.refused("sendLocation", chat_id=anna.id, latitude=55.75)
    assert reason == '400 parameter "longitude" is required'


async def test_a_place_has_no_numbers_that_json_does_not_know(api, anna):
    place = {"latitude": 55.75, "longitude": 37.62}
    for number in ("nan", "inf", "1e999"):
        sent = await api("sendLocation", chat_id=anna.id, **place, horizontal_accuracy=number)
        assert sent["location"]["horizontal_accuracy"] == 0
