"""Copies of broadcasts: rows of the outbox, one for each person who gets one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, case, cast, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import Acknowledgement, OutboxMessage, Person
from storage.session import Session

KIND, REMINDER = "broadcast", "ack-reminder"
# On its way: a sender has it, or will have it.
OPEN = ("waiting", "sending")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """What became of one person's copy."""

    person_id: int
    name: str | None
    school_id: int | None
    state: str
    sent_at: datetime | None
    error: str | None
    acknowledged_at: datetime | None


class Copies:
    """Rows of the outbox that belong to broadcasts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def queue(
        self,
        broadcast_id: int,
        audience: Select[*tuple[Any, ...]],
        after: int,
        before: datetime,
        limit: int,
        now: datetime,
    ) -> tuple[int, int]:
        """Write copies for the next people of an audience: the last of them, and how many.

        `audience` selects id and `unreachable_at` of people; only those beyond `after` who signed
        up before `before` count. What is written already stays as it is.
        """
        people = audience.where(Person.id > after, Person.registered_at <= before)
        ids = people.with_only_columns(Person.id, maintain_column_froms=True)
        chunk = ids.order_by(None).order_by(Person.id).limit(limit).subquery()
        found = await self._session.execute(select(func.max(chunk.c.id), func.count()))
        last, count = found.one()
        if last is None:
            return after, 0
        await self._session.execute(
            self._copied(broadcast_id, people.where(Person.id <= last), now)
        )
        return int(last), int(count)

    def _copied(self, broadcast_id: int, people: Select[*tuple[Any, ...]], now: datetime) -> Any:
        state = case((Person.unreachable_at.is_(None), "waiting"), else_="unreachable")
        number = literal(broadcast_id, OutboxMessage.broadcast_id.type)
        return self._owed(
            people, KIND, f"{KIND}:{broadcast_id}:", now, state=state, broadcast_id=number
        )

    def _owed(
        self, people: Select[*tuple[Any, ...]], kind: str, key: str, now: datetime, **given: Any
    ) -> Any:
        """A message for each person of a query; who has one under this key gets no other."""
        values: dict[str, Any] = {
            "person_id": Person.id,
            "kind": literal(kind),
            "facts": literal({}, OutboxMessage.facts.type),
            "dedupe_key": literal(key) + cast(Person.id, String),
            "attempts": literal(0),
            "uncertain": literal(0),
            "due_at": literal(now, OutboxMessage.due_at.type),
            "next_at": literal(now, OutboxMessage.next_at.type),
            "created_at": literal(now, OutboxMessage.created_at.type),
            **given,
        }
        chosen = people.with_only_columns(*values.values(), maintain_column_froms=True)
        insert = sqlite.insert if self._session.dialect == "sqlite" else postgresql.insert
        return (
            insert(OutboxMessage)
            .from_select(list(values), chosen.order_by(None), include_defaults=False)
            .on_conflict_do_nothing(index_elements=["dedupe_key"])
        )

    async def remind(self, broadcast_id: int, day: str, now: datetime) -> int:
        """Owe a reminder to those who got it and have not acknowledged it, one a day; how many."""
        reminder = self._owed(
            _copies(broadcast_id, "silent"), REMINDER, f"{REMINDER}:{broadcast_id}:{day}:", now,
            facts=literal({"broadcast_id": broadcast_id}, OutboxMessage.facts.type),
            state=literal("waiting"),
            subject=literal(f"{KIND}:{broadcast_id}"),
        )  # fmt: skip
        return int((await self._session.execute(reminder)).rowcount)

    async def any_open(self, broadcast_id: int) -> bool:
        """Whether a copy is still to be sent."""
        query = select(OutboxMessage.id).where(
            OutboxMessage.broadcast_id == broadcast_id, OutboxMessage.state.in_(OPEN)
        )
        return (await self._session.execute(query.limit(1))).first() is not None

    async def refused(self, broadcast_id: int, many: int) -> bool:
        """Whether so many copies failed for good and not one has arrived."""
        mine = select(OutboxMessage.id).where(OutboxMessage.broadcast_id == broadcast_id)
        failed = await self._session.execute(
            mine.where(OutboxMessage.state == "failed").limit(many)
        )
        if len(failed.all()) < many:
            return False
        sent = mine.where(OutboxMessage.state == "sent").limit(1)
        return (await self._session.execute(sent)).first() is None

    async def take_back(self, broadcast_id: int, limit: int) -> int:
        """Cancel so many copies that wait; how many it were."""
        waiting = select(OutboxMessage.id).where(
            OutboxMessage.broadcast_id == broadcast_id, OutboxMessage.state == "waiting"
        )
        changed = await self._session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(waiting.limit(limit)), OutboxMessage.state == "waiting")
            .values(state="cancelled")
        )
        return int(changed.rowcount)

    async def counts(self, broadcast_id: int) -> dict[str, int]:
        """How many copies are in each state; `twice`: sent, and maybe more than once."""
        twice = case((OutboxMessage.uncertain > 0, 1), else_=0)
        query = (
            select(OutboxMessage.state, func.count(), func.sum(twice))
            .where(OutboxMessage.broadcast_id == broadcast_id)
            .group_by(OutboxMessage.state)
        )
        rows = [tuple(row) for row in await self._session.execute(query)]
        found = {state: int(count) for state, count, _ in rows}
        found["twice"] = sum(int(unsure) for state, _, unsure in rows if state == "sent")
        return found

    async def sent_since(self, broadcast_id: int, moment: datetime) -> int:
        """How many went out since then."""
        query = select(func.count()).where(
            OutboxMessage.broadcast_id == broadcast_id,
            OutboxMessage.state == "sent",
            OutboxMessage.sent_at > moment,
        )
        return int((await self._session.execute(query)).scalar_one())

    async def reasons(self, broadcast_id: int, limit: int) -> list[tuple[str, int]]:
        """Why copies failed, the most frequent first."""
        count = func.count().label("count")
        query = (
            select(OutboxMessage.error, count)
            .where(OutboxMessage.broadcast_id == broadcast_id, OutboxMessage.state == "failed")
            .group_by(OutboxMessage.error)
            .order_by(count.desc(), OutboxMessage.error)
            .limit(limit)
        )
        return [(error or "", int(n)) for error, n in await self._session.execute(query)]

    async def has_read(self, broadcast_id: int, person_id: int) -> bool:
        """Whether a person has acknowledged a broadcast."""
        query = select(Acknowledgement.at).where(
            Acknowledgement.broadcast_id == broadcast_id, Acknowledgement.person_id == person_id
        )
        return (await self._session.execute(query)).first() is not None

    async def count(self, broadcast_id: int, group: str) -> int:
        """How many people are in a group: `unreachable`, `failed` or `silent`."""
        query = _copies(broadcast_id, group).with_only_columns(
            func.count(), maintain_column_froms=True
        )
        return int((await self._session.execute(query.order_by(None))).scalar_one())

    async def people(self, broadcast_id: int, group: str, offset: int, limit: int) -> list[CopyRow]:
        """Copies with names, of a group, by name.

        `silent` are those who got it and have not acknowledged it.
        """
        query = _copies(broadcast_id, group).offset(offset).limit(limit)
        return [CopyRow(*row) for row in await self._session.execute(query)]

    async def export(self, broadcast_id: int, after: int, limit: int) -> list[CopyRow]:
        """Copies of people beyond an id, by id."""
        query = _copies(broadcast_id, None).where(OutboxMessage.person_id > after)
        rows = await self._session.execute(
            query.order_by(None).order_by(OutboxMessage.person_id).limit(limit)
        )
        return [CopyRow(*row) for row in rows]


def _copies(broadcast_id: int, group: str | None) -> Select[*tuple[Any, ...]]:
    acknowledged = (Acknowledgement.broadcast_id == broadcast_id) & (
        Acknowledgement.person_id == OutboxMessage.person_id
    )
    query = (
        select(
            OutboxMessage.person_id,
            Person.full_name,
            Person.school_id,
            OutboxMessage.state,
            OutboxMessage.sent_at,
            OutboxMessage.error,
            Acknowledgement.at,
        )
        .join(Person, Person.id == OutboxMessage.person_id)
        .outerjoin(Acknowledgement, acknowledged)
        .where(OutboxMessage.broadcast_id == broadcast_id)
        .order_by(Person.full_name, OutboxMessage.person_id)
    )
    return query.where(*_GROUPS[group]) if group else query


_GROUPS: dict[str, tuple[ColumnElement[bool], ...]] = {
    "unreachable": (OutboxMessage.state == "unreachable",),
    "failed": (OutboxMessage.state == "failed",),
    "silent": (OutboxMessage.state == "sent", Acknowledgement.at.is_(None)),
}
