"""One update of a person at a time, in their order, and nothing left in memory afterwards."""

from __future__ import annotations

import asyncio

import pytest
from aiogram.fsm.storage.base import StorageKey

from storage.fsm import ChatIsolation

ANNA = StorageKey(bot_id=42, chat_id=1001, user_id=1001)
BORIS = StorageKey(bot_id=42, chat_id=1002, user_id=1002)


class Diary:
    """Who came in and went out, in order."""

    def __init__(self) -> None:
        self.isolation = ChatIsolation()
        self.lines: list[str] = []

    async def visit(self, key: StorageKey, name: str) -> None:
        async with self.isolation.lock(key):
            self.lines.append(f"{name} in")
            await asyncio.sleep(0.002)
            self.lines.append(f"{name} out")

    @property
    def locks_left(self) -> int:
        return len(self.isolation._locks)


@pytest.fixture
def diary() -> Diary:
    return Diary()


async def test_taps_of_one_person_wait_for_each_other_in_their_order(diary: Diary) -> None:
    await asyncio.gather(*(diary.visit(ANNA, str(number)) for number in range(5)))
    assert diary.lines == [f"{n} {way}" for n in range(5) for way in ("in", "out")]
    assert diary.locks_left == 0


async def test_people_do_not_wait_for_each_other(diary: Diary) -> None:
    await asyncio.gather(diary.visit(ANNA, "Anna"), diary.visit(BORIS, "Boris"))
    assert set(diary.lines[:2]) == {"Anna in", "Boris in"}
    assert diary.locks_left == 0


async def test_an_error_lets_the_next_tap_in(diary: Diary) -> None:
    with pytest.raises(ZeroDivisionError):
        async with diary.isolation.lock(ANNA):
            raise ZeroDivisionError
    await asyncio.wait_for(diary.visit(ANNA, "next"), 1)
    assert diary.locks_left == 0


async def test_a_tap_cut_off_while_waiting_does_not_block_the_others(diary: Diary) -> None:
    tasks = [asyncio.create_task(diary.visit(ANNA, str(number))) for number in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks, timeout=1)
    assert diary.lines == [f"{n} {way}" for n in (0, 2, 3) for way in ("in", "out")]
    assert diary.locks_left == 0
