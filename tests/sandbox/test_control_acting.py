"""What a person does by way of the control API, and what the bot hears of it."""

import asyncio

import aiohttp
import pytest


@pytest.fixture
def does(control, anna):
    """Anna does something."""

    async def act(action, **fields):
        return await control.post(f"people/{anna.id}/{action}", **fields)

    return act


@pytest.fixture
def cannot(control, anna):
    """Anna is refused something."""

    async def act(action, **fields):
        return await control.refused(f"people/{anna.id}/{action}", **fields)

    return act


@pytest.fixture
def heard(api):
    """The last update that the bot has."""

    async def last():
        return (await api("getUpdates", offset=-1))[-1]

    return last


class TestWriting:
    async def test_a_text_reaches_the_bot_and_the_chat(self, does, heard, control, anna):
        sent = await does("send", text="Добрый день, /help")
        assert (await heard())["message"] == sent
        assert sent["entities"] == [{"type": "bot_command", "offset": 13, "length": 5}]
        assert (await control.get(f"chats/{anna.id}"))["messages"][-1] == sent

    async def test_a_reply_quotes(self, does, cannot, anna):
        first = await does("send", text="раз")
        sent = await does("send", text="два", reply_to=first["message_id"])
        assert sent["reply_to_message"]["text"] == "раз"
        assert (
            await cannot("send", text="?", reply_to=9) == "404 there is no message 9 in this chat"
        )

    @pytest.mark.parametrize("text", ["", "  \n", "я" * 4097])
    async def test_what_no_app_sends_is_refused(self, cannot, text):
        assert (await cannot("send", text=text)).startswith("400 ")

    async def test_start_and_a_deep_link(self, does, cannot, heard):
        assert (await does("open"))["text"] == "/start"
        await does("open", payload="from-site_1")
        assert (await heard())["message"]["text"] == "/start from-site_1"
        for payload in ("", "два слова", "x" * 65):
            assert (await cannot("open", payload=payload)).startswith("400 payload")

    async def test_an_own_text_is_edited_and_nothing_else(self, does, cannot, heard, api, anna):
        mine = await does("send", text="опечтка")
        await does("edit", message_id=mine["message_id"], text="опечатка")
        assert (await heard())["edited_message"]["text"] == "опечатка"
        theirs = await api("sendMessage", chat_id=anna.id, text="да")
        refusal = await cannot("edit", message_id=theirs["message_id"], text="нет")
        assert refusal.startswith("409 ")
        place = await does("location", latitude=55.7, longitude=37.6)
        refusal = await cannot("edit", message_id=place["message_id"], text="там")
        assert refusal == f"409 message {place['message_id']} has no text to edit"
        assert (await cannot("edit", message_id=999, text="x")).startswith("404 ")

    async def test_a_deleted_message_is_gone_and_the_bot_is_not_told(
        self, does, cannot, heard, control, anna
    ):
        mine = await does("send", text="ой")
        before = await heard()
        assert await does("delete", message_id=mine["message_id"]) == {}
        assert await heard() == before
        messages = (await control.get(f"chats/{anna.id}"))["messages"]
        assert mine["message_id"] not in [message["message_id"] for message in messages]
        assert (await cannot("delete", message_id=mine["message_id"])).startswith("404 ")


class TestSharing:
    async def test_the_own_phone_number_carries_the_own_id(self, does, anna):
        contact = (await does("contact"))["contact"]
        assert contact["user_id"] == anna.id
        assert contact["phone_number"].startswith("+7999")
        assert (contact["first_name"], contact["last_name"]) == ("Анна", "Иванова")

    async def test_somebody_elses_does_not(self, does, heard):
        await does("contact", own=False, phone_number="+79990000000", first_name="Мама")
        contact = (await heard())["message"]["contact"]
        assert contact == {"phone_number": "+79990000000", "first_name": "Мама"}

    async def test_a_point_on_earth(self, does, cannot):
        sent = await does("location", latitude=55, longitude=37.62)
        assert sent["location"] == {"latitude": 55.0, "longitude": 37.62}
        assert (await cannot("location", latitude=91, longitude=0)).startswith("400 latitude")


