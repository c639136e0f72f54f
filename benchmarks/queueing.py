"""Writing the copies of a broadcast into the outbox, in a process of its own.

`python -m benchmarks.queueing ours|bare <database>` prints the seconds that it took and by how many
megabytes the process grew meanwhile. Ours: the use cases, from the moment when the broadcast is let
go until the last copy is written. Bare: the database's own single INSERT … SELECT of the same rows.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psutil
import uvloop

from benchmarks.contestants import BARE, DATABASE, OURS
from benchmarks.mailing import populated, send_to_all, services_at
from benchmarks.processes import ROOT
from benchmarks.report import Row

_LOOK = 0.01  # seconds
DURABLE = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
_ROWS = """
    INSERT INTO outbox (
        person_id, broadcast_id, kind, facts, dedupe_key, state, attempts, uncertain, due_at,
        next_at, created_at
    )
    SELECT id, 1, 'broadcast', '{}', 'broadcast:1:' || id, 'waiting', 0, 0,
        '2026-09-01 04:00:00.000000', '2026-09-01 04:00:00.000000', '2026-09-01 04:00:00.000000'
    FROM person WHERE registered_at IS NOT NULL ORDER BY id"""


async def queueing_rows(people: int, folder: Path, template: Path) -> list[Row]:
    """How long it takes, and how much memory."""
    found = {}
    for name in (OURS, BARE):
        home = folder / f"queueing-{name}"
        home.mkdir()
        populated(template, home / DATABASE, people)
        found[name] = await _measured(name, home / DATABASE)
        (queued,) = _one(home / DATABASE, "SELECT count(*) FROM outbox WHERE state = 'waiting'")
        if queued != people:
            raise RuntimeError(f"{queued} copies for {people} people")
    ours, bare = found[OURS], found[BARE]
    return [
        Row(f"queueing a broadcast to {people:,}, s", ours["seconds"], bare["seconds"], "s"),
        Row("memory growth while queueing, MB", ours["growth"], bare["growth"], "MB"),
    ]


async def _measured(name: str, database: Path) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.queueing", name, str(database),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError("queueing failed")
    found: dict[str, float] = json.loads(out)
    return found


def _one(database: Path, query: str) -> Any:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchone()


@contextmanager
def meter() -> Iterator[dict[str, float]]:
    """Seconds of the block, and the largest growth of resident memory in it, in megabytes."""
    found: dict[str, float] = {}
    process, ended = psutil.Process(), threading.Event()
    before = peak = process.memory_info().rss

    def look() -> None:
        nonlocal peak
        while not ended.wait(_LOOK):
            peak = max(peak, process.memory_info().rss)

    watching = threading.Thread(target=look)
    watching.start()
    began = time.perf_counter()
    try:
        yield found
    finally:
        found["seconds"] = time.perf_counter() - began
        ended.set()
        watching.join()
        found["growth"] = (max(peak, process.memory_info().rss) - before) / 2**20


async def _ours(database: Path) -> dict[str, float]:
    async with services_at(database) as services:
        with meter() as found:
            await send_to_all(services)
            advance = services.broadcasts.sending.advance
            while await advance():
                pass
    return found


def _bare(database: Path) -> dict[str, float]:
    with closing(sqlite3.connect(database)) as connection:
        for pragma in DURABLE:
            connection.execute(f"PRAGMA {pragma}")
        with meter() as found, connection:
            connection.execute(_ROWS)
    return found


def main() -> None:
    """Measure one of them."""
    name, database = sys.argv[1], Path(sys.argv[2])
    found = uvloop.run(_ours(database)) if name == OURS else _bare(database)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
