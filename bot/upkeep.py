"""Commands for whoever looks after the machine: `backup`, `restore`, `maintenance`."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.installation import backup_plan
from bot.settings import Settings
from content import load_consent, load_profile
from services.access import Access
from services.clock import Clock, SystemClock
from services.maintenance import Maintenance, Status, Work
from storage.backups import BackupFailed, RestoreFailed, make_backup, opened_backup
from storage.engine import Database, DatabaseUnavailable
from storage.migrations import current_revision, known_revisions
from storage.uow import UnitOfWork

FAILED = 2
_KILOBYTE = 1024


def backup(settings: Settings) -> int:
    """Make a backup; the bot may be running."""
    try:
        made = make_backup(backup_plan(settings), _clock(settings).now())
    except BackupFailed as error:
        return _failed(f"No backup was made: {error}")
    print(f"{made.path}, {-(-made.size // _KILOBYTE)} KB")
    return 0


def restore(settings: Settings, file: Path, *, sure: bool) -> int:
    """Bring a backup back, after a question where nobody said `--yes`."""
    plan, now = backup_plan(settings), _clock(settings).now()
    if not plan.on:
        return _failed("BACKUP_PASSPHRASE is not set: the backup cannot be opened without it.")
    try:
        with opened_backup(plan, file) as found:
            print(f"{file.name} is whole, at revision {found.revision}.")
            if not sure and not _agreed():
                return _failed("Nothing was changed.")
            kept = found.put_in_place(now)
    except (RestoreFailed, DatabaseUnavailable) as error:
        return _failed(f"Nothing was restored: {error}")
    print("Restored. Start the bot as ever." + (f" Kept as it was: {kept}" if kept else ""))
    return 0


def _agreed() -> bool:
    if not sys.stdin.isatty():
        print("Say --yes where nobody can be asked.", file=sys.stderr)
        return False
    return input("It will take the place of the present database. Type yes: ").strip() == "yes"


async def maintenance(settings: Settings, action: str) -> int:
    """Turn maintenance on or off, also while the bot runs, or tell how things stand."""
    database = Database.open(settings.database_url)
    try:
        await database.ping()
        if await current_revision(database) != known_revisions()[-1]:
            return _failed("The database is not up to date: start the bot once.")
        clock = _clock(settings)
        access = Access(UnitOfWork(database), clock, load_consent().version)
        service = Maintenance(access)
        if action != "status":
            await service.turn_by_command(on=action == "on")
        print(_sentence(await service.look(), clock))
    finally:
        await database.close()
    return 0


def _sentence(status: Status, clock: Clock) -> str:
    if status.work is Work.OFF or status.since is None:
        return "Maintenance is off: people are served."
    since = f"{status.since.astimezone(clock.zone):%Y-%m-%d %H:%M}"
    if status.work is Work.ON:
        return f"Maintenance is on since {since}; {status.held} updates of people are kept."
    return f"Maintenance is over; {status.held} kept updates are worked on by the running bot."


def _clock(settings: Settings) -> Clock:
    return SystemClock(load_profile(settings.profile).timezone)


def _failed(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED
