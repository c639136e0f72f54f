"""sendMessage and what all sending methods share; sendChatAction."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ChatAction
from aiogram.methods import SendChatAction, SendMessage

from sandbox.api.keyboards import Markup, check_private_buttons, parse_markup
from sandbox.api.methods.base import serves, text_content, writable_chat
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.text.entities import MAX_TEXT
from sandbox.world.chats import Chat, Group
from sandbox.world.state import World

_ACTIONS = frozenset(ChatAction) | {"record_audio", "upload_audio", "cancel"}
_PLURALS = {"text": "text messages", "voice": "voice notes", "audio": "music"}


@serves(SendMessage)
def send_message(world: World, call: Call) -> dict[str, Any]:
    method: SendMessage = call.method
    content = text_content(world, method.text, method)
    if len(content["text"]) > MAX_TEXT:
        raise bad_request("message is too long")
    return send(world, call, content)


@serves(SendChatAction)
def send_chat_action(world: World, call: Call) -> bool:
    method: SendChatAction = call.method
    if method.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, method.chat_id)
    world.tell("typing", chat.id, action=method.action)
    return True


def send(world: World, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Put this content into the chat, with the reply markup and the quoted message of the call.

    The first field of `content` is its kind: `text`, `photo` and so on.
    """
    markup = parse_markup(call.markup)
    chat = target(world, call, content, markup)
    if replied := _replied(chat, call.method):
        content["reply_to_message"] = replied
    if call.method.protect_content is True:
        content["has_protected_content"] = True
    if markup is not None and markup.kind == "inline":
        content["reply_markup"] = markup.value
    else:
        _show_reply_markup(world, chat, markup)
    # A message sent with a reply keyboard (or its removal) can never be edited, nor a forward.
    editable = (markup is None or markup.kind == "inline") and "forward_origin" not in content
    return world.add_message(chat, content, sender=None, editable=editable)


def target(world: World, call: Call, content: dict[str, Any], markup: Markup | None = None) -> Chat:
    """The chat that the call names, if it takes such a message; 400 or 403 otherwise."""
    chat = writable_chat(world, call.method.chat_id)
    if isinstance(chat, Group):
        if chat.muted:
            kind = next(iter(content))
            what = _PLURALS.get(kind, f"{kind}s")
            raise bad_request(f"not enough rights to send {what} to the chat")
        if markup is not None:
            check_private_buttons(markup)
    return chat


def _show_reply_markup(world: World, chat: Chat, markup: Markup | None) -> None:
    if markup is None:
        return
    world.show_keyboard(chat, markup.value if markup.kind == "keyboard" else None)


def _replied(chat: Chat, method: Any) -> dict[str, Any] | None:
    # Forwarded messages and a few others cannot be replies.
    parameters = getattr(method, "reply_parameters", None)
    message_id = parameters.message_id if parameters else getattr(method, "reply_to_message_id", 0)
    if not message_id:
        return None
    stored = chat.messages.get(message_id)
    if stored is None:
        lenient = parameters.allow_sending_without_reply if parameters else None
        if lenient is True or method.allow_sending_without_reply is True:
            return None
        raise bad_request("message to be replied not found")
    return stored.quoted
