"""Wishes of registered people to belong to another school."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Update, func, select, update

from storage.models import SchoolTransfer
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A change of school; `state` is `waiting`, `confirmed`, `declined` or `withdrawn`."""

    id: int
    person_id: int
    from_school_id: int | None
    to_school_id: int
    state: str
    created_at: datetime


_TRANSFER = select(
    SchoolTransfer.id,
    SchoolTransfer.person_id,
    SchoolTransfer.from_school_id,
    SchoolTransfer.to_school_id,
    SchoolTransfer.state,
    SchoolTransfer.created_at,
)


class Transfers:
    """Rows of changes of school."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, transfer_id: int) -> TransferRow | None:
        """A change of school by id, whatever its state."""
        query = _TRANSFER.where(SchoolTransfer.id == transfer_id)
        row = (await self._session.execute(query)).first()
        return TransferRow(*row) if row else None

    async def of_person(self, person_id: int) -> TransferRow | None:
        """The one that waits for a decision, if there is one."""
        query = _TRANSFER.where(
            SchoolTransfer.person_id == person_id, SchoolTransfer.state == "waiting"
        )
        row = (await self._session.execute(query)).first()
        return TransferRow(*row) if row else None

    async def ask(
        self, person_id: int, from_school_id: int, to_school_id: int, now: datetime
    ) -> bool:
        """Wish for a school in place of any other wished for; whether the wish was new."""
        await self._session.execute(
            _withdrawn(person_id, now).where(SchoolTransfer.to_school_id != to_school_id)
        )
        values = {
            "person_id": person_id,
            "from_school_id": from_school_id,
            "to_school_id": to_school_id,
            "state": "waiting",
            "created_at": now,
        }
        statement = upsert(self._session.dialect, SchoolTransfer, values, [])
        return (await self._session.execute(statement)).rowcount > 0

    async def asked_since(self, person_id: int, moment: datetime) -> int:
        """How often a person has wished for a school since then."""
        query = (
            select(func.count())
            .select_from(SchoolTransfer)
            .where(SchoolTransfer.person_id == person_id, SchoolTransfer.created_at > moment)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def withdraw(self, person_id: int, now: datetime) -> None:
        """Give up the wish of a person; without one nothing changes."""
        await self._session.execute(_withdrawn(person_id, now))

    async def decide(self, transfer_id: int, state: str, now: datetime, by: int) -> bool:
        """Confirm or decline a wish that still waits; whether it did."""
        changed = await self._session.execute(
            update(SchoolTransfer)
            .where(SchoolTransfer.id == transfer_id, SchoolTransfer.state == "waiting")
            .values(state=state, decided_at=now, decided_by=by)
        )
        return changed.rowcount > 0

    async def waiting(
        self, schools: Collection[int] | None, offset: int, limit: int
    ) -> list[TransferRow]:
        """Wishes that wait, the oldest first; into these schools, or into any."""
        query = _TRANSFER.where(*_waiting_at(schools)).order_by(SchoolTransfer.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [TransferRow(*row) for row in rows]

    async def count_waiting(self, schools: Collection[int] | None) -> int:
        """How many wait for a decision; into these schools, or into any."""
        query = select(func.count()).select_from(SchoolTransfer).where(*_waiting_at(schools))
        return int((await self._session.execute(query)).scalar_one())


def _withdrawn(person_id: int, now: datetime) -> Update:
    return (
        update(SchoolTransfer)
        .where(SchoolTransfer.person_id == person_id, SchoolTransfer.state == "waiting")
        .values(state="withdrawn", decided_at=now)
    )


def _waiting_at(schools: Collection[int] | None) -> list[ColumnElement[bool]]:
    waiting = SchoolTransfer.state == "waiting"
    if schools is None:
        return [waiting]
    return [waiting, SchoolTransfer.to_school_id.in_(list(schools))]
