"""`python -m bot check`: settings, content, texts and database, and what was found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Awaitable, Callable

from bot.installation import backup_plan
from bot.l10n import LOCALES, L10n
from bot.settings import Settings
from content import (
    ContentError,
    available_profiles,
    load_catalogue,
    load_consent,
    load_profile,
    load_questionnaire,
)
from services.clock import SystemClock
from storage.backups import backups_in
from storage.engine import Database, DatabaseUnavailable, sqlite_file
from storage.migrations import current_revision, known_revisions

FAILED = 2


class CheckFailed(Exception):
    """Something would stop the bot; the text says what."""


async def check(settings: Settings) -> int:
    """Look at everything without changing anything; 0 when the bot would start."""
    steps: tuple[tuple[str, Callable[[Settings], Awaitable[str]]], ...] = (
        ("settings", _settings),
        ("content", _content),
        ("texts", _texts),
        ("database", _database),
        ("backups", _backups),
    )
    failed = False
    for name, step in steps:
        try:
            print(f"ok      {name}: {await step(settings)}")  # noqa: T201  a report is the purpose
        except (CheckFailed, ContentError, DatabaseUnavailable, ValueError) as error:
            failed = True
            print(f"FAILED  {name}: {error}")  # noqa: T201
    return FAILED if failed else 0


async def _settings(settings: Settings) -> str:
    api = settings.bot_api_url or "Telegram"
    return f"Bot API at {api}, {len(settings.admin_ids)} administrators"


async def _content(settings: Settings) -> str:
    profile = load_profile(settings.profile)
    questionnaire = load_questionnaire(settings.questionnaire)
    consent, catalogue = load_consent(), load_catalogue()
    variants = ", ".join(
        f"{variant.key} {len(variant.items)} items" for variant in questionnaire.variants
    )
    return (
        f"profile {profile.key} with {len(profile.schools)} schools, "
        f"{len(profile.variables)} variables for {len(profile.indicators)} indicators "
        f"(available: {', '.join(available_profiles())}); "
        f"questionnaire {questionnaire.key} {questionnaire.version} ({variants}); "
        f"consent version {consent.version}; {len(catalogue.subjects)} subjects"
    )


async def _texts(_: Settings) -> str:
    texts = {locale: L10n(locale, strict=True) for locale in LOCALES}
    first, *others = LOCALES
    for other in others:
        missing = sorted(texts[first].keys ^ texts[other].keys)
        if missing:
            raise CheckFailed(f"{first} and {other} differ in {', '.join(missing)}")
    return f"{len(texts[first].keys)} texts in {', '.join(LOCALES)}"


async def _database(settings: Settings) -> str:
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        folder = next(parent for parent in file.absolute().parents if parent.exists())
        if not os.access(folder, os.W_OK):
            raise CheckFailed(f"{file} cannot be created: {folder} is not writable")
        return f"{file} does not exist yet, will be set up at the first start"
    database = Database.open(settings.database_url)
    try:
        await database.ping()
        revision = await current_revision(database)
    finally:
        await database.close()
    known = known_revisions()
    if revision is None:
        return "empty, will be set up at the first start"
    if revision not in known:
        raise CheckFailed(f"revision {revision} is newer than this version of the program")
    behind = len(known) - 1 - known.index(revision)
    return f"revision {revision}" + (f", {behind} migrations to run" if behind else "")


async def _backups(settings: Settings) -> str:
    plan = backup_plan(settings)
    if not plan.on:
        return "off: BACKUP_PASSPHRASE is not set"
    if sqlite_file(settings.database_url) is None and shutil.which("pg_dump") is None:
        raise CheckFailed("pg_dump is not installed: it comes with the package postgresql-client")
    folder = plan.folder.absolute()
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if not os.access(there, os.W_OK):
        raise CheckFailed(f"BACKUP_FOLDER {plan.folder} is not writable")
    kept = f"on, kept {plan.keep_days} days in {plan.folder}"
    found = backups_in(plan)
    if not found:
        return f"{kept}; there is none yet"
    hours = (SystemClock("UTC").now() - found[0].made_at).total_seconds() / 3600
    return f"{kept}; {len(found)} there, the newest {hours:.0f} hours old"
