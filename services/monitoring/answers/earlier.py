"""What was answered in earlier campaigns."""

from __future__ import annotations

from storage.repositories.campaigns import CampaignRow
from storage.repositories.data_values import ValueRow
from storage.uow import Store


async def last_values(
    store: Store, campaign: CampaignRow, school_id: int | None
) -> dict[str, ValueRow]:
    """The answers of a school, or of the municipality, before this campaign, by variable.

    Each is of the latest earlier campaign that asked the same variable and that the school has
    answered; campaigns follow one another by the end of the time they are about.
    """
    found = await store.data_values.earlier(campaign.id, campaign.covers_to, school_id)
    return {row.variable: row for row in found}


async def last_campaigns(store: Store, campaign: CampaignRow, limit: int) -> list[CampaignRow]:
    """Campaigns before this one that were held, the latest first."""
    return await store.campaigns.before(campaign.id, campaign.covers_to, limit)
