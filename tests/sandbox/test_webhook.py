"""Updates brought to the bot's own address. Section 9 of the behaviour list."""

import asyncio
import random

import pytest
from aiohttp import web

from sandbox import Sandbox
from sandbox.api.target import Settings
from tests.sandbox.hook import serve, text_of, until

SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def quick(box):
    """Pauses a thousand times as short."""
    box.server.webhook.pace = 0.001


@pytest.fixture
async def told(api):
    async def described(method, **params):
        status, body = await api.post(method, **params)
        assert (status, body["result"]) == (200, True)
        return body["description"]

    return described


class TestSetting:
    async def test_what_happened_is_told_in_the_envelope(self, told, hook):
        assert await told("setWebhook", url=hook.url) == "Webhook was set"
        assert await told("setWebhook", url=hook.url) == "Webhook is already set"
        assert await told("setWebhook", url=hook.url, max_connections=3) == "Webhook was set"
        assert await told("deleteWebhook") == "Webhook was deleted"
        assert await told("deleteWebhook") == "Webhook is already deleted"

    async def test_an_empty_address_removes_it(self, api, told, hook):
        await told("setWebhook", url=hook.url)
        assert await told("setWebhook", url="") == "Webhook was deleted"
        assert (await api("getWebhookInfo"))["url"] == ""

    async def test_the_info_tells_how_it_is_set(self, api, hook):
        await api(
            "setWebhook",
            url=hook.url,
            max_connections=500,
            allowed_updates=["message"],
            secret_token="s",
        )
        assert await api("getWebhookInfo") == {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": 0,
            "max_connections": 100,
            "allowed_updates": ["message"],
        }

    @pytest.mark.parametrize(
        "url", ["ftp://127.0.0.1/x", "http://", "http:///x", "//", "http://:x"]
    )
    async def test_an_address_must_be_one_of_the_web(self, api, url):
        assert await api.refused("setWebhook", url=url) == "400 invalid webhook URL specified"

    @pytest.mark.parametrize(
        ("token", "reason"),
        [
            ("x" * 257, "secret token is too long"),
            ("с кириллицей", "secret token contains unallowed characters"),
            ("a\n", "secret token contains unallowed characters"),
        ],
    )
    async def test_a_secret_has_its_alphabet_and_length(self, api, hook, token, reason):
        refused = await api.refused("setWebhook", url=hook.url, secret_token=token)
        assert refused == f"400 {reason}"

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.com/hook",
            "http://10.0.0.1/",
            "http://0.0.0.0/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1@example.com/",
            "http://[::ffff:10.0.0.1]/",
            "http://2130706433.example/",
            "example.com",
        ],
    )
    async def test_nothing_leaves_this_machine(self, api, url):
        refused = await api.refused("setWebhook", url=url)
        assert refused.startswith("400 bad webhook: the sandbox calls only this machine, not ")

    async def test_a_public_sandbox_may_call_others(self):
        async with Sandbox(public=True) as box:
            box.server.webhook.set(Settings("http://bot.invalid/"))
            assert box.server.webhook.info()["url"] == "http://bot.invalid/"

    async def test_a_certificate_is_not_needed_here_and_ignored(self, api, hook):
        await api("setWebhook", url=hook.url, certificate=("cert.pem", b"\xff"))
        assert (await api("getWebhookInfo"))["has_custom_certificate"] is False

    async def test_a_refused_address_leaves_no_webhook_behind(self, api, hook):
        await api("setWebhook", url=hook.url)
        await api.refused("setWebhook", url="ftp://127.0.0.1/")
        assert (await api("getWebhookInfo"))["url"] == ""

    async def test_two_in_a_second_are_too_many_for_a_patient_server(self, api, hook, box):
        box.world.updates.polling.pause = 3.0
        await api("setWebhook", url=hook.url)
        status, body = await api.post("setWebhook", url=hook.url)
        assert (status, body["parameters"]) == (429, {"retry_after": 1})


