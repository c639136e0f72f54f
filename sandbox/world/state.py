"""What the pretended Telegram knows: people, their chats with the bot, messages, callbacks."""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.world.files import FileStore
from sandbox.world.updates import CALLBACK_LIFETIME, UpdateQueue
from sandbox.world.waiting import Signal

MAX_CALLBACKS = 20_000
MAX_ALERTS = 200

Message = dict[str, Any]
# Called with the kind of a change, the id of its chat (None: it is about the bot) and the facts.
Listener = Callable[[str, int | None, dict[str, Any]], None]


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

    def is_fresh(self, message_id: int) -> bool:
        """Whether the message was written or edited after the last act of a person."""
        stored = self.messages.get(message_id)
        return stored is not None and stored.stamp > self.acted


@dataclass(slots=True, kw_only=True)
class PrivateChat(Chat):
    """The chat of one person with the bot, and what is known of the person."""

    user: dict[str, Any]
    blocked: bool = False
    deleted: bool = False
    alerts: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=MAX_ALERTS))


@dataclass(slots=True, kw_only=True)
class Group(Chat):
    """A group or supergroup. `members` are ids of people; `bot_status` is the bot's own."""

    members: set[int] = field(default_factory=set)
    bot_status: str = "left"
    deleted: bool = False
    successor: int | None = None  # id of the supergroup that it became


@dataclass(slots=True)
class Callback:
    """A press that may still be answered; `answer` is what the person was shown."""

    id: str
    chat: Chat
    person: PrivateChat
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
        self.listeners: list[Listener] = []
        self.next_message = 1
        self._next_user = 1_000_000_001

    def now(self) -> int:
        """Unix seconds, as messages are dated."""
        return int(self.clock())

    def tell(self, kind: str, chat_id: int | None = None, **facts: Any) -> None:
        """Something changed: wake those who wait, tell those who listen."""
        self.changed.ring()
        for listener in self.listeners:
            listener(kind, chat_id, facts)

    def people(self) -> Iterator[PrivateChat]:
        """Private chats, in the order in which their people came."""
        return (chat for chat in self.chats.values() if isinstance(chat, PrivateChat))

    def person(self, user_id: int) -> PrivateChat | None:
        """The private chat of a person, whether or not the bot has seen it."""
        chat = self.chats.get(user_id)
        return chat if isinstance(chat, PrivateChat) else None

    def add_person(self, user: dict[str, Any], user_id: int | None) -> PrivateChat:
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
        chat = PrivateChat(info=info, user=user)
        self.chats[user_id] = chat
        self.tell("person", user_id)
        return chat

    def add_message(
        self,
        chat: Chat,
        content: dict[str, Any],
        *,
        sender: dict[str, Any] | None,
        editable: bool = True,
    ) -> Message:
        """Put a message into the chat, the bot's if it has no `sender`; the oldest may go."""
        message: Message = {
            "message_id": self.next_message,
            "from": sender or self.bot,
            "chat": chat.info,
            "date": self.now(),
            **content,
        }
        # Private chats of a bot share one counter, so the numbers in one chat have gaps.
        self.next_message += 1
        self._put(chat, Stored(message, sender is None, editable))
        self.tell("message", chat.id, message=message)
        if len(chat.messages) > self.history:
            self.forget(chat, next(iter(chat.messages)))
        return message

    def edit_message(self, chat: Chat, message: Message) -> Message:
        """Replace a message by its edited form."""
        old = chat.messages[message["message_id"]]
        self._put(chat, Stored(message, old.outgoing, old.editable))
        self.tell("edited", chat.id, message=message)
        return message

    def forget(self, chat: Chat, message_id: int) -> None:
        """Remove a message, and its pin with it."""
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        if chat.messages.pop(message_id, None) is not None:
            self.tell("deleted", chat.id, message_id=message_id)

    def _put(self, chat: Chat, stored: Stored) -> None:
        self.changes += 1
        stored.stamp = self.changes
        chat.messages[stored.message["message_id"]] = stored

    def show_keyboard(self, chat: Chat, keyboard: dict[str, Any] | None) -> None:
        """Replace the reply keyboard below the input field; None removes it."""
        chat.reply_keyboard = keyboard
        self.tell("keyboard", chat.id, keyboard=keyboard)

    def add_callback(self, chat: Chat, person: PrivateChat, data: str) -> Callback:
        """Register a press that waits for answerCallbackQuery."""
        callback = Callback(str(secrets.randbits(62)), chat, person, data, self.clock())
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
        chat = self.person(user_id)
        return chat.user if chat is not None and chat.seen else None


def _bot_user(token: str) -> dict[str, Any]:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": "Sandbox bot",
        "username": "sandbox_bot",
    }
