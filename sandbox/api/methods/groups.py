"""Who is in a chat; leaving a group."""

from __future__ import annotations

from typing import Any

from aiogram.methods import GetChatAdministrators, GetChatMember, GetChatMemberCount, LeaveChat

from sandbox.api.methods.base import known_chat, serves, writable_chat
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.chats import Chat, Group, member
from sandbox.world.state import World


@serves(GetChatMember)
def get_chat_member(world: World, call: Call) -> dict[str, Any]:
    chat = _with_members(world, call)
    user_id = call.method.user_id
    user = world.bot if user_id == world.bot["id"] else world.user(user_id)
    if user is None or (not isinstance(chat, Group) and user_id not in (chat.id, world.bot["id"])):
        raise bad_request("member not found")
    return member(user, _status(world, chat, user_id))


@serves(GetChatAdministrators)
def get_chat_administrators(world: World, call: Call) -> list[dict[str, Any]]:
    chat = _with_members(world, call)
    if not isinstance(chat, Group):
        raise bad_request("there are no administrators in the private chat")
    owner = world.person(chat.owner)
    return [member(owner.user, "creator")] if owner and chat.owner in chat.members else []


@serves(GetChatMemberCount)
def get_chat_member_count(world: World, call: Call) -> int:
    chat = _with_members(world, call)
    return len(chat.members) + 1 if isinstance(chat, Group) else 2


@serves(LeaveChat)
def leave_chat(world: World, call: Call) -> bool:
    chat = known_chat(world, call.method.chat_id)
    if not isinstance(chat, Group):
        raise bad_request("chat can't be left")
    if chat.has_bot:
        chat.bot_status = "left"
        world.add_message(chat, {"left_chat_member": world.bot}, sender=None, editable=False)
        world.tell("group", chat.id)
    return True


def _with_members(world: World, call: Call) -> Chat:
    """A group shows its members only while the bot is in it."""
    chat = known_chat(world, call.method.chat_id)
    return writable_chat(world, chat.id) if isinstance(chat, Group) else chat


def _status(world: World, chat: Chat, user_id: int) -> str:
    if not isinstance(chat, Group):
        return "member"
    if user_id == world.bot["id"]:
        return chat.bot_status
    if user_id not in chat.members:
        return "left"
    return "creator" if user_id == chat.owner else "member"
