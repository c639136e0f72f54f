"""The control API: what it shows, making people, and who it does not obey."""

import asyncio

import pytest

from sandbox import Sandbox


async def test_the_state_shows_the_bot_the_clock_and_everybody(control, api, anna):
    await api("setMyDescription", description="Помогает педагогам")
    assert await control.get("state") == {
        "bot": {
            "id": 42,
            "first_name": "Sandbox bot",
            "username": "sandbox_bot",
            "description": "Помогает педагогам",
            "short_description": "",
        },
        "clock": {
            "now": 1_800_000_000.0,
            "moved": 0.0,
            "movable": False,
            "next_due": None,
            "zone": None,
        },
        "people": [await control.get(f"people/{anna.id}")],
        "groups": [],
    }


async def test_a_person_is_made_and_met(control, api):
    boris = await control.post("people", first_name="Борис", user_id=77, note="директор")
    unmet = {"started": False, "blocked": False, "deleted": False}
    assert boris == {
        "id": 77,
        "first_name": "Борис",
        "language_code": "ru",
        "note": "директор",
        **unmet,
    }
    assert await api.refused("sendMessage", chat_id=77, text="?") == "400 chat not found"
    await control.post("people/77/open")
    assert (await control.get("people"))[0]["started"] is True
    await api("sendMessage", chat_id=77, text="Здравствуйте")


async def test_making_a_person_answers_201(control):
    status, _ = await control.ask("POST", "people", json={"first_name": "Анна"})
    assert status == 201


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "the field first_name is required"),
        ({"first_name": "  "}, "first_name: String should have at least 1 character"),
        ({"first_name": "А", "age": 5}, "there is no field age here"),
        ({"first_name": "А", "user_id": "7"}, "user_id: Input should be a valid integer"),
        ({"first_name": "А", "user_id": -7}, "user_id: Input should be greater than 0"),
        ({"first_name": "А", "username": "1 <b>"}, "username: String should match pattern"),
    ],
)
async def test_a_wrong_field_is_named(control, fields, reason):
    assert (await control.refused("people", **fields)).startswith(f"400 {reason}")


async def test_an_id_is_given_once(control, anna):
    assert "is taken" in await control.refused("people", first_name="Я", user_id=anna.id)
    assert (
        await control.refused("people", first_name="Я", user_id=42) == "409 user_id 42 is the bot's"
    )


@pytest.mark.parametrize("body", [b"first_name=x", b"[1]", b'{"first_name":"\\ud800"}', b"\xff"])
async def test_what_is_not_a_json_object_is_refused(control, body):
    status, answer = await control.ask("POST", "people", data=body)
    assert status == 400
    assert answer["error"]


async def test_a_huge_body_is_refused(control):
    status, answer = await control.ask("POST", "people", data=b" " * 1_100_000)
    assert (status, answer) == (413, {"error": "the request is too large"})


async def test_blocking_unblocking_and_leaving(control, api, anna):
    assert (await control.post(f"people/{anna.id}/block"))["blocked"] is True
    assert (await api("getUpdates"))[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    refusal = await control.refused(f"people/{anna.id}/send", text="эй")
    assert refusal == "409 Анна has blocked the bot and cannot write before unblocking"
    assert (await control.post(f"people/{anna.id}/unblock"))["blocked"] is False
    assert (await control.post(f"people/{anna.id}/deactivate"))["deleted"] is True
    refusal = await control.refused(f"people/{anna.id}/send", text="эй")
    assert refusal == "409 Анна has left Telegram"
    status, body = await api.post("sendMessage", chat_id=anna.id, text="?")
    assert (status, body["description"]) == (403, "Forbidden: user is deactivated")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("people/5/send", "there is no person 5"),
        ("people/999999999999999999999999/send", "there is no POST"),
        ("people/x/send", "there is no POST /control/people/x/send"),
        ("chats/5", "there is no POST /control/chats/5"),
        ("nonsense", "there is no POST /control/nonsense"),
    ],
)
async def test_what_is_not_there_is_told_as_404(control, path, reason):
    assert (await control.refused(path, text="эй")).startswith(f"404 {reason}")


async def test_an_unknown_chat_or_file_is_told_as_404(control):
    assert (await control.ask("GET", "chats/5"))[0] == 404
    assert (await control.ask("GET", "files/AgAC"))[0] == 404


class TestCommands:
    async def offered(self, control, chat_id):
        commands = (await control.get(f"chats/{chat_id}"))["commands"]
        return [command["command"] for command in commands]

    async def test_the_narrowest_scope_wins_and_in_it_the_language(self, control, api, anna):
        """Each one that is set is preferred to all that were set before."""
        everywhere = {"type": "all_private_chats"}
        here = {"type": "chat", "chat_id": anna.id}
        ladder = [({}, ""), ({}, "ru"), (everywhere, ""), (everywhere, "ru"), (here, "")]
        assert await self.offered(control, anna.id) == []
        for number, (scope, language) in enumerate([*ladder, (here, "ru")]):
            await api(
                "setMyCommands",
                commands=[{"command": f"c{number}", "description": "д"}],
                scope=scope or None,
                language_code=language or None,
            )
            assert await self.offered(control, anna.id) == [f"c{number}"]

    async def test_a_language_with_a_region_is_that_language(self, control, api, box):
        command = [{"command": "ajuda", "description": "д"}]
        await api("setMyCommands", commands=command, language_code="pt")
        joao = box.person("João", language_code="pt-br")
        assert await self.offered(control, joao.id) == ["ajuda"]
        nobody = box.person("X", language_code=None)
        assert await self.offered(control, nobody.id) == []


