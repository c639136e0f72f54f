"""What was acknowledged is there after the process was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage.engine import Database
from tests.databases import url_of
from tests.storage.notes import kept, write

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("acknowledged", [1, 500])
async def test_every_note_that_was_told_to_be_stored_survives_kill_9(
    database: Database, acknowledged: int
) -> None:
    command = [sys.executable, "-m", "tests.storage.crash_writer", url_of(database)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:  # noqa: ASYNC220
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(acknowledged)]
        process.kill()
        told += process.stdout.readlines()
    names = {line.decode().strip() for line in told if line.endswith(b"\n")}
    assert len(names) >= acknowledged
    assert names <= await kept(database)
    assert await write(database, "after the crash") in await kept(database)
