"""Campaigns and requests as use cases give them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_requests import OWING, RequestRow


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign; days are local, moments in UTC. The columns are explained at the table.

    `set_id` is empty until it opens. `schools`: the ids asked, empty for all active ones.
    """

    id: int
    key: str
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
    schools: tuple[int, ...] | None
    set_id: int | None

    @property
    def moved(self) -> bool:
        """Whether the deadline was moved from a day off."""
        return self.deadline_on != self.wished_on

    @property
    def by_hand(self) -> bool:
        """Whether somebody made it, not the calendar of the profile."""
        return not self.key


@dataclass(frozen=True, slots=True)
class DataRequest:
    """One school's part of a campaign; without a school it is the municipality's own part."""

    id: int
    campaign_id: int
    school_id: int | None
    state: str
    returns: int
    submitted_at: datetime | None
    handed_in_at: datetime | None
    late: bool

    @property
    def owing(self) -> bool:
        """Whether something is still to be given."""
        return self.state in OWING


def campaign_of(row: CampaignRow) -> Campaign:
    """The campaign of a row."""
    return Campaign(
        id=row.id,
        key=row.key,
        state=row.state,
        title=row.title,
        wording=row.wording,
        consolidated=row.consolidated,
        covers_from=row.covers_from,
        covers_to=row.covers_to,
        opens_on=row.opens_on,
        opens_at=row.opens_at,
        wished_on=row.wished_on,
        deadline_on=row.deadline_on,
        due_at=row.due_at,
        schools=None if row.schools is None else tuple(row.schools),
        set_id=row.indicator_set_id,
    )


def request_of(row: RequestRow, campaign: CampaignRow) -> DataRequest:
    """The request of a row; late when it first came after the deadline."""
    return DataRequest(
        id=row.id,
        campaign_id=row.campaign_id,
        school_id=row.school_id,
        state=row.state,
        returns=row.returns,
        submitted_at=row.submitted_at,
        handed_in_at=row.handed_in_at,
        late=row.submitted_at is not None and row.submitted_at >= campaign.due_at,
    )


def facts_of(row: RequestRow) -> dict[str, Any]:
    """What a notice about a request names: the request, its campaign, its school."""
    facts = {"request_id": row.id, "campaign_id": row.campaign_id}
    return facts if row.school_id is None else facts | {"school_id": row.school_id}


def subject_of_request(request_id: int) -> str:
    """What notices about a request have as their subject."""
    return f"request:{request_id}"


def subject_of_campaign(campaign_id: int) -> str:
    """What notices about a campaign have as their subject."""
    return f"campaign:{campaign_id}"


def subject_of_decision(decision_id: int) -> str:
    """What notices about a decision have as their subject."""
    return f"decision:{decision_id}"
