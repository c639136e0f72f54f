"""Whom to ask for what a campaign still lacks, and when they were asked last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, insert, or_, select, union

from storage.models import Campaign, DataChange, DataRequest, Person, RequestHelper, RoleGrant
from storage.repositories.data_requests import OWING
from storage.session import Session
from storage.statements import upsert

NUDGED = "nudged"


@dataclass(frozen=True, slots=True)
class OwingRow:
    """A request of a school that still owes something; `nudged`: it was asked lately."""

    id: int
    school_id: int
    nudged: bool


class Nudges:
    """Rows around asking once more."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def owing(
        self, campaign_id: int, since: datetime, ids: Collection[int] | None = None
    ) -> list[OwingRow]:
        """Requests of schools that owe something, of these only if given; `nudged` since then.

        Once a campaign is closed, only corrections are owed.
        """
        asked = select(DataChange.id).where(
            DataChange.request_id == DataRequest.id,
            DataChange.kind == NUDGED,
            DataChange.made_at >= since,
        )
        query = (
            select(DataRequest.id, DataRequest.school_id, asked.exists())
            .join(Campaign, Campaign.id == DataRequest.campaign_id)
            .where(
                Campaign.id == campaign_id,
                DataRequest.school_id.is_not(None),
                DataRequest.state.in_(OWING),
                or_(Campaign.state == "open", DataRequest.state == "returned"),
            )
        )
        if ids is not None:
            query = query.where(DataRequest.id.in_(list(ids)))
        rows = await self._session.execute(query.order_by(DataRequest.id))
        return [OwingRow(*row) for row in rows]

    async def people_of(self, campaign_id: int) -> dict[int, list[int]]:
        """Who may be asked, by request of a school: coordinators, and who it was handed to."""
        mine = DataRequest.campaign_id == campaign_id
        coordinators = (
            select(DataRequest.id, RoleGrant.person_id)
            .join(
                RoleGrant,
                and_(
                    RoleGrant.school_id == DataRequest.school_id,
                    RoleGrant.role == "coordinator",
                    RoleGrant.state == "active",
                ),
            )
            .where(mine)
        )
        helpers = (
            select(DataRequest.id, RequestHelper.person_id)
            .join(RequestHelper, RequestHelper.request_id == DataRequest.id)
            .join(Person, Person.id == RequestHelper.person_id)
            .where(mine, Person.school_id == DataRequest.school_id)
        )
        found: dict[int, list[int]] = defaultdict(list)
        for number, person in await self._session.execute(union(coordinators, helpers)):
            found[number].append(person)
        return {number: sorted(people) for number, people in found.items()}

    async def note_all(self, ids: Sequence[int], kind: str, by: int, now: datetime) -> None:
        """Add the same line to the history of many requests."""
        if ids:
            fixed = {"variable": "", "kind": kind, "reason": "", "made_by": by, "made_at": now}
            lines = [{"request_id": number, **fixed} for number in ids]
            await self._session.execute(insert(DataChange), lines)

    async def add_request(self, campaign_id: int, school_id: int, now: datetime) -> bool:
        """Ask one more school; whether it was not asked yet."""
        values = {
            "campaign_id": campaign_id,
            "school_id": school_id,
            "state": "expected",
            "returns": 0,
            "created_at": now,
        }
        statement = upsert(self._session.dialect, DataRequest, values, ["campaign_id", "school_id"])
        return (await self._session.execute(statement)).rowcount > 0
