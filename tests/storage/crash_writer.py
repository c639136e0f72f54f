"""A program to be killed: writes notes from many tasks, tells each one that is stored.

Run as `python -m tests.storage.crash_writer DATABASE_URL`.
"""

from __future__ import annotations

import asyncio
import os
import sys
from itertools import count

from storage.engine import Database
from tests.storage.notes import write

_TASKS = 20


async def _write_for_ever(database: Database, task: int) -> None:
    for number in count():
        name = await write(database, f"{task}.{number}")
        os.write(1, f"{name}\n".encode())


async def main(url: str) -> None:
    database = Database.open(url)
    await asyncio.gather(*(_write_for_ever(database, task) for task in range(_TASKS)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
