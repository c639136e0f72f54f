"""Bookmarks of conversations: written behind the screen, never lost while the process lives."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from storage import fsm
from storage.engine import Database
from storage.fsm import SqlStorage
from storage.repositories.fsm import Bookmarks
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents

ANNA = StorageKey(bot_id=42, chat_id=1001, user_id=1001)
BORIS = StorageKey(bot_id=42, chat_id=1002, user_id=1002)
ANNAS_STACK = StorageKey(bot_id=42, chat_id=1001, user_id=1001, destiny="aiogd:stack:")


class Screen(StatesGroup):
    item = State()


@pytest.fixture
def storage(uow: UnitOfWork, clock: FixedClock) -> SqlStorage:
    return SqlStorage(uow, clock.now)


@pytest.fixture
def restarted(uow: UnitOfWork, clock: FixedClock, storage: SqlStorage) -> Any:
    """Ends the storage and gives the one of the next process."""

    async def restart() -> SqlStorage:
        await storage.close()
        return SqlStorage(uow, clock.now)

    return restart


@pytest.fixture
def writes(database: Database) -> list[str]:
    """Fills with the statements that change bookmarks."""
    found: list[str] = []

    @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
    def _note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(("INSERT INTO fsm_record", "DELETE FROM fsm_record")):
            found.append(statement)

    return found


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """Errors that the next writes meet, one each."""
    monkeypatch.setattr(fsm, "_RETRY_SECONDS", 0.01)
    waiting: list[Exception] = []
    put = Bookmarks.put

    async def put_or_fail(self: Bookmarks, rows: Any) -> None:
        await put(self, rows)
        if waiting:
            raise waiting.pop(0)

    monkeypatch.setattr(Bookmarks, "put", put_or_fail)
    return waiting


async def keys(database: Database) -> list[str]:
    return [row[0] for row in (await contents(database))["fsm_record"]]


class TestABookmark:
    async def test_survives_a_restart(self, storage: SqlStorage, restarted: Any) -> None:
        await storage.set_state(ANNA, Screen.item)
        await storage.set_data(ANNA, {"assessment": 7, "слово": "«ёлка»", "list": [1, None]})
        await storage.set_state(BORIS, "other")
        after = await restarted()
        assert await after.get_state(ANNA) == Screen.item.state
        assert await after.get_data(ANNA) == {
            "assessment": 7,
            "слово": "«ёлка»",
            "list": [1, None],
        }
        assert await after.get_state(BORIS) == "other"
        assert await after.get_data(BORIS) == {}

    async def test_is_there_at_once_for_the_next_tap(self, storage: SqlStorage) -> None:
        await storage.set_data(ANNA, {"page": 1})
        await storage.set_data(ANNA, {"page": 2})
        assert await storage.get_data(ANNA) == {"page": 2}
        await storage.close()

    async def test_belongs_to_one_chat_and_one_purpose(
        self, storage: SqlStorage, restarted: Any
    ) -> None:
        await storage.set_data(ANNA, {"of": "anna"})
        await storage.set_data(ANNAS_STACK, {"of": "stack"})
        after = await restarted()
        assert await after.get_data(ANNA) == {"of": "anna"}
        assert await after.get_data(ANNAS_STACK) == {"of": "stack"}
        assert await after.get_data(BORIS) == {}
        assert await after.get_state(BORIS) is None

    async def test_keeps_its_data_when_only_the_state_changes(
        self, storage: SqlStorage, restarted: Any
    ) -> None:
        await storage.set_data(ANNA, {"page": 1})
        await storage.close()
        later = await restarted()
        await later.set_state(ANNA, "list")
        await later.close()
        assert await (await restarted()).get_data(ANNA) == {"page": 1}

    async def test_set_from_two_sides_at_once_keeps_both(
        self, storage: SqlStorage, restarted: Any
    ) -> None:
        await asyncio.gather(
            storage.get_data(ANNA),
            storage.set_state(ANNA, "list"),
            storage.set_data(ANNA, {"page": 1}),
            storage.get_state(ANNA),
        )
        for one in (storage, await restarted()):
            assert (await one.get_state(ANNA), await one.get_data(ANNA)) == ("list", {"page": 1})

    async def test_without_state_and_data_leaves_no_row(
        self, storage: SqlStorage, database: Database
    ) -> None:
        await storage.set_data(ANNA, {"page": 1})
        await storage.set_data(BORIS, {"page": 1})
        await storage.close()
        await storage.set_data(ANNA, {})
        await storage.set_state(ANNA, None)
        await storage.close()
        assert await storage.get_data(ANNA) == {}
        assert [key for key in await keys(database) if "1001" in key] == []
        assert len(await keys(database)) == 1

    async def test_is_given_out_as_a_copy(self, storage: SqlStorage) -> None:
        await storage.set_data(ANNA, {"chosen": ["a"]})
        mine = await storage.get_data(ANNA)
        mine["chosen"].append("b")
        mine["new"] = True
        assert await storage.get_data(ANNA) == {"chosen": ["a"]}
        await storage.close()

    async def test_is_taken_as_a_copy(self, storage: SqlStorage) -> None:
        mine = {"chosen": ["a"]}
        await storage.set_data(ANNA, mine)
        mine["chosen"].append("b")
        assert await storage.get_data(ANNA) == {"chosen": ["a"]}
        await storage.close()


class TestWriting:
    async def test_what_did_not_change_is_not_written_again(
        self, storage: SqlStorage, writes: list[str]
    ) -> None:
        await storage.set_state(ANNA, "list")
        await storage.set_data(ANNA, {"page": 1})
        await storage.close()
        before = len(writes)
        await storage.set_state(ANNA, "list")
        await storage.set_data(ANNA, {"page": 1})
        await storage.set_data(BORIS, {})
        await storage.close()
        assert len(writes) == before

    async def test_many_changes_of_one_moment_cost_one_statement(
        self, storage: SqlStorage, writes: list[str]
    ) -> None:
        for chat in range(50):
            key = StorageKey(bot_id=42, chat_id=chat, user_id=chat)
            await storage.set_data(key, {"page": chat})
        await storage.close()
        assert len(writes) < 50

    async def test_happens_without_being_asked(
        self, storage: SqlStorage, database: Database
    ) -> None:
        await storage.set_data(ANNA, {"page": 1})
        for _ in range(200):
            await asyncio.sleep(0.01)
            if await keys(database):
                break
        assert len(await keys(database)) == 1

    async def test_that_fails_is_tried_again_and_nothing_is_lost(
        self, storage: SqlStorage, restarted: Any, failures: list[Exception]
    ) -> None:
        failures += [OperationalError("INSERT", {}, Exception("disk is full"))] * 3
        await storage.set_data(ANNA, {"page": 1})
        await asyncio.sleep(0.005)
        await storage.set_data(ANNA, {"page": 2})
        await storage.set_data(BORIS, {"page": 3})
        after = await restarted()
        assert not failures
        assert await after.get_data(ANNA) == {"page": 2}
        assert await after.get_data(BORIS) == {"page": 3}

    async def test_that_fails_late_does_not_bring_old_data_back(
        self,
        storage: SqlStorage,
        restarted: Any,
        failures: list[Exception],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        put = Bookmarks.put

        async def put_while_anna_taps(self: Bookmarks, rows: Any) -> None:
            await storage.set_data(ANNA, {"page": 2})
            await put(self, rows)

        monkeypatch.setattr(Bookmarks, "put", put_while_anna_taps)
        failures.append(OperationalError("INSERT", {}, Exception("busy")))
        await storage.set_data(ANNA, {"page": 1})
        assert await (await restarted()).get_data(ANNA) == {"page": 2}

    async def test_goes_on_after_a_failure_without_a_restart(
        self, storage: SqlStorage, database: Database, failures: list[Exception]
    ) -> None:
        failures.append(OperationalError("INSERT", {}, Exception("busy")))
        await storage.set_data(ANNA, {"page": 1})
        await asyncio.sleep(0.2)
        assert len(await keys(database)) == 1


async def test_a_chat_that_left_the_memory_is_read_again(
    storage: SqlStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fsm, "_CACHED", 2)
    chats = [StorageKey(bot_id=42, chat_id=n, user_id=n) for n in range(1, 6)]
    for key in chats:
        await storage.set_data(key, {"page": key.chat_id})
    await storage.close()
    for key in chats:
        assert await storage.get_data(key) == {"page": key.chat_id}
