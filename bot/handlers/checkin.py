"""Coming to an event by its link: on paper, on a screen, or in a message."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot import states
from bot.checkin import PREFIX, Here, arrival_text, check_in, here_button
from bot.context import Ctx
from bot.handlers.consent import greet
from bot.handlers.entering import is_ready, sign_up_first
from bot.screens import answer, edit
from services.errors import Refusal


async def come(
    message: Message, command: CommandObject, ctx: Ctx, dialog_manager: DialogManager, **_: Any
) -> None:
    """Check in; who is new agrees and signs up first. Nobody loses a form in progress."""
    token = (command.args or "").removeprefix(PREFIX)
    if not is_ready(ctx):
        await _first(message, ctx, token, dialog_manager)
        return
    await message.answer(await check_in(ctx, token))
    if dialog_manager.has_context():
        await dialog_manager.show()
    else:
        await states.open_menu(dialog_manager)


async def _first(message: Message, ctx: Ctx, token: str, manager: DialogManager) -> None:
    """Nothing is stored of a stranger: the token goes on in the buttons of the greeting, and in
    one of its own for whoever leaves the way."""
    here = None
    try:
        arrival = await ctx.services.events.attendance.look(token)
        here = token if arrival.outcome == "open" else None
        button = here_button(ctx, token) if here else None
        await message.answer(arrival_text(ctx, arrival), reply_markup=button)
    except Refusal as refusal:
        await message.answer(ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts))
    if ctx.services.people.consented(ctx.person):
        await sign_up_first(ctx, manager, asked=False, here=here)
        return
    await manager.reset_stack()
    await greet(message, ctx, f"{PREFIX}{here}" if here else "")


async def press(callback: CallbackQuery, callback_data: Here, ctx: Ctx, **_: Any) -> None:
    """The same by a button, once sign-up is done; the button goes with the answer."""
    if not is_ready(ctx):
        await answer(callback, ctx.l10n.plain("refusal-checkin-signup"), alert=True)
        return
    try:
        token = callback_data.token
        arrival = await ctx.services.events.attendance.check_in_by_link(ctx.me.id, token)
    except Refusal as refusal:
        text = ctx.l10n.plain(f"refusal-{refusal.reason}", **refusal.facts)
        await answer(callback, text, alert=True)
        return
    await edit(callback, arrival_text(ctx, arrival), None)
    await answer(callback, arrival_text(ctx, arrival, markup=False), alert=True)


def router() -> Router:
    """The handlers of check-in links; other parameters of /start are none of its business."""
    router = Router(name="checkin")
    link = CommandStart(deep_link=True, magic=F.args.startswith(PREFIX))
    router.message.register(come, link)
    router.callback_query.register(press, Here.filter())
    return router
