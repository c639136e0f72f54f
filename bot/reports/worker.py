"""The one thread in which pictures and documents are made, so that the event loop never draws.

One thread and not a pool: matplotlib is not safe across threads, and one drawing at a time
keeps the memory of a busy evening as flat as that of a quiet one.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
Result = TypeVar("Result")


@lru_cache(maxsize=1)
def _executor() -> ThreadPoolExecutor:
    """Started by the first drawing; at exit Python waits for the drawing under way."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="reports")


async def in_worker(func: Callable[[*Args], Result], *args: *Args) -> Result:
    """Run `func(*args)` in the reports thread; calls are taken in the order they come.

    An exception of `func` is raised here. Cancelling the caller takes a call that still waits
    out of the queue; one that runs is finished and its result dropped.
    """
    context = copy_context()
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_executor(), lambda: context.run(func, *args))
