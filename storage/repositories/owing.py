"""Writing what the bot owes, and taking it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from storage.models import OutboxMessage
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class Message:
    """One of many messages that are owed together, each about something else."""

    person_id: int
    dedupe_key: str
    subject: str
    facts: dict[str, Any]


class Owing:
    """Rows of the outbox, as they are written. `added`: whether this unit of work owes something
    new."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added = False

    async def add(
        self,
        person_id: int,
        kind: str,
        facts: dict[str, Any],
        dedupe_key: str,
        now: datetime,
        *,
        at: datetime | None = None,
        expires_at: datetime | None = None,
        subject: str | None = None,
    ) -> bool:
        """Owe a message from now on, or from `at` on; whether this key was new."""
        values = _message(person_id, kind, facts, dedupe_key, now, at, expires_at, subject)
        statement = upsert(self._session.dialect, OutboxMessage, values, ["dedupe_key"])
        added = (await self._session.execute(statement)).rowcount > 0
        self.added = self.added or added
        return added

    async def add_all(
        self,
        keyed: Sequence[tuple[int, str]],
        kind: str,
        facts: dict[str, Any],
        now: datetime,
        *,
        at: datetime | None = None,
        expires_at: datetime | None = None,
        subject: str | None = None,
    ) -> None:
        """Owe many people the same: their ids, each with a `dedupe_key`; the rest as for one."""
        messages = [
            _message(person_id, kind, facts, key, now, at, expires_at, subject)
            for person_id, key in keyed
        ]
        if messages:
            statement = upsert(self._session.dialect, OutboxMessage, messages[0], ["dedupe_key"])
            await self._session.execute(statement, messages)
            self.added = True

    async def add_each(
        self,
        owed: Sequence[Message],
        kind: str,
        now: datetime,
        *,
        at: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Owe many people messages of one kind, each with its own facts and subject."""
        messages = [
            _message(m.person_id, kind, m.facts, m.dedupe_key, now, at, expires_at, m.subject)
            for m in owed
        ]
        if messages:
            statement = upsert(self._session.dialect, OutboxMessage, messages[0], ["dedupe_key"])
            await self._session.execute(statement, messages)
            self.added = True

    async def take_back(
        self, subject: str, kinds: Collection[str] = (), person_id: int | None = None
    ) -> None:
        """Cancel what waits about a subject: only of these kinds, only to this person if given."""
        wanted = [OutboxMessage.subject == subject, OutboxMessage.state == "waiting"]
        if kinds:
            wanted.append(OutboxMessage.kind.in_(kinds))
        if person_id is not None:
            wanted.append(OutboxMessage.person_id == person_id)
        await self._session.execute(update(OutboxMessage).where(*wanted).values(state="cancelled"))

    async def take_back_all(self, subjects: Collection[str], kinds: Collection[str]) -> None:
        """Cancel what waits of these kinds about several subjects."""
        await self._session.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.subject.in_(list(subjects)),
                OutboxMessage.state == "waiting",
                OutboxMessage.kind.in_(kinds),
            )
            .values(state="cancelled")
        )

    async def waiting_at(self, subject: str, kind: str, person_id: int) -> datetime | None:
        """When somebody is to be told what waits about a subject; nothing: nothing waits."""
        query = select(func.min(OutboxMessage.next_at)).where(
            OutboxMessage.subject == subject,
            OutboxMessage.state == "waiting",
            OutboxMessage.kind == kind,
            OutboxMessage.person_id == person_id,
        )
        return (await self._session.execute(query)).scalar_one_or_none()


def _message(
    person_id: int,
    kind: str,
    facts: dict[str, Any],
    dedupe_key: str,
    now: datetime,
    at: datetime | None,
    expires_at: datetime | None,
    subject: str | None,
) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "kind": kind,
        "facts": facts,
        "dedupe_key": dedupe_key,
        "state": "waiting",
        "attempts": 0,
        "uncertain": 0,
        "subject": subject,
        "due_at": at or now,
        "next_at": at or now,
        "expires_at": expires_at,
        "created_at": now,
    }
