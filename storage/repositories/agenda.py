"""What is to happen by itself, and when: steps of campaigns, ends of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.models import Campaign, CampaignStep, Event
from storage.session import Session

_LIVE = ("planned", "open")


@dataclass(frozen=True, slots=True)
class StepAhead:
    """A step that waits for its time, and of which campaign; `key` is that of the calendar."""

    at: datetime
    step: str
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class EventEnd:
    """An event that will be closed when it ends."""

    at: datetime
    title: str


class Agenda:
    """Rows that wait for a moment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def steps(self, limit: int) -> list[StepAhead]:
        """Steps of campaigns that wait, the earliest first."""
        query = (
            select(CampaignStep.due_at, CampaignStep.step, Campaign.key, Campaign.title)
            .join(Campaign, Campaign.id == CampaignStep.campaign_id)
            .where(CampaignStep.state == "waiting", Campaign.state.in_(_LIVE))
            .order_by(CampaignStep.due_at, CampaignStep.id)
            .limit(limit)
        )
        return [StepAhead(*row) for row in await self._session.execute(query)]

    async def ends(self, limit: int) -> list[EventEnd]:
        """Events that are not closed yet, the first to end before the others."""
        query = (
            select(Event.ends_at, Event.title)
            .where(Event.state == "published", Event.ends_at.is_not(None))
            .order_by(Event.ends_at, Event.id)
            .limit(limit)
        )
        return [EventEnd(*row) for row in await self._session.execute(query)]

    async def steps_done(self, since: datetime) -> dict[str, int]:
        """How many steps of each sort were done from a moment on."""
        query = (
            select(CampaignStep.step, func.count())
            .where(CampaignStep.state == "done", CampaignStep.done_at >= since)
            .group_by(CampaignStep.step)
        )
        return {str(step): int(count) for step, count in await self._session.execute(query)}
