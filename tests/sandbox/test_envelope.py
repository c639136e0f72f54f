"""Addresses, parameters and the two envelopes."""

import aiohttp
import pytest
from yarl import URL

from sandbox.api.server import Server


async def test_a_method_is_found_in_any_letter_case(api):
    assert (await api("GETME"))["username"] == (await api("getMe"))["username"]


async def test_get_me_has_the_flags_that_only_get_me_has(api):
    me = await api("getMe")
    assert me["id"] == 42
    assert me["is_bot"] is True
    assert me["can_join_groups"] is True
    assert me["supports_inline_queries"] is False


@pytest.mark.parametrize("verb", ["get", "post"])
async def test_parameters_may_come_in_the_query(api, anna, verb):
    url = f"{api.box.url}/bot{api.box.token}/sendMessage"
    params = {"chat_id": str(anna.id), "text": "привет"}
    async with api.session.request(verb, url, params=params) as response:
        assert (await response.json())["result"]["text"] == "привет"


async def test_parameters_may_come_as_json(api, anna, inline):
    url = f"{api.box.url}/bot{api.box.token}/sendMessage"
    params = {"chat_id": anna.id, "text": "да?", "reply_markup": inline(["Да"])}
    async with api.session.post(url, json=params) as response:
        assert (await response.json())["ok"] is True
    assert anna.buttons == [["Да"]]


async def test_parameters_may_come_as_multipart(api, anna):
    with aiohttp.MultipartWriter("form-data") as form:
        for name, value in {"chat_id": str(anna.id), "text": "частями"}.items():
            form.append(value).set_content_disposition("form-data", name=name)
    url = f"{api.box.url}/bot{api.box.token}/sendMessage"
    async with api.session.post(url, data=form) as response:
        assert (await response.json())["result"]["text"] == "частями"


async def test_unknown_parameters_are_ignored(api, anna):
    assert (await api("sendMessage", chat_id=anna.id, text="x", color="red"))["text"] == "x"


@pytest.mark.parametrize(
    ("word", "protected"), [("true", True), ("YES", True), ("1", True), ("on", False)]
)
async def test_booleans_are_true_only_for_true_yes_and_one(api, anna, word, protected):
    sent = await api("sendMessage", chat_id=anna.id, text="x", protect_content=word)
    assert sent.get("has_protected_content", False) is protected


async def test_numbers_out_of_range_are_clamped(api):
    assert await api("getUpdates", limit="99999999999999999999", timeout="-5") == []


@pytest.mark.parametrize("number", ["9" * 5000, "--1", "1-", "-"])
async def test_what_is_no_chat_id_names_no_chat(api, number):
    assert await api.refused("sendMessage", chat_id=number, text="x") == "400 chat not found"


async def test_a_number_of_any_length_is_a_number(api):
    assert await api("getUpdates", offset="-" + "9" * 5000) == []
    assert await api("getUpdates", offset="9" * 5000) == []


async def test_an_unknown_method_is_404(api):
    assert await api.refused("makeCoffee") == "404 Not Found: method not found"


async def test_a_wrong_token_is_401(api):
    async with api.session.get(f"{api.box.url}/bot42:WRONG/getMe") as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_a_malformed_token_is_401_with_its_own_words(api):
    async with api.session.get(f"{api.box.url}/botnonsense/getMe") as response:
        body = await response.json()
    assert body["description"] == "Unauthorized: invalid token specified"


async def test_other_addresses_are_404_in_json(api):
    async with api.session.get(f"{api.box.url}/nothing/here") as response:
        assert response.status == 404
        assert (await response.json())["description"] == "Not Found"


async def test_a_missing_parameter_is_named(api):
    assert await api.refused("setMyCommands") == '400 parameter "commands" is required'


async def test_of_several_missing_parameters_the_first_is_named(api, anna):
    reason = await api.refused("sendContact", chat_id=anna.id)
    assert reason == '400 parameter "phone_number" is required'


