"""What the services need to know of the settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

from bot.settings import Settings
from services.installation import BackupPlan, Installation

_PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def installation_of(settings: Settings) -> Installation:
    """Where content comes from, how backups are made, which version runs."""
    return Installation(
        profile=settings.profile,
        questionnaire=settings.questionnaire,
        version=_version(),
        quiet_hours=settings.quiet_hours == "on",
        backups=backup_plan(settings),
    )


def backup_plan(settings: Settings) -> BackupPlan:
    """How backups of this installation are made; they are called after the profile."""
    return BackupPlan(
        database_url=settings.database_url,
        name=Path(settings.profile).stem,
        passphrase=settings.backup_passphrase.get_secret_value(),
        folder=settings.backup_folder,
        keep_days=settings.backup_keep_days,
    )


def _version() -> str:
    return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
