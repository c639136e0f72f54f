"""The bot's commands, kept by scope and language; which of them a chat offers."""

from __future__ import annotations

import json
from typing import Any

from sandbox.world.chats import Chat, PrivateChat
from sandbox.world.state import World


def scope_key(shape: dict[str, Any]) -> str:
    """A scope as a dictionary key."""
    return json.dumps(shape, sort_keys=True, default=str)


def commands_for(world: World, chat: Chat) -> list[dict[str, Any]]:
    """The commands that Telegram offers in this chat: the narrowest scope that has any."""
    kind = "all_private_chats" if isinstance(chat, PrivateChat) else "all_group_chats"
    scopes: list[dict[str, Any]] = [
        {"type": "chat", "chat_id": chat.id},
        {"type": kind},
        {"type": "default"},
    ]
    keys = ((scope_key(scope), code) for scope in scopes for code in (chat.language, ""))
    return next((world.commands[key] for key in keys if key in world.commands), [])
