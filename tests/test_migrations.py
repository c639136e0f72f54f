"""Migrations: there and back on both engines, equal to the models, safe for the data."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Integer, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage import migrations
from storage.base import Base
from storage.engine import Database
from storage.migrations import (
    FOLDER,
    NewerDatabase,
    current_revision,
    known_revisions,
    migrate,
    upgrade,
)
from storage.models import Consent, Person
from tests.databases import contents, opened

NEXT = "29990101_0001_next"
MOMENT = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture
async def new_database(new_database_url: str) -> AsyncIterator[Database]:
    """A database without any tables, once on each engine."""
    async with opened(new_database_url) as database:
        yield database


async def look(database: Database, question: Callable[[Connection], Any]) -> Any:
    """The answer of a plain function that is given a connection."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(question)


async def run(database: Database, target: str) -> None:
    """Run Alembic up or down to a revision."""
    async with database.engine.connect() as connection, connection.begin():
        await connection.run_sync(upgrade, target)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, Base.metadata))


@pytest.fixture
def scripts() -> ScriptDirectory:
    """The migration files as Alembic sees them."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config)


class TestTheFiles:
    def test_each_is_named_by_its_revision(self, scripts: ScriptDirectory) -> None:
        found = list(scripts.walk_revisions())
        assert {Path(script.path).stem for script in found} == {s.revision for s in found}

    def test_they_form_one_line_in_the_order_of_their_names(self, scripts: ScriptDirectory) -> None:
        line = [script.revision for script in scripts.walk_revisions()]
        assert scripts.get_heads() == line[:1]
        assert known_revisions() == line[::-1]

    def test_the_program_expects_the_newest(self, scripts: ScriptDirectory) -> None:
        assert known_revisions()[-1] == scripts.get_current_head()


class TestThereAndBack:
    async def test_every_step_can_be_taken_back_and_again(self, new_database: Database) -> None:
        for revision in known_revisions():
            await run(new_database, revision)
            before = await look(new_database, tables)
            await run(new_database, "-1")
            await run(new_database, revision)
            assert await look(new_database, tables) == before

    async def test_nothing_is_left_at_the_bottom(self, new_database: Database) -> None:
        await migrate(new_database)
        await run(new_database, "base")
        assert await look(new_database, tables) == set()
        assert await migrate(new_database)
        assert await look(new_database, differences) == []

    async def test_models_and_migrations_say_the_same(self, new_database: Database) -> None:
        await migrate(new_database)
        assert await look(new_database, differences) == []
        assert await look(new_database, tables) == set(Base.metadata.tables)


class TestStarting:
    async def test_an_empty_database_is_brought_up_to_date_once(
        self, new_database: Database
    ) -> None:
        assert await current_revision(new_database) is None
        assert await migrate(new_database)
        assert await current_revision(new_database) == known_revisions()[-1]
        assert not await migrate(new_database)

    async def test_programs_that_start_at_the_same_moment_do_not_hinder_one_another(
        self, new_database: Database, new_database_url: str
    ) -> None:
        async with opened(new_database_url) as second:
            await asyncio.gather(migrate(new_database), migrate(second))
        assert await look(new_database, differences) == []

    async def test_a_database_in_use_keeps_its_rows(self, database: Database) -> None:
        await sign_somebody_up(database)
        before = await contents(database)
        assert not await migrate(database)
        assert await contents(database) == before

    async def test_a_database_from_the_future_is_refused_and_not_touched(
        self, new_database: Database
    ) -> None:
        await migrate(new_database)
        await sign_somebody_up(new_database)
        async with new_database.write() as session:
            await session.execute(text(f"UPDATE alembic_version SET version_num = '{NEXT}'"))
        before = await contents(new_database)
        with pytest.raises(NewerDatabase, match=f"{NEXT}.*newer version"):
            await migrate(new_database)
        assert await current_revision(new_database) == NEXT
        assert await contents(new_database) == before


class TestTheNextMigration:
    """What will hold for migrations that nobody has written yet."""

    async def test_one_that_breaks_half_way_leaves_nothing_and_can_be_repeated(
        self, new_database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def break_half_way(connection: Connection) -> None:
            upgrade(connection)
            connection.execute(text("SELECT nonsense"))

        with monkeypatch.context() as patch:
            patch.setattr(migrations, "upgrade", break_half_way)
            with pytest.raises(DBAPIError):
                await migrate(new_database)
        assert await look(new_database, tables) == set()
        assert await migrate(new_database)

    async def test_one_that_rebuilds_a_table_keeps_the_rows_that_point_to_it(
        self, new_database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await migrate(new_database)
        await sign_somebody_up(new_database)
        monkeypatch.setattr(migrations, "upgrade", widen_a_column)
        monkeypatch.setattr(migrations, "known_revisions", lambda: [*known_revisions(), NEXT])
        await migrate(new_database)
        assert await rows_of_consent(new_database) == [(1, "1")]
        await check_references_are_watched(new_database)


def widen_a_column(connection: Connection) -> None:
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("person", recreate="auto") as batch:
        batch.alter_column("post_years", type_=Integer())


async def sign_somebody_up(database: Database) -> None:
    times = {"created_at": MOMENT, "updated_at": MOMENT}
    person = {"id": 1, "telegram_id": 1001, "locale": "ru", "subjects_given": False}
    consent = {"person_id": 1, "version": "1", "locale": "ru", "given_at": MOMENT}
    async with database.write() as session:
        await session.execute(insert(Person).values(**person, **times))
        await session.execute(insert(Consent).values(**consent))


async def rows_of_consent(database: Database) -> list[tuple[int, str]]:
    async with database.read() as session:
        rows = await session.execute(select(Consent.person_id, Consent.version))
        return [(person, version) for person, version in rows]


async def check_references_are_watched(database: Database) -> None:
    """On every connection of the pool, the one that migrated included."""
    if database.engine.dialect.name == "sqlite":
        for _ in range(3):
            async with database.read() as session:
                answer = await session.execute(text("PRAGMA foreign_keys"))
                assert answer.scalar_one() == 1
