"""Slash commands. Each opens a screen; without consent or sign-up it leads there first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandStart
from aiogram.types import BotCommand, Message
from aiogram_dialog import DialogManager

from bot import states
from bot.context import PROBLEM, Ctx
from bot.handlers.consent import greet
from bot.l10n import LOCALES, Localizer
from content import Profile
from services.errors import Refusal

log = structlog.get_logger(__name__)

MAX_ABOUT = 120  # characters of a short description that Telegram takes

Opener = Callable[[DialogManager], Awaitable[None]]

OPENERS: dict[str, Opener] = {
    "start": states.open_menu,
    "menu": states.open_menu,
    "assessment": states.open_assessment,
    "results": states.open_results,
    "profile": states.open_profile,
    "language": states.open_language,
    "help": states.open_help,
    "forget": states.open_forget,
}


async def open_for(message: Message, ctx: Ctx, manager: DialogManager, opener: Opener) -> None:
    """Open a screen for somebody who may see it; others first agree and sign up."""
    people = ctx.services.people
    if ctx.person is not None and opener is states.open_forget:
        await opener(manager)
    elif not people.consented(ctx.person):
        await manager.reset_stack()
        await greet(message, ctx)
    elif ctx.me.registered_at is None:
        card = await people.card(ctx.me.id)
        if not (message.text or "").startswith("/start"):
            manager.middleware_data[PROBLEM] = Refusal("signup-needed")
        await states.open_signup(manager, card.next_step)
    else:
        await opener(manager)


def router() -> Router:
    """Handlers of the commands."""
    router = Router(name="commands")
    for name, opener in OPENERS.items():
        kind = CommandStart() if name == "start" else Command(name)
        router.message.register(_handler(opener), kind)
    return router


def _handler(opener: Opener) -> Callable[..., Awaitable[None]]:
    async def handle(message: Message, ctx: Ctx, dialog_manager: DialogManager, **_: Any) -> None:
        await open_for(message, ctx, dialog_manager, opener)

    return handle


async def publish_card(bot: Bot, localizer: Localizer, profile: Profile) -> None:
    """Tell Telegram commands and descriptions in each language; a failure is only logged."""
    try:
        for locale in LOCALES:
            l10n = localizer[locale]
            commands = [
                BotCommand(command=name, description=l10n.plain(f"command-{name}"))
                for name in OPENERS
                if name != "start"
            ]
            code = None if locale == localizer.default else locale
            await bot.set_my_commands(commands, language_code=code)
        # Texts after the commands: Telegram lets them be changed only now and then.
        for locale in LOCALES:
            l10n, service = localizer[locale], profile.bot_name.get(locale)
            code = None if locale == localizer.default else locale
            description = l10n.plain("card-description", service=service)
            await bot.set_my_description(description, language_code=code)
            about = l10n.plain("card-about", service=service)[:MAX_ABOUT]
            await bot.set_my_short_description(about, language_code=code)
    except TelegramAPIError as error:
        log.warning("the bot's card is not published", error=str(error))
