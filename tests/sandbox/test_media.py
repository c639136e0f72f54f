"""Videos, music, stickers and albums. Section 7 of the behaviour list."""

import json

import pytest


@pytest.fixture
def album(api, anna):
    """Send files as an album; `items` are kinds with names, or whole InputMedia."""

    def form(items, **params):
        media, files = [], {}
        for number, item in enumerate(items):
            shape, file = item
            if file is not None:
                files[f"f{number}"] = file
                shape = {**shape, "media": f"attach://f{number}"}
            media.append(shape)
        return {"chat_id": anna.id, "media": media, **files, **params}

    return form


def document(name="a.txt", **more):
    return {"type": "document", **more}, (name, name.encode())


@pytest.mark.parametrize(
    ("method", "field", "told"),
    [
        ("sendVideo", "video", {"width": 640, "height": 480, "duration": 5}),
        ("sendAudio", "audio", {"duration": 180, "performer": "Хор", "title": "Гимн"}),
        ("sendVoice", "voice", {"duration": 3}),
        ("sendAnimation", "animation", {"width": 64, "height": 48, "duration": 1}),
    ],
)
async def test_each_kind_of_file_has_its_field(api, anna, method, field, told):
    call = {"chat_id": anna.id, "caption": "<b>вот</b>", "parse_mode": "HTML"}
    sent = await api(method, **call, **told, **{field: ("file.mp4", b"abc")})
    assert sent[field] | told == sent[field]
    assert (sent[field]["file_size"], sent["caption"]) == (3, "вот")
    again = await api(method, chat_id=anna.id, **{field: sent[field]["file_id"]})
    assert again[field] == sent[field]
    file = await api("getFile", file_id=sent[field]["file_id"])
    assert file["file_size"] == 3


async def test_a_sticker_has_no_caption(api, anna):
    sticker = {"sticker": ("s.webp", b"abc"), "emoji": "👍"}
    sent = await api("sendSticker", chat_id=anna.id, **sticker, caption="x")
    assert (sent["sticker"]["type"], sent["sticker"]["emoji"]) == ("regular", "👍")
    assert "caption" not in sent


async def test_an_animation_is_a_document_for_old_bots(api, anna):
    sent = await api("sendAnimation", chat_id=anna.id, animation=("a.gif", b"abc"))
    assert sent["document"]["file_id"] == sent["animation"]["file_id"]


@pytest.mark.parametrize("field", ["video", "audio", "voice", "animation", "sticker"])
async def test_without_a_file_each_kind_is_named(api, anna, field):
    method = "send" + field.capitalize()
    reason = await api.refused(method, chat_id=anna.id)
    assert reason == f"400 there is no {field} in the request"


async def test_a_file_keeps_its_kind_when_sent_by_another_method(api, anna, png):
    video = await api("sendVideo", chat_id=anna.id, video=("v.mp4", b"abc"))
    file_id = video["video"]["file_id"]
    assert "video" in await api("sendDocument", chat_id=anna.id, document=file_id)
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo=file_id)
    assert reason == "400 can't use file of type Video as Photo"


async def test_a_file_of_the_web_is_not_fetched(api, anna):
    url = "https://example.com/a.png"
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo=url)
    assert reason == "400 failed to get HTTP URL content"


async def test_a_file_over_fifty_megabytes_is_413_also_within_the_limit_of_a_request(api, anna):
    data = b"\0" * (50 * 1024 * 1024 + 1)
    reason = await api.refused("sendDocument", chat_id=anna.id, document=("big.bin", data))
    assert reason == "413 Request Entity Too Large"


async def test_a_file_that_is_long_gone_is_temporarily_unavailable(api, box, anna):
    sent = await api("sendDocument", chat_id=anna.id, document=("a.txt", b"abc"))
    box.world.files._max_bytes = 1
    await api("sendDocument", chat_id=anna.id, document=("b.txt", b"abc"))
    reason = await api.refused("getFile", file_id=sent["document"]["file_id"])
    assert reason == "400 wrong file_id or the file is temporarily unavailable"


async def test_an_album_is_messages_of_one_group(api, anna, album, png):
    photo = {"type": "photo", "caption": "*раз*", "parse_mode": "MarkdownV2"}
    items = [(photo, ("a.png", png())), ({"type": "video"}, ("b.mp4", b"abc"))]
    first, second = await api("sendMediaGroup", **album(items))
    assert first["media_group_id"] == second["media_group_id"]
    assert second["message_id"] == first["message_id"] + 1
    assert (first["caption"], "caption" in second) == ("раз", False)
    assert "video" in second
    assert len(anna.bot_messages) == 2


