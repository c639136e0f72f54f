"""Campaigns in lists: how far each is, whether it opens by itself, whom it would reach."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from storage.models import CampaignStep, DataRequest, RoleGrant, School
from storage.repositories.campaign_steps import WAITING
from storage.repositories.data_requests import GIVEN
from storage.session import Session


class CampaignLists:
    """Numbers about several campaigns at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def progress(self, campaigns: Collection[int]) -> dict[int, tuple[int, int]]:
        """How many schools each asks, and how many of them have answered."""
        answered = func.count().filter(DataRequest.state.in_(GIVEN))
        query = (
            select(DataRequest.campaign_id, func.count(), answered)
            .where(
                DataRequest.campaign_id.in_(list(campaigns)),
                DataRequest.school_id.is_not(None),
                DataRequest.state != "withdrawn",
            )
            .group_by(DataRequest.campaign_id)
        )
        rows = await self._session.execute(query)
        return {campaign: (int(asked), int(given)) for campaign, asked, given in rows}

    async def opening(self, campaigns: Collection[int]) -> set[int]:
        """Those that open by themselves."""
        query = select(CampaignStep.campaign_id).where(
            CampaignStep.campaign_id.in_(list(campaigns)),
            CampaignStep.step == "open",
            CampaignStep.state == WAITING,
        )
        return set((await self._session.execute(query)).scalars())

    async def coordinators(self, schools: Collection[int] | None) -> int:
        """How many people answer for all active schools, or for these."""
        query = (
            select(func.count(RoleGrant.person_id.distinct()))
            .join(School, School.id == RoleGrant.school_id)
            .where(
                School.state == "active",
                RoleGrant.role == "coordinator",
                RoleGrant.state == "active",
            )
        )
        if schools is not None:
            query = query.where(School.id.in_(list(schools)))
        return int((await self._session.execute(query)).scalar_one())
