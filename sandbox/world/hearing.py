"""What a bot is told of a group while its privacy mode is on, as it is for every new bot."""

from __future__ import annotations

import re

from sandbox.world.chats import Group, Message
from sandbox.world.state import World

# Messages that the app writes itself: who came and went, what became of the group.
SERVICE = frozenset(
    {"new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"}
)

_COMMAND = re.compile(r"/\w{1,64}(?:@(\w+))?(?!\S)")


def hears(world: World, group: Group, message: Message) -> bool:
    """Whether the bot gets this message: commands for it, replies to it, service messages."""
    if not group.has_bot:
        return False
    replied = message.get("reply_to_message")
    if replied is not None and replied["from"]["id"] == world.bot["id"]:
        return True
    if command := _COMMAND.match(message.get("text", "")):
        # There is no other bot here, so a command without a name is for this one.
        name = command.group(1)
        return name is None or name.lower() == world.bot["username"].lower()
    return not SERVICE.isdisjoint(message)