async def test_an_album_may_hold_files_that_were_sent_before(api, album, anna, png):
    sent = await api("sendPhoto", chat_id=anna.id, photo=("a.png", png()))
    again = {"type": "photo", "media": sent["photo"][-1]["file_id"]}
    first, _ = await api("sendMediaGroup", **album([(again, None), (again, None)]))
    assert first["photo"] == sent["photo"]


async def test_an_album_has_no_reply_markup_and_may_be_a_reply(api, album, anna, inline):
    asked = anna.messages[0]["message_id"]
    call = album([document(), document("b.txt")], reply_markup=inline(["Да"]))
    sent = await api("sendMediaGroup", **call, reply_parameters={"message_id": asked})
    assert not any("reply_markup" in message for message in sent)
    assert sent[0]["reply_to_message"]["message_id"] == asked


async def test_ten_fit_into_an_album_and_eleven_do_not(api, album):
    assert len(await api("sendMediaGroup", **album([document()] * 10))) == 10
    reason = await api.refused("sendMediaGroup", **album([document()] * 11))
    assert reason == "400 too many messages to send as an album"
    reason = await api.refused("sendMediaGroup", **album([]))
    assert reason == "400 there are no messages to send"


@pytest.mark.parametrize("kind", ["document", "audio"])
async def test_documents_and_music_keep_to_themselves(api, album, png, kind):
    items = [({"type": kind}, ("a.bin", b"x")), ({"type": "photo"}, ("a.png", png()))]
    reason = await api.refused("sendMediaGroup", **album(items))
    assert reason == f"400 {kind} can't be mixed with other media types"


async def test_a_bad_picture_in_an_album_is_named_by_its_number(api, album, anna, png):
    items = [({"type": "photo"}, ("a.png", png())), ({"type": "photo"}, ("b.png", b"no"))]
    reason = await api.refused("sendMediaGroup", **album(items))
    error = "IMAGE_PROCESS_FAILED"
    assert reason == f'400 failed to send message #2 with the error message "{error}"'
    assert anna.bot_messages == []


async def test_a_file_that_did_not_come_along_is_missed(api, anna, album):
    lost = {"type": "photo", "media": "attach://lost"}
    reason = await api.refused("sendMediaGroup", **album([(lost, None), (lost, None)]))
    assert reason == "400 can't parse InputMedia: media not found"
    sent = await api("sendMessage", chat_id=anna.id, text="x")
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    reason = await api.refused("editMessageMedia", **at, media=lost)
    assert reason == "400 can't parse InputMedia: media not found"


async def test_an_album_reaches_whoever_a_message_reaches(api, album, anna):
    await anna.blocks()
    reason = await api.refused("sendMediaGroup", **album([document()] * 2))
    assert reason == "403 Forbidden: bot was blocked by the user"


async def test_media_can_be_exchanged_for_any_other_kind(api, anna):
    sent = await api("sendMessage", chat_id=anna.id, text="сначала текст")
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    for kind in ("video", "audio", "animation", "document"):
        media = json.dumps({"type": kind, "media": "attach://file", "caption": kind})
        edited = await api("editMessageMedia", **at, media=media, file=("a.bin", kind.encode()))
        assert (kind in edited, edited["caption"]) == (True, kind)
        assert "text" not in edited
    assert "animation" not in edited


async def test_a_place_has_neither_media_nor_caption_nor_text_to_edit(api, anna):
    sent = await api("sendLocation", chat_id=anna.id, latitude=55.75, longitude=37.62)
    at = {"chat_id": anna.id, "message_id": sent["message_id"]}
    media = {"type": "document", "media": "attach://file"}
    reason = await api.refused("editMessageMedia", **at, media=media, file=("a.txt", b"x"))
    assert reason == "400 there is no media in the message to edit"
    reason = await api.refused("editMessageCaption", **at, caption="x")
    assert reason == "400 there is no caption in the message to edit"
    reason = await api.refused("editMessageText", **at, text="x")
    assert reason == "400 there is no text in the message to edit"


@pytest.mark.parametrize(
    ("media", "reason"),
    [
        ({"type": "photo"}, 'Can\'t find field "media"'),
        ({"type": "photo", "media": 5}, 'Field "media" must be of type String'),
        ({"type": "hologram", "media": "x"}, 'Field "type" is wrong'),
        (5, "value must be of type Object"),
    ],
)
async def test_what_is_wrong_in_an_album_is_told_in_words_of_the_bot_api(api, anna, media, reason):
    told = await api.refused("sendMediaGroup", chat_id=anna.id, media=[media])
    assert told == f"400 can't parse InputMedia: {reason}"