async def test_a_wrong_object_is_told_in_words_of_the_bot_api(api):
    reason = await api.refused("setMyCommands", commands=[{"command": "x"}])
    assert reason == "400 can't parse BotCommand: Can't find field \"description\""
    reason = await api.refused("setMyCommands", commands=5)
    assert reason == "400 can't parse BotCommand: value must be of type Array"


@pytest.fixture
def raw(api):
    """Send a body as it is; return the status and the reason."""

    async def sent(kind, body, query=""):
        url = URL(f"{api.box.url}/bot{api.box.token}/sendMessage{query}", encoded=True)
        async with api.session.post(url, data=body, headers={"Content-Type": kind}) as response:
            assert response.status == 400
            return (await response.json())["description"].removeprefix("Bad Request: ")

    return sent


FORM, JSON, PARTS = "application/x-www-form-urlencoded", "application/json", "multipart/form-data"


def part(head, body):
    head = b'--z\r\nContent-Disposition: form-data; name="document"' + head
    return f"{PARTS}; boundary=z", head + b"\r\n\r\n" + body + b"\r\n--z--\r\n"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JSON, rb'{"chat_id": 1, "text": "\ud800 x"}'),
        (JSON, rb'{"chat_id": 1, "text": "x", "reply_markup": {"keyboard": [["\uDC00"]]}}'),
        (JSON, b'{"chat_id": 1, "text": "\xed\xa0\x80"}'),
        (FORM, b"chat_id=1&text=%ff"),
        (FORM, b"chat_id=1&text=\xff"),
        (FORM, b"chat_id=1&text=x&%ed%a0%80=y"),
        part(b"", b"\xff"),
        part(b"\r\nContent-Type: text/plain; charset=utf-7", b"+2AA-"),
        part(b"\r\nContent-Type: text/plain; charset=klingon", b"x"),
        part(b'; filename="a\xff.txt"', b"x"),
    ],
)
async def test_only_utf8_comes_in(raw, box, kind, body):
    assert await raw(kind, body) == "strings must be encoded in UTF-8"


async def test_only_utf8_comes_in_by_the_query(raw):
    reason = await raw(FORM, b"", query="?chat_id=1&text=%ff")
    assert reason == "strings must be encoded in UTF-8"


@pytest.mark.parametrize("boundary", ["", "; boundary=z"])
async def test_parts_without_their_boundary_are_refused(raw, boundary):
    assert await raw(PARTS + boundary, b"x") == "can't parse multipart form data"


async def test_every_character_of_utf8_comes_in(api, anna):
    text = "\ufffd 😀 я"
    assert (await api("sendMessage", chat_id=anna.id, text=text))["text"] == text


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"text": %s}' % (b"[" * 200 + b"]" * 200)])
@pytest.mark.parametrize("more", [b"", b"NaN"])
async def test_a_body_that_is_no_json_of_telegram_is_refused(raw, body, more):
    assert await raw(JSON, body + more) == "can't parse request JSON object"


async def test_calls_are_recorded_with_parameters_and_outcome(api, box, anna):
    await api("sendMessage", chat_id=anna.id, text="раз")
    await api.refused("sendMessage", chat_id=anna.id)
    good, bad = list(box.calls)[-2:]
    assert (good.method, good.params["text"], good.status) == ("sendMessage", "раз", 200)
    assert (bad.status, bad.response["ok"]) == (400, False)
    assert good.started <= good.finished <= bad.started


async def test_polls_that_bring_nothing_are_not_recorded(api, box):
    await api("getUpdates")
    assert not [call for call in box.calls if call.method == "getUpdates"]


async def test_strict_mode_refuses_to_send_what_aiogram_does_not_know(api, box, anna):
    assert isinstance(box.server, Server)
    box.world.bot["favourite_color"] = "red"
    assert "favourite_color" in await api.refused("getMe")
