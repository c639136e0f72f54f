"""Trouble on demand: what goes wrong between a bot and Telegram."""

import asyncio
from contextlib import suppress

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from sandbox import Sandbox
from tests.sandbox.hook import until


@pytest.fixture
async def bot(box):
    session = AiohttpSession(api=TelegramAPIServer.from_base(box.url))
    async with Bot(box.token, session=session) as bot:
        yield bot


@pytest.fixture
def sends(api, anna):
    """Send this to Anna; the HTTP status."""

    async def send(text="привет", chat_id=None):
        return (await api.post("sendMessage", chat_id=chat_id or anna.id, text=text))[0]

    return send


class TestRefusals:
    async def test_a_status_comes_in_telegrams_envelope_and_nothing_is_done(
        self, api, anna, box, sends
    ):
        box.faults.add(method="sendMessage", status=500, description="Internal Server Error: oops")
        status, body = await api.post("sendMessage", chat_id=anna.id, text="раз")
        assert (status, body) == (
            500,
            {"ok": False, "error_code": 500, "description": "Internal Server Error: oops"},
        )
        assert anna.screen == ""
        assert await sends() == 200

    async def test_without_a_description_the_status_speaks_for_itself(self, api, box):
        box.faults.add(method="getMe", status=502)
        assert await api.refused("getMe") == "502 Bad Gateway"
        box.faults.add(method="getMe", status=599)
        assert await api.refused("getMe") == "599 Error"

    async def test_a_wait_is_in_the_parameters_and_in_the_header(self, api, box, anna):
        box.faults.add(method="sendmessage", retry_after=3)
        url = f"{box.url}/bot{box.token}/sendMessage"
        async with api.session.post(url, json={"chat_id": anna.id, "text": "раз"}) as response:
            assert response.headers["Retry-After"] == "3"
            assert await response.json() == {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            }
        assert anna.bot_messages == []

    async def test_a_gateway_answers_with_a_page(self, api, box):
        box.faults.add(method="getMe", html=True)
        url = f"{box.url}/bot{box.token}/getMe"
        async with api.session.get(url) as response:
            assert (response.status, response.content_type) == (502, "text/html")
            assert "<h1>502 Bad Gateway</h1>" in await response.text()
        box.faults.add(method="getMe", status=503, body="", content_type="text/plain")
        async with api.session.get(url) as response:
            assert (response.status, await response.text()) == (503, "")
            assert response.content_type == "text/plain"

    @pytest.mark.parametrize(
        ("fault", "error"),
        [
            ({"status": 500}, TelegramServerError),
            ({"html": True}, ClientDecodeError),
            ({"retry_after": 1}, TelegramRetryAfter),
            ({"drop": True}, TelegramNetworkError),
            ({"lose_answer": True}, TelegramNetworkError),
        ],
    )
    async def test_aiogram_takes_each_for_what_it_is(self, box, anna, bot, fault, error):
        box.faults.add(method="sendMessage", **fault)
        with pytest.raises(error):
            await bot.send_message(anna.id, "раз")
        await bot.send_message(anna.id, "два")


class TestLostConnections:
    async def test_a_dropped_call_is_not_done(self, box, anna, sends):
        box.faults.add(drop=True)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await sends()
        assert anna.bot_messages == []
        assert (box.calls[-1].status, box.calls[-1].done) == (0, False)

    async def test_a_call_whose_answer_is_lost_is_done(self, box, anna, sends):
        box.faults.add(lose_answer=True)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await sends("дошло")
        assert anna.screen == "дошло"
        call = box.calls[-1]
        assert (call.status, call.done, call.fault) == (0, True, "lose_answer=True")
        assert call.response["result"]["text"] == "дошло"

    async def test_a_refusal_can_be_lost_as_well(self, box, sends):
        box.faults.add(lose_answer=True)
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await sends("")
        assert box.calls[-1].response["error_code"] == 400
        assert not box.calls[-1].done

    async def test_a_delayed_call_is_done_though_the_bot_hung_up(self, box, anna, sends):
        box.faults.add(method="sendMessage", delay=0.3)
        impatient = asyncio.create_task(sends("поздно"))
        await until(box, lambda: box.server.busy)
        assert anna.screen == ""
        impatient.cancel()
        await anna.sees("поздно")

    async def test_a_delay_goes_with_another_trouble(self, box, api, anna):
        box.faults.add(delay=0.2, status=500)
        late = asyncio.create_task(api.post("sendMessage", chat_id=anna.id, text="раз"))
        await until(box, lambda: box.server.busy)
        assert not late.done()
        assert (await late)[0] == 500

    async def test_a_sandbox_closes_with_a_call_still_delayed(self):
        async with Sandbox() as box, aiohttp.ClientSession() as session:
            box.faults.add(delay=60)
            call = asyncio.create_task(session.get(f"{box.url}/bot{box.token}/getMe"))
            await until(box, lambda: box.server.busy)
        with pytest.raises(aiohttp.ClientError):
            await call
        assert not box.server.busy


