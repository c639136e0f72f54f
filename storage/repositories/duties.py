"""What monitoring wants of one person, in numbers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, case, false, func, or_, select

from storage.models import Campaign, DataRequest, Decision, RequestHelper
from storage.repositories.data_requests import OWING
from storage.repositories.decisions import SHOWN
from storage.session import Session


@dataclass(frozen=True, slots=True)
class Duties:
    """How many requests and recommendations there are, and how many wait to be done."""

    requests: int = 0
    asked: int = 0
    recommendations: int = 0
    recommended: int = 0


class Duty:
    """Counts of what people have to do."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, person_id: int, schools: Collection[int], *, service: bool) -> Duties:
        """Requests and recommendations of these schools, requests handed to the person, and for
        the `service` those to the municipality itself."""
        handed = select(RequestHelper.request_id).where(RequestHelper.person_id == person_id)
        mine = or_(
            DataRequest.school_id.in_(list(schools)) if schools else false(),
            DataRequest.id.in_(handed),
            DataRequest.school_id.is_(None) if service else false(),
        )
        # After the closing only what was given back can still be answered.
        waits = or_(
            and_(Campaign.state == "open", DataRequest.state.in_(OWING)),
            DataRequest.state == "returned",
        )
        requests = (
            select(func.count().label("all"), func.sum(case((waits, 1), else_=0)).label("waiting"))
            .select_from(DataRequest)
            .join(Campaign, Campaign.id == DataRequest.campaign_id)
            .where(mine, DataRequest.state != "withdrawn")
            .subquery()
        )
        opened = case((Decision.state == "open", 1), else_=0)
        shown = Decision.school_id.in_(list(schools)) if schools else false()
        decisions = (
            select(func.count().label("all"), func.sum(opened).label("waiting"))
            .select_from(Decision)
            .where(shown, Decision.state.in_(SHOWN))
            .subquery()
        )
        query = select(
            requests.c.all, requests.c.waiting, decisions.c.all, decisions.c.waiting
        ).select_from(requests.join(decisions, requests.c.all >= 0))
        row = (await self._session.execute(query)).one()
        return Duties(*(int(value or 0) for value in row))