class TestPolling:
    async def test_is_a_conflict_while_a_webhook_is_set(self, api, hook):
        await api("setWebhook", url=hook.url)
        await api.refused("getUpdates", allowed_updates=["message"])
        assert await api.refused("getUpdates") == (
            "409 Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
        assert "allowed_updates" not in await api("getWebhookInfo")

    async def test_a_poll_that_waits_is_ended(self, api, hook):
        poll = asyncio.create_task(api.refused("getUpdates", timeout=5))
        await asyncio.sleep(0.05)
        await api("setWebhook", url=hook.url)
        assert await poll == "409 Conflict: terminated by setWebhook request"

    async def test_gets_what_the_webhook_did_not_take(self, api, anna, hook, box):
        hook.answer = lambda update: web.Response(status=500)
        await api("setWebhook", url=hook.url)
        await anna.sends("привет")
        await hook.texts(1)
        await api("deleteWebhook")
        assert [text_of(update) for update in await api("getUpdates")] == ["привет"]

    async def test_what_waited_before_is_brought_unless_it_is_dropped(self, api, anna, hook):
        await anna.sends("старое")
        await api("setWebhook", url=hook.url, drop_pending_updates=True)
        await anna.sends("новое")
        assert await hook.texts(1) == ["новое"]
        await api("deleteWebhook")
        await anna.sends("вчера")
        await api("setWebhook", url=hook.url)
        assert await hook.texts(2) == ["новое", "вчера"]


class TestDelivery:
    async def test_an_update_comes_as_json_with_the_secret(self, api, anna, hook, box):
        await api("setWebhook", url=hook.url, secret_token="Aa0_-")
        await anna.sends("привет")
        await hook.texts(1)
        assert hook.got == box.updates[-1:]
        assert hook.headers[0][SECRET] == "Aa0_-"
        assert hook.headers[0]["Content-Type"] == "application/json"

    async def test_any_2xx_accepts(self, api, anna, hook, box):
        hook.answers(204, 204)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await anna.sends("два")
        assert await hook.texts(2) == ["раз", "два"]
        await box.idle()
        info = await api("getWebhookInfo")
        assert info["pending_update_count"] == 0
        assert "last_error_date" not in info

    @pytest.mark.parametrize(
        ("status", "reason"), [(500, "500 Internal Server Error"), (404, "404 Not Found")]
    )
    async def test_a_refused_update_comes_again(
        self, api, anna, hook, box, clock, quick, status, reason
    ):
        hook.answers(status, status)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        assert await hook.texts(3) == ["раз"] * 3
        info = await api("getWebhookInfo")
        assert info["last_error_message"] == f"Wrong response from the webhook: {reason}"
        assert info["last_error_date"] == clock.now
        await box.idle()

    async def test_setting_it_anew_forgets_the_error(self, api, anna, hook, box, quick):
        hook.answers(500)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await hook.texts(2)
        assert "last_error_message" in await api("getWebhookInfo")
        await api("setWebhook", url=hook.url, max_connections=1)
        assert "last_error_message" not in await api("getWebhookInfo")

    async def test_once_removed_it_tries_no_more(self, api, anna, hook, quick):
        hook.answers(*[500] * 1000)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await hook.texts(2)
        await api("deleteWebhook")
        tried = len(hook.got)
        await asyncio.sleep(0.1)
        assert len(hook.got) <= tried + 1

    async def test_a_bot_that_takes_nothing_is_not_at_rest(self, api, anna, hook, box):
        hook.answers(500)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await hook.texts(1)
        with pytest.raises(AssertionError, match="1 updates unconfirmed"):
            await box.idle(timeout=0.3)

    async def test_a_redirect_is_not_followed(self, api, anna, hook, box, quick):
        hook.answers(302, headers={"Location": "http://127.0.0.1:1/elsewhere"})
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        assert await hook.texts(2) == ["раз"] * 2
        assert "302 Found" in (await api("getWebhookInfo"))["last_error_message"]

    async def test_a_closed_connection_and_a_closed_port_are_told(
        self, api, anna, hook, box, quick
    ):
        async def hangs_up(request):
            request.transport.close()
            return web.Response()

        app = web.Application()
        app.router.add_post("/hook", hangs_up)
        runner, url = await serve(app)
        await api("setWebhook", url=url)
        await anna.sends("раз")
        await until(box, lambda: box.server.webhook.info().get("last_error_message"))
        assert box.server.webhook.info()["last_error_message"] == "Connection closed"
        await runner.cleanup()
        await until(box, lambda: "refused" in box.server.webhook.info()["last_error_message"])
        assert box.server.webhook.info()["last_error_message"] == "Connection refused"

    async def test_trouble_with_tls_is_told(self, api, anna, hook, box):
        await api("setWebhook", url=hook.url.replace("http:", "https:"))
        await anna.sends("раз")
        await until(box, lambda: "last_error_message" in box.server.webhook.info())
        assert box.server.webhook.info()["last_error_message"].startswith("SSL error {")

    async def test_who_does_not_answer_is_asked_again(self, api, anna, hook, box, quick):
        async def late():
            await asyncio.sleep(5)

        answers = [late, lambda: web.Response()]
        hook.answer = lambda update: answers.pop(0)()
        box.server.webhook.patience = 0.1
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        assert await hook.texts(2) == ["раз"] * 2
        assert (await api("getWebhookInfo"))["last_error_message"] == "Read timeout expired"

    async def test_pauses_double_up_to_two_minutes_at_most(self, api, anna, hook, box, monkeypatch):
        slept = await _pauses(api, anna, hook, monkeypatch, [""] * 9)
        assert slept[:6] == [1, 2, 4, 8, 16, 32]
        assert all(60 <= pause <= 120 for pause in slept[6:])

    async def test_retry_after_is_obeyed_up_to_an_hour(self, api, anna, hook, monkeypatch):
        slept = await _pauses(api, anna, hook, monkeypatch, ["5", "99999", "soon", "7"])
        assert slept == [5, 3600, 1, 7]

    async def test_a_failing_update_holds_back_only_its_own_queue(self, api, box, anna, hook):
        boris = box.person("Борис")
        hook.answer = lambda update: web.Response(
            status=500 if text_of(update) == "плохое" else 200
        )
        await api("setWebhook", url=hook.url)
        await anna.sends("плохое")
        await anna.sends("за плохим")
        await anna.taps("нажатие", wait=False)
        await boris.sends("рядом")
        assert set(await hook.texts(3)) == {"плохое", "нажатие", "рядом"}

    async def test_one_chat_is_served_in_order_and_one_by_one(self, api, anna, hook, box):
        at_once = set()

        async def slow(update):
            at_once.add(update["update_id"])
            assert len(at_once) == 1
            await asyncio.sleep(random.random() / 50)
            at_once.clear()
            return web.Response()

        hook.answer = slow
        await api("setWebhook", url=hook.url)
        for number in range(20):
            await anna.sends(str(number))
        assert await hook.texts(20) == [str(number) for number in range(20)]

    async def test_no_more_than_max_connections_at_once(self, api, box, hook):
        now, most = 0, 0

        async def slow(update):
            nonlocal now, most
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.01)
            now -= 1
            return web.Response()

        hook.answer = slow
        await api("setWebhook", url=hook.url, max_connections=3)
        for number in range(12):
            await box.person(f"Гость {number}").sends("привет")
        await hook.texts(12)
        assert most == 3

    async def test_a_press_that_nobody_took_expires_and_the_next_one_comes(
        self, api, anna, hook, box, clock, quick
    ):
        hook.answer = lambda update: web.Response(status=500)
        await api("setWebhook", url=hook.url)
        await anna.taps("старое", wait=False)
        await anna.taps("за старым", wait=False)
        await hook.texts(1)
        clock.now += 151
        hook.answer = lambda update: web.Response()
        await until(box, lambda: not box.world.updates.pending())
        await anna.taps("новое", wait=False)
        await box.idle()
        assert set(await hook.texts(2)) == {"старое", "новое"}

    async def test_gone_for_23_hours_ends_it(self, api, anna, hook, box, clock, quick):
        hook.answer = lambda update: web.Response(status=410)
        await api("setWebhook", url=hook.url)
        await anna.sends("есть кто?")
        await hook.texts(2)
        assert (await api("getWebhookInfo"))["url"] == hook.url
        clock.now += 23 * 3600 + 1
        await until(box, lambda: box.server.webhook.settings is None)
        assert (await api("getUpdates"))[0]["message"]["text"] == "есть кто?"

    async def test_a_repeated_update_is_brought_again(self, api, anna, hook, box):
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await hook.texts(1)
        await anna.replays(box.updates[-1])
        assert await hook.texts(2) == ["раз", "раз"]
        assert hook.got[0] == hook.got[1]


async def _pauses(api, anna, hook, monkeypatch, asked):
    """How long the server would pause after each 500; `asked` are the values of Retry-After."""
    slept, left = [], [*asked]

    class Asyncio:
        """asyncio, but its sleep takes no time and is remembered."""

        def __getattr__(self, name):
            return getattr(asyncio, name)

        async def sleep(self, seconds):
            slept.append(seconds)

    monkeypatch.setattr("sandbox.api.webhook.asyncio", Asyncio())
    hook.answer = lambda update: (
        web.Response(status=500, headers={"Retry-After": left.pop(0)}) if left else web.Response()
    )
    await api("setWebhook", url=hook.url)
    await anna.sends("раз")
    await hook.texts(len(asked) + 1)
    return slept
