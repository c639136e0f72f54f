"""What people send to a screen: typed text, a file, or something that does not fit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram.enums import ContentType
from aiogram.types import Document, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from bot.context import PROBLEM
from bot.dialogs.widgets.buttons import Action
from services.errors import Refusal

READ = "read"

TypedAction = Callable[[DialogManager, str], Awaitable[None]]
FileAction = Callable[[DialogManager, Document], Awaitable[None]]


def typed(action: TypedAction, expected: Action | None = None) -> list[MessageInput]:
    """Typed text goes to an action; a refusal is shown above the question, nothing is lost.

    Telegram delivers a text again when the bot was killed before confirming it: without a memory
    of what was read, «12» years in education would answer the next question too.

    `expected` refuses where no text is asked for at the moment.
    """

    async def on_text(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        if message.message_id <= manager.dialog_data.get(READ, 0):
            return
        manager.dialog_data[READ] = message.message_id
        try:
            await action(manager, message.text or "")
        except Refusal as refusal:
            manager.middleware_data[PROBLEM] = refusal

    return [MessageInput(on_text, content_types=ContentType.TEXT), _other("only-text", expected)]


def sent_file(action: FileAction) -> list[MessageInput]:
    """A sent document goes to an action; a refusal is shown above the question."""

    async def on_file(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        if message.document is None or message.message_id <= manager.dialog_data.get(READ, 0):
            return
        manager.dialog_data[READ] = message.message_id
        try:
            await action(manager, message.document)
        except Refusal as refusal:
            manager.middleware_data[PROBLEM] = refusal

    return [MessageInput(on_file, content_types=ContentType.DOCUMENT), _other("only-file")]


def no_typing() -> MessageInput:
    """Where only buttons are expected, say so."""
    return _other("only-buttons")


def _other(reason: str, expected: Action | None = None) -> MessageInput:
    async def on_other(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
        manager.middleware_data[PROBLEM] = Refusal(reason)
        if expected is not None:
            try:
                await expected(manager)
            except Refusal as refusal:
                manager.middleware_data[PROBLEM] = refusal

    return MessageInput(on_other, content_types=ContentType.ANY)
