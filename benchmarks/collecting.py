"""Collecting data from a district of many schools, each measurement in a process of its own.

`python -m benchmarks.collecting WHAT ours|bare <database>` prints the seconds that it took and by
how many megabytes the process grew meanwhile. WHAT: `opening`, until everybody is owed the
question; `board` and `results`, the median of several looks; `export`, the workbook. Bare: the
statements that the database cannot do without, and the same number of cells written to a file.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import uvloop
import xlsxwriter
from aiogram.types import User

from benchmarks.asking import QUESTIONS, answered, asking, district, opened
from benchmarks.contestants import BARE, DATABASE, IDS, OURS
from benchmarks.mailing import a_methodist, services_at
from benchmarks.processes import ROOT
from benchmarks.queueing import DURABLE, meter
from benchmarks.report import Row
from bot.background import Background
from bot.context import Ctx, Services
from bot.l10n import Localizer
from bot.reports.indicator_files import write_table
from services.outbox.quiet import is_working_day

LOOKS = 9
_REQUESTS = """
    INSERT INTO data_request (campaign_id, school_id, state, returns, created_at)
    SELECT 1, id, 'expected', 0, created_at FROM school WHERE state = 'active'
    ORDER BY search_name"""
_OWED = """
    INSERT INTO outbox (
        person_id, kind, facts, subject, dedupe_key, state, attempts, uncertain, due_at, next_at,
        created_at
    )
    SELECT person_id, 'data-asked', '{}', 'request:' || data_request.id,
        'data-asked:' || data_request.id || ':' || person_id, 'waiting', 0, 0,
        data_request.created_at, data_request.created_at, data_request.created_at
    FROM data_request JOIN role_grant
    ON role_grant.school_id = data_request.school_id AND role_grant.state = 'active'"""
_BOARD = (
    "SELECT state, count(*) FROM data_request WHERE campaign_id = 1 GROUP BY state",
    """SELECT data_request.id, short_name FROM data_request JOIN school ON school.id = school_id
    WHERE campaign_id = 1 ORDER BY search_name LIMIT 5""",
)
_RESULTS = """
    SELECT variable, sum(number), count(number) FROM data_value
    JOIN data_request ON data_request.id = request_id WHERE campaign_id = 1 GROUP BY variable"""
_CELLS = "SELECT number FROM data_value ORDER BY request_id, variable"
_PAST = "SELECT request_id, variable, kind, after, made_at FROM data_change ORDER BY id"


async def collecting_rows(schools: int, folder: Path, template: Path) -> list[Row]:
    """How long a campaign of so many schools takes to open, to look at and to take out."""
    home = folder / "collecting"
    home.mkdir()
    planned, full = home / "planned.db", home / DATABASE
    await district(template, planned, schools)
    found: dict[tuple[str, str], dict[str, float]] = {}
    for who in (BARE, OURS):
        (home / who).mkdir()
        database = home / who / DATABASE
        database.write_bytes(planned.read_bytes())
        found["opening", who] = await _measured("opening", who, database)
        _check(database, schools)
    answered(home / OURS / DATABASE, full)
    for what in ("board", "results", "export"):
        for who in (OURS, BARE):
            found[what, who] = await _measured(what, who, full)
    rows = [
        ("opening", f"opening a campaign of {schools:,} schools, s", "seconds"),
        ("board", f"the board of {schools:,} schools, s", "seconds"),
        ("results", f"indicators of {schools:,} schools × {QUESTIONS}, s", "seconds"),
        ("export", "their workbook with history, s", "seconds"),
        ("export", "memory growth while writing it, MB", "growth"),
    ]
    return [
        Row(name, found[what, OURS][figure], found[what, BARE][figure], name.split(", ")[-1])
        for what, name, figure in rows
    ]


def _check(database: Path, schools: int) -> None:
    """Every school has its request, and every coordinator is owed the question once."""
    counts = (
        "SELECT count(DISTINCT school_id) FROM data_request",
        "SELECT count(DISTINCT person_id) FROM outbox WHERE kind = 'data-asked' AND person_id > 1",
    )
    with closing(sqlite3.connect(database)) as connection:
        for count in counts:
            if connection.execute(count).fetchone() != (schools,):
                raise RuntimeError("not every school was asked")


async def _measured(what: str, who: str, database: Path) -> dict[str, float]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.collecting", what, who, str(database),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{what} failed")
    found: dict[str, float] = json.loads(out.splitlines()[-1])
    return found


async def _ours(what: str, database: Path) -> dict[str, float]:
    async with services_at(database) as services:
        services.municipality.profile = asking(services.profile)
        if what == "opening":
            me = await a_methodist(services)
            is_working_day(
                services.clock.now().date()
            )  # a bot that has planned its calendar knows the days off
            with meter() as found:
                await opened(services, me)
            return found
        ctx = await _ctx(services)
        [campaign] = await services.monitoring.indicators.measured_periods(ctx.me.id)
        if what == "export":
            with tempfile.TemporaryDirectory() as folder, meter() as found:
                await write_table(ctx, campaign.id, Path(folder, "results.xlsx"))
            return found
        monitoring = services.monitoring
        look: Callable[[int, int], Awaitable[Any]] = (
            monitoring.board.board_of if what == "board" else monitoring.indicators.results_of
        )
        return {"seconds": await _median(lambda: look(ctx.me.id, campaign.id))}


async def _ctx(services: Services) -> Ctx:
    localizer, user = Localizer(), User(id=IDS[0], is_bot=False, first_name="Зоя")
    person = await services.people.find(user.id)
    return Ctx(services, localizer, localizer["ru"], user, person, Background())


async def _median(look: Callable[[], Awaitable[Any]]) -> float:
    taken = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        await look()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _bare(what: str, database: Path) -> dict[str, float]:
    with closing(sqlite3.connect(database)) as connection:
        for pragma in DURABLE:
            connection.execute(f"PRAGMA {pragma}")
        if what == "opening":
            with meter() as found, connection:
                connection.execute(_REQUESTS)
                connection.execute(_OWED)
            return found
        if what == "export":
            with tempfile.TemporaryDirectory() as folder, meter() as found:
                _write(connection, Path(folder, "bare.xlsx"))
            return found
        taken = []
        for _ in range(LOOKS):
            began = time.perf_counter()
            for query in _BOARD if what == "board" else (_RESULTS,):
                connection.execute(query).fetchall()
            taken.append(time.perf_counter() - began)
        return {"seconds": statistics.median(taken)}


def _write(connection: sqlite3.Connection, path: Path) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, (value,) in enumerate(connection.execute(_CELLS)):
            sheet.write(number // QUESTIONS, number % QUESTIONS, value)
        sheet = book.add_worksheet()
        for number, row in enumerate(connection.execute(_PAST)):
            sheet.write_row(number, 0, row)


def main() -> None:
    """Measure one of them."""
    what, who, database = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    found = uvloop.run(_ours(what, database)) if who == OURS else _bare(what, database)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
