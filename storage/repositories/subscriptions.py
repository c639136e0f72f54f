"""Who wants which broadcasts, and who has read those that ask for it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from storage.models import Acknowledgement, OutboxMessage, Subscription
from storage.session import Session
from storage.statements import upsert


class Subscriptions:
    """Rows of subscriptions and acknowledgements."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_person(self, person_id: int) -> dict[str, bool]:
        """What a person has said about categories."""
        query = select(Subscription.category, Subscription.wanted).where(
            Subscription.person_id == person_id
        )
        rows = await self._session.execute(query)
        return {row.category: row.wanted for row in rows}

    async def put(self, person_id: int, category: str, now: datetime, *, wanted: bool) -> None:
        """Note the person's word."""
        values = {
            "person_id": person_id,
            "category": category,
            "wanted": wanted,
            "changed_at": now,
        }
        statement = upsert(
            self._session.dialect,
            Subscription,
            values,
            ["person_id", "category"],
            where=Subscription.wanted.is_not(wanted),
            wanted=wanted,
            changed_at=now,
        )
        await self._session.execute(statement)

    async def refused(self, category: str, people: Collection[int]) -> set[int]:
        """Those of the people who said that they do not want the category."""
        query = select(Subscription.person_id).where(
            Subscription.person_id.in_(list(people)),
            Subscription.category == category,
            Subscription.wanted.is_(False),
        )
        return set((await self._session.execute(query)).scalars())

    async def acknowledge(self, broadcast_id: int, person_id: int, now: datetime) -> datetime:
        """Note that a person has read a broadcast; the moment of the first time stays."""
        values = {"broadcast_id": broadcast_id, "person_id": person_id, "at": now}
        key = ["broadcast_id", "person_id"]
        await self._session.execute(upsert(self._session.dialect, Acknowledgement, values, key))
        query = select(Acknowledgement.at).where(
            Acknowledgement.broadcast_id == broadcast_id, Acknowledgement.person_id == person_id
        )
        first: datetime = (await self._session.execute(query)).scalar_one()
        return first

    async def addressed(self, broadcast_id: int, person_id: int) -> bool:
        """Whether a copy of the broadcast was made for the person."""
        query = select(OutboxMessage.id).where(
            OutboxMessage.broadcast_id == broadcast_id, OutboxMessage.person_id == person_id
        )
        return (await self._session.execute(query.limit(1))).first() is not None

    async def count_acknowledged(self, broadcast_id: int) -> int:
        """How many people have read a broadcast."""
        query = (
            select(func.count())
            .select_from(Acknowledgement)
            .where(Acknowledgement.broadcast_id == broadcast_id)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def count_silent(self, broadcast_id: int) -> int:
        """How many people got a broadcast and have not said that they read it."""
        said = select(Acknowledgement.person_id).where(
            Acknowledgement.broadcast_id == broadcast_id,
            Acknowledgement.person_id == OutboxMessage.person_id,
        )
        query = (
            select(func.count())
            .select_from(OutboxMessage)
            .where(
                OutboxMessage.broadcast_id == broadcast_id,
                OutboxMessage.state == "sent",
                ~said.exists(),
            )
        )
        return int((await self._session.execute(query)).scalar_one())
