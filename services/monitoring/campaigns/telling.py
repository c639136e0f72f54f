"""Telling the service how a campaign goes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.access import Access
from services.monitoring.views import subject_of_campaign
from services.notices import Notice, owe_all
from services.permissions import Role
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store


async def tell_service(
    store: Store, access: Access, row: CampaignRow, notice: Notice, cause: object, now: datetime,
    /, *, expires_at: datetime | None = None, **facts: Any,
) -> None:  # fmt: skip
    """Tell the methodists; where there are none, tell the admins just that.

    An admin runs no campaigns and could do nothing with the notice itself.
    """
    people = await access.service(store)
    if not await store.roles.holders(Role.METHODIST):
        notice, cause, facts = Notice.CAMPAIGN_UNATTENDED, f"{notice}:{cause}", {}
    await owe_all(
        store, dict.fromkeys(people, cause), notice, now, expires_at=expires_at,
        subject=subject_of_campaign(row.id), campaign_id=row.id, **facts,
    )  # fmt: skip
