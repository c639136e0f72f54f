"""How SQLite looks for people with roles: nine hundred coordinators are a second or a moment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import event

from storage.repositories.roles import Roles
from tests.databases import opened, sqlite_url


async def test_holders_are_not_gone_through_once_for_each_person(sqlite_file: Path) -> None:
    plans: list[str] = []
    async with opened(sqlite_url(sqlite_file)) as database:

        @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
        def _explain(_conn: Any, cursor: Any, statement: str, values: Any, *_: Any) -> None:
            if statement.startswith("SELECT"):
                cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
                plans.extend(row[3] for row in cursor.fetchall())

        async with database.read(long=True) as session:
            await Roles(session).people(["coordinator"], [7], 100, 5)
            await Roles(session).count_people(["coordinator"], [7])
    assert plans
    assert not [step for step in plans if "CORRELATED" in step]
