"""Ending a campaign: skipped (and held after all), given up, or closed when all is in."""

from __future__ import annotations

from services.access import Acting, Guarded, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.monitoring.campaigns.campaign_rows import campaign_at, check_planned
from services.monitoring.campaigns.prompts import PROMPTS
from services.monitoring.campaigns.timetable import write_steps
from services.monitoring.views import Campaign, campaign_of, subject_of_campaign
from services.permissions import MONITOR
from storage.uow import Store


class Closing(Guarded):
    """Use cases that end campaigns, and the way back from a skip."""

    @writes(MONITOR)
    async def skip_campaign(self, store: Store, acting: Acting, campaign_id: int) -> Campaign:
        """Do not hold a campaign of the calendar this time. Repeating changes nothing."""
        row = await campaign_at(store, campaign_id, lock=True)
        if row.state == "skipped":
            return campaign_of(row)
        check_planned(row)
        if not row.key:
            raise Refusal("campaign-by-hand")
        return await _ended(store, acting, campaign_id, "skipped", Kind.CAMPAIGN_SKIPPED)

    @writes(MONITOR)
    async def resume_campaign(self, store: Store, acting: Acting, campaign_id: int) -> Campaign:
        """Hold a skipped campaign after all, while its opening is still to come.

        Repeating changes nothing.
        """
        row = await campaign_at(store, campaign_id, lock=True)
        if row.state == "planned":
            return campaign_of(row)
        if row.state != "skipped":
            check_planned(row)
        if row.opens_at <= acting.now:
            raise Refusal("campaign-resumed-late")
        await store.campaigns.change(campaign_id, state="planned")
        row = await campaign_at(store, campaign_id)
        await write_steps(store, row, self.access.clock.zone, acting.now)
        await note(store, acting, Kind.CAMPAIGN_RESUMED, campaign_id=campaign_id)
        return campaign_of(row)

    @writes(MONITOR)
    async def discard_campaign(self, store: Store, acting: Acting, campaign_id: int) -> None:
        """Give up a campaign that was planned by hand. Repeating changes nothing."""
        row = await campaign_at(store, campaign_id, lock=True)
        if row.state == "discarded":
            return
        check_planned(row)
        if row.key:
            raise Refusal("campaign-of-calendar")
        await _ended(store, acting, campaign_id, "discarded", Kind.CAMPAIGN_DISCARDED)

    @writes(MONITOR)
    async def close_campaign(self, store: Store, acting: Acting, campaign_id: int) -> Campaign:
        """Take no more answers, but for what was returned; nobody is reminded any more.

        Repeating changes nothing.
        """
        row = await campaign_at(store, campaign_id, lock=True)
        if row.state == "closed":
            return campaign_of(row)
        if row.state != "open":
            raise Refusal("campaign-not-open")
        await store.prompting.take_back_all(campaign_id, PROMPTS)
        return await _ended(store, acting, campaign_id, "closed", Kind.CAMPAIGN_CLOSED)


async def _ended(
    store: Store, acting: Acting, campaign_id: int, state: str, kind: Kind
) -> Campaign:
    closed = {"closed_at": acting.now} if state == "closed" else {}
    await store.campaigns.change(campaign_id, state=state, **closed)
    await store.campaign_steps.drop_waiting(campaign_id)
    await store.outbox.take_back(subject_of_campaign(campaign_id))
    await note(store, acting, kind, campaign_id=campaign_id)
    return campaign_of(await campaign_at(store, campaign_id))
