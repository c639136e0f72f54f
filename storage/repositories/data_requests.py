"""Requests for data, one for each school of a campaign."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update

from storage.models import Campaign, DataRequest, Person, RequestHelper
from storage.session import Session

# Who still owes an answer, and whose answers count.
OWING = ("expected", "in_work", "returned")
GIVEN = ("submitted", "returned", "accepted")


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as stored; the columns are explained at the table."""

    id: int
    campaign_id: int
    school_id: int | None
    state: str
    returns: int
    created_at: datetime
    begun_at: datetime | None
    submitted_at: datetime | None
    submitted_by: int | None
    handed_in_at: datetime | None
    returned_at: datetime | None
    accepted_at: datetime | None
    checked_by: int | None


COLUMNS = tuple(getattr(DataRequest, name) for name in RequestRow.__dataclass_fields__)


class DataRequests:
    """Rows of requests."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, request_id: int, *, lock: bool = False) -> RequestRow | None:
        """A request; `lock` keeps others from changing it until the end of this unit of work."""
        query = select(*COLUMNS).where(DataRequest.id == request_id)
        if lock:
            query = query.with_for_update()
        row = (await self._session.execute(query)).first()
        return RequestRow(*row) if row else None

    async def of_school(self, campaign_id: int, school_id: int | None) -> RequestRow | None:
        """The request of a school in a campaign; without a school, that of the municipality."""
        query = select(*COLUMNS).where(
            DataRequest.campaign_id == campaign_id, DataRequest.school_id == school_id
        )
        row = (await self._session.execute(query)).first()
        return RequestRow(*row) if row else None

    async def of_campaign(
        self, campaign_id: int, states: Collection[str] | None = None
    ) -> list[RequestRow]:
        """All requests of a campaign, the municipality's own part among them."""
        query = select(*COLUMNS).where(DataRequest.campaign_id == campaign_id)
        if states is not None:
            query = query.where(DataRequest.state.in_(states))
        rows = await self._session.execute(query.order_by(DataRequest.id))
        return [RequestRow(*row) for row in rows]

    async def change(self, request_id: int, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(
            update(DataRequest).where(DataRequest.id == request_id).values(**values)
        )

    async def helpers(self, request_id: int) -> list[int]:
        """Ids of colleagues to whom a request was handed and who are still at its school."""
        query = (
            select(RequestHelper.person_id)
            .join(DataRequest, DataRequest.id == RequestHelper.request_id)
            .join(Person, Person.id == RequestHelper.person_id)
            .where(DataRequest.id == request_id, Person.school_id == DataRequest.school_id)
        )
        return sorted((await self._session.execute(query)).scalars())

    async def of_person(
        self, schools: Collection[int], person_id: int, *, municipality: bool, limit: int
    ) -> list[RequestRow]:
        """Requests that somebody may answer, the latest deadline first.

        Those of these schools, those handed over, and the municipality's own if wanted.
        """
        query = (
            select(*COLUMNS)
            .join(Campaign, Campaign.id == DataRequest.campaign_id)
            .where(
                Campaign.state.in_(("open", "closed")),
                DataRequest.state != "withdrawn",
                _of(schools, person_id, municipality),
            )
            .order_by(Campaign.due_at.desc(), DataRequest.id.desc())
            .limit(limit)
        )
        return [RequestRow(*row) for row in await self._session.execute(query)]

    async def begin(self, request_id: int, now: datetime) -> None:
        """The first answer was given."""
        await self._session.execute(
            update(DataRequest)
            .where(DataRequest.id == request_id, DataRequest.state == "expected")
            .values(state="in_work", begun_at=now)
        )


def _of(schools: Collection[int], person_id: int, municipality: bool) -> ColumnElement[bool]:
    handed = (
        select(RequestHelper.request_id)
        .join(Person, Person.id == RequestHelper.person_id)
        .where(RequestHelper.person_id == person_id, Person.school_id == DataRequest.school_id)
    )
    mine = [DataRequest.school_id.in_(list(schools)), DataRequest.id.in_(handed)]
    if municipality:
        mine.append(DataRequest.school_id.is_(None))
    return or_(*mine)