class TestWhich:
    async def test_as_many_calls_as_told_after_those_let_through(self, box, sends):
        armed = box.faults.add(method="SENDMESSAGE", after=1, count=2, status=500)
        assert [await sends() for _ in range(5)] == [200, 500, 500, 200, 200]
        assert (armed.struck, armed.spent) == (2, True)

    async def test_without_a_count_until_it_is_removed(self, box, sends):
        armed = box.faults.add(status=500, count=None)
        assert [await sends() for _ in range(5)] == [500] * 5
        box.faults.remove(armed.id)
        assert await sends() == 200

    async def test_only_calls_to_the_chat(self, box, anna, sends):
        boris = box.person("Борис")
        await boris.sends("/start")
        box.faults.add(chat_id=boris.id, status=500)
        assert [await sends(), await sends(chat_id=boris.id)] == [200, 500]

    async def test_the_first_that_fits_strikes(self, box, sends):
        box.faults.add(method="sendPhoto", status=501)
        box.faults.add(status=502)
        box.faults.add(method="sendMessage", status=503)
        assert [await sends() for _ in range(3)] == [502, 503, 200]

    async def test_any_method_is_not_polling_unless_it_is_named(self, box, api):
        box.faults.add(status=500)
        assert await api("getUpdates") == []
        assert await api.refused("getMe") == "500 Internal Server Error"
        box.faults.add(method="getUpdates", status=502)
        assert await api.refused("getUpdates") == "502 Bad Gateway"

    async def test_a_wrong_token_uses_up_no_fault(self, box, api):
        armed = box.faults.add(status=500)
        async with api.session.get(f"{box.url}/bot42:WRONG/getMe") as response:
            assert response.status == 401
        assert armed.struck == 0

    async def test_the_record_names_the_fault(self, box, sends):
        box.faults.add(method="sendMessage", count=None, retry_after=2)
        await sends()
        assert box.calls[-1].fault == "method=sendMessage count=None retry_after=2"
        box.faults.clear()
        await sends()
        assert (box.calls[-1].fault, box.calls[-1].done) == (None, True)

    async def test_a_method_in_a_webhooks_reply_is_struck_too(self, box, api, anna, hook):
        hook.answer = lambda update: aiohttp.web.json_response(
            {"method": "sendMessage", "chat_id": anna.id, "text": "ответ"}
        )
        await api("setWebhook", url=hook.url)
        box.faults.add(method="sendMessage", drop=True)
        await anna.sends("раз")
        await box.idle()
        assert anna.screen == ""
        await anna.sends("два")
        await anna.sees("ответ")


class TestWhichChat:
    async def test_the_answer_to_a_press_is_of_the_chat_of_the_press(self, box, api, anna):
        boris = box.person("Борис")
        box.faults.add(chat_id=anna.id, status=500)
        of_boris = await boris.taps("x", wait=False)
        assert await api("answerCallbackQuery", callback_query_id=of_boris)
        of_anna = await anna.taps("x", wait=False)
        refused = await api.refused("answerCallbackQuery", callback_query_id=of_anna)
        assert refused == "500 Internal Server Error"


class TestContentType:
    async def test_a_body_comes_under_any_type_of_a_header(self, control, api, box):
        kind = "text/html; charset=windows-1251"
        await control.post("faults", status=200, body="Готово", content_type=kind)
        async with api.session.get(f"{box.url}/bot42:TEST/getMe") as response:
            assert response.headers["Content-Type"] == kind
            assert await response.read() == "Готово".encode()

    @pytest.mark.parametrize("kind", ["", "html", "text/html\r\nX: y", "text/html; charset", "а/б"])
    async def test_what_is_no_type_is_refused(self, control, kind):
        refused = await control.refused("faults", status=200, body="x", content_type=kind)
        assert refused.startswith("400 content_type: ")


