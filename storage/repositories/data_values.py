"""Answers of requests, and the history of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from storage.models import Campaign, DataChange, DataRequest, DataValue, LowReason
from storage.repositories.campaigns import earlier_than
from storage.repositories.data_requests import GIVEN
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class ValueRow:
    """An answer as stored; the columns are explained at the table."""

    request_id: int
    variable: str
    number: float | None
    text: str | None
    no_data: bool
    note: str
    file_id: str | None
    file_name: str
    origin: str
    returned: str | None
    before: dict[str, Any] | None
    given_by: int | None
    given_at: datetime
    marked: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One line of a request's history."""

    id: int
    request_id: int
    variable: str
    kind: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str
    made_by: int | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LowReasonRow:
    """A school's word on an indicator below its threshold."""

    request_id: int
    indicator: str
    text: str
    given_by: int | None
    given_at: datetime


_VALUE = tuple(getattr(DataValue, name) for name in ValueRow.__dataclass_fields__)
_CHANGE = tuple(getattr(DataChange, name) for name in ChangeRow.__dataclass_fields__)
_LOW = tuple(getattr(LowReason, name) for name in LowReasonRow.__dataclass_fields__)


class DataValues:
    """Rows of answers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_request(self, request_id: int) -> dict[str, ValueRow]:
        """The answers of one request by variable."""
        rows = await self._session.execute(
            select(*_VALUE).where(DataValue.request_id == request_id)
        )
        return {row.variable: ValueRow(*row) for row in rows}

    async def of_campaign(self, campaign_id: int, states: Collection[str]) -> list[ValueRow]:
        """All answers of the requests in these states, by request."""
        query = (
            select(*_VALUE)
            .join(DataRequest, DataRequest.id == DataValue.request_id)
            .where(DataRequest.campaign_id == campaign_id, DataRequest.state.in_(states))
            .order_by(DataValue.request_id)
        )
        return [ValueRow(*row) for row in await self._session.execute(query)]

    async def earlier(
        self, campaign_id: int, covers_to: date, school_id: int | None
    ) -> list[ValueRow]:
        """Answers that a school handed in in campaigns before this one, the latest last."""
        query = (
            select(*_VALUE)
            .join(DataRequest, DataRequest.id == DataValue.request_id)
            .join(Campaign, Campaign.id == DataRequest.campaign_id)
            .where(
                DataRequest.school_id == school_id,
                DataRequest.state.in_(GIVEN),
                DataValue.returned.is_(None),
                earlier_than(campaign_id, covers_to),
            )
            .order_by(Campaign.covers_to, Campaign.id)
        )
        return [ValueRow(*row) for row in await self._session.execute(query)]

    async def put(self, request_id: int, variable: str, **values: Any) -> None:
        """Store an answer in the place of the one before."""
        row = {"request_id": request_id, "variable": variable, **values}
        keys = ["request_id", "variable"]
        await self._session.execute(upsert(self._session.dialect, DataValue, row, keys, **values))

    async def change(self, request_id: int, variables: Iterable[str], **values: Any) -> None:
        """Change columns of stored answers."""
        await self._session.execute(
            update(DataValue)
            .where(DataValue.request_id == request_id, DataValue.variable.in_(list(variables)))
            .values(**values)
        )

    async def low_reasons(self, request_id: int) -> dict[str, LowReasonRow]:
        """A school's words on low indicators, by indicator."""
        rows = await self._session.execute(select(*_LOW).where(LowReason.request_id == request_id))
        return {row.indicator: LowReasonRow(*row) for row in rows}

    async def low_reasons_of_campaign(self, campaign_id: int) -> list[LowReasonRow]:
        """All words on low indicators in a campaign."""
        query = (
            select(*_LOW)
            .join(DataRequest, DataRequest.id == LowReason.request_id)
            .where(DataRequest.campaign_id == campaign_id)
        )
        return [LowReasonRow(*row) for row in await self._session.execute(query)]

    async def put_low_reason(
        self, request_id: int, indicator: str, text: str, by: int, now: datetime
    ) -> None:
        """Store a school's word on a low indicator."""
        values: dict[str, Any] = {"text": text, "given_by": by, "given_at": now}
        row = {"request_id": request_id, "indicator": indicator, **values}
        keys = ["request_id", "indicator"]
        await self._session.execute(upsert(self._session.dialect, LowReason, row, keys, **values))

    async def note(
        self,
        request_id: int,
        kind: str,
        by: int | None,
        now: datetime,
        *,
        variable: str = "",
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        reason: str = "",
    ) -> None:
        """Add a line to the history of a request."""
        await self._session.execute(
            insert(DataChange).values(
                request_id=request_id,
                variable=variable,
                kind=kind,
                before=before,
                after=after,
                reason=reason,
                made_by=by,
                made_at=now,
            )
        )

    async def counts(self, request_ids: Collection[int]) -> dict[int, int]:
        """How many fields of each request have an answer; requests without any lack."""
        query = (
            select(DataValue.request_id, func.count())
            .where(DataValue.request_id.in_(list(request_ids)))
            .group_by(DataValue.request_id)
        )
        return {key: int(count) for key, count in await self._session.execute(query)}

    async def last_change(self, request_id: int, variable: str) -> int:
        """The id of the last line that an answer to this variable left; 0 where none did."""
        found = await self._session.execute(
            select(func.max(DataChange.id)).where(
                DataChange.request_id == request_id,
                DataChange.variable == variable,
                DataChange.kind == "value",
            )
        )
        return int(found.scalar_one() or 0)

    async def history(
        self, request_id: int, variable: str | None, offset: int, limit: int
    ) -> tuple[list[ChangeRow], int]:
        """Lines of a request's history, the latest first, and how many there are."""
        wanted = [DataChange.request_id == request_id]
        if variable is not None:
            wanted.append(DataChange.variable == variable)
        total = await self._session.execute(
            select(func.count()).select_from(DataChange).where(*wanted)
        )
        query = select(*_CHANGE).where(*wanted).order_by(DataChange.id.desc())
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [ChangeRow(*row) for row in rows], int(total.scalar_one())
