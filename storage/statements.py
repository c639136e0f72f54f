"""Statements that SQLite and PostgreSQL spell differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Executable
from sqlalchemy.dialects import postgresql, sqlite

from storage.base import Base


def upsert(
    dialect: str,
    model: type[Base],
    values: dict[str, Any],
    key: list[str],
    *,
    where: ColumnElement[bool] | None = None,
    **changes: Any,
) -> Executable:
    """Insert a row; where `key` is taken, set `changes` instead (none: leave the row alone).

    An empty `key` stands for any unique constraint or index. `where` spares rows from changes.
    """
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(model).values(**values)
    if not changes:
        return statement.on_conflict_do_nothing(index_elements=key or None)
    return statement.on_conflict_do_update(index_elements=key, set_=changes, where=where)
