"""Bookmarks of conversations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import FsmRecord
from storage.session import Session

_FIND = select(FsmRecord.state, FsmRecord.data).where(FsmRecord.key == bindparam("key"))


def _put_statement(dialect: str) -> Any:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = insert(FsmRecord)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["key"],
        set_={"state": new.state, "data": new.data, "updated_at": new.updated_at},
    )


_PUT = {dialect: _put_statement(dialect) for dialect in ("sqlite", "postgresql")}


class Bookmarks:
    """Rows of bookmarks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def find(self, key: str) -> tuple[str | None, str | None] | None:
        """State and JSON data under a key."""
        row = (await self._session.execute(_FIND, {"key": key})).first()
        return (row[0], row[1]) if row else None

    async def put(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert or replace rows (`key`, `chat_id`, `state`, `data`, `updated_at`)."""
        await self._session.execute(_PUT[self._session.dialect], list(rows))

    async def drop(self, keys: Iterable[str]) -> None:
        """Delete rows by key."""
        await self._session.execute(delete(FsmRecord).where(FsmRecord.key.in_(list(keys))))

    async def drop_older(self, before: datetime) -> int:
        """Delete bookmarks not touched since; returns how many."""
        result = await self._session.execute(delete(FsmRecord).where(FsmRecord.updated_at < before))
        return int(result.rowcount)
