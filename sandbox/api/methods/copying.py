"""Copies and forwards of messages, one by one and many at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages

from sandbox.api.methods.base import caption_content, known_chat, serves
from sandbox.api.methods.sending import send, target
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.chats import Stored
from sandbox.world.files import FILE_KINDS
from sandbox.world.hearing import SERVICE
from sandbox.world.state import World

MAX_MESSAGES = 100

# What belongs to the message and not to what it says.
_ENVELOPE = frozenset(
    {
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_to_message",
        "reply_markup",
        "has_protected_content",
        "media_group_id",
        "forward_origin",
    }
)
_CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})

Content = dict[str, Any]


@serves(CopyMessage)
def copy_message(world: World, call: Call) -> dict[str, int]:
    content = _copied(_source(world, call, "copy"))
    # An empty caption takes the old one away.
    if "caption" in call.raw and not FILE_KINDS.keys().isdisjoint(content):
        content = _without_caption(content) | caption_content(world, call.method)
    return {"message_id": send(world, call, content)["message_id"]}


@serves(ForwardMessage)
def forward_message(world: World, call: Call) -> dict[str, Any]:
    return send(world, call, _forwarded(_source(world, call, "forward")))


@serves(CopyMessages)
def copy_messages(world: World, call: Call) -> list[dict[str, int]]:
    def content(stored: Stored) -> Content:
        copied = _copied(stored)
        return _without_caption(copied) if call.method.remove_caption else copied

    return _many(world, call, "copy", content)


@serves(ForwardMessages)
def forward_messages(world: World, call: Call) -> list[dict[str, int]]:
    return _many(world, call, "forward", _forwarded)


def _many(
    world: World, call: Call, what: str, content: Callable[[Stored], Content]
) -> list[dict[str, int]]:
    """Send those of the messages that are there and may leave; albums stay albums."""
    message_ids = call.method.message_ids
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MAX_MESSAGES:
        raise bad_request("too many message identifiers specified")
    if message_ids != sorted(set(message_ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    chat = known_chat(world, call.method.from_chat_id)
    found = [chat.messages[each] for each in message_ids if each in chat.messages]
    found = [stored for stored in found if _may_leave(stored)]
    target(world, call, {"text": None})
    if not found:
        raise bad_request(f"there are no messages to {what}")
    albums: dict[str, str] = {}
    sent = []
    for stored in found:
        shape = content(stored)
        if album := stored.message.get("media_group_id"):
            shape["media_group_id"] = albums.setdefault(album, str(secrets.randbits(53)))
        sent.append({"message_id": send(world, call, shape)["message_id"]})
    return sent


def _source(world: World, call: Call, what: str) -> Stored:
    stored = known_chat(world, call.method.from_chat_id).messages.get(call.method.message_id)
    if stored is None:
        raise bad_request(f"message to {what} not found")
    if not _may_leave(stored):
        verb = {"copy": "copied", "forward": "forwarded"}[what]
        raise bad_request(f"message can't be {verb}")
    return stored


def _may_leave(stored: Stored) -> bool:
    is_protected = stored.message.get("has_protected_content", False)
    return not is_protected and SERVICE.isdisjoint(stored.message)


def _copied(stored: Stored) -> Content:
    return {key: value for key, value in stored.message.items() if key not in _ENVELOPE}


def _without_caption(content: Content) -> Content:
    return {key: value for key, value in content.items() if key not in _CAPTION}


def _forwarded(stored: Stored) -> Content:
    message = stored.message
    origin = {"type": "user", "date": message["date"], "sender_user": message["from"]}
    return {**_copied(stored), "forward_origin": message.get("forward_origin", origin)}
