"""What people do with groups: make them, let the bot in and out, turn them into supergroups."""

from __future__ import annotations

from sandbox.people.account import Account, Impossible
from sandbox.world.chats import Group, member
from sandbox.world.state import World


def add_bot(by: Account, group: Group) -> None:
    """A member lets the bot in. Raises `Impossible` if it is there already."""
    by.check_member(group)
    if group.has_bot:
        raise Impossible(f"the bot is in the group {group.info['title']} already")
    group.seen = True
    _change_bot(by, group, "member", "member")
    by.post({"new_chat_members": [by.world.bot]}, group)


def remove_bot(by: Account, group: Group) -> None:
    """A member throws the bot out. Raises `Impossible` if it is not there."""
    by.check_member(group)
    if not group.has_bot:
        raise Impossible(f"the bot is not in the group {group.info['title']}")
    is_basic = group.info["type"] == "group"
    message = by.world.add_message(group, {"left_chat_member": by.world.bot}, sender=by.chat.user)
    # A basic group tells the bot that it has left, though it may not come back by itself.
    _change_bot(by, group, "kicked", "left" if is_basic else "kicked")
    if is_basic:
        by.queue("message", message)


def upgrade(by: Account, group: Group) -> Group:
    """Turn a group into a supergroup under a new id; return it.

    Raises `Impossible` if it is one already.
    """
    by.check_member(group)
    if group.info["type"] != "group":
        raise Impossible(f"{group.info['title']} is a supergroup already")
    world = by.world
    others = [user_id for user_id in sorted(group.members) if user_id != group.owner]
    successor = world.add_group(group.info["title"], [group.owner, *others], "supergroup")
    successor.seen, successor.bot_status = group.seen, group.bot_status
    by.post({"migrate_to_chat_id": successor.id}, group)
    by.post({"migrate_from_chat_id": group.id}, successor)
    group.successor = successor.id
    world.tell("group", group.id)
    world.tell("group", successor.id)
    return successor


def delete(world: World, group: Group) -> None:
    """The group is no more. The bot hears of it when it writes."""
    if group.info["type"] == "supergroup" and group.has_bot:
        # Of a supergroup the bot learns only that it is out.
        group.bot_status = "kicked"
    group.deleted = True
    world.tell("group", group.id)


def _change_bot(by: Account, group: Group, status: str, told: str) -> None:
    """Note what the bot is in the group now, and tell it so."""
    old = member(by.world.bot, group.bot_status)
    group.bot_status = status
    by.chat.met = True
    change = {
        "chat": group.info,
        "from": by.chat.user,
        "date": by.world.now(),
        "old_chat_member": old,
        "new_chat_member": member(by.world.bot, told),
    }
    by.queue("my_chat_member", change)
    by.world.tell("group", group.id)
