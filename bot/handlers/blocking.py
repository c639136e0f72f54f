"""People who block the bot, and come back."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated

from bot.context import Services


async def changed(event: ChatMemberUpdated, services: Services) -> None:
    """Remember whether the bot may write to this person."""
    blocked = event.new_chat_member.status == ChatMemberStatus.KICKED
    await services.outbox.blocked(event.chat.id, blocked=blocked)


def router() -> Router:
    """The handler of blocks; groups are none of the bot's business."""
    router = Router(name="blocking")
    router.my_chat_member.register(changed, F.chat.type == ChatType.PRIVATE)
    return router
