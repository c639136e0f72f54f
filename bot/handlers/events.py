"""Coming to an event from outside: the button of an announcement, a shared link."""

from __future__ import annotations

from typing import Any

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager

from bot import states
from bot.broadcasts import Register
from bot.context import Ctx
from bot.event_links import PREFIX, event_of_link
from bot.event_words import begins_words
from bot.handlers.consent import greet
from bot.handlers.entering import is_ready, open_for, sign_up_first
from bot.handlers.notices import beside
from bot.notices import Go
from bot.screens import answer, change_button
from services.errors import Refusal
from services.events.places import Placed


async def register(
    callback: CallbackQuery,
    callback_data: Register,
    ctx: Ctx,
    dialog_manager: DialogManager,
    **_: Any,
) -> None:
    """Take a place by the button of an announcement. No screen is touched: whoever is in the
    middle of a form goes on with it."""
    event_id = callback_data.event_id
    try:
        placed = await ctx.services.events.places.register(ctx.me.id, event_id)
    except Refusal as refusal:
        await _refuse(callback, refusal, ctx, dialog_manager, event_id)
        return
    await answer(callback, _outcome(ctx, placed), alert=True)
    mine = InlineKeyboardButton(text=_label(ctx, placed), callback_data=_card(event_id))
    await change_button(callback, callback_data.pack(), mine)


def _outcome(ctx: Ctx, placed: Placed) -> str:
    if placed.waits:
        return ctx.l10n.plain("event-placed-waiting", number=placed.number)
    return ctx.l10n.plain("event-placed")


def _label(ctx: Ctx, placed: Placed) -> str:
    if placed.waits:
        return ctx.l10n.plain("event-waiting-button", number=placed.number)
    return ctx.l10n.plain("event-registered-button")


def _card(event_id: int) -> str:
    return Go(what="event", id=event_id).pack()


async def _refuse(
    callback: CallbackQuery, why: Refusal, ctx: Ctx, manager: DialogManager, event_id: int
) -> None:
    """Say why not. Who has yet to sign up and stands nowhere is led there, and on to the event."""
    text = ctx.l10n.plain(f"refusal-{why.reason}", **why.facts)
    await answer(callback, text, alert=True)
    if why.reason == "signup-needed" and not manager.has_context():
        with beside(callback, manager):
            await sign_up_first(ctx, manager, asked=False, event_id=event_id)


async def come(
    message: Message, command: CommandObject, ctx: Ctx, dialog_manager: DialogManager, **_: Any
) -> None:
    """Open the card of an event by its link; who is new agrees and signs up first."""
    event_id = event_of_link(command.args or "")
    if event_id is None:
        await open_for(message, ctx, dialog_manager, states.open_menu)
        return
    try:
        event = await ctx.services.events.calendar.offered(event_id)
    except Refusal as refusal:
        await message.answer(ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts))
        await open_for(message, ctx, dialog_manager, states.open_menu)
        return
    if is_ready(ctx):
        await states.open_event(dialog_manager, event_id)
        return
    clock = ctx.services.clock
    when = begins_words(ctx.l10n, event, clock.zone, clock.now())
    await message.answer(ctx.l10n("event-link-offered", title=event.title, when=when))
    await _first(message, ctx, dialog_manager, event_id)


async def _first(message: Message, ctx: Ctx, manager: DialogManager, event_id: int) -> None:
    """Consent and sign-up, with the event to come to afterwards."""
    if ctx.services.people.consented(ctx.person):
        await sign_up_first(ctx, manager, asked=False, event_id=event_id)
        return
    await manager.reset_stack()
    await greet(message, ctx, f"{PREFIX}{event_id}")


def router() -> Router:
    """The handlers of events; other parameters of /start are none of its business."""
    router = Router(name="events")
    link = CommandStart(deep_link=True, magic=F.args.startswith(PREFIX))
    router.message.register(come, link)
    router.callback_query.register(register, Register.filter())
    return router