class TestUpdates:
    @pytest.fixture
    def polled(self, api):
        """Texts as a bot gets them that confirms each batch."""

        async def poll(rounds=4):
            texts, offset = [], 0
            for _ in range(rounds):
                for update in await api("getUpdates", offset=offset):
                    texts.append(update["message"]["text"])
                    offset = update["update_id"] + 1
            return texts

        return poll

    async def test_the_next_one_comes_twice(self, box, anna, polled):
        armed = box.faults.add(repeat_next=True)
        for text in ("раз", "два"):
            await anna.sends(text)
        assert sorted(await polled()) == ["два", "раз", "раз"]
        assert armed.spent

    async def test_the_copy_has_the_same_number(self, box, api, anna):
        box.faults.add(repeat_next=True)
        await anna.sends("раз")
        [first] = await api("getUpdates")
        [again] = await api("getUpdates", offset=first["update_id"] + 1)
        assert again == first
        assert await api("getUpdates", offset=first["update_id"] + 1) == []

    async def test_the_next_two_come_in_the_wrong_order(self, box, anna, polled):
        box.faults.add(swap_next=True)
        await anna.sends("раз")
        assert await polled() == []
        for text in ("два", "три"):
            await anna.sends(text)
        assert await polled() == ["два", "три", "раз"]

    @pytest.mark.parametrize("lost", [1, 2, 3])
    @pytest.mark.parametrize("what", ["repeat_next", "swap_next"])
    async def test_none_is_lost_with_an_answer(self, box, api, anna, what, lost):
        """A bot that asks again after a lost answer gets all, as without the loss."""
        box.faults.add(**{what: True})
        box.faults.add(method="getUpdates", lose_answer=True, after=lost - 1)
        for text in ("раз", "два"):
            await anna.sends(text)
        texts, offset = [], 0
        for _ in range(6):
            with suppress(aiohttp.ClientError):
                for update in await api("getUpdates", offset=offset):
                    texts.append(update["message"]["text"])
                    offset = update["update_id"] + 1
        wanted = ["два", "раз"] if what == "swap_next" else ["два", "раз", "раз"]
        assert sorted(texts) == wanted

    async def test_a_bot_that_begins_anew_gets_what_it_did_not_confirm(self, box, api, anna):
        await anna.sends("раз")
        [first] = await api("getUpdates")
        assert await api("getUpdates", offset=first["update_id"] + 1) == []
        await anna.replays(first)
        assert await api("getUpdates", offset=first["update_id"] + 1) == [first]
        assert await api("getUpdates") == [first]
        assert await api("getUpdates", offset=first["update_id"] + 1) == []

    async def test_those_held_for_one_that_expired_come_all_the_same(
        self, box, anna, clock, polled
    ):
        box.faults.add(swap_next=True)
        await anna.sends("раз")
        await anna.taps("x", wait=False)
        clock.now += 151
        assert await polled() == ["раз"]
        await box.idle()

    async def test_those_of_other_chats_are_left_alone(self, box, anna, polled):
        boris = box.person("Борис")
        box.faults.add(swap_next=True, chat_id=anna.id)
        await anna.sends("первое Анны")
        await boris.sends("Борис")
        assert await polled() == ["Борис"]
        await anna.sends("второе Анны")
        assert (await polled())[-2:] == ["второе Анны", "первое Анны"]

    async def test_what_was_held_back_comes_when_the_fault_is_removed(self, box, anna, polled):
        armed = box.faults.add(swap_next=True)
        await anna.sends("раз")
        box.faults.remove(armed.id)
        assert await polled() == ["раз"]

    async def test_a_press_counts_as_of_the_chat_of_its_message(self, box, api, anna):
        box.faults.add(repeat_next=True, chat_id=anna.id)
        await anna.taps("x", wait=False)
        [first] = await api("getUpdates")
        assert await api("getUpdates", offset=first["update_id"] + 1) == [first]

    async def test_a_webhook_gets_them_so_too(self, box, api, anna, hook):
        await api("setWebhook", url=hook.url)
        box.faults.add(swap_next=True)
        for text in ("раз", "два"):
            await anna.sends(text)
        assert await hook.texts(2) == ["два", "раз"]
        await box.idle()
        box.faults.add(repeat_next=True)
        await anna.sends("три")
        assert await hook.texts(4) == ["два", "раз", "три", "три"]


