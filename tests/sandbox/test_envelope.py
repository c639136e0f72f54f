"""Addresses, parameters and the two envelopes."""

import aiohttp
import pytest

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
