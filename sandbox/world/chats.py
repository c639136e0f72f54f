"""Chats of the bot, the messages in them, and presses that wait for an answer."""

from __future__ import annotations

import secrets
from collections import deque
from dataclasses import dataclass, field
from typing import Any

MAX_ALERTS = 200

Message = dict[str, Any]
Note = str | dict[str, str]  # one text, or a text for each language code


@dataclass(slots=True)
class Stored:
    """A message and what Telegram remembers beside what it shows.

    `message` is never changed in place: an edit puts a new dict, so that an update or a response
    made earlier keeps what it showed then.
    """

    message: Message
    outgoing: bool
    editable: bool = True
    stamp: int = 0  # `World.changes` when it was last written

    @property
    def quoted(self) -> Message:
        """The message as a reply to it shows it: without what it replied to itself."""
        return {key: value for key, value in self.message.items() if key != "reply_to_message"}


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat of the bot. `info` is what messages show of it; `seen`: the bot has met it."""

    info: dict[str, Any]
    instance: str = field(default_factory=lambda: str(secrets.randbits(62)))
    messages: dict[int, Stored] = field(default_factory=dict)
    seen: bool = False
    acted: int = 0  # `World.changes` when somebody did something here last
    reply_keyboard: dict[str, Any] | None = None
    pinned: list[int] = field(default_factory=list)
    menu_button: dict[str, Any] | None = None

    @property
    def id(self) -> int:
        return int(self.info["id"])

    @property
    def language(self) -> str:
        """Two letters of the person's language; empty for a group, and if the app tells none."""
        return ""

    def is_fresh(self, message_id: int) -> bool:
        """Whether the message was written or edited after the last act of a person."""
        stored = self.messages.get(message_id)
        return stored is not None and stored.stamp > self.acted


@dataclass(slots=True, kw_only=True)
class PrivateChat(Chat):
    """The chat of one person with the bot, and what is known of the person.

    `met`: the bot knows the person from a group, though nothing was written here yet.
    """

    user: dict[str, Any]
    note: Note | None = None  # free words of whoever made the person
    met: bool = False
    blocked: bool = False
    deleted: bool = False
    alerts: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=MAX_ALERTS))

    @property
    def language(self) -> str:
        return str(self.user.get("language_code", ""))[:2]


@dataclass(slots=True, kw_only=True)
class Group(Chat):
    """A group or supergroup. `members` are ids of people; `bot_status` is the bot's own.

    `bot_status` is left, member or kicked; `muted`: a member that may not write.
    """

    members: set[int] = field(default_factory=set)
    owner: int = 0  # id of the member who made it
    bot_status: str = "left"
    muted: bool = False
    deleted: bool = False
    successor: int | None = None  # id of the supergroup that it became
    next_message: int = 1  # supergroups count for themselves

    @property
    def has_bot(self) -> bool:
        """Whether the bot gets anything of what is said here."""
        gone = self.deleted or self.successor is not None
        return self.bot_status == "member" and not gone


@dataclass(slots=True)
class Callback:
    """A press that may still be answered; `answer` is what the person was shown."""

    id: str
    chat: Chat
    person: PrivateChat
    data: str
    created: float
    answer: dict[str, Any] | None = None


def member(user: dict[str, Any], status: str) -> dict[str, Any]:
    """A ChatMember of the Bot API."""
    shape: dict[str, Any] = {"user": user, "status": status}
    if status == "kicked":
        shape["until_date"] = 0
    elif status == "creator":
        shape["is_anonymous"] = False
    return shape