IMPOSSIBLE = [
    ({}, "a fault does one of: status, html, "),
    ({"drop": True, "lose_answer": True}, "drop and lose_answer exclude each other"),
    ({"retry_after": 3, "status": 500}, "retry_after and status exclude each other"),
    ({"body": "x", "html": True, "status": 500}, "html and body exclude each other"),
    ({"body": "x"}, "a body needs a status"),
    ({"html": True, "content_type": "text/plain"}, "content_type needs a body"),
    ({"description": "x", "drop": True}, "a description needs a status"),
    ({"status": 302}, "status is 200 or an error, 400 to 599"),
    ({"swap_next": True, "method": "getUpdates"}, "swap_next takes no method and no delay"),
    ({"repeat_next": True, "swap_next": True}, "repeat_next and swap_next exclude each other"),
    ({"status": 500, "count": 0}, "count: Input should be greater than or equal to 1"),
    ({"status": 500, "colour": 1}, "there is no field colour here"),
    ({"status": "500"}, "status: Input should be a valid integer"),
]


class TestControl:
    """The same from outside the process."""

    @pytest.mark.parametrize(("fault", "reason"), IMPOSSIBLE)
    async def test_an_impossible_fault_is_refused_with_a_sentence(
        self, control, box, fault, reason
    ):
        assert (await control.refused("faults", **fault)).startswith(f"400 {reason}")
        assert box.faults.all() == []

    async def test_a_test_is_told_of_an_impossible_fault_too(self, box):
        with pytest.raises(ValueError, match="exclude each other"):
            box.faults.add(drop=True, lose_answer=True)

    async def test_the_status_of_a_wait_may_be_said(self, api, control):
        await control.post("faults", status=429, retry_after=2)
        assert await api.refused("getMe") == "429 Too Many Requests: retry after 2"

    async def test_faults_are_listed_with_how_often_they_struck(self, control, sends):
        added = await control.post("faults", method="sendMessage", status=500, count=2)
        assert added == {
            "id": 1,
            "method": "sendMessage",
            "count": 2,
            "status": 500,
            "struck": 0,
            "spent": False,
        }
        await sends()
        assert await control.get("faults") == [{**added, "struck": 1}]
        await sends()
        assert await control.get("faults") == [{**added, "struck": 2, "spent": True}]

    async def test_faults_are_removed_one_by_one_or_all(self, control, sends):
        for _ in range(3):
            added = await control.post("faults", status=500, count=None)
        assert await control.ask("DELETE", f"faults/{added['id']}") == (200, {})
        assert await control.ask("DELETE", f"faults/{added['id']}") == (
            404,
            {"error": f"there is no fault {added['id']}"},
        )
        assert len(await control.get("faults")) == 2
        await control.ask("DELETE", "faults")
        assert await sends() == 200


class TestToken:
    async def test_a_revoked_token_opens_nothing(self, api, control, box, anna, png):
        message = await anna.sends_photo(png())
        file_id = message["photo"][0]["file_id"]
        path = (await api("getFile", file_id=file_id))["file_path"]
        url = f"{box.url}/file/bot{box.token}/{path}"
        await control.post("token", revoked=True)
        assert await api.refused("getMe") == "401 Unauthorized"
        async with api.session.get(url) as response:
            assert response.status == 401
        await control.post("token", revoked=False)
        assert await api("getMe")
        async with api.session.get(url) as response:
            assert await response.read() == png()

    async def test_a_poll_that_waits_learns_it_at_once(self, api, box, anna):
        poll = asyncio.create_task(api.refused("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        box.server.revoke()
        assert await asyncio.wait_for(poll, 2) == "401 Unauthorized"

    async def test_the_webhook_goes_with_the_token(self, api, box, anna, hook):
        await api("setWebhook", url=hook.url)
        box.server.revoke()
        await anna.sends("никому")
        box.server.revoke(False)
        assert (await api("getWebhookInfo"))["url"] == ""
        assert len(await api("getUpdates")) == 1
        assert hook.got == []

    async def test_aiogram_hears_that_it_is_unauthorized(self, box, bot):
        box.server.revoke()
        with pytest.raises(TelegramUnauthorizedError):
            await bot.get_me()

    async def test_after_log_out_nothing_is_answered(self, api):
        poll = asyncio.create_task(api.refused("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        assert await api("logOut") is True
        assert await poll == "400 Logged out"
        assert await api.refused("getMe") == "400 Logged out"

    async def test_close_ends_the_poll_and_the_next_call_opens_again(self, api):
        poll = asyncio.create_task(api.refused("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        assert await api("close") is True
        assert await poll == "500 Internal Server Error: restart"
        assert await api("getMe")

    async def test_the_question_must_be_whole(self, control):
        assert await control.refused("token") == "400 the field revoked is required"
