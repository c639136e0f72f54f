"""How people, groups, the bot and the clock look to those who watch the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world.chats import Group, PrivateChat
from sandbox.world.clock import MovableClock
from sandbox.world.state import World

if TYPE_CHECKING:
    from sandbox.box import Sandbox

_KNOWN = ("id", "first_name", "last_name", "username", "language_code")


def person_info(chat: PrivateChat) -> dict[str, Any]:
    """A person; `started`: the bot has met them."""
    info = {key: chat.user[key] for key in _KNOWN if key in chat.user}
    if chat.note is not None:
        info["note"] = chat.note
    return {**info, "started": chat.seen, "blocked": chat.blocked, "deleted": chat.deleted}


def group_info(group: Group) -> dict[str, Any]:
    """A group, the ids of its people, and what the bot is in it."""
    return {
        "id": group.id,
        "title": group.info["title"],
        "type": group.info["type"],
        "members": sorted(group.members),
        "bot_status": group.bot_status,
        "muted": group.muted,
        "deleted": group.deleted or group.successor is not None,
    }


def bot_info(world: World) -> dict[str, Any]:
    """The bot's card, in the language of those who have no translation."""
    return {
        "id": world.bot["id"],
        "first_name": world.texts.get(("name", "")) or world.bot["first_name"],
        "username": world.bot["username"],
        "description": world.texts.get(("description", ""), ""),
        "short_description": world.texts.get(("short_description", ""), ""),
    }


async def clock_info(box: Sandbox) -> dict[str, Any]:
    """The sandbox's time in Unix seconds; `moved`: seconds ahead of the machine's clock."""
    clock = box.world.clock
    movable = clock if isinstance(clock, MovableClock) else None
    ask = movable.next_due if movable is not None else None
    return {
        "now": clock(),
        "moved": movable.moved if movable is not None else 0.0,
        "movable": movable is not None,
        "next_due": await ask() if ask is not None else None,
        "zone": box.zone,
    }
