"""getChat, pins and files."""

from __future__ import annotations

from typing import Any

from aiogram.methods import (
    GetChat,
    GetFile,
    PinChatMessage,
    UnpinAllChatMessages,
    UnpinChatMessage,
)

from sandbox.api.methods.base import editable_chat, known_chat, serves
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.files import MAX_DOWNLOAD, is_file_id
from sandbox.world.state import World

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


@serves(GetChat)
def get_chat(world: World, call: Call) -> dict[str, Any]:
    chat = known_chat(world, call.method.chat_id)
    full = {
        **chat.info,
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, True),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].message
    return full


@serves(PinChatMessage)
def pin_message(world: World, call: Call) -> bool:
    chat = editable_chat(world, call.method.chat_id)
    message_id = call.method.message_id
    if message_id not in chat.messages:
        raise bad_request("message to pin not found")
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    chat.pinned.append(message_id)
    world.tell("pinned", chat.id, pinned=list(chat.pinned))
    return True


@serves(UnpinChatMessage)
def unpin_message(world: World, call: Call) -> bool:
    chat = editable_chat(world, call.method.chat_id)
    message_id = call.method.message_id or (chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    world.tell("pinned", chat.id, pinned=list(chat.pinned))
    return True


@serves(UnpinAllChatMessages)
def unpin_all(world: World, call: Call) -> bool:
    chat = editable_chat(world, call.method.chat_id)
    chat.pinned.clear()
    world.tell("pinned", chat.id, pinned=list(chat.pinned))
    return True


@serves(GetFile)
def get_file(world: World, call: Call) -> dict[str, Any]:
    file_id = call.method.file_id
    stored = world.files.by_id(file_id)
    if stored is None:
        gone = "wrong file_id or the file is temporarily unavailable"
        raise bad_request(gone if is_file_id(file_id) else "invalid file_id")
    if len(stored.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    sizes = stored.shape if isinstance(stored.shape, list) else [stored.shape]
    size = next(size for size in sizes if size["file_id"] == file_id)
    return {
        "file_id": file_id,
        "file_unique_id": size["file_unique_id"],
        "file_size": len(stored.data),
        "file_path": stored.path,
    }
