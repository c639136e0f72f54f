"""What a person's Telegram app does: puts messages into the chat and updates into the queue."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.api.strict import check_update
from sandbox.errors import ApiError
from sandbox.text.entities import MAX_CAPTION, MAX_TEXT, formatted
from sandbox.world.chats import Callback, Chat, Group, Message, PrivateChat, Stored, member
from sandbox.world.files import Upload
from sandbox.world.hearing import hears
from sandbox.world.state import World
from sandbox.world.updates import CALLBACK_LIFETIME, DAY


class Impossible(AssertionError):
    """What no Telegram app lets its person do; says why."""


class Unsendable(Impossible):
    """A text that no app would send."""


class Unknown(Impossible):
    """A message that is not there, or not any more."""


def message_in(chat: Chat, message_id: int) -> Stored:
    """A message that the chat shows. Raises `Unknown`."""
    stored = chat.messages.get(message_id)
    if stored is None:
        raise Unknown(f"there is no message {message_id} in this chat")
    return stored


class Account:
    """The actions of one person, without waiting for anything. `Person` builds on it.

    They raise `Impossible` where the person's app would offer no such thing.
    """

    def __init__(self, world: World, chat: PrivateChat, *, strict: bool) -> None:
        self.world = world
        self.chat = chat
        self.strict = strict

    def write(self, text: str, reply_to: int | None = None, where: Group | None = None) -> Message:
        """A text message, with the entities that the app or the server adds by itself."""
        content = _text(text)
        if reply_to is not None:
            content["reply_to_message"] = message_in(where or self.chat, reply_to).quoted
        return self.post(content, where)

    def post(self, content: dict[str, Any], where: Group | None = None) -> Message:
        """Any message, to the bot or into a group."""
        if where is not None:
            return self._post_in(where, content)
        self._check_alive()
        if self.chat.blocked:
            raise Impossible(f"{self.name} has blocked the bot and cannot write before unblocking")
        met, self.chat.seen = self.chat.seen, True
        message = self.world.add_message(self.chat, content, sender=self.chat.user)
        self.queue("message", message)
        if not met:
            self.world.tell("person", self.chat.id)
        return message

    def _post_in(self, group: Group, content: dict[str, Any]) -> Message:
        self.check_member(group)
        message = self.world.add_message(group, content, sender=self.chat.user)
        if hears(self.world, group, message):
            self.chat.met = True
            self.queue("message", message)
        return message

    def photo(self, data: bytes, caption: str | None = None, where: Group | None = None) -> Message:
        """A picture. Raises `ApiError` if Telegram would not take it as a photo."""
        photo = self.world.files.add_photo(Upload("photo.jpg", data)).shape
        return self.post({"photo": photo, **_caption(caption)}, where)

    def album(self, pictures: list[bytes], caption: str | None = None) -> list[Message]:
        """Several pictures at once: messages of one `media_group_id`, words under the first."""
        photos = [self.world.files.add_photo(Upload("photo.jpg", data)) for data in pictures]
        together = {"media_group_id": str(secrets.randbits(53))}
        captions = [_caption(caption)] + [{}] * (len(photos) - 1)
        return [
            self.post({"photo": photo.shape, **words, **together})
            for photo, words in zip(photos, captions, strict=True)
        ]

    def document(
        self,
        name: str,
        data: bytes,
        caption: str | None = None,
        mime_type: str | None = None,
        where: Group | None = None,
    ) -> Message:
        """A file under this name. Raises `ApiError` if it is empty."""
        document = self.world.files.add_document(Upload(name, data, mime_type)).shape
        return self.post({"document": document, **_caption(caption)}, where)

    def contact(
        self,
        phone: str | None = None,
        *,
        own: bool = True,
        first_name: str | None = None,
        where: Group | None = None,
    ) -> Message:
        """A phone number: the own one, or somebody else's. Without `phone`, one is made up."""
        contact: dict[str, Any] = {
            "phone_number": phone or f"+7999{self.chat.id % 10**7:07}",
            "first_name": first_name or self.name,
        }
        if own:
            if "last_name" in self.chat.user:
                contact["last_name"] = self.chat.user["last_name"]
            contact["user_id"] = self.chat.id
        return self.post({"contact": contact}, where)

    def location(
        self, latitude: float = 55.75, longitude: float = 37.62, where: Group | None = None
    ) -> Message:
        """A point on the map, in degrees."""
        return self.post({"location": {"latitude": latitude, "longitude": longitude}}, where)

    def edit(self, message_id: int, text: str, where: Group | None = None) -> Message:
        """The person changes an own text message."""
        chat = self._place(where)
        stored = message_in(chat, message_id)
        self._check_own(stored)
        if "text" not in stored.message:
            raise Impossible(f"message {message_id} has no text to edit")
        dropped = ("text", "entities")
        old = {key: value for key, value in stored.message.items() if key not in dropped}
        message = {**old, "edit_date": self.world.now(), **_text(text)}
        self.world.edit_message(chat, message)
        if where is None or hears(self.world, where, message):
            self.queue("edited_message", message)
        return message

    def press(self, data: str, message_id: int, where: Group | None = None) -> Callback:
        """A callback query, whether or not the message and such a button exist."""
        chat = self._place(where)
        if where is not None:
            self.chat.met = True
        callback = self.world.add_callback(chat, self.chat, data)
        stored = chat.messages.get(message_id)
        gone = {"chat": chat.info, "message_id": message_id, "date": 0}
        query = {
            "id": callback.id,
            "from": self.chat.user,
            "message": gone if stored is None else stored.message,
            "chat_instance": chat.instance,
            "data": data,
        }
        self.queue("callback_query", query, CALLBACK_LIFETIME)
        return callback

    def delete(self, message_id: int, where: Group | None = None) -> None:
        """Remove a message, in a group an own one; the bot is told nothing."""
        chat = self._place(where)
        stored = message_in(chat, message_id)
        if where is not None:
            self._check_own(stored)
        self.world.forget(chat, message_id)

    def set_blocked(self, blocked: bool) -> None:
        """Block or unblock the bot; a bot that knows the person hears of it, if it is news."""
        self._check_alive()
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        self.world.tell("person", self.chat.id)
        if not (self.chat.seen or self.chat.met):
            return
        inside, outside = member(self.world.bot, "member"), member(self.world.bot, "kicked")
        change = {
            "chat": self.chat.info,
            "from": self.chat.user,
            "date": self.world.now(),
            "old_chat_member": inside if blocked else outside,
            "new_chat_member": outside if blocked else inside,
        }
        self.queue("my_chat_member", change)

    def deactivate(self) -> None:
        """Leave Telegram; the bot hears of it when it writes."""
        self.chat.deleted = True
        self.world.tell("person", self.chat.id)

    def queue(self, kind: str, content: dict[str, Any], lifetime: float = DAY) -> None:
        """Hand an update to the bot."""
        self.chat.acted = self.world.changes
        update = self.world.updates.push(kind, content, lifetime)
        if self.strict and update is not None:
            check_update(update)

    @property
    def name(self) -> str:
        """First name."""
        return str(self.chat.user["first_name"])

    def _place(self, where: Group | None) -> Chat:
        self._check_alive()
        if where is not None:
            self.check_member(where)
        return where or self.chat

    def _check_own(self, stored: Stored) -> None:
        if stored.message["from"]["id"] != self.chat.id:
            number = stored.message["message_id"]
            raise Impossible(f"message {number} is not {self.name}'s to edit or delete")

    def _check_alive(self) -> None:
        if self.chat.deleted:
            raise Impossible(f"{self.name} has left Telegram")

    def check_member(self, group: Group) -> None:
        """Raise `Impossible` if the person is not in this group, or cannot act at all."""
        self._check_alive()
        if self.chat.id not in group.members or group.deleted or group.successor is not None:
            raise Impossible(f"{self.name} is not in the group {group.info['title']}")


def _caption(caption: str | None) -> dict[str, Any]:
    return _written(caption, MAX_CAPTION, "caption", "caption_entities") if caption else {}


def _text(text: str) -> dict[str, Any]:
    return _written(text, MAX_TEXT, "text", "entities")


def _written(text: str, limit: int, field: str, entities: str) -> dict[str, Any]:
    """What somebody typed, with what the server finds in it by itself."""
    try:
        text.encode()
        plain, found = formatted(text, None, None)
    except UnicodeEncodeError:
        raise Unsendable(f"no app would send half a character: {text[:40]!r}") from None
    except ApiError as error:
        raise Unsendable(f"no app would send {text[:40]!r}: {error.description}") from None
    if len(plain) > limit:
        raise Unsendable(f"an app would split this text: over {limit} characters")
    return {field: plain, entities: found} if found else {field: plain}
