"""Slash commands: those of the table, and words that look like one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from aiogram import Router
from aiogram.filters import Command as CommandFilter
from aiogram.filters import CommandObject
from aiogram.types import Message
from aiogram_dialog import DialogManager
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot import states
from bot.commands import COMMANDS, Command, Opener, commands_of, show_commands
from bot.context import Ctx
from bot.handlers.entering import check_role, is_ready, open_for
from services.fields import NAME_LIMIT, plain

_BY_NAME = {command.name: command for command in COMMANDS}
_BY_NAME["start"] = _BY_NAME["menu"]
_ANY = re.compile(r"\w{1,32}\Z")
_ALIKE = 0.6  # so much of a mistyped command must be right


async def on_command(
    message: Message, command: CommandObject, ctx: Ctx, dialog_manager: DialogManager, **_: Any
) -> None:
    """Open what the command is for, if this person may use it."""
    known = _BY_NAME.get(command.command.lower())
    if known is None:
        await _not_known(message, command.command, ctx, dialog_manager)
        return
    await check_role(ctx, known.permission)
    await open_for(message, ctx, dialog_manager, _with_argument(known, command.args))
    if known.opener is not states.open_menu:  # the menu sees to it itself
        await show_commands(None, dialog_manager)


def _with_argument(command: Command, argument: str | None) -> Opener:
    """What it opens; a name behind `/people` is looked for at once."""
    if command.opener is not states.open_directory or not argument:
        return command.opener
    name = plain(argument)[:NAME_LIMIT]

    async def search(manager: DialogManager) -> None:
        await states.open_directory(manager, name)

    return search


async def _not_known(message: Message, name: str, ctx: Ctx, manager: DialogManager) -> None:
    """Say so, with the command that was probably meant; nobody loses the present screen."""
    if is_ready(ctx):
        roles = await ctx.services.shown_commands.roles(ctx.me.id)
        await message.answer(_hint(ctx, name, [one.name for one in commands_of(roles)]))
    if manager.has_context():
        await manager.show()
    else:
        await open_for(message, ctx, manager, states.open_menu)


def _hint(ctx: Ctx, name: str, names: Collection[str]) -> str:
    found = process.extractOne(
        name.lower(), names, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_ALIKE
    )
    if found is None:
        return ctx.l10n("command-not-known", command=name)
    return ctx.l10n("command-not-known-like", command=name, like=found[0])


def router() -> Router:
    """The handler of all commands."""
    router = Router(name="commands")
    router.message.register(on_command, CommandFilter(_ANY))
    return router