class TestPressing:
    @pytest.fixture
    async def message_id(self, api, anna, inline):
        markup = inline(["Да", "Нет"])
        markup["inline_keyboard"].append([{"text": "Сайт", "url": "https://example.com"}])
        sent = await api("sendMessage", chat_id=anna.id, text="?", reply_markup=markup)
        return sent["message_id"]

    async def test_a_button_is_named_by_data_or_text(self, does, heard, message_id):
        pressed = await does("press", message_id=message_id, data="Да")
        assert pressed["answer"] is None
        query = (await heard())["callback_query"]
        assert (query["id"], query["data"]) == (pressed["query_id"], "Да")
        await does("press", message_id=message_id, text="Нет")
        assert (await heard())["callback_query"]["data"] == "Нет"

    async def test_a_button_that_is_not_there_is_pressed_by_force_only(
        self, does, cannot, heard, message_id
    ):
        refusal = await cannot("press", message_id=message_id, data="delete_all")
        assert refusal == f"409 message {message_id} has no button 'delete_all'"
        assert (await cannot("press", message_id=message_id, text="Удалить")).startswith("409 ")
        assert (await cannot("press", message_id=999, data="Да")).startswith("404 ")
        await does("press", message_id=message_id, data="delete_all", force=True)
        assert (await heard())["callback_query"]["data"] == "delete_all"
        await does("press", message_id=999, data="Да", force=True)
        assert (await heard())["callback_query"]["message"]["date"] == 0

    async def test_data_is_taken_letter_by_letter(self, does, heard, message_id):
        await does("press", message_id=message_id, data=" Да ", force=True)
        assert (await heard())["callback_query"]["data"] == " Да "

    async def test_a_link_sends_nothing(self, cannot, message_id):
        refusal = await cannot("press", message_id=message_id, text="Сайт")
        assert refusal == "409 the button 'Сайт' sends nothing to the bot"

    async def test_one_way_to_name_the_button(self, cannot, message_id):
        both = await cannot("press", message_id=message_id, data="Да", text="Да")
        assert both == await cannot("press", message_id=message_id)
        assert both == "400 give either data or text of the button"
        forced = await cannot("press", message_id=message_id, text="Да", force=True)
        assert forced == "400 force needs data"

    async def test_the_answer_is_waited_for(self, does, api, anna, message_id):
        updates = asyncio.create_task(api("getUpdates", offset=-1, timeout=5))
        press = asyncio.create_task(does("press", message_id=message_id, data="Да", wait=5))
        while not (query := (await updates)[-1].get("callback_query")):
            updates = asyncio.create_task(api("getUpdates", offset=-1, timeout=5))
        await api("answerCallbackQuery", callback_query_id=query["id"], text="Ура", show_alert=True)
        assert (await press)["answer"] == {"text": "Ура", "show_alert": True}

    async def test_no_answer_in_time_is_null(self, does, cannot, message_id):
        pressed = await does("press", message_id=message_id, data="Да", wait=0.05)
        assert pressed["answer"] is None
        assert (await cannot("press", message_id=message_id, data="Да", wait=1e9)).startswith("400")


class TestGroups:
    """Whatever is done in the chat with the bot is done in a group by naming it."""

    @pytest.fixture
    async def boris(self, control):
        return (await control.post("people", first_name="Борис"))["id"]

    @pytest.fixture
    async def group(self, control, anna, boris):
        group = await control.post("groups", title="Методисты", members=[anna.id, boris])
        await control.post(f"groups/{group['id']}/add_bot", by=anna.id)
        return group["id"]

    async def test_a_conversation_in_a_group(
        self, does, cannot, control, api, group, boris, inline
    ):
        asked = await does("send", text="/help", group=group)
        assert asked["chat"]["id"] == group
        menu = await api("sendMessage", chat_id=group, text="?", reply_markup=inline(["Да"]))
        press = {"message_id": menu["message_id"], "text": "Да", "group": group}
        query_id = (await control.post(f"people/{boris}/press", **press))["query_id"]
        await api("answerCallbackQuery", callback_query_id=query_id)
        assert (await cannot("press", message_id=menu["message_id"], text="Да")).startswith("404 ")
        place = await does("location", latitude=1, longitude=2, group=group)
        messages = (await control.get(f"chats/{group}"))["messages"]
        assert [message["message_id"] for message in messages][-3:] == [
            asked["message_id"],
            menu["message_id"],
            place["message_id"],
        ]

    async def test_only_own_messages_are_changed_there(self, does, control, group, boris):
        said = await does("send", text="моё", group=group)
        about = {"message_id": said["message_id"], "group": group}
        refusal = await control.refused(f"people/{boris}/edit", **about, text="не твоё")
        assert refusal == f"409 message {said['message_id']} is not Борис's to edit or delete"
        assert await control.refused(f"people/{boris}/delete", **about) == refusal
        assert (await does("edit", **about, text="наше"))["text"] == "наше"
        assert await does("delete", **about) == {}

    async def test_strangers_and_unknown_groups(self, control, cannot, group):
        stranger = (await control.post("people", first_name="Вера"))["id"]
        refusal = await control.refused(f"people/{stranger}/send", text="эй", group=group)
        assert refusal == "409 Вера is not in the group Методисты"
        assert await cannot("send", text="эй", group=-5) == "404 there is no group -5"

    async def test_a_file_in_a_group(self, control, box, anna, group, png):
        form = aiohttp.FormData({"as": "photo", "group": str(group)})
        form.add_field("file", png(), filename="x.png")
        _, message = await control.ask("POST", f"people/{anna.id}/file", data=form)
        assert message["chat"]["id"] == group

    async def test_commands_of_groups(self, control, api, group):
        for number, scope in enumerate(("default", "all_group_chats", "chat")):
            shape = {"type": scope, **({"chat_id": group} if scope == "chat" else {})}
            command = {"command": f"c{number}", "description": "д"}
            await api("setMyCommands", commands=[command], scope=shape)
            assert (await control.get(f"chats/{group}"))["commands"] == [command]


