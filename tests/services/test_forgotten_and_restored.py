"""A backup brings back what was; who asked to be forgotten since is forgotten again."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from services.installation import BackupPlan, Installation
from storage.backups.forgotten import list_of_forgotten
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents, opened, sqlite_url
from tests.services.stories import ANNA, BORIS, agree, sign_up
from tests.services.test_forgetting import traces
from tests.wiring import Services, build_services

NAME = "Прекраснова Аделаида"


@pytest.fixture
def plan(tmp_path: Path) -> BackupPlan:
    return BackupPlan("", "ust-ishim", "a long walk by the river", tmp_path / "backups")


async def starts(database: Database, clock: FixedClock, plan: BackupPlan) -> Services:
    """The application over a database, as it is at a start."""
    installation = Installation(backups=plan)
    return await build_services(UnitOfWork(database), clock, installation=installation)


async def test_who_was_forgotten_after_a_backup_is_forgotten_again_when_it_is_brought_back(
    sqlite_file: Path, clock: FixedClock, plan: BackupPlan, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    async with opened(sqlite_url(sqlite_file)) as database:
        services = await starts(database, clock, plan)
        adelaida = await sign_up(services, ANNA, name=NAME)
        await sign_up(services, BORIS, name="Петров Борис Ильич")
    shutil.copy(sqlite_file, copy)
    async with opened(sqlite_url(sqlite_file)) as database:
        services = await starts(database, clock, plan)
        assert await services.people.forgotten.erase_again() == 0
        await services.people.forget(adelaida)
    async with opened(sqlite_url(copy)) as database:
        services = await starts(database, clock, plan)
        assert traces(await contents(database), NAME)
        assert await services.people.forgotten.erase_again() == 1
        assert traces(await contents(database), NAME, ANNA) == []
        assert await services.people.find(BORIS) is not None
        assert await services.people.forgotten.erase_again() == 0


async def test_somebody_else_who_got_the_number_is_left_alone(
    uow: UnitOfWork, clock: FixedClock, plan: BackupPlan, database: Database
) -> None:
    services = await starts(database, clock, plan)
    await services.people.forget(await agree(services, ANNA))
    told = list_of_forgotten(plan).read_text()
    clock.advance(seconds=timedelta(days=1).total_seconds())
    boris = await agree(services, BORIS)
    line = told.strip().replace('"person": ', f'"person": {boris}, "was": ')
    list_of_forgotten(plan).write_text(line)
    assert await services.people.forgotten.erase_again() == 0
    assert await services.people.find(BORIS) is not None


async def test_the_list_names_nobody_and_survives_a_line_cut_short(
    uow: UnitOfWork, clock: FixedClock, plan: BackupPlan, database: Database
) -> None:
    services = await starts(database, clock, plan)
    plan.folder.mkdir()
    list_of_forgotten(plan).write_text('{"person": 1, "crea')
    anna = await sign_up(services, ANNA, name=NAME)
    found = await services.people.find(ANNA)
    await services.people.forget(anna)
    told = list_of_forgotten(plan).read_text()
    assert found is not None
    assert told.splitlines()[1:] == [
        f'{{"person": {anna}, "created_at": "{found.created_at.isoformat()}"}}'
    ]
    assert str(ANNA) not in told


async def test_without_backups_no_list_is_kept(
    uow: UnitOfWork, clock: FixedClock, database: Database, tmp_path: Path
) -> None:
    services = await starts(database, clock, BackupPlan(folder=tmp_path / "none"))
    await services.people.forget(await agree(services, ANNA))
    assert not (tmp_path / "none").exists()
