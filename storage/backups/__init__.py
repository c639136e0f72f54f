"""Backups: encrypted snapshots of the database in a folder, and bringing one back."""

from storage.backups.files import BackupFailed, BackupFile, BackupPlan, backups_in
from storage.backups.forgotten import ForgottenRow, forgotten_in, remember_forgotten
from storage.backups.making import make_aside, make_backup
from storage.backups.restoring import Restorable, RestoreFailed, opened_backup

__all__ = [
    "BackupFailed",
    "BackupFile",
    "BackupPlan",
    "ForgottenRow",
    "Restorable",
    "RestoreFailed",
    "backups_in",
    "forgotten_in",
    "make_aside",
    "make_backup",
    "opened_backup",
    "remember_forgotten",
]
