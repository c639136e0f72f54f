"""Editing and deleting of messages."""

from __future__ import annotations

import json
from typing import Any

from aiogram.methods import (
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)

from sandbox.api.keyboards import parse_inline
from sandbox.api.methods.base import caption_content, editable_chat, serves, text_content
from sandbox.api.methods.media import media_content
from sandbox.api.params import Call
from sandbox.errors import NOT_MODIFIED, bad_request
from sandbox.text.entities import MAX_TEXT
from sandbox.world.chats import Chat, Group, Stored
from sandbox.world.files import FILE_KINDS
from sandbox.world.state import World

DELETE_WITHIN = 48 * 3600
MAX_DELETED = 100

_CAPTIONED = FILE_KINDS.keys() - {"sticker"}
_CONTENT = frozenset(
    {
        "text",
        "entities",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
        "link_preview_options",
        *_CAPTIONED,
    }
)


@serves(EditMessageText)
def edit_text(world: World, call: Call) -> dict[str, Any]:
    content = text_content(world, call.method.text or "", call.method)
    if len(content["text"]) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    markup = parse_inline(call.markup)
    chat, stored = _own_message(world, call)
    if "text" not in stored.message:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, chat, stored.message, content, markup)


@serves(EditMessageCaption)
def edit_caption(world: World, call: Call) -> dict[str, Any]:
    content = caption_content(world, call.method)
    markup = parse_inline(call.markup)
    chat, stored = _own_message(world, call)
    if stored.message.keys().isdisjoint(_CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    media = {key: value for key, value in stored.message.items() if key in _CAPTIONED}
    return _edit(world, chat, stored.message, {**media, **content}, markup)


@serves(EditMessageMedia)
def edit_media(world: World, call: Call) -> dict[str, Any]:
    media = call.method.media
    content = {**media_content(world, call, media), **caption_content(world, media)}
    markup = parse_inline(call.markup)
    chat, stored = _own_message(world, call)
    if stored.message.keys().isdisjoint(("text", *_CAPTIONED)):
        raise bad_request("there is no media in the message to edit")
    return _edit(world, chat, stored.message, content, markup)


@serves(EditMessageReplyMarkup)
def edit_markup(world: World, call: Call) -> dict[str, Any]:
    markup = parse_inline(call.markup)
    chat, stored = _own_message(world, call)
    content = {key: value for key, value in stored.message.items() if key in _CONTENT}
    return _edit(world, chat, stored.message, content, markup)


@serves(DeleteMessage)
def delete_message(world: World, call: Call) -> bool:
    chat = editable_chat(world, call.method.chat_id)
    stored = chat.messages.get(call.method.message_id)
    if stored is None:
        raise bad_request("message to delete not found")
    _delete(world, chat, [stored])
    return True


@serves(DeleteMessages)
def delete_messages(world: World, call: Call) -> bool:
    message_ids = call.method.message_ids
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    chat = editable_chat(world, call.method.chat_id)
    _delete(world, chat, [chat.messages[each] for each in message_ids if each in chat.messages])
    return True


def _own_message(world: World, call: Call) -> tuple[Chat, Stored]:
    method = call.method
    if method.inline_message_id:
        raise bad_request("MESSAGE_ID_INVALID")
    if method.chat_id is None and not method.message_id:
        raise bad_request("message identifier is not specified")
    chat = editable_chat(world, method.chat_id)
    stored = chat.messages.get(method.message_id)
    if stored is None:
        raise bad_request("message to edit not found")
    if not (stored.outgoing and stored.editable):
        raise bad_request("message can't be edited")
    return chat, stored


def _edit(
    world: World,
    chat: Chat,
    old: dict[str, Any],
    content: dict[str, Any],
    markup: dict[str, Any] | None,
) -> dict[str, Any]:
    message = {key: value for key, value in old.items() if key not in _CONTENT}
    message.pop("reply_markup", None)
    message.update(content)
    if markup is not None:
        message["reply_markup"] = markup
    if _looks_same(old, message):
        raise bad_request(NOT_MODIFIED)
    message["edit_date"] = world.now()
    return world.edit_message(chat, message)


def _looks_same(old: dict[str, Any], new: dict[str, Any]) -> bool:
    if old.get("reply_markup") != new.get("reply_markup"):
        return False
    shown = [key for key in _CONTENT if key in old or key in new]
    return all(_identity(old.get(key)) == _identity(new.get(key)) for key in shown)


def _identity(value: Any) -> Any:
    """The same bytes uploaded again are the same file, though under another file_id."""
    if isinstance(value, list) and value and "file_unique_id" in value[0]:
        return [size["file_unique_id"] for size in value]
    if isinstance(value, dict) and "file_unique_id" in value:
        return value["file_unique_id"], value.get("file_name")
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else value


def _delete(world: World, chat: Chat, doomed: list[Stored]) -> None:
    if isinstance(chat, Group) and not all(stored.outgoing for stored in doomed):
        raise bad_request("message can't be deleted")
    if any(world.clock() - stored.message["date"] > DELETE_WITHIN for stored in doomed):
        raise bad_request("message can't be deleted for everyone")
    for stored in doomed:
        world.forget(chat, stored.message["message_id"])
