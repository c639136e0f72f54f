"""The bot's own card: getMe, commands, name and descriptions, menu button."""

from __future__ import annotations

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)

from sandbox.api.methods.base import known_chat, serves
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.commands import scope_key
from sandbox.world.state import World

MAX_COMMANDS = 100
MAX_COMMAND = 32
MAX_COMMAND_DESCRIPTION = 256

_COMMAND = re.compile("[a-z0-9_]+")
_LANGUAGE = re.compile("[a-z]{2}")
_CAPABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


@serves(GetMe)
def get_me(world: World, call: Call) -> dict[str, Any]:
    return {**world.bot, **_CAPABILITIES}


@serves(SetMyCommands)
def set_commands(world: World, call: Call) -> bool:
    commands = [_command(shape.command, shape.description) for shape in call.method.commands]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _place(call)
    if commands:
        world.commands[key] = commands
    else:
        world.commands.pop(key, None)
    world.tell("bot")
    return True


@serves(GetMyCommands)
def get_commands(world: World, call: Call) -> list[dict[str, Any]]:
    return world.commands.get(_place(call), [])


@serves(DeleteMyCommands)
def delete_commands(world: World, call: Call) -> bool:
    world.commands.pop(_place(call), None)
    world.tell("bot")
    return True


def _command(command: str, description: str) -> dict[str, Any]:
    command, description = command.strip().removeprefix("/"), description.strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > MAX_COMMAND:
        raise bad_request(f"command length must not exceed {MAX_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > MAX_COMMAND_DESCRIPTION:
        limit = MAX_COMMAND_DESCRIPTION
        raise bad_request(f"command description length must not exceed {limit}")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _place(call: Call) -> tuple[str, str]:
    """Scope and language under which commands are kept; they never mix."""
    scope = call.method.scope
    shape = scope.model_dump(exclude_none=True) if scope is not None else {"type": "default"}
    return scope_key(shape), _language(call)


def _language(call: Call) -> str:
    code = call.method.language_code or ""
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _serve_text(setter: Any, getter: Any, field: str, limit: int, too_long: str) -> None:
    @serves(setter)
    def set_text(world: World, call: Call) -> bool:
        text = getattr(call.method, field) or ""
        if len(text) > limit:
            raise bad_request(too_long)
        key = field, _language(call)
        if text:
            world.texts[key] = text
        else:
            world.texts.pop(key, None)
        world.tell("bot")
        return True

    @serves(getter)
    def get_text(world: World, call: Call) -> dict[str, str]:
        # An untranslated text falls back to the one for all languages.
        fallback = world.bot["first_name"] if field == "name" else ""
        text = world.texts.get((field, _language(call))) or world.texts.get((field, ""))
        return {field: text or fallback}


_serve_text(SetMyName, GetMyName, "name", 64, "BOT_TITLE_INVALID")
_serve_text(SetMyDescription, GetMyDescription, "description", 512, "BOT_DESCRIPTION_INVALID")
_serve_text(
    SetMyShortDescription, GetMyShortDescription, "short_description", 120, "BOT_ABOUT_INVALID"
)


@serves(SetChatMenuButton)
def set_menu_button(world: World, call: Call) -> bool:
    button = call.method.menu_button
    shape = button.model_dump(exclude_none=True, mode="json") if button is not None else None
    if call.method.chat_id is None:
        world.menu_button = shape
    else:
        known_chat(world, call.method.chat_id).menu_button = shape
    world.tell("bot")
    return True


@serves(GetChatMenuButton)
def get_menu_button(world: World, call: Call) -> dict[str, Any]:
    own = None
    if call.method.chat_id is not None:
        own = known_chat(world, call.method.chat_id).menu_button
    return own or world.menu_button or {"type": "commands"}
