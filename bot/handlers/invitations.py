"""Coming by the link of an invitation."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot import states
from bot.context import Ctx
from bot.handlers.consent import greet
from bot.handlers.entering import open_for
from bot.invitations import PREFIX, accept, offer_title, refusal_text
from services.errors import Refusal


async def come(
    message: Message, command: CommandObject, ctx: Ctx, dialog_manager: DialogManager, **_: Any
) -> None:
    """Take the invitation, or lead to the consent with it first."""
    token = (command.args or "").removeprefix(PREFIX)
    if not ctx.services.people.consented(ctx.person):
        await dialog_manager.reset_stack()
        await _welcome(message, ctx, token)
        return
    await message.answer(await accept(ctx, token))
    ctx = await ctx.refreshed()
    dialog_manager.middleware_data["ctx"] = ctx
    await open_for(message, ctx, dialog_manager, states.open_menu)


async def _welcome(message: Message, ctx: Ctx, token: str) -> None:
    """Without consent nothing is stored: the token goes on in the buttons of the greeting."""
    try:
        offer = await ctx.services.invitations.look(token)
    except Refusal as refusal:
        await message.answer(refusal_text(ctx, refusal))
        await greet(message, ctx)
        return
    await message.answer(ctx.l10n("invitation-offered", role=offer_title(ctx, offer)))
    await greet(message, ctx, token)


def router() -> Router:
    """The handler of invitation links; other parameters of /start are none of its business."""
    router = Router(name="invitations")
    link = CommandStart(deep_link=True, magic=F.args.startswith(PREFIX))
    router.message.register(come, link)
    return router
