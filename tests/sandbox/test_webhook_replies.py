"""A webhook's answer that calls a method. Section 9 of the behaviour list."""

from urllib.parse import urlencode

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import MultipartWriter, web

from tests.sandbox.hook import serve


def _as_json(params):
    return web.json_response(params)


def _as_form(params):
    return web.Response(text=urlencode(params), content_type="application/x-www-form-urlencoded")


def _as_multipart(params):
    writer = MultipartWriter("form-data")
    for name, value in params.items():
        writer.append(value).set_content_disposition("form-data", name=name)
    return web.Response(body=writer)


class TestReply:
    """A method in the body of the bot's answer is carried out."""

    @pytest.mark.parametrize("written", [_as_json, _as_form, _as_multipart])
    async def test_is_read_in_each_form(self, api, anna, hook, box, written):
        params = {"method": "SendMessage", "chat_id": str(anna.id), "text": "ответ"}
        hook.answer = lambda update: written(params)
        await api("setWebhook", url=hook.url)
        await anna.sends("привет")
        await anna.sees("ответ")
        assert box.calls[-1].method == "SendMessage"
        assert box.calls[-1].done

    @pytest.mark.parametrize("method", ["setWebhook", "DELETEWEBHOOK", "close", "logOut", "getMe"])
    async def test_some_methods_are_ignored(self, api, anna, hook, box, method):
        hook.answer = lambda update: web.json_response({"method": method})
        await api("setWebhook", url=hook.url)
        box.calls.clear()
        await anna.sends("привет")
        await hook.texts(1)
        await box.idle()
        assert [call.method for call in box.calls] == []
        assert (await api("getWebhookInfo"))["url"] == hook.url

    async def test_what_it_does_wrong_is_recorded_and_hurts_nobody(self, api, anna, hook, box):
        hook.answer = lambda update: web.json_response({"method": "sendMessage"})
        await api("setWebhook", url=hook.url)
        await anna.sends("привет")
        await anna.sends("ещё")
        await hook.texts(2)
        await box.idle()
        assert [call.status for call in list(box.calls)[-2:]] == [400, 400]

    @pytest.mark.parametrize(
        ("kind", "body"),
        [
            ("application/json", "{"),
            ("application/json", "[1]"),
            ("text/html", "<p>ok</p>"),
            ("multipart/form-data", "no boundary"),
            ("multipart/form-data; boundary=x", "--y\r\n"),
        ],
    )
    async def test_nonsense_in_it_is_nothing(self, api, anna, hook, box, kind, body):
        headers = {"Content-Type": kind}
        hook.answer = lambda update: web.Response(body=body.encode(), headers=headers)
        await api("setWebhook", url=hook.url)
        await anna.sends("раз")
        await anna.sends("два")
        assert await hook.texts(2) == ["раз", "два"]
        await box.idle()


class TestAiogram:
    """The library's own web server as the bot."""

    @pytest.fixture(params=[True, False], ids=["in background", "in the reply"])
    async def dispatcher(self, request, box, anna):
        server = TelegramAPIServer.from_base(box.url)
        bot = Bot(box.token, session=AiohttpSession(api=server))
        dispatcher = Dispatcher()
        handler = SimpleRequestHandler(
            dispatcher, bot, handle_in_background=request.param, secret_token="s3"
        )
        app = web.Application()
        handler.register(app, "/hook")
        runner, url = await serve(app)
        await bot.set_webhook(url, secret_token="s3", drop_pending_updates=True)
        yield dispatcher
        await runner.cleanup()

    async def test_talks_with_a_person(self, dispatcher, anna):
        @dispatcher.message()
        async def echo(message):
            return message.answer(f"Вы сказали: {message.text}")

        await anna.sends("привет")
        await anna.sees("Вы сказали: привет")

    async def test_sends_a_file(self, dispatcher, anna):
        @dispatcher.message()
        async def report(message):
            file = BufferedInputFile("отчёт".encode(), "report.txt")
            return SendDocument(chat_id=message.chat.id, document=file, caption="Готово")

        await anna.sends("отчёт")
        message = await anna.sees_document("report.txt")
        assert message["caption"] == "Готово"
        assert await anna.downloads(message) == "отчёт".encode()

    async def test_answers_a_press(self, dispatcher, anna, api, inline):
        @dispatcher.callback_query()
        async def pressed(callback):
            return callback.answer(f"Нажато: {callback.data}")

        await api("sendMessage", chat_id=anna.id, text="да?", reply_markup=inline(["Да"]))
        assert (await anna.presses("Да"))["text"] == "Нажато: Да"
