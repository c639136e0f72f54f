"""Editing and deleting. Section 6 of the behaviour list."""

import pytest

from sandbox import Sandbox

NOT_MODIFIED = (
    "400 message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@pytest.fixture
async def sent(api, anna, inline):
    return await api("sendMessage", chat_id=anna.id, text="раз", reply_markup=inline(["Да"]))


@pytest.fixture
def at(anna, sent):
    return {"chat_id": anna.id, "message_id": sent["message_id"]}


async def test_an_edit_returns_the_message_with_its_edit_date(api, at, clock, inline):
    clock.now += 5
    edited = await api("editMessageText", **at, text="<b>два</b>", parse_mode="HTML")
    assert edited["text"] == "два"
    assert edited["entities"][0]["type"] == "bold"
    assert edited["edit_date"] == edited["date"] + 5


async def test_an_edit_without_reply_markup_removes_the_keyboard(api, at):
    assert "reply_markup" not in await api("editMessageText", **at, text="два")


async def test_an_edit_brings_no_update(api, at):
    await api("editMessageText", **at, text="два")
    assert await api("getUpdates") == []


async def test_the_same_content_is_not_modified(api, at, inline):
    same = {"text": "раз", "reply_markup": inline(["Да"])}
    assert await api.refused("editMessageText", **at, **same) == NOT_MODIFIED
    markup = inline(["Да"])
    assert await api.refused("editMessageReplyMarkup", **at, reply_markup=markup) == NOT_MODIFIED


async def test_another_keyboard_or_other_formatting_is_a_change(api, at, inline):
    await api("editMessageText", **at, text="раз", reply_markup=inline(["Нет"]))
    await api(
        "editMessageText", **at, text="<b>раз</b>", parse_mode="HTML", reply_markup=inline(["Нет"])
    )


async def test_a_missing_message_is_not_found(api, anna):
    reason = await api.refused("editMessageText", chat_id=anna.id, message_id=999, text="x")
    assert reason == "400 message to edit not found"


async def test_a_message_must_be_named(api, anna):
    reason = await api.refused("editMessageText", text="x")
    assert reason == "400 message identifier is not specified"
    reason = await api.refused("editMessageText", chat_id=anna.id, text="x")
    assert reason == "400 message to edit not found"
    reason = await api.refused("editMessageText", inline_message_id="abc", text="x")
    assert reason == "400 MESSAGE_ID_INVALID"


async def test_a_persons_message_cannot_be_edited_by_the_bot(api, anna):
    theirs = anna.messages[0]["message_id"]
    reason = await api.refused("editMessageText", chat_id=anna.id, message_id=theirs, text="x")
    assert reason == "400 message can't be edited"


@pytest.mark.parametrize(
    "markup", [{"keyboard": [["Меню"]]}, {"remove_keyboard": True}, {"force_reply": True}]
)
async def test_a_message_sent_with_a_reply_keyboard_cannot_be_edited(api, anna, markup):
    sent = await api("sendMessage", chat_id=anna.id, text="x", reply_markup=markup)
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await api.refused("editMessageText", **at, text="y") == "400 message can't be edited"


async def test_an_edit_takes_inline_keyboards_only(api, at):
    markup = {"keyboard": [["Меню"]]}
    reason = await api.refused("editMessageText", **at, text="y", reply_markup=markup)
    assert reason == "400 inline keyboard expected"


async def test_text_limits_of_an_edit(api, at):
    assert await api.refused("editMessageText", **at, text="я" * 4097) == "400 MESSAGE_TOO_LONG"
    assert await api.refused("editMessageText", **at, text="") == "400 message text is empty"


async def test_a_text_has_no_caption_and_a_photo_no_text(api, anna, at, png):
    reason = await api.refused("editMessageCaption", **at, caption="x")
    assert reason == "400 there is no caption in the message to edit"
    photo = await api("sendPhoto", chat_id=anna.id, photo=("a.png", png()))
    at = {"chat_id": anna.id, "message_id": photo["message_id"]}
    reason = await api.refused("editMessageText", **at, text="x")
    assert reason == "400 there is no text in the message to edit"


async def test_a_caption_can_be_changed_and_removed(api, anna, png):
    photo = await api("sendPhoto", chat_id=anna.id, photo=("a.png", png()), caption="раз")
    at = {"chat_id": anna.id, "message_id": photo["message_id"]}
    edited = await api("editMessageCaption", **at, caption="<i>два</i>", parse_mode="HTML")
    assert edited["caption"] == "два"
    assert edited["caption_entities"][0]["type"] == "italic"
    assert edited["photo"] == photo["photo"]
    assert "caption" not in await api("editMessageCaption", **at)


async def test_media_replaces_media_and_text(api, anna, at, png):
    media = {"type": "photo", "media": "attach://file", "caption": "снимок"}
    edited = await api("editMessageMedia", **at, media=media, file=("a.png", png()))
    assert edited["caption"] == "снимок"
    assert "text" not in edited
    again = await api.refused("editMessageMedia", **at, media=media, file=("b.png", png()))
    assert again == NOT_MODIFIED
    media = {"type": "document", "media": "attach://file"}
    edited = await api("editMessageMedia", **at, media=media, file=("a.txt", b"abc"))
    assert edited["document"]["file_name"] == "a.txt"
    assert "photo" not in edited


async def test_a_keyboard_alone_can_be_changed_and_removed(api, at, inline):
    edited = await api("editMessageReplyMarkup", **at, reply_markup=inline(["Нет"]))
    assert edited["text"] == "раз"
    assert edited["reply_markup"] == inline(["Нет"])
    assert "reply_markup" not in await api("editMessageReplyMarkup", **at)


async def test_a_deleted_message_is_gone(api, at, anna):
    assert await api("deleteMessage", **at) is True
    assert anna.last is None
    assert await api.refused("deleteMessage", **at) == "400 message to delete not found"


async def test_after_48_hours_a_message_stays(api, at, clock, anna):
    clock.now += 48 * 3600 + 1
    reason = await api.refused("deleteMessage", **at)
    assert reason == "400 message can't be deleted for everyone"
    await api("editMessageText", **at, text="правка возможна")


async def test_the_bot_may_delete_what_the_person_wrote(api, anna):
    theirs = anna.messages[0]["message_id"]
    assert await api("deleteMessage", chat_id=anna.id, message_id=theirs) is True


async def test_the_bot_is_not_told_what_the_person_deletes(api, anna):
    await anna.deletes(anna.messages[0]["message_id"])
    assert await api("getUpdates") == []


async def test_deleting_many_skips_the_missing_ones(api, at, anna):
    ids = [at["message_id"], 12345]
    assert await api("deleteMessages", chat_id=anna.id, message_ids=ids) is True
    assert anna.last is None
    too_many = list(range(101))
    reason = await api.refused("deleteMessages", chat_id=anna.id, message_ids=too_many)
    assert reason == "400 too many message identifiers specified"


async def test_one_message_too_old_keeps_all_of_a_batch(api, anna, at, clock):
    clock.now += 48 * 3600 + 1
    new = (await api("sendMessage", chat_id=anna.id, text="новое"))["message_id"]
    ids = [new, at["message_id"]]
    reason = await api.refused("deleteMessages", chat_id=anna.id, message_ids=ids)
    assert reason == "400 message can't be deleted for everyone"
    assert anna.screen == "новое"


async def test_the_same_link_preview_option_is_no_change(api, anna):
    text = {"text": "ya.ru", "link_preview_options": {"is_disabled": True}}
    sent = await api("sendMessage", chat_id=anna.id, **text)
    assert sent["link_preview_options"] == {"is_disabled": True}
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await api.refused("editMessageText", **at, **text) == NOT_MODIFIED


async def test_only_the_newest_messages_of_a_chat_are_kept():
    async with Sandbox(history=3) as box:
        anna = box.person("Анна")
        for number in range(5):
            await anna.sends(str(number))
        assert [message["text"] for message in anna.messages] == ["2", "3", "4"]
