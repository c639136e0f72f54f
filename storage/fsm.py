"""Conversation storage of aiogram on SQL: read through a cache, written behind it.

A bookmark is written a moment after the screen changed, many in one commit. Everything of value
lies in other tables, so the price of a bookmark lost with the power is one tap.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import (
    BaseEventIsolation,
    BaseStorage,
    DefaultKeyBuilder,
    StateType,
    StorageKey,
)

from storage.repositories.people import PersonRow
from storage.uow import UnitOfWork

log = structlog.get_logger(__name__)

_CACHED = 20_000
_RETRY_SECONDS = 1.0
_CLOSE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Bookmark:
    state: str | None = None
    data: str | None = None

    def without(self, words: str) -> _Bookmark:
        return _Bookmark(self.state, (self.data or "").replace(words, ""))


_EMPTY = _Bookmark()


class SqlStorage(BaseStorage):
    """Bookmarks in the table `fsm_record`. One process per database."""

    def __init__(self, uow: UnitOfWork, now: Callable[[], datetime]) -> None:
        self._uow = uow
        self._now = now
        self._keys = DefaultKeyBuilder(
            with_bot_id=True, with_business_connection_id=True, with_destiny=True
        )
        self._cache: OrderedDict[str, _Bookmark] = OrderedDict()
        self._dirty: dict[str, tuple[int, _Bookmark]] = {}
        self._in_hand: dict[str, tuple[int, _Bookmark]] = {}  # being written
        self._writer: asyncio.Task[None] | None = None

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remember the state."""
        name = state.state if isinstance(state, State) else state
        old = await self._load(key)
        self._store(key, old, _Bookmark(name, old.data))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state, if any."""
        return (await self._load(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remember the data; an empty dictionary removes it."""
        text = json.dumps(data, ensure_ascii=False) if data else None
        old = await self._load(key)
        self._store(key, old, _Bookmark(old.state, text))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """A fresh copy of the data."""
        text = (await self._load(key)).data
        return json.loads(text) if text else {}

    def forget(self, person: PersonRow) -> None:
        """Take the name of somebody who was erased out of what colleagues looked for: it would be
        written later. The table has lost it already."""
        if not person.full_name:
            return
        name = json.dumps(person.full_name, ensure_ascii=False)[1:-1]
        for key, (chat_id, bookmark) in (self._in_hand | self._dirty).items():
            if name in (bookmark.data or ""):
                self._dirty[key] = (chat_id, bookmark.without(name))
        for key, bookmark in self._cache.items():
            if name in (bookmark.data or ""):
                self._cache[key] = bookmark.without(name)
        self._wake()

    async def close(self) -> None:
        """Write what is still owed; a database that stays broken is not waited for long."""
        self._wake()
        if self._writer is not None:
            done, _ = await asyncio.wait({self._writer}, timeout=_CLOSE_SECONDS)
            if not done:
                log.error("bookmarks lost", count=len(self._dirty))
                self._writer.cancel()

    async def _load(self, key: StorageKey) -> _Bookmark:
        name = self._keys.build(key)
        known = self._known(name)
        if known is not None:
            return known
        async with self._uow.reading() as store:
            row = await store.bookmarks.find(name)
        known = self._known(name)  # somebody may have stored it meanwhile
        if known is None:
            known = _Bookmark(*row) if row else _EMPTY
            self._remember(name, known)
        return known

    def _known(self, name: str) -> _Bookmark | None:
        known = self._cache.get(name)
        if known is not None:
            self._cache.move_to_end(name)
        elif name in self._dirty:
            known = self._dirty[name][1]
        return known

    def _store(self, key: StorageKey, old: _Bookmark, new: _Bookmark) -> None:
        if new == old:
            return
        name = self._keys.build(key)
        self._remember(name, new)
        self._dirty[name] = (key.chat_id, new)
        self._wake()

    def _remember(self, name: str, bookmark: _Bookmark) -> None:
        self._cache[name] = bookmark
        self._cache.move_to_end(name)
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)

    def _wake(self) -> None:
        if self._writer is None and self._dirty:
            self._writer = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._dirty:
                batch, self._dirty = self._dirty, {}
                self._in_hand = batch
                try:
                    await self._write_batch(batch)
                except Exception:
                    log.exception("bookmarks not written", count=len(batch))
                    self._dirty = {**batch, **self._dirty}
                    await asyncio.sleep(_RETRY_SECONDS)
        finally:
            self._writer, self._in_hand = None, {}

    async def _write_batch(self, batch: dict[str, tuple[int, _Bookmark]]) -> None:
        now = self._now()
        rows = [
            {
                "key": name,
                "chat_id": chat_id,
                "state": bookmark.state,
                "data": bookmark.data,
                "updated_at": now,
            }
            for name, (chat_id, bookmark) in batch.items()
            if bookmark != _EMPTY
        ]
        gone = [name for name, (_, bookmark) in batch.items() if bookmark == _EMPTY]
        async with self._uow.writing() as store:
            if rows:
                await store.bookmarks.put(rows)
            if gone:
                await store.bookmarks.drop(gone)


class ChatIsolation(BaseEventIsolation):
    """One update of a person at a time, in their order; locks live only while in use."""

    def __init__(self) -> None:
        self._locks: dict[StorageKey, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncIterator[None]:
        """Wait for earlier holders of the key."""
        lock, users = self._locks.get(key, (None, 0))
        lock = lock or asyncio.Lock()
        self._locks[key] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[key]
            if users == 1:
                del self._locks[key]
            else:
                self._locks[key] = (lock, users - 1)

    async def close(self) -> None:
        """Nothing to close."""
