"""Bringing a database to the shape the code expects."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database

FOLDER = Path(__file__).parent
_LOCK = 20_261_122  # any number of ours: replicas that start together migrate in turn


class NewerDatabase(Exception):
    """The database was made by a newer version of the program."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database is at revision {revision}, which this version of the program does not "
            "know. It was made by a newer version: start that version, or restore a backup"
        )
        self.revision = revision


def known_revisions() -> list[str]:
    """Revision names in order; migration files are named by them."""
    return sorted(path.stem for path in (FOLDER / "versions").glob("2*.py"))


async def current_revision(database: Database) -> str | None:
    """Revision of a database; nothing for an empty one. Reads only."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_revision)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


async def migrate(database: Database) -> bool:
    """Bring the database up to date; returns whether anything was done.

    Raises `NewerDatabase` and changes nothing when the database is ahead of the code.
    """
    revisions = known_revisions()
    revision = await current_revision(database)
    if revision == revisions[-1]:
        return False
    if revision is not None and revision not in revisions:
        raise NewerDatabase(revision)
    async with _all_or_nothing(database) as connection:
        await connection.run_sync(upgrade)
    return True


@asynccontextmanager
async def _all_or_nothing(database: Database) -> AsyncIterator[AsyncConnection]:
    """A connection with one transaction around all migrations.

    On SQLite the driver begins none before a change of tables, and with foreign keys watched,
    rebuilding a table would delete the rows that point to it.
    """
    async with database.engine.connect() as connection:
        if database.engine.dialect.name != "sqlite":
            await connection.execution_options(isolation_level="READ COMMITTED")
            async with connection.begin():
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection
            return
        await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        await connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            await connection.exec_driver_sql("ROLLBACK")
            raise
        else:
            await connection.exec_driver_sql("COMMIT")
        finally:
            await connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run migrations up to `target` on a connection with an open transaction."""
    # Imported here: a database that is up to date starts without Alembic.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    if target == "base" or target.startswith("-"):
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)
