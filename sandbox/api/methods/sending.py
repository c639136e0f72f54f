"""sendMessage, sendPhoto, sendDocument, sendChatAction."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ChatAction
from aiogram.methods import SendChatAction, SendDocument, SendMessage, SendPhoto

from sandbox.api.keyboards import Markup, parse_markup
from sandbox.api.methods.base import caption_content, serves, text_content, writable_chat
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.text.entities import MAX_TEXT
from sandbox.world.files import StoredFile
from sandbox.world.state import Chat, World

_ACTIONS = frozenset(ChatAction) | {"record_audio", "upload_audio", "cancel"}


@serves(SendMessage)
def send_message(world: World, call: Call) -> dict[str, Any]:
    method: SendMessage = call.method
    content = text_content(world, method.text, method)
    if len(content["text"]) > MAX_TEXT:
        raise bad_request("message is too long")
    return _send(world, call, content)


@serves(SendPhoto)
def send_photo(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "Photo", call.method.photo)


@serves(SendDocument)
def send_document(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "Document", call.method.document)


@serves(SendChatAction)
def send_chat_action(world: World, call: Call) -> bool:
    method: SendChatAction = call.method
    if method.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, method.chat_id)
    world.tell("typing", chat.id, action=method.action)
    return True


def file_content(world: World, call: Call, kind: str, value: Any) -> dict[str, Any]:
    """`photo` or `document` of a message, from an upload or an earlier file_id."""
    return {kind.lower(): _stored(world, call, kind, value).shape}


def _stored(world: World, call: Call, kind: str, value: Any) -> StoredFile:
    if not value:
        raise bad_request(f"there is no {kind.lower()} in the request")
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind.lower()} in the request")
        add = world.files.add_photo if kind == "Photo" else world.files.add_document
        return add(upload)
    if value.startswith(("http://", "https://")):
        # The sandbox stays on this machine and downloads nothing.
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.by_id(value)
    if stored is None:
        reason = "can't unserialize it. Wrong last symbol"
        raise bad_request(f"wrong remote file identifier specified: {reason}")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind} as {kind}")
    return stored


def _send_file(world: World, call: Call, kind: str, value: Any) -> dict[str, Any]:
    content = {**file_content(world, call, kind, value), **caption_content(world, call.method)}
    if getattr(call.method, "has_spoiler", None):
        content["has_media_spoiler"] = True
    return _send(world, call, content)


def _send(world: World, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    markup = parse_markup(call.markup)
    chat = writable_chat(world, call.method.chat_id)
    if replied := _replied(chat, call.method):
        content["reply_to_message"] = replied
    if call.method.protect_content is True:
        content["has_protected_content"] = True
    if markup is not None and markup.kind == "inline":
        content["reply_markup"] = markup.value
    else:
        _show_reply_markup(world, chat, markup)
    # A message sent with a reply keyboard (or its removal) can never be edited.
    editable = markup is None or markup.kind == "inline"
    return world.add_message(chat, content, sender=None, editable=editable)


def _show_reply_markup(world: World, chat: Chat, markup: Markup | None) -> None:
    if markup is None:
        return
    world.show_keyboard(chat, markup.value if markup.kind == "keyboard" else None)


def _replied(chat: Chat, method: Any) -> dict[str, Any] | None:
    parameters = method.reply_parameters
    message_id = parameters.message_id if parameters else method.reply_to_message_id
    if not message_id:
        return None
    stored = chat.messages.get(message_id)
    if stored is None:
        lenient = parameters.allow_sending_without_reply if parameters else None
        if lenient is True or method.allow_sending_without_reply is True:
            return None
        raise bad_request("message to be replied not found")
    # The quoted message comes without what it replied to itself.
    return {key: value for key, value in stored.message.items() if key != "reply_to_message"}