class TestFiles:
    @pytest.fixture
    def uploads(self, control, anna):
        async def upload(name, data, **fields):
            form = aiohttp.FormData(fields, quote_fields=False)
            if data is not None:
                form.add_field("file", data, filename=name)
            else:
                form.add_field("file", "just text", content_type="text/plain")
            return await control.ask("POST", f"people/{anna.id}/file", data=form)

        return upload

    async def test_a_photo_is_shown_as_a_picture(self, uploads, control, box, png):
        _, message = await uploads("x.png", png(), **{"as": "photo", "caption": "Класс"})
        assert message["caption"] == "Класс"
        file_id = message["photo"][-1]["file_id"]
        async with control.session.get(f"{box.url}/control/files/{file_id}") as reply:
            assert reply.headers["Content-Type"] == "image/png"
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
            assert await reply.read() == png()

    async def test_a_page_sent_as_a_document_never_opens_in_the_browser(
        self, uploads, control, box
    ):
        name = 'отчёт "1".html'
        _, message = await uploads(name, b"<script>alert(1)</script>", **{"as": "document"})
        assert message["document"]["file_name"] == name
        file_id = message["document"]["file_id"]
        async with control.session.get(f"{box.url}/control/files/{file_id}") as reply:
            assert reply.headers["Content-Type"] == "application/octet-stream"
            assert reply.content_disposition.type == "attachment"
            assert reply.content_disposition.filename == name

    async def test_what_cannot_be_sent_is_told(self, uploads, control, anna, png):
        async def error(*args, **fields):
            status, body = await uploads(*args, **fields)
            assert status == 400
            return body["error"]

        assert "IMAGE_PROCESS_FAILED" in await error("x.png", b"no picture", **{"as": "photo"})
        assert "non-empty" in await error("x.txt", b"", **{"as": "document"})
        assert await error("x.png", png(), **{"as": "film"}) == (
            "as: Input should be 'photo' or 'document'"
        )
        assert await error("x.png", png()) == "the field as is required"
        assert await error("x.png", None, **{"as": "photo"}) == "the field file is required"
        assert "1024" in await error("x.png", png(), **{"as": "photo", "caption": "я" * 1025})
        refusal = await control.refused(f"people/{anna.id}/file")
        assert refusal == "400 send the file as multipart/form-data"


class TestBrokenText:
    async def test_half_a_character_is_refused(self, control, anna):
        body = {"data": rb'{"text": "\ud83d"}', "headers": {"Content-Type": "application/json"}}
        status, told = await control.ask("POST", f"people/{anna.id}/send", **body)
        assert status == 400
        assert "JSON" in told["error"]

    @pytest.mark.parametrize("broken", ["caption", "name"])
    async def test_what_is_not_utf8_is_refused_beside_a_file(self, control, anna, broken):
        caption, name = (b"\xff", b"a") if broken == "caption" else (b"a", b"\xff")
        parts = {
            b'"as"': b"document",
            b'"caption"': caption,
            b'"file"; filename="' + name + b'"': b"x",
        }
        form = b"".join(
            b"--b\r\nContent-Disposition: form-data; name=" + head + b"\r\n\r\n" + data + b"\r\n"
            for head, data in parts.items()
        )
        headers = {"Content-Type": "multipart/form-data; boundary=b"}
        status, told = await control.ask(
            "POST", f"people/{anna.id}/file", data=form + b"--b--\r\n", headers=headers
        )
        assert (status, told) == (400, {"error": "strings must be encoded in UTF-8"})
