"""The bot talks in private chats only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from aiogram.types import CallbackQuery, Chat, InaccessibleMessage, Message, User

from bot.filters import PrivateChat

ANNA = User(id=7, is_bot=False, first_name="Анна")


def _written(kind: str) -> Message:
    moment = datetime(2026, 9, 1, tzinfo=UTC)
    return Message(message_id=1, date=moment, chat=Chat(id=-5, type=kind), from_user=ANNA)


def _pressed(message: Message | InaccessibleMessage | None) -> CallbackQuery:
    return CallbackQuery(id="1", from_user=ANNA, chat_instance="1", data="x", message=message)


@pytest.mark.parametrize(
    ("kind", "heard"), [("private", True), ("group", False), ("supergroup", False)]
)
async def test_what_is_written_or_pressed_in_a_group_is_not_heard(kind: str, heard: bool) -> None:
    assert await PrivateChat()(_written(kind)) is heard
    assert await PrivateChat()(_pressed(_written(kind))) is heard


async def test_a_button_of_a_vanished_message_is_heard() -> None:
    gone = InaccessibleMessage(message_id=1, chat=Chat(id=7, type="private"), date=0)
    assert await PrivateChat()(_pressed(gone))


async def test_a_button_without_a_message_is_not_heard() -> None:
    assert not await PrivateChat()(_pressed(None))
