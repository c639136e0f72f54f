"""Who was forgotten, told outside of the database: a restore would bring them back.

A line holds the number of the erased row and the moment it was made. Numbers start again where an
older database takes the place of a newer one; the moment tells two people of one number apart.
Nothing leads from it to a person, except in a backup that still holds the row.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from storage.backups.files import PRIVATE, BackupPlan

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ForgottenRow:
    """The row of a person that was erased: its number, and when it was made."""

    person_id: int
    created_at: datetime


def list_of_forgotten(plan: BackupPlan) -> Path:
    """The file, beside the backups."""
    return plan.folder / f"{plan.name}-forgotten.jsonl"


def remember_forgotten(plan: BackupPlan, row: ForgottenRow) -> None:
    """Add a line; without backups there is nothing to come back from.

    Where it cannot be written, the log says so: who asked is erased all the same.
    """
    if not plan.on:
        return
    line = json.dumps({"person": row.person_id, "created_at": row.created_at.isoformat()})
    try:
        plan.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        with os.fdopen(os.open(list_of_forgotten(plan), flags, PRIVATE), "a") as file:
            file.write(f"\n{line}\n")  # a line cut short by a kill spoils no other
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        log.error("a restore would bring back a forgotten person", error=str(error))


def forgotten_in(plan: BackupPlan) -> list[ForgottenRow]:
    """Everybody who was forgotten; raises `OSError` where the file cannot be read."""
    file = list_of_forgotten(plan)
    if not plan.on or not file.exists():
        return []
    found = [_read(line) for line in file.read_text(errors="replace").splitlines()]
    return [row for row in found if row is not None]


def _read(line: str) -> ForgottenRow | None:
    try:
        told = json.loads(line)
        return ForgottenRow(int(told["person"]), datetime.fromisoformat(told["created_at"]))
    except (ValueError, TypeError, KeyError):
        return None
