"""Looking a campaign up for who runs it, and refusing what cannot be any more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from content import IndicatorSet, Profile
from services.errors import Refusal
from services.monitoring.campaigns.days import end_of, working_from
from services.monitoring.results.sets import set_of
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

FURTHEST = timedelta(days=3 * 366)


async def campaign_at(store: Store, campaign_id: int, *, lock: bool = False) -> CampaignRow:
    """A campaign by id; refuses where there is none."""
    row = await store.campaigns.get(campaign_id, lock=lock)
    if row is None:
        raise Refusal("campaign-gone")
    return row


async def changeable(store: Store, campaign_id: int) -> CampaignRow:
    """A locked campaign that is planned or open; refuses where it is over."""
    row = await campaign_at(store, campaign_id, lock=True)
    if row.state not in ("planned", "open"):
        raise Refusal("campaign-over")
    return row


def check_planned(row: CampaignRow) -> None:
    """Refuse where it has opened, or will not."""
    if row.state == "open":
        raise Refusal("campaign-is-open")
    if row.state != "planned":
        raise Refusal("campaign-over")


async def set_in_force(store: Store, row: CampaignRow, profile: Profile) -> IndicatorSet:
    """What a campaign asks, or would ask if it opened now."""
    if row.indicator_set_id is None:
        return IndicatorSet.of(profile)
    return await set_of(store, row.indicator_set_id)


def new_deadline(opens_on: date, wished: date, today: date, zone: ZoneInfo) -> dict[str, Any]:
    """The columns of a deadline; refuses one that is past, before the opening, or too far."""
    deadline = working_from(wished)
    if deadline < today:
        raise Refusal("campaign-deadline-past")
    if deadline < opens_on:
        raise Refusal("campaign-deadline-early")
    if deadline - today > FURTHEST:
        raise Refusal("campaign-too-far")
    return {"wished_on": wished, "deadline_on": deadline, "due_at": end_of(deadline, zone)}


def new_period(covers: tuple[date, date]) -> dict[str, Any]:
    """The columns of a period; refuses one that ends before it begins."""
    first, last = covers
    if last < first:
        raise Refusal("campaign-period-reversed")
    return {"covers_from": first, "covers_to": last}


async def schools_to_ask(store: Store, schools: Collection[int]) -> list[int]:
    """Ids of these schools; refuses an empty choice, and schools that cannot be asked."""
    wanted = sorted(set(schools))
    if not wanted:
        raise Refusal("campaign-no-schools")
    found = {row.id for row in await store.schools.some(wanted) if row.state == "active"}
    if found != set(wanted):
        raise Refusal("school-gone")
    return wanted
