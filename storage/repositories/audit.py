"""The audit log: adding and reading; nothing else exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from storage.models import AuditEntry
from storage.session import Session


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry; `actor_id` is empty for the program itself."""

    id: int
    at: datetime
    update_id: int | None
    actor_id: int | None
    kind: str
    subject_id: int | None
    school_id: int | None
    facts: dict[str, Any]


class AuditLog:
    """Rows of the audit log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, entries: Sequence[dict[str, Any]]) -> None:
        """Append entries: column names and values."""
        if entries:
            await self._session.execute(insert(AuditEntry), list(entries))
