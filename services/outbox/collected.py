"""What a message about a campaign may name: the campaign, the request, who has not answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from content.text import Text
from services.monitoring.results.sets import set_of
from services.monitoring.views import Campaign, DataRequest, campaign_of, request_of
from services.notices import Notice
from storage.uow import Store

_TO_CORRECT = (Notice.DATA_RETURNED, Notice.DATA_REOPENED)
NAMED = 15  # schools that a message names; of more it tells the number


@dataclass(frozen=True, slots=True)
class Collected:
    """`owing`: names of schools that have not answered, in both languages, for a digest.

    `returned`: titles of fields that are to be corrected, each with the reason.
    """

    campaign: Campaign
    request: DataRequest | None = None
    owing: tuple[tuple[str, str], ...] = ()
    owing_count: int = 0
    asked_count: int = 0
    returned: tuple[tuple[Text, str], ...] = ()

    @property
    def school_id(self) -> int | None:
        """Of the request."""
        return self.request.school_id if self.request else None


def concerns(facts: Mapping[str, Any]) -> bool:
    """Whether a message is about a campaign."""
    return "request_id" in facts or "campaign_id" in facts


async def collected(store: Store, kind: str, facts: Mapping[str, Any]) -> Collected | None:
    """The names by ids; nothing where the campaign or the request is gone."""
    request = None
    campaign_id = facts.get("campaign_id")
    if (request_id := facts.get("request_id")) is not None:
        request = await store.data_requests.get(request_id)
        if request is None:
            return None
        campaign_id = request.campaign_id
    campaign = await store.campaigns.get(campaign_id) if campaign_id is not None else None
    if campaign is None:
        return None
    found = campaign_of(campaign)
    if kind != Notice.CAMPAIGN_DIGEST:
        part = request_of(request, campaign) if request else None
        back = await _returned(store, part, found) if part and kind in _TO_CORRECT else ()
        return Collected(found, part, returned=back)
    names = await store.prompting.owing_schools(campaign.id)
    asked, _ = await store.prompting.asked(campaign.id)
    return Collected(found, None, tuple(names[:NAMED]), len(names), asked)


async def _returned(
    store: Store, request: DataRequest, campaign: Campaign
) -> tuple[tuple[Text, str], ...]:
    """What is to be corrected, in the order in which it is asked."""
    if campaign.set_id is None:
        return ()
    values = await store.data_values.of_request(request.id)
    asked = (await set_of(store, campaign.set_id)).asked(request.school_id is None)
    found = ((one.title, values[one.key].returned) for one in asked if one.key in values)
    return tuple((title, reason) for title, reason in found if reason)
