"""Keeping a world in a file, so that people and their chats are there again after a restart.

Kept: people, groups, messages, files, the bot's card, the moved clock. Waiting updates and
unanswered presses are not: they are of the moment.
"""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

from sandbox.world.chats import Chat, Group, PrivateChat, Stored
from sandbox.world.clock import MovableClock
from sandbox.world.files import StoredFile
from sandbox.world.state import World

FORMAT = 1
SAVE_SECONDS = 3.0

_KINDS: dict[str, type[Chat]] = {"private": PrivateChat, "group": Group}
_OF_THE_MOMENT = {"messages", "acted", "alerts"}


class NotSaved(Exception):
    """The file is not a saved world; the text says what is wrong with it."""


def snapshot(world: World) -> dict[str, Any]:
    """All that is kept, as JSON values."""
    clock = world.clock
    return {
        "format": FORMAT,
        "moved": clock.moved if isinstance(clock, MovableClock) else 0.0,
        "next_message": world.next_message,
        "chats": [_chat(chat) for chat in world.chats.values()],
        "commands": [[*key, commands] for key, commands in world.commands.items()],
        "texts": [[*key, text] for key, text in world.texts.items()],
        "menu_button": world.menu_button,
        "files": [_file(stored) for stored in world.files.all()],
    }


def restore(world: World, saved: dict[str, Any]) -> None:
    """Put everything back into a new world."""
    if isinstance(world.clock, MovableClock):
        world.clock.moved = saved["moved"]
    world.next_message = saved["next_message"]
    for each in saved["chats"]:
        chat = _KINDS[each.pop("kind")](
            messages={
                message["message_id"]: Stored(message, outgoing, editable)
                for message, outgoing, editable in each.pop("messages")
            },
            **{name: _value(name, value) for name, value in each.items()},
        )
        world.chats[chat.id] = chat
    world.commands = {(scope, language): value for scope, language, value in saved["commands"]}
    world.texts = {(name, language): value for name, language, value in saved["texts"]}
    world.menu_button = saved["menu_button"]
    for each in saved["files"]:
        world.files.put_back(StoredFile(**{**each, "data": base64.b64decode(each["data"])}))


def _chat(chat: Chat) -> dict[str, Any]:
    kept = {
        field.name: _plain(getattr(chat, field.name))
        for field in fields(chat)
        if field.name not in _OF_THE_MOMENT
    }
    return {
        "kind": "private" if isinstance(chat, PrivateChat) else "group",
        "messages": [[one.message, one.outgoing, one.editable] for one in chat.messages.values()],
        **kept,
    }


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, set) else value


def _value(name: str, value: Any) -> Any:
    return set(value) if name == "members" else value


def _file(stored: StoredFile) -> dict[str, Any]:
    shape = {field.name: getattr(stored, field.name) for field in fields(stored)}
    return {**shape, "data": base64.b64encode(stored.data).decode()}


class Keeper:
    """Reads the world from its file at the start, writes it there soon after each change."""

    def __init__(self, world: World, path: Path) -> None:
        self._world = world
        self._path = path
        self._task: asyncio.Task[None] | None = None
        self._dirty = False

    def read(self) -> bool:
        """Put back what was saved; whether there was anything.

        Raises `NotSaved` for a file of something else.
        """
        if not self._path.exists():
            return False
        try:
            saved = json.loads(self._path.read_text(encoding="utf-8"))
            if saved["format"] != FORMAT:
                raise NotSaved(f"{self._path} was written by another version")
            restore(self._world, saved)
        except (ValueError, KeyError, TypeError) as error:
            raise NotSaved(f"{self._path} is not a saved sandbox: {error!r}") from None
        return True

    def watch(self) -> None:
        """From now on write soon after each change."""
        self._world.listeners.append(self._changed)
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Write for the last time."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None
            self._world.listeners.remove(self._changed)
            self._write()

    def _changed(self, kind: str, chat_id: int | None, facts: dict[str, Any]) -> None:
        self._dirty = True

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SAVE_SECONDS)
            if self._dirty:
                self._write()

    def _write(self) -> None:
        self._dirty = False
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # A half-written file must never take the place of a whole one.
        draft = self._path.with_suffix(".tmp")
        draft.write_text(json.dumps(snapshot(self._world), ensure_ascii=False), encoding="utf-8")
        draft.replace(self._path)
