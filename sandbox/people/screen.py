"""What a person has before the eyes: messages, buttons, pop-ups."""

from __future__ import annotations

from typing import Any

from sandbox.people.view import inline_rows, shown_text
from sandbox.world.chats import Message, PrivateChat


class Screen:
    """The chat as its person sees it; what the bot deleted is not there."""

    def __init__(self, chat: PrivateChat) -> None:
        self.chat = chat

    @property
    def id(self) -> int:
        """User id, which is the id of the private chat too."""
        return self.chat.id

    @property
    def name(self) -> str:
        """First name."""
        return str(self.chat.user["first_name"])

    @property
    def messages(self) -> list[Message]:
        """Visible messages of both sides, oldest first."""
        return [stored.message for stored in self.chat.messages.values()]

    @property
    def bot_messages(self) -> list[Message]:
        """Visible messages of the bot, oldest first."""
        return [stored.message for stored in self.chat.messages.values() if stored.outgoing]

    @property
    def last(self) -> Message | None:
        """The newest message of the bot that is not deleted."""
        for stored in reversed(self.chat.messages.values()):
            if stored.outgoing:
                return stored.message
        return None

    @property
    def screen(self) -> str:
        """Text or caption of `last`; empty if there is none."""
        return shown_text(self.last)

    @property
    def buttons(self) -> list[list[str]]:
        """Button texts, row by row, of the newest message with an inline keyboard."""
        for message in reversed(self.bot_messages):
            if rows := inline_rows(message):
                return [[button["text"] for button in row] for row in rows]
        return []

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """Button texts of the reply keyboard below the input field."""
        rows = (self.chat.reply_keyboard or {}).get("keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    @property
    def alerts(self) -> list[dict[str, Any]]:
        """Pop-up texts of answered presses, oldest first: `{"text", "show_alert"}`."""
        return list(self.chat.alerts)

    @property
    def pinned(self) -> Message | None:
        """The message pinned last."""
        return self.chat.messages[self.chat.pinned[-1]].message if self.chat.pinned else None
