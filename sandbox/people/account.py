"""What a person's Telegram app does: puts messages into the chat and updates into the queue."""

from __future__ import annotations

from typing import Any

from sandbox.api.strict import check_update
from sandbox.errors import ApiError
from sandbox.text.entities import MAX_TEXT, formatted
from sandbox.world.files import StoredFile, Upload
from sandbox.world.state import Callback, Message, PrivateChat, World
from sandbox.world.updates import CALLBACK_LIFETIME, DAY


class Account:
    """The actions of one person, without waiting for anything. `Person` builds on it."""

    def __init__(self, world: World, chat: PrivateChat, *, strict: bool) -> None:
        self.world = world
        self.chat = chat
        self.strict = strict

    def write(self, text: str, reply_to: int | None = None) -> Message:
        """A text message, with the entities that the app or the server adds by itself."""
        content = _text(text)
        if reply_to is not None:
            content["reply_to_message"] = self.chat.messages[reply_to].message
        return self.post(content)

    def post(self, content: dict[str, Any]) -> Message:
        """Any message. Raises `AssertionError` if the person has blocked the bot."""
        if self.chat.blocked:
            name = self.chat.user["first_name"]
            raise AssertionError(f"{name} has blocked the bot and cannot write before unblocking")
        self.chat.seen = True
        message = self.world.add_message(self.chat, content, sender=self.chat.user)
        self.queue("message", message)
        return message

    def edit(self, message_id: int, text: str) -> Message:
        """The person changes an own text message."""
        stored = self.chat.messages[message_id]
        if stored.outgoing:
            raise AssertionError(f"message {message_id} is the bot's, a person cannot edit it")
        dropped = ("text", "entities")
        old = {key: value for key, value in stored.message.items() if key not in dropped}
        message = {**old, "edit_date": self.world.now(), **_text(text)}
        self.world.edit_message(self.chat, message)
        self.queue("edited_message", message)
        return message

    def press(self, data: str, message_id: int) -> Callback:
        """A callback query, whether or not the message and such a button exist."""
        callback = self.world.add_callback(self.chat, self.chat, data)
        stored = self.chat.messages.get(message_id)
        gone = {"chat": self.chat.info, "message_id": message_id, "date": 0}
        query = {
            "id": callback.id,
            "from": self.chat.user,
            "message": gone if stored is None else stored.message,
            "chat_instance": self.chat.instance,
            "data": data,
        }
        self.queue("callback_query", query, CALLBACK_LIFETIME)
        return callback

    def store_photo(self, data: bytes) -> StoredFile:
        """Upload a picture from the person's phone."""
        return self.world.files.add_photo(Upload("photo.jpg", data))

    def store_document(self, name: str, data: bytes, mime_type: str | None) -> StoredFile:
        """Upload a file from the person's phone."""
        return self.world.files.add_document(Upload(name, data, mime_type))

    def set_blocked(self, blocked: bool) -> None:
        """Block or unblock the bot; the bot hears of it, unless nothing changes."""
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        kicked = {"status": "kicked", "user": self.world.bot, "until_date": 0}
        member = {"status": "member", "user": self.world.bot}
        change = {
            "chat": self.chat.info,
            "from": self.chat.user,
            "date": self.world.now(),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }
        self.queue("my_chat_member", change)
        self.world.tell("person", self.chat.id)

    def queue(self, kind: str, content: dict[str, Any], lifetime: float = DAY) -> None:
        """Hand an update to the bot."""
        self.chat.acted = self.world.changes
        update = self.world.updates.push(kind, content, lifetime)
        if self.strict and update is not None:
            check_update(update)


def _text(text: str) -> dict[str, Any]:
    try:
        plain, entities = formatted(text, None, None)
    except ApiError as error:
        raise AssertionError(f"no app would send {text[:40]!r}: {error.description}") from None
    if len(plain) > MAX_TEXT:
        raise AssertionError(f"an app would split this text: over {MAX_TEXT} characters")
    content: dict[str, Any] = {"text": plain}
    if entities:
        content["entities"] = entities
    return content