class TestStrangers:
    """Any page open in the developer's browser can send requests to this machine."""

    @pytest.mark.parametrize(
        "host", ["localhost", "localhost:8081", "LOCALHOST", "127.0.0.1", "127.9.9.9:1", "[::1]:80"]
    )
    async def test_this_machine_may(self, control, host):
        assert (await control.ask("GET", "state", headers={"Host": host}))[0] == 200

    @pytest.mark.parametrize(
        "host",
        ["evil.example", "localhost.evil.example", "10.0.0.1", "x@localhost", "[::2]", "", "::1"],
    )
    async def test_a_strange_name_for_this_machine_may_not(self, control, host):
        status, body = await control.ask("GET", "state", headers={"Host": host})
        assert status == 403
        assert "answers to localhost" in body["error"]

    @pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:3000", "null"])
    async def test_another_page_may_not(self, control, origin):
        headers = {"Origin": origin, "Content-Type": "text/plain"}
        status, body = await control.ask(
            "POST", "people", data=b'{"first_name":"X"}', headers=headers
        )
        assert (status, body) == (403, {"error": "another web page may not drive the sandbox"})
        assert (await control.get("people")) == []

    async def test_the_own_page_may(self, control, box):
        headers = {"Origin": box.url}
        status, _ = await control.ask("POST", "people", json={"first_name": "X"}, headers=headers)
        assert status == 201

    @pytest.mark.parametrize(
        "headers",
        [
            {"Host": "evil.example"},
            {"Origin": "https://evil.example"},
            {"Origin": "http://localhost:3000"},
            {"Origin": "null"},
        ],
    )
    async def test_the_page_and_the_bot_api_are_guarded_too(self, control, box, headers):
        async with control.session.get(f"{box.url}/", headers=headers) as reply:
            assert reply.status == 403
        for path in ("/bot42:TEST/getMe", "/file/bot42:TEST/photos/file_0.jpg"):
            async with control.session.get(box.url + path, headers=headers) as reply:
                assert (await reply.json())["error_code"] == reply.status == 403

    @pytest.mark.parametrize(("site", "status"), [("cross-site", 403), ("none", 200)])
    async def test_no_picture_in_a_web_page_makes_the_bot_do_anything(
        self, control, box, site, status
    ):
        """A plain GET of a browser names no origin, only how far it comes from."""
        url = f"{box.url}/bot42:TEST/setMyName?name=Hacked"
        async with control.session.get(url, headers={"Sec-Fetch-Site": site}) as reply:
            assert reply.status == status

    async def test_the_chat_opens_from_a_link_in_another_page(self, control, box):
        headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        async with control.session.get(f"{box.url}/", headers=headers) as reply:
            assert reply.status == 200

    async def test_a_public_sandbox_answers_to_any_name_but_to_no_other_page(self, control):
        async with Sandbox(public=True) as box:
            for path in ("/control/state", "/bot42:TEST/getMe"):
                headers = {"Host": "sandbox:8081"}
                async with control.session.get(box.url + path, headers=headers) as reply:
                    assert reply.status == 200
                headers["Origin"] = "https://evil.example"
                async with control.session.get(box.url + path, headers=headers) as reply:
                    assert reply.status == 403


class TestPage:
    async def test_the_web_chat_is_served_and_stays_among_itself(self, control, box):
        async with control.session.get(f"{box.url}/") as reply:
            assert reply.status == 200
            assert reply.content_type == "text/html"
            assert reply.headers["Cache-Control"] == "no-cache"
            assert reply.headers["X-Content-Type-Options"] == "nosniff"
            policy = reply.headers["Content-Security-Policy"]
        assert policy == "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'"

    @pytest.mark.parametrize("name", ["../box.py", "..%2fbox.py", "%2e%2e/box.py", "x.js", ".x.js"])
    async def test_nothing_else_is_served(self, control, box, name):
        """A bare socket: the client would tidy the path up."""
        reader, writer = await asyncio.open_connection(box.host, box.port)
        head = f"GET /page/{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        writer.write(head.encode())
        answer = await reader.read()
        writer.close()
        assert answer.split()[1] == b"404"
        assert b"import" not in answer


async def test_the_bot_is_named_as_wanted(control):
    async with Sandbox(name="Пятёрочка", username="five_bot") as box:
        async with control.session.get(f"{box.url}/bot{box.token}/getMe") as reply:
            me = (await reply.json())["result"]
        assert (me["first_name"], me["username"]) == ("Пятёрочка", "five_bot")
