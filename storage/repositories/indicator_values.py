"""Answers as results are made of them: whole campaigns at a time, only what counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select

from storage.models import Campaign, DataChange, DataRequest, DataValue, LowReason, School
from storage.repositories.campaigns import COLUMNS as CAMPAIGN
from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import GIVEN
from storage.session import Session


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A request with the names of its school; without one it is the municipality's own part."""

    request_id: int
    school_id: int | None
    name: str | None
    english_name: str | None
    state: str
    returns: int
    submitted_at: datetime | None


@dataclass(frozen=True, slots=True)
class CellRow:
    """An answer as a table shows it; `returned` is why it is to be corrected."""

    request_id: int
    variable: str
    number: float | None
    text: str | None
    no_data: bool
    note: str
    returned: str | None


@dataclass(frozen=True, slots=True)
class PastRow:
    """One line of the history of a campaign; whose hand it was stays out."""

    id: int
    request_id: int
    variable: str
    kind: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str
    made_at: datetime


_ASKED = (
    DataRequest.id,
    DataRequest.school_id,
    School.short_name,
    School.english_name,
    DataRequest.state,
    DataRequest.returns,
    DataRequest.submitted_at,
)
_CELL = tuple(getattr(DataValue, name) for name in CellRow.__dataclass_fields__)
_PAST = tuple(getattr(DataChange, name) for name in PastRow.__dataclass_fields__)
_HELD = ("open", "closed")


class IndicatorValues:
    """What results are made of."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def asked(self, campaign_id: int) -> list[AskedRow]:
        """Requests of a campaign but the withdrawn ones, by the names of the schools."""
        query = (
            select(*_ASKED)
            .outerjoin(School, School.id == DataRequest.school_id)
            .where(DataRequest.campaign_id == campaign_id, DataRequest.state != "withdrawn")
            .order_by(School.search_name, DataRequest.id)
        )
        return [AskedRow(*row) for row in await self._session.execute(query)]

    async def numbers(
        self, campaign_id: int, variables: Collection[str] | None = None
    ) -> list[tuple[int, str, float | None]]:
        """Request, variable and number of all answers that count; nothing: there are no data.

        Fields that are to be corrected do not count.
        """
        columns = (DataValue.request_id, DataValue.variable, DataValue.number)
        given = or_(DataValue.number.is_not(None), DataValue.no_data)
        chosen: Any = select(*columns)
        query = _counted(chosen).where(DataRequest.campaign_id == campaign_id, given)
        if variables is not None:
            query = query.where(DataValue.variable.in_(list(variables)))
        return [(row[0], row[1], row[2]) for row in await self._session.execute(query)]

    async def words(self, campaign_id: int) -> dict[str, CellRow]:
        """What the municipality itself answered in words, by variable; what counts of it."""
        query = _counted(select(*_CELL)).where(
            DataRequest.campaign_id == campaign_id,
            DataRequest.school_id.is_(None),
            DataValue.number.is_(None),
        )
        return {row.variable: CellRow(*row) for row in await self._session.execute(query)}

    async def cells(self, request_ids: Collection[int]) -> list[CellRow]:
        """All answers of some requests that were given, those to be corrected among them."""
        query = select(*_CELL).join(DataRequest, DataRequest.id == DataValue.request_id)
        query = query.where(
            DataValue.request_id.in_(list(request_ids)), DataRequest.state.in_(GIVEN)
        )
        return [CellRow(*row) for row in await self._session.execute(query)]

    async def reasons(
        self, request_ids: Collection[int], indicator: str | None = None
    ) -> dict[tuple[int, str], str]:
        """Words of schools on low indicators, by request and indicator."""
        query = select(LowReason.request_id, LowReason.indicator, LowReason.text)
        query = query.where(LowReason.request_id.in_(list(request_ids)))
        if indicator is not None:
            query = query.where(LowReason.indicator == indicator)
        return {(row[0], row[1]): row[2] for row in await self._session.execute(query)}

    async def past(self, campaign_id: int, after: int, limit: int) -> list[PastRow]:
        """Lines of the history of a campaign beyond a line, in the order in which they arose.

        Drafts that were never handed in stay out.
        """
        query = (
            select(*_PAST)
            .join(DataRequest, DataRequest.id == DataChange.request_id)
            .where(
                DataRequest.campaign_id == campaign_id,
                DataRequest.submitted_at.is_not(None),
                DataChange.id > after,
            )
            .order_by(DataChange.id)
            .limit(limit)
        )
        return [PastRow(*row) for row in await self._session.execute(query)]

    async def held(self, limit: int) -> list[CampaignRow]:
        """Campaigns that have opened, the latest period first."""
        query = (
            select(*CAMPAIGN)
            .where(Campaign.state.in_(_HELD), Campaign.indicator_set_id.is_not(None))
            .order_by(Campaign.covers_to.desc(), Campaign.id.desc())
            .limit(limit)
        )
        return [CampaignRow(*row) for row in await self._session.execute(query)]


def _counted(query: Select[Any]) -> Select[Any]:
    """Answers of requests that were handed in, without fields that are to be corrected."""
    return query.join(DataRequest, DataRequest.id == DataValue.request_id).where(
        DataRequest.state.in_(GIVEN), DataValue.returned.is_(None)
    )
