"""Messages that the bot owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.models import OutboxMessage
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message on its way."""

    id: int
    person_id: int
    kind: str
    facts: dict[str, Any]
    attempts: int
    created_at: datetime


class Outbox:
    """Rows of the outbox."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, person_id: int, kind: str, facts: dict[str, Any], dedupe_key: str, now: datetime
    ) -> bool:
        """Owe a message from now on; whether this key was new."""
        values = {
            "person_id": person_id,
            "kind": kind,
            "facts": facts,
            "dedupe_key": dedupe_key,
            "state": "waiting",
            "attempts": 0,
            "next_at": now,
            "created_at": now,
        }
        statement = upsert(self._session.dialect, OutboxMessage, values, ["dedupe_key"])
        return (await self._session.execute(statement)).rowcount > 0
