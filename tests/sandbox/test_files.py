"""Photos, documents, downloads. Section 7 of the behaviour list."""

import struct

import pytest

from sandbox.world.files import FileStore, Upload
from sandbox.world.pictures import dimensions


@pytest.fixture
def photo(api, anna):
    async def sent(data, **params):
        return await api("sendPhoto", chat_id=anna.id, photo=("снимок.png", data), **params)

    return sent


@pytest.fixture
def document(api, anna):
    async def sent(name, data, **params):
        return await api("sendDocument", chat_id=anna.id, document=(name, data), **params)

    return sent


async def test_a_photo_comes_in_sizes_each_with_its_own_id(photo, png):
    sizes = (await photo(png(1000, 500)))["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert len({size["file_id"] for size in sizes}) == 4
    assert len({size["file_unique_id"] for size in sizes}) == 4


async def test_a_document_keeps_its_name_and_kind(document):
    shape = (await document("отчёт.xlsx", b"abc"))["document"]
    assert shape["file_name"] == "отчёт.xlsx"
    assert shape["mime_type"].endswith("spreadsheetml.sheet")
    assert shape["file_size"] == 3


async def test_a_file_is_downloaded_by_its_path(api, document):
    shape = (await document("a.bin", b"\x00\x01"))["document"]
    file = await api("getFile", file_id=shape["file_id"])
    assert file["file_unique_id"] == shape["file_unique_id"]
    url = f"{api.box.url}/file/bot{api.box.token}/{file['file_path']}"
    async with api.session.get(url) as response:
        assert await response.read() == b"\x00\x01"


async def test_a_download_needs_the_token_and_a_known_path(api):
    for path, status in ((f"bot{api.box.token}/no/such", 404), ("bot1:X/no/such", 401)):
        async with api.session.get(f"{api.box.url}/file/{path}") as response:
            assert response.status == status


async def test_a_file_is_sent_again_by_its_id(api, anna, photo, png):
    first = (await photo(png()))["photo"]
    again = await api("sendPhoto", chat_id=anna.id, photo=first[0]["file_id"], caption="ещё раз")
    assert again["photo"] == first
    assert again["caption"] == "ещё раз"


async def test_a_file_id_of_another_kind_is_refused(api, anna, document, photo, png):
    paper = (await document("a.txt", b"abc"))["document"]["file_id"]
    picture = (await photo(png()))["photo"][-1]["file_id"]
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo=paper)
    assert reason == "400 can't use file of type Document as Photo"
    reason = await api.refused("sendDocument", chat_id=anna.id, document=picture)
    assert reason == "400 can't use file of type Photo as Document"
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo="rubbish")
    assert reason.startswith("400 wrong remote file identifier specified: ")


async def test_what_is_no_picture_or_empty_or_absent(api, anna):
    async def refused(data):
        return await api.refused("sendPhoto", chat_id=anna.id, photo=("a.png", data))

    assert await refused(b"not a picture") == "400 IMAGE_PROCESS_FAILED"
    assert await refused(b"") == "400 file must be non-empty"
    reason = await api.refused("sendPhoto", chat_id=anna.id)
    assert reason == "400 there is no photo in the request"
    reason = await api.refused("sendDocument", chat_id=anna.id, document="attach://nothing")
    assert reason == "400 there is no document in the request"


@pytest.mark.parametrize(("width", "height"), [(9000, 1001), (2100, 100)])
async def test_a_photo_has_limits_of_size_and_ratio(api, anna, width, height):
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo=("a.png", head))
    assert reason == "400 PHOTO_INVALID_DIMENSIONS"


async def test_a_photo_over_ten_megabytes_is_too_big(api, anna, png):
    data = png() + b"\0" * (10 * 1024 * 1024)
    reason = await api.refused("sendPhoto", chat_id=anna.id, photo=("a.png", data))
    size = len(data)
    assert reason == (
        f"400 file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes"
    )


async def test_over_twenty_megabytes_a_file_is_not_given_back(api, document):
    shape = (await document("big.bin", b"\0" * (20 * 1024 * 1024 + 1)))["document"]
    assert await api.refused("getFile", file_id=shape["file_id"]) == "400 file is too big"


async def test_an_upload_over_fifty_megabytes_is_413(api, anna):
    data = b"\0" * (51 * 1024 * 1024 + 1)
    reason = await api.refused("sendDocument", chat_id=anna.id, document=("big.bin", data))
    assert reason == "413 Request Entity Too Large"


async def test_get_file_names_what_is_wrong(api):
    assert await api.refused("getFile", file_id="nonsense") == "400 invalid file_id"
    assert await api.refused("getFile") == "400 file_id not specified"


async def test_a_caption_holds_1024_characters_after_parsing(api, anna, photo, png):
    await photo(png(), caption="<b>" + "я" * 1024 + "</b>", parse_mode="HTML")
    file = {"chat_id": anna.id, "photo": ("a.png", png())}
    reason = await api.refused("sendPhoto", **file, caption="я" * 1025)
    assert reason == "400 message caption is too long"


async def test_people_send_photos_and_documents_too(api, anna, png):
    await anna.sends_photo(png(), caption="вот")
    await anna.sends_document("план.docx", b"abc")
    first, second = [update["message"] for update in await api("getUpdates")]
    assert (first["caption"], len(first["photo"])) == ("вот", 1)
    file = await api("getFile", file_id=second["document"]["file_id"])
    assert file["file_size"] == 3


async def test_an_album_of_a_person_comes_as_separate_messages(api, anna, png):
    await anna.sends_album([png(), png(5, 5)], caption="две #работы")
    first, second = [update["message"] for update in await api("getUpdates")]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("две #работы", False)
    assert first["caption_entities"][0]["type"] == "hashtag"


def test_the_size_of_a_jpeg_is_read_from_its_frame_header():
    head = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 300, 400)
    assert dimensions(head + b"\0" * 8) == (400, 300)
    assert dimensions(b"\xff\xd8\xff\xe0\x00") is None


def test_the_oldest_files_go_when_the_store_is_full():
    store = FileStore(max_bytes=250)
    files = [store.add_document(Upload(f"{n}.bin", bytes([n]) * 100)) for n in range(4)]
    assert [store.by_path(file.path) is not None for file in files] == [False, False, True, True]
    assert store.by_id(files[0].shape["file_id"]) is None
