"""All slash commands: what each opens, who may, and which of them Telegram shows to whom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat
from aiogram_dialog import DialogManager

from bot import states
from bot.context import Services, ctx_of
from bot.l10n import LOCALES, L10n, Localizer
from content import Profile
from services.people import Person
from services.permissions import (
    ADMINISTER,
    ANSWER_REQUESTS,
    BROADCAST,
    DECIDE_TRANSFERS,
    FIND_PEOPLE,
    GRANT_ROLES,
    INVITE,
    MANAGE_EVENTS,
    MANAGE_SCHOOLS,
    MONITOR,
    OWN,
    SEE_AUDIT,
    SEE_INDICATORS,
    SEE_STATISTICS,
    Permission,
    Role,
)

log = structlog.get_logger(__name__)

MAX_ABOUT = 120  # characters of a short description that Telegram takes

Opener = Callable[[DialogManager], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, described by `command-<name>`; `section` is its place in the help."""

    name: str
    opener: Opener
    permission: Permission
    section: str


SECTIONS = ("own", "work", "installation")
COMMANDS = (
    Command("menu", states.open_menu, OWN, "own"),
    Command("assessment", states.open_assessment, OWN, "own"),
    Command("results", states.open_results, OWN, "own"),
    Command("events", states.open_events, OWN, "own"),
    Command("requests", states.open_requests, ANSWER_REQUESTS, "own"),
    Command("profile", states.open_profile, OWN, "own"),
    Command("subscriptions", states.open_subscriptions, OWN, "own"),
    Command("mydata", states.open_own_data, OWN, "own"),
    Command("queue", states.open_queue, DECIDE_TRANSFERS, "work"),
    Command("event_desk", states.open_event_desk, MANAGE_EVENTS, "work"),
    Command("broadcasts", states.open_broadcasts, BROADCAST, "work"),
    Command("monitoring", states.open_campaigns, MONITOR, "work"),
    Command("indicators", states.open_periods, SEE_INDICATORS, "work"),
    Command("people", states.open_directory, FIND_PEOPLE, "work"),
    Command("schools", states.open_schools, MANAGE_SCHOOLS, "work"),
    Command("roles", states.open_roles, GRANT_ROLES, "work"),
    Command("invite", states.open_invitations, INVITE, "work"),
    Command("stats", states.open_statistics, SEE_STATISTICS, "work"),
    Command("audit", states.open_audit, SEE_AUDIT, "installation"),
    Command("backup", states.open_backups, ADMINISTER, "installation"),
    Command("health", states.open_health, ADMINISTER, "installation"),
    Command("schedule", states.open_schedule, ADMINISTER, "installation"),
    Command("broadcast_status", states.open_outbox, ADMINISTER, "installation"),
    Command("maintenance", states.open_maintenance, ADMINISTER, "installation"),
    Command("content", states.open_content, ADMINISTER, "installation"),
    Command("language", states.open_language, OWN, "own"),
    Command("help", states.open_help, OWN, "own"),
    Command("forget", states.open_forget, OWN, "own"),
)


def commands_of(roles: Iterable[Role]) -> list[Command]:
    """What somebody with these roles may use; everybody may use what is their own."""
    held = {*roles, Role.TEACHER}
    return [command for command in COMMANDS if held & command.permission.roles]


async def publish_card(bot: Bot, localizer: Localizer, profile: Profile) -> None:
    """Tell Telegram commands and descriptions in each language; a failure is only logged."""
    try:
        for locale in LOCALES:
            code = None if locale == localizer.default else locale
            await bot.set_my_commands(_shown(localizer[locale], ()), language_code=code)
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


async def show_commands(_data: Any, manager: DialogManager) -> None:
    """See to it, behind the screen, that Telegram shows the commands of the acting person."""
    ctx = ctx_of(manager)
    if ctx.person is None:
        return
    telegram_speaks = ctx.user.language_code
    shown = telegram_speaks if telegram_speaks in LOCALES else ctx.localizer.default
    bot: Bot = manager.middleware_data["bot"]
    own_language = ctx.person.locale != shown
    ctx.background.run(
        bring_up_to_date(bot, ctx.services, ctx.localizer, ctx.person, own_language=own_language)
    )


async def bring_up_to_date(
    bot: Bot,
    services: Services,
    localizer: Localizer,
    person: Person,
    *,
    own_language: bool = False,
) -> None:
    """Change the list in somebody's chat if roles or language ask for another than is shown.

    Who has no role keeps to the lists of all, unless the person speaks another language with the
    bot than with Telegram: `own_language`. A failure is only logged; the next time tries again.
    """
    roles = await services.shown_commands.roles(person.id)
    wanted = _shown(localizer[person.locale], roles)
    special = own_language or len(wanted) > len(commands_of(()))
    digest = _digest(wanted) if special else None
    if digest == person.commands:
        return
    if await _put(bot, person.telegram_id, wanted if special else None):
        await services.shown_commands.published(person.id, digest)


def hide_commands(manager: DialogManager, person: Person) -> None:
    """Somebody is being forgotten: the chat goes back to the commands of everybody."""
    if person.commands is not None:
        bot: Bot = manager.middleware_data["bot"]
        ctx_of(manager).background.run(_hide(bot, person.telegram_id))


async def _hide(bot: Bot, chat_id: int) -> None:
    await _put(bot, chat_id, None)


async def _put(bot: Bot, chat_id: int, commands: list[BotCommand] | None) -> bool:
    """The list of one chat, or none of its own; whether Telegram took it."""
    scope = BotCommandScopeChat(chat_id=chat_id)
    try:
        if commands is None:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands(commands, scope=scope)
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("the commands of a chat are not published", error=type(error).__name__)
        return False
    return True


def _shown(l10n: L10n, roles: Iterable[Role]) -> list[BotCommand]:
    return [
        BotCommand(command=command.name, description=l10n.plain(f"command-{command.name}"))
        for command in commands_of(roles)
    ]


def _digest(commands: list[BotCommand]) -> str:
    """Changes with everything that is shown."""
    return f"{crc32(repr([(one.command, one.description) for one in commands]).encode()):08x}"
