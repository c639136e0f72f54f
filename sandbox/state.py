"""What the pretended Telegram knows: people, their chats with the bot, messages, callbacks."""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.files import FileStore
from sandbox.updates import CALLBACK_LIFETIME, UpdateQueue
from sandbox.waiting import Signal

MAX_CALLBACKS = 20_000
MAX_ALERTS = 200

Message = dict[str, Any]


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


@dataclass(slots=True)
class Chat:
    """The private chat of one person with the bot."""

    user: dict[str, Any]
    info: dict[str, Any]
    instance: str
    messages: dict[int, Stored] = field(default_factory=dict)
    seen: bool = False
    acted: int = 0  # `World.changes` when the person did something last
    blocked: bool = False
    deleted: bool = False
    reply_keyboard: dict[str, Any] | None = None
    pinned: list[int] = field(default_factory=list)
    menu_button: dict[str, Any] | None = None
    alerts: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=MAX_ALERTS))

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def is_fresh(self, message_id: int) -> bool:
        """Whether the message was written or edited after the person's last act."""
        stored = self.messages.get(message_id)
        return stored is not None and stored.stamp > self.acted

    def forget(self, message_id: int) -> None:
        """Remove a message, and its pin with it."""
        self.messages.pop(message_id, None)
        if message_id in self.pinned:
            self.pinned.remove(message_id)


@dataclass(slots=True)
class Callback:
    """A press that may still be answered; `answer` is what the person was shown."""

    id: str
    chat: Chat
    data: str
    created: float
    answer: dict[str, Any] | None = None


class World:
    """Everything of one bot. Plain dicts inside: the hot path builds no models."""

    def __init__(self, token: str, clock: Callable[[], float], history: int) -> None:
        self.token = token
        self.clock = clock
        self.history = history
        self.bot = _bot_user(token)
        self.chats: dict[int, Chat] = {}
        self.callbacks: OrderedDict[str, Callback] = OrderedDict()
        self.updates = UpdateQueue(clock)
        self.files = FileStore()
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_button: dict[str, Any] | None = None
        self.changed = Signal()
        self.changes = 0
        self._next_message = 1
        self._next_user = 1_000_000_001

    def now(self) -> int:
        """Unix seconds, as messages are dated."""
        return int(self.clock())

    def add_person(self, user: dict[str, Any], user_id: int | None) -> Chat:
        """Open the chat of a new person. Raises `ValueError` if the id is taken."""
        if user_id is None:
            while self._next_user in self.chats:
                self._next_user += 1
            user_id = self._next_user
        elif user_id in self.chats:
            raise ValueError(f"user_id {user_id} is taken")
        user = {"id": user_id, **user}
        shown = ("id", "first_name", "last_name", "username")
        info = {key: user[key] for key in shown if key in user}
        info["type"] = "private"
        chat = Chat(user, info, str(secrets.randbits(62)))
        self.chats[user_id] = chat
        return chat

    def add_message(
        self,
        chat: Chat,
        content: dict[str, Any],
        *,
        outgoing: bool,
        editable: bool = True,
    ) -> Message:
        """Put a message into the chat and drop the oldest one beyond the history limit."""
        message: Message = {
            "message_id": self._next_message,
            "from": self.bot if outgoing else chat.user,
            "chat": chat.info,
            "date": self.now(),
            **content,
        }
        # Private chats of a bot share one counter, so the numbers in one chat have gaps.
        self._next_message += 1
        self._put(chat, Stored(message, outgoing, editable))
        if len(chat.messages) > self.history:
            chat.forget(next(iter(chat.messages)))
        return message

    def edit_message(self, chat: Chat, message: Message) -> Message:
        """Replace a message by its edited form."""
        old = chat.messages[message["message_id"]]
        self._put(chat, Stored(message, old.outgoing, old.editable))
        return message

    def _put(self, chat: Chat, stored: Stored) -> None:
        self.changes += 1
        stored.stamp = self.changes
        chat.messages[stored.message["message_id"]] = stored
        self.changed.ring()

    def add_callback(self, chat: Chat, data: str) -> Callback:
        """Register a press that waits for answerCallbackQuery."""
        callback = Callback(str(secrets.randbits(62)), chat, data, self.clock())
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > MAX_CALLBACKS:
            self.callbacks.popitem(last=False)
        return callback

    def open_callback(self, query_id: str) -> Callback | None:
        """The press of this id, unless it is too old to be answered."""
        callback = self.callbacks.get(query_id)
        if callback is None or self.clock() - callback.created > CALLBACK_LIFETIME:
            return None
        return callback

    def user(self, user_id: int) -> dict[str, Any] | None:
        """A person whom the bot has seen."""
        chat = self.chats.get(user_id)
        return chat.user if chat is not None and chat.seen else None


def _bot_user(token: str) -> dict[str, Any]:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": "Sandbox bot",
        "username": "sandbox_bot",
    }
