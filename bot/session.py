"""The HTTP session to the Bot API: the same requests as aiogram's own, made with less work.

A tap makes two requests, and aiogram's session spends more CPU on each than our whole application
does around it. Here the form is encoded in C, and pydantic's own JSON writes keyboards and reads
answers. Requests with files go aiogram's way.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, InputFile
from aiohttp import ClientError, ClientTimeout
from pydantic_core import from_json, to_json
from yarl import URL

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _json(value: Any) -> str:
    return to_json(value).decode()


class Session(AiohttpSession):
    """Form-encoded requests over kept connections."""

    def __init__(self, api: TelegramAPIServer) -> None:
        super().__init__(api=api, json_loads=from_json, json_dumps=_json)
        self._urls: dict[str, URL] = {}

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        """One call of the Bot API."""
        files: dict[str, InputFile] = {}
        form = self._form(bot, method, files)
        if files:
            return await super().make_request(bot, method, timeout)
        seconds = self.timeout if timeout is None else timeout
        session = await self.create_session()
        try:
            async with session.post(
                self._url(bot, method),
                data=form,
                headers=_FORM,
                timeout=ClientTimeout(total=seconds),
            ) as response:
                content: Any = await response.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            message = f"{type(error).__name__}: {error}"
            raise TelegramNetworkError(method=method, message=message) from error
        answer = self.check_response(bot, method, response.status, content)
        return answer.result  # type: ignore[return-value]

    def _url(self, bot: Bot, method: TelegramMethod[Any]) -> URL:
        name = method.__api_method__
        if name not in self._urls:
            self._urls[name] = URL(self.api.api_url(token=bot.token, method=name))
        return self._urls[name]

    def _form(self, bot: Bot, method: TelegramMethod[Any], files: dict[str, InputFile]) -> bytes:
        values = {}
        for name, value in method:
            if isinstance(value, InlineKeyboardMarkup):
                values[name] = value.model_dump_json(exclude_none=True)
            elif prepared := self.prepare_value(value, bot, files):
                # Enumerations such as ParseMode are strings whose str() is their name.
                values[name] = prepared.value if isinstance(prepared, Enum) else prepared
        # Ten times as fast as urllib on Cyrillic.
        return URL.build(query=values).raw_query_string.encode()
