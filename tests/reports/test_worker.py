"""The thread in which reports are made."""

import asyncio
import threading
import time
from contextvars import ContextVar

import pytest

from bot.reports.worker import in_worker

PERSON: ContextVar[str] = ContextVar("PERSON")


async def test_all_reports_are_made_in_one_thread_that_is_not_the_loops() -> None:
    threads = await asyncio.gather(*(in_worker(threading.get_ident) for _ in range(5)))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


async def test_one_at_a_time_in_the_order_they_were_asked_for() -> None:
    seen: list[int] = []

    def note(number: int) -> None:
        time.sleep(0.01 if number == 0 else 0)
        seen.append(number)

    await asyncio.gather(*(in_worker(note, number) for number in range(4)))
    assert seen == [0, 1, 2, 3]


async def test_the_loop_goes_on_while_a_report_is_made() -> None:
    gate = threading.Event()
    report = asyncio.create_task(in_worker(gate.wait, 5))
    await asyncio.sleep(0.01)
    assert not report.done()
    gate.set()
    assert await report is True


async def test_what_goes_wrong_there_is_raised_here_and_does_not_stop_the_next() -> None:
    with pytest.raises(ZeroDivisionError):
        await in_worker(divmod, 1, 0)
    assert await in_worker(divmod, 7, 2) == (3, 1)


async def test_a_report_nobody_waits_for_any_more_is_not_begun() -> None:
    gate, made = threading.Event(), []
    busy = asyncio.create_task(in_worker(gate.wait, 5))
    waiting = asyncio.create_task(in_worker(made.append, 1))
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.set()
    await busy
    await in_worker(made.append, 2)
    assert made == [2]


async def test_log_context_goes_with_the_report() -> None:
    PERSON.set("teacher")
    assert await in_worker(PERSON.get) == "teacher"
