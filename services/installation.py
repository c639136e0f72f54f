"""What the settings say about this installation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from storage.backups import BackupPlan

__all__ = ["BackupPlan", "Installation"]


@dataclass(frozen=True, slots=True)
class Installation:
    """Where its content is read from, how it is backed up, and which version of the program runs.

    `profile` is a key or the path of a file; empty: the file of the profile in force.
    `quiet_hours`: whether the profile's quiet hours hold messages back.
    """

    profile: str = ""
    questionnaire: Path | None = None
    version: str = ""
    quiet_hours: bool = True
    backups: BackupPlan = field(default_factory=BackupPlan)
