"""What is to happen in campaigns, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from storage.models import Campaign, CampaignStep
from storage.session import Session
from storage.statements import upsert

WAITING, DONE, MISSED = "waiting", "done", "missed"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as stored; the columns are explained at the table."""

    id: int
    campaign_id: int
    step: str
    state: str
    due_at: datetime
    reached: int
    done_at: datetime | None


_STEP = tuple(getattr(CampaignStep, name) for name in StepRow.__dataclass_fields__)


class CampaignSteps:
    """Rows of steps. Whoever changes them holds the lock of the campaign."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_campaign(self, campaign_id: int) -> list[StepRow]:
        """All steps of a campaign in the order of their moments."""
        query = select(*_STEP).where(CampaignStep.campaign_id == campaign_id)
        rows = await self._session.execute(query.order_by(CampaignStep.due_at, CampaignStep.id))
        return [StepRow(*row) for row in rows]

    async def campaigns_due(self, now: datetime) -> list[int]:
        """Campaigns in which something is due, the longest overdue first."""
        query = (
            select(CampaignStep.campaign_id)
            .where(CampaignStep.state == WAITING, CampaignStep.due_at <= now)
            .group_by(CampaignStep.campaign_id)
            .order_by(func.min(CampaignStep.due_at), CampaignStep.campaign_id)
        )
        return list((await self._session.execute(query)).scalars())

    async def next_due(self) -> datetime | None:
        """When the next step is to be done."""
        query = select(func.min(CampaignStep.due_at)).where(CampaignStep.state == WAITING)
        return (await self._session.execute(query)).scalar_one_or_none()

    async def put(self, campaign_id: int, step: str, due_at: datetime) -> None:
        """Let a step wait for this moment, from its beginning, whatever became of it before."""
        anew: dict[str, Any] = {"due_at": due_at, "state": WAITING, "reached": 0, "done_at": None}
        row = {"campaign_id": campaign_id, "step": step, **anew}
        keys = ["campaign_id", "step"]
        await self._session.execute(upsert(self._session.dialect, CampaignStep, row, keys, **anew))

    async def ask_anew(self) -> None:
        """Let all open campaigns ask those who have not been asked yet."""
        running = select(Campaign.id).where(Campaign.state == "open")
        await self._session.execute(
            update(CampaignStep)
            .where(CampaignStep.step == "open", CampaignStep.campaign_id.in_(running))
            .values(state=WAITING, reached=0, done_at=None)
        )

    async def change(self, step_id: int, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(
            update(CampaignStep).where(CampaignStep.id == step_id).values(**values)
        )

    async def drop_waiting(self, campaign_id: int, but: Collection[str] = ()) -> None:
        """Remove the steps that wait, but for these."""
        await self._session.execute(
            delete(CampaignStep).where(
                CampaignStep.campaign_id == campaign_id,
                CampaignStep.state == WAITING,
                CampaignStep.step.not_in(list(but)),
            )
        )
