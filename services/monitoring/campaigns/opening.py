"""Opening a campaign: its questions are fixed, and every school gets its request."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from content import IndicatorSet, Profile
from services.access import Access
from services.errors import Refusal
from services.monitoring.campaigns.telling import tell_service
from services.monitoring.campaigns.timetable import OPEN, write_steps
from services.monitoring.results.sets import current_set
from services.notices import Notice
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store


async def open_campaign(
    store: Store, access: Access, profile: Profile, row: CampaignRow, zone: ZoneInfo, now: datetime
) -> CampaignRow:
    """Open a planned campaign, whose row is locked: requests are made, the service is told.

    The people of the schools are asked by its step `open`, which is due from now on.
    """
    set_id, chosen = await current_set(store, profile, now)
    await store.campaigns.change(row.id, state="open", opened_at=now, indicator_set_id=set_id)
    await _make_requests(store, row, chosen, now)
    opened = await store.campaigns.get(row.id)
    assert opened is not None
    await write_steps(store, opened, zone, now)
    await store.campaign_steps.put(row.id, OPEN, min(row.opens_at, now))
    await _tell(store, access, opened, now)
    return opened


async def _make_requests(
    store: Store, row: CampaignRow, chosen: IndicatorSet, now: datetime
) -> None:
    if chosen.asked(False):
        await store.prompting.make_requests(row.id, row.schools, now)
    if chosen.asked(True):
        await store.prompting.make_own_request(row.id, now)


async def _tell(store: Store, access: Access, row: CampaignRow, now: datetime) -> None:
    """Tell the service how many schools are asked, and how many of them by nobody."""
    schools, orphans = await store.prompting.asked(row.id)
    await tell_service(
        store, access, row, Notice.CAMPAIGN_OPENED, row.id, now,
        schools=schools, orphans=orphans, late=now >= row.due_at,
    )  # fmt: skip


def check_asks_something(profile: Profile) -> None:
    """Refuse where the profile names nothing to ask for."""
    chosen = IndicatorSet.of(profile)
    if not (chosen.asked(False) or chosen.asked(True)):
        raise Refusal("campaign-asks-nothing")
