"""Campaigns, their steps, and the sets of indicators they collect for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Insert, and_, or_, select, update

from storage.models import Campaign, IndicatorSet
from storage.session import Session
from storage.statements import upsert


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign as stored; the columns are explained at the table."""

    id: int
    kind: str
    key: str
    occasion: str | None
    state: str
    title: str
    wording: str
    consolidated: bool
    covers_from: date
    covers_to: date
    opens_on: date
    opens_at: datetime
    wished_on: date
    deadline_on: date
    due_at: datetime
    schools: list[int] | None
    indicator_set_id: int | None
    created_by: int | None
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None


COLUMNS = tuple(getattr(Campaign, name) for name in CampaignRow.__dataclass_fields__)


class Campaigns:
    """Rows of campaigns."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, campaign_id: int, *, lock: bool = False) -> CampaignRow | None:
        """A campaign; `lock` keeps others from changing it until the end of this unit of work."""
        query = select(*COLUMNS).where(Campaign.id == campaign_id)
        if lock:
            query = query.with_for_update()  # SQLite, with its one writer, leaves it out
        row = (await self._session.execute(query)).first()
        return CampaignRow(*row) if row else None

    async def in_states(self, states: Collection[str]) -> list[CampaignRow]:
        """Campaigns in these states, the latest deadline first."""
        query = select(*COLUMNS).where(Campaign.state.in_(states))
        rows = await self._session.execute(query.order_by(Campaign.due_at.desc(), Campaign.id))
        return [CampaignRow(*row) for row in rows]

    async def before(self, campaign_id: int, covers_to: date, limit: int) -> list[CampaignRow]:
        """Campaigns that were held before this one, the latest first."""
        query = (
            select(*COLUMNS)
            .where(Campaign.state.in_(("open", "closed")), earlier_than(campaign_id, covers_to))
            .order_by(Campaign.covers_to.desc(), Campaign.id.desc())
        )
        return [CampaignRow(*row) for row in await self._session.execute(query.limit(limit))]

    async def some(self, ids: Collection[int]) -> dict[int, CampaignRow]:
        """Campaigns by their ids."""
        rows = await self._session.execute(select(*COLUMNS).where(Campaign.id.in_(list(ids))))
        return {row.id: CampaignRow(*row) for row in rows}

    async def add(self, values: dict[str, Any]) -> int | None:
        """A new campaign; its id. Nothing where its occasion was planned already."""
        statement = upsert(self._session.dialect, Campaign, values, ["occasion"])
        assert isinstance(statement, Insert)
        found = await self._session.execute(statement.returning(Campaign.id))
        return found.scalar_one_or_none()

    async def change(self, campaign_id: int, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(
            update(Campaign).where(Campaign.id == campaign_id).values(**values)
        )

    async def publish_set(self, digest: str, body: str, now: datetime) -> int:
        """The id of this exact set of indicators, stored when new. Stored ones never change."""
        values = {"digest": digest, "body": body, "created_at": now}
        await self._session.execute(upsert(self._session.dialect, IndicatorSet, values, ["digest"]))
        found = await self._session.execute(
            select(IndicatorSet.id).where(IndicatorSet.digest == digest)
        )
        return int(found.scalar_one())

    async def find_set(self, digest: str) -> int | None:
        """The id of a set, when it is stored."""
        found = await self._session.execute(
            select(IndicatorSet.id).where(IndicatorSet.digest == digest)
        )
        return found.scalar_one_or_none()

    async def set_body(self, set_id: int) -> str | None:
        """The stored text of a set."""
        found = await self._session.execute(
            select(IndicatorSet.body).where(IndicatorSet.id == set_id)
        )
        return found.scalar_one_or_none()


def earlier_than(campaign_id: int, covers_to: date) -> ColumnElement[bool]:
    """Campaigns about a time that ended before this one's, or at once and made before it."""
    same_end = and_(Campaign.covers_to == covers_to, Campaign.id < campaign_id)
    return or_(Campaign.covers_to < covers_to, same_end)
