"""Telegram as a strict phone sees it: keeps the chat, refuses what the real one would refuse."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from aiogram.types import Chat, Document, File, InlineKeyboardButton, Message, PhotoSize, User

from sandbox.text.html import parse_html
from sandbox.text.tags import MarkupError

DATE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Screen:
    """A message of the bot: its markup, what of it is visible, and its buttons."""

    message_id: int
    html: str
    text: str
    rows: tuple[tuple[InlineKeyboardButton, ...], ...]

    @property
    def buttons(self) -> list[InlineKeyboardButton]:
        return [button for row in self.rows for button in row]

    def __str__(self) -> str:
        rows = "\n".join("  ".join(f"[{button.text}]" for button in row) for row in self.rows)
        return f"{self.text}\n{rows}"


@dataclass
class Reaction:
    """What one event led to: screens, pop-ups (text, alert), files, and what was wrong.

    `codes` are those of the errors in the log.
    """

    screens: list[Screen] = field(default_factory=list)
    notes: list[tuple[str, bool]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    answers: int = 0
    faults: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        """Every text that the person sees."""
        return [screen.text for screen in self.screens] + [text for text, _ in self.notes]


class Phone(BaseSession):
    """A Bot API session without a network. Faults of form are collected, not only refused."""

    def __init__(self) -> None:
        super().__init__()
        self.chat: dict[int, Screen] = {}
        self.sent: dict[str, bytes] = {}
        self.last_id = 0
        self.reaction = Reaction()
        self.commands: dict[Any, list[str]] = {}

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, url: str, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield self.sent[url.rpartition("/")[2]]

    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        act = getattr(self, f"_{method.__api_method__}", None)
        if act is None:
            raise AssertionError(f"the bot calls {method.__api_method__}, unknown to this phone")
        answer = act(bot, method)
        # Whoever asks for no objects gets plain data, as from Telegram.
        plain = method.__returning__ is Any and isinstance(answer, Message)
        return {"message_id": answer.message_id} if plain else answer

    @property
    def newest(self) -> Screen:
        """The newest message of the bot."""
        return self.chat[max(self.chat)]

    def next_id(self) -> int:
        """The number of the next message in the chat."""
        self.last_id += 1
        return self.last_id

    def _sendMessage(self, bot: Bot, method: Any) -> Message:
        return self._show(bot, method, self.next_id())

    def _editMessageText(self, bot: Bot, method: Any) -> Message:
        old = self.chat.get(method.message_id)
        if old is None:
            raise TelegramBadRequest(method, "message to edit not found")
        if (old.html, old.rows) == (method.text, rows_of(method)):
            raise TelegramBadRequest(method, "message is not modified")
        return self._show(bot, method, method.message_id)

    def _editMessageReplyMarkup(self, bot: Bot, method: Any) -> Message:
        old = self.chat.get(method.message_id)
        if old is None:
            raise TelegramBadRequest(method, "message to edit not found")
        if old.rows == rows_of(method):
            raise TelegramBadRequest(method, "message is not modified")
        new = Screen(old.message_id, old.html, old.text, rows_of(method))
        self.chat[old.message_id] = new
        return message_of(bot, method, new)

    def _deleteMessage(self, _: Bot, method: Any) -> bool:
        if self.chat.pop(method.message_id, None) is None:
            raise TelegramBadRequest(method, "message to delete not found")
        return True

    def _answerCallbackQuery(self, _: Bot, method: Any) -> bool:
        self.reaction.answers += 1
        if method.text:
            self.reaction.notes.append((method.text, bool(method.show_alert)))
        return True

    def _sendChatAction(self, _: Bot, __: Any) -> bool:
        return True

    def _setMyCommands(self, _: Bot, method: Any) -> bool:
        self.commands[method.scope.chat_id] = [command.command for command in method.commands]
        return True

    def _deleteMyCommands(self, _: Bot, method: Any) -> bool:
        self.commands.pop(method.scope.chat_id, None)
        return True

    def _getMe(self, bot: Bot, _: Any) -> User:
        return User(id=bot.id, is_bot=True, first_name="Bot", username="test_bot")

    def _getFile(self, _: Bot, method: Any) -> File:
        if method.file_id not in self.sent:
            raise TelegramBadRequest(method, "wrong file_id or the file is temporarily unavailable")
        return File(file_id=method.file_id, file_unique_id=method.file_id, file_path=method.file_id)

    def _sendPhoto(self, bot: Bot, method: Any) -> Message:
        self.reaction.files.append("photo")
        size = PhotoSize(file_id="photo", file_unique_id="photo", width=1, height=1)
        return self._file(bot, method, photo=[size])

    def _sendDocument(self, bot: Bot, method: Any) -> Message:
        self.reaction.files.append(getattr(method.document, "filename", "document"))
        return self._file(bot, method, document=Document(file_id="d", file_unique_id="d"))

    def _file(self, bot: Bot, method: Any, **content: Any) -> Message:
        if not 1 <= len(method.caption) <= 1024:
            self.reaction.faults.append(f"a caption of {len(method.caption)} characters")
        shape = {"message_id": self.next_id(), "date": DATE, "chat": chat_of(method.chat_id)}
        return Message(**shape, caption=method.caption, **content).as_(bot)

    def _show(self, bot: Bot, method: Any, message_id: int) -> Message:
        mode = method.parse_mode
        mode = bot.default[mode.name] if isinstance(mode, Default) else mode
        try:
            text = parse_html(method.text)[0].strip() if mode == "HTML" else method.text.strip()
        except MarkupError as error:
            self.reaction.faults.append(f"HTML: {error}\n{method.text}")
            raise TelegramBadRequest(method, f"can't parse entities: {error}") from None
        if not 1 <= len(text) <= 4096:
            self.reaction.faults.append(f"a text of {len(text)} characters")
            reason = "message is too long" if text else "message text is empty"
            raise TelegramBadRequest(method, reason)
        screen = Screen(message_id, method.text, text, rows_of(method))
        self.chat[message_id] = screen
        self.reaction.screens.append(screen)
        return message_of(bot, method, screen)


def rows_of(method: Any) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    """The inline keyboard of a request."""
    markup = method.reply_markup
    return tuple(tuple(row) for row in markup.inline_keyboard) if markup else ()


def chat_of(chat_id: int) -> Chat:
    """The private chat of a person."""
    return Chat(id=chat_id, type="private")


def message_of(bot: Bot, method: Any, screen: Screen) -> Message:
    """A message of the bot as Telegram returns it."""
    return Message(
        message_id=screen.message_id,
        date=DATE,
        chat=chat_of(method.chat_id),
        from_user=User(id=bot.id, is_bot=True, first_name="Bot"),
        text=screen.text,
        reply_markup=method.reply_markup,
    ).as_(bot)
