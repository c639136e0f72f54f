"""What the pretended Telegram knows: all chats, the bot's card, files, updates, presses."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any

from sandbox.world.chats import Callback, Chat, Group, Message, Note, PrivateChat, Stored
from sandbox.world.files import FileStore
from sandbox.world.updates import CALLBACK_LIFETIME, UpdateQueue
from sandbox.world.waiting import Signal

MAX_CALLBACKS = 20_000

# Called with the kind of a change, the id of its chat (None: it is about the bot) and the facts.
Listener = Callable[[str, int | None, dict[str, Any]], None]


class World:
    """Everything of one bot. Plain dicts inside: the hot path builds no models."""

    def __init__(
        self,
        token: str,
        clock: Callable[[], float],
        history: int,
        name: str = "Sandbox bot",
        username: str = "sandbox_bot",
    ) -> None:
        self.token = token
        self.clock = clock
        self.history = history
        self.bot = _bot_user(token, name, username)
        self.chats: dict[int, Chat] = {}
        self.callbacks: OrderedDict[str, Callback] = OrderedDict()
        self.updates = UpdateQueue(clock)
        self.webhook: Any = None  # the server's, see sandbox/api/webhook.py
        self.locked: tuple[int, str] | None = None  # why the token opens nothing
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

    def add_person(
        self, user: dict[str, Any], user_id: int | None, note: Note | None = None
    ) -> PrivateChat:
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
        chat = PrivateChat(info=info, user=user, note=note)
        self.chats[user_id] = chat
        self.tell("person", user_id)
        return chat

    def add_group(self, title: str, members: list[int], kind: str = "group") -> Group:
        """Open a group or supergroup of these people, the first of them its owner."""
        group_id = -4_000_000_001 if kind == "group" else -1_002_000_000_001
        while group_id in self.chats:
            group_id -= 1
        info = {"id": group_id, "title": title, "type": kind}
        group = Group(info=info, members=set(members), owner=members[0])
        self.chats[group_id] = group
        self.tell("group", group_id)
        return group

    def add_message(
        self,
        chat: Chat,
        content: dict[str, Any],
        *,
        sender: dict[str, Any] | None,
        editable: bool = True,
    ) -> Message:
        """Put a message into the chat, the bot's if it has no `sender`; the oldest may go."""
        # Private chats and basic groups of a bot share one counter, so there are gaps in a chat.
        counter = chat if isinstance(chat, Group) and chat.info["type"] == "supergroup" else self
        message: Message = {
            "message_id": counter.next_message,
            "from": sender or self.bot,
            "chat": chat.info,
            "date": self.now(),
            **content,
        }
        counter.next_message += 1
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
        if chat.messages.pop(message_id, None) is not None:
            self.tell("deleted", chat.id, message_id=message_id)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
            self.tell("pinned", chat.id, pinned=list(chat.pinned))

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

    def chat_of(self, params: dict[str, Any]) -> Any:
        """The id of the chat that a call is about, as the call gives it; None for no chat.

        An answer to a press names the press; its chat is that of the pressed message.
        """
        pressed = self.callbacks.get(str(params.get("callback_query_id")))
        return params.get("chat_id") if pressed is None else pressed.chat.id

    def user(self, user_id: int) -> dict[str, Any] | None:
        """A person whom the bot knows."""
        chat = self.person(user_id)
        return chat.user if chat is not None and (chat.seen or chat.met) else None


def _bot_user(token: str, name: str, username: str) -> dict[str, Any]:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": name,
        "username": username,
    }
