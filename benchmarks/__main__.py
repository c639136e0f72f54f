"""`python -m benchmarks`: print the table and write `bench.json` to the project's root."""

from __future__ import annotations

import argparse
import gc
import tempfile
from dataclasses import replace
from pathlib import Path

import uvloop

from benchmarks.collecting import collecting_rows
from benchmarks.contestants import IDS
from benchmarks.measuring import (
    FULL,
    QUICK,
    Plan,
    distant_rows,
    sender_rows,
    start_row,
    tap_rows,
)
from benchmarks.processes import ROOT
from benchmarks.report import Row, table, write
from benchmarks.seed import seed
from benchmarks.server import memory_row

PARTS = ("taps", "network", "start", "server", "sender", "collecting")


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small counts, some two minutes")
    parser.add_argument("--taps", type=int, help="taps over which memory growth is taken")
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    options = parser.parse_args()
    # The server shares this process; `python -m sandbox` tunes its collector the same way.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    plan = QUICK if options.quick else FULL
    if options.taps:
        plan = replace(plan, growth_taps=options.taps)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = uvloop.run(_measure(plan, options.only, Path(folder)))
    print(table(rows))
    if not options.only:
        write(rows, ROOT / "bench.json")


async def _measure(plan: Plan, only: str | None, folder: Path) -> list[Row]:
    template = folder / "template.db"
    await seed(template, IDS)
    rows: list[Row] = []
    if only in (None, "taps"):
        rows += await tap_rows(plan, folder, template)
    if only in (None, "network"):
        rows += await distant_rows(plan, folder, template)
    if only in (None, "start"):
        rows.append(await start_row(plan, folder, template))
    if only in (None, "server"):
        rows.append(await memory_row(plan.messages, folder))
    if only in (None, "sender"):
        rows += await sender_rows(plan, folder, template)
    if only in (None, "collecting"):
        rows += await collecting_rows(plan.schools, folder, template)
    return rows


if __name__ == "__main__":
    main()
