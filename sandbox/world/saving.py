"""Keeping a world in a file, so that people and their chats are there again after a restart.

Kept: people, groups, messages, files, the bot's card, the moved clock. Waiting updates, unanswered
presses and the webhook are not: they are of the moment. The bytes of files lie beside the state in
a folder, each under its first file_id, so that they are written only once.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple, TypeVar

from pydantic import TypeAdapter

from sandbox.world.chats import Chat, Group, PrivateChat
from sandbox.world.clock import MovableClock
from sandbox.world.files import StoredFile
from sandbox.world.state import World

FORMAT: Literal[2] = 2
SAVE_SECONDS = 3.0

_OF_THE_MOMENT = {"acted", "alerts", "stamp"}

log = logging.getLogger("sandbox")


class NotSaved(Exception):
    """The state cannot be kept in this file; the text says why."""


class SavedFile(NamedTuple):
    """A `StoredFile` without its bytes."""

    kind: str
    path: str
    shape: Any
    file_ids: list[str]


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands in the state file."""

    format: Literal[2]
    moved: float
    next_message: int
    people: list[PrivateChat]
    groups: list[Group]
    commands: list[tuple[str, str, list[dict[str, Any]]]]
    texts: list[tuple[str, str, str]]
    menu_button: dict[str, Any] | None
    files: list[SavedFile]


_SAVED = TypeAdapter(Saved)
C = TypeVar("C", bound=Chat)


def snapshot(world: World) -> Saved:
    """All that is kept, so far copied that the world may go on. Messages never change in place."""
    clock = world.clock
    return Saved(
        format=FORMAT,
        moved=clock.moved if isinstance(clock, MovableClock) else 0.0,
        next_message=world.next_message,
        people=[_copied(chat) for chat in world.people()],
        groups=[_copied(chat) for chat in world.chats.values() if isinstance(chat, Group)],
        commands=[(*key, commands) for key, commands in world.commands.items()],
        texts=[(*key, text) for key, text in world.texts.items()],
        menu_button=world.menu_button,
        files=[SavedFile(f.kind, f.path, f.shape, f.file_ids) for f in world.files.all()],
    )


def restore(world: World, saved: Saved, folder: Path) -> None:
    """Put everything back into a new world."""
    if isinstance(world.clock, MovableClock):
        world.clock.moved = saved.moved
    world.next_message = saved.next_message
    chats: list[Chat] = [*saved.people, *saved.groups]
    world.chats.update((chat.id, chat) for chat in chats)
    world.commands = {(scope, language): value for scope, language, value in saved.commands}
    world.texts = {(name, language): value for name, language, value in saved.texts}
    world.menu_button = saved.menu_button
    for each in saved.files:
        data = (folder / Path(each.file_ids[0]).name).read_bytes()
        world.files.keep(StoredFile(data=data, **each._asdict()))


def _copied(chat: C) -> C:
    return replace(chat, messages=dict(chat.messages), pinned=list(chat.pinned))


def _shape(value: Any) -> Any:
    """What JSON does not know: chats and messages, sets."""
    if not is_dataclass(value):
        return sorted(value)
    return {
        field.name: getattr(value, field.name)
        for field in fields(value)
        if field.name not in _OF_THE_MOMENT
    }


class Keeper:
    """Reads the world from its file at the start, writes it there soon after each change."""

    def __init__(self, world: World, path: Path) -> None:
        self._world = world
        self._path = path
        self._folder = path.with_name(f"{path.name}.files")
        self._lock: IO[str] | None = None
        self._task: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self._dirty = False

    async def open(self) -> None:
        """Put back what was saved; from now on write soon after each change.

        Raises `NotSaved` for a file of something else, or one that cannot be written.
        """
        try:
            self._lock = _locked(self._path)
            self._read()
            await self._save()
        except (OSError, NotSaved) as error:
            self._unlock()
            if isinstance(error, OSError):
                raise NotSaved(f"the state cannot be kept in {self._path}: {error}") from None
            raise
        self._world.listeners.append(self._changed)
        self._closing.clear()
        self._task = asyncio.create_task(self._watch())

    async def close(self) -> None:
        """Write for the last time."""
        if self._task is not None:
            self._world.listeners.remove(self._changed)
            self._dirty = True
            self._closing.set()
            await self._task
            self._task = None
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            saved = json.loads(self._path.read_bytes())
            if saved["format"] != FORMAT:
                raise NotSaved(f"{self._path} was written by another version")
            restore(self._world, _SAVED.validate_python(saved), self._folder)
        except (ValueError, KeyError, TypeError, IndexError, OSError, RecursionError) as error:
            raise NotSaved(f"{self._path} is not a saved sandbox: {error!r}") from None

    def _changed(self, kind: str, chat_id: int | None, facts: dict[str, Any]) -> None:
        self._dirty = True

    async def _watch(self) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), SAVE_SECONDS)
            if self._dirty:
                try:
                    await self._save()
                except Exception:
                    self._dirty = True
                    log.exception("the state was not saved; the next attempt follows")

    async def _save(self) -> None:
        self._dirty = False
        await asyncio.to_thread(self._write, snapshot(self._world), self._world.files.all())

    def _write(self, saved: Saved, files: list[StoredFile]) -> None:
        kept = {stored.file_ids[0]: stored.data for stored in files}
        self._folder.mkdir(parents=True, exist_ok=True)
        there = {place.name for place in self._folder.iterdir()}
        for name in kept.keys() - there:
            _put(self._folder / name, kept[name])
        text = json.dumps(saved, ensure_ascii=False, default=_shape)
        _put(self._path, text.encode("utf-8", "replace"))
        for name in there - kept.keys():
            (self._folder / name).unlink()


def _put(path: Path, data: bytes) -> None:
    # A half-written file must never take the place of a whole one.
    draft = path.with_name(f"{path.name}.tmp")
    draft.write_bytes(data)
    draft.replace(path)


def _locked(path: Path) -> IO[str]:
    """Hold the state for this process. Raises `NotSaved` while another one does."""
    import fcntl  # not on Windows, where all but this works

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f"{path.name}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise NotSaved(f"{path} is in use by another sandbox") from None
    return lock
