"""Numbers about events, broadcasts and monitoring."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from storage.models import (
    Broadcast,
    Campaign,
    DataRequest,
    Decision,
    Event,
    OutboxMessage,
    Registration,
)
from storage.repositories.data_requests import GIVEN
from storage.session import Session


class Activity:
    """Counts over the tables of events, broadcasts and monitoring."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def coming(self, now: datetime) -> int:
        """How many published events have not begun."""
        query = (
            select(func.count())
            .select_from(Event)
            .where(Event.state == "published", Event.starts_at > now)
        )
        return int((await self._session.execute(query)).scalar_one())

    async def held(self, since: datetime, now: datetime) -> int:
        """How many events took place between two moments."""
        query = select(func.count()).select_from(Event).where(_took_place(since, now))
        return int((await self._session.execute(query)).scalar_one())

    async def places(self, since: datetime, now: datetime) -> tuple[int, int]:
        """Of the events between two moments: places taken, and people who came."""
        query = (
            select(
                func.count().filter(Registration.state == "registered"),
                func.count().filter(Registration.attended_at.is_not(None)),
            )
            .join(Event, Event.id == Registration.event_id)
            .where(_took_place(since, now))
        )
        taken, came = (await self._session.execute(query)).one()
        return int(taken), int(came)

    async def attended(self, person_id: int) -> int:
        """How many events a person came to."""
        query = (
            select(func.count())
            .select_from(Registration)
            .where(Registration.person_id == person_id, Registration.attended_at.is_not(None))
        )
        return int((await self._session.execute(query)).scalar_one())

    async def broadcasts(self, since: datetime) -> int:
        """How many broadcasts were begun from a moment on, the cancelled ones too."""
        query = select(func.count()).select_from(Broadcast).where(Broadcast.started_at >= since)
        return int((await self._session.execute(query)).scalar_one())

    async def delivered(self, since: datetime) -> int:
        """How many copies of broadcasts were delivered from a moment on."""
        query = (
            select(func.count())
            .select_from(OutboxMessage)
            .where(
                OutboxMessage.broadcast_id.is_not(None),
                OutboxMessage.state == "sent",
                OutboxMessage.sent_at >= since,
            )
        )
        return int((await self._session.execute(query)).scalar_one())

    async def collected(self) -> tuple[str, int, int, int] | None:
        """The title of the latest campaign that was opened, how many schools were asked, how many
        have answered, and how many of those late."""
        answered = DataRequest.state.in_(GIVEN)
        late = answered & (DataRequest.submitted_at >= Campaign.due_at)
        query = (
            select(
                Campaign.title, func.count(), func.count().filter(answered),
                func.count().filter(late),
            )
            .join(DataRequest, DataRequest.campaign_id == Campaign.id)
            .where(DataRequest.school_id.is_not(None), DataRequest.state != "withdrawn")
            .group_by(Campaign.id, Campaign.title)
            .order_by(Campaign.opened_at.desc(), Campaign.id.desc())
            .limit(1)
        )  # fmt: skip
        row = (await self._session.execute(query)).first()
        return (row[0], int(row[1]), int(row[2]), int(row[3])) if row else None

    async def decided(self, today: date) -> tuple[int, int]:
        """How many decisions are to be carried out, and how many of them by a day that is over."""
        query = select(
            func.count(), func.count().filter(Decision.due_on < today)
        ).where(Decision.state == "open")  # fmt: skip
        under_way, overdue = (await self._session.execute(query)).one()
        return int(under_way), int(overdue)


def _took_place(since: datetime, now: datetime) -> ColumnElement[bool]:
    return Event.state.in_(("published", "over")) & Event.ends_at.between(since, now)
