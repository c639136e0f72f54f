"""The steps of campaigns: what falls due is done piece by piece, each in one unit of work.

Whoever is killed between two pieces goes on after the last one that is written. Of two processes
the second waits for the first at the row of the campaign, and finds its piece done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.access import Access, Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.campaigns.opening import open_campaign
from services.monitoring.campaigns.prompts import prompt_chunk
from services.monitoring.campaigns.telling import tell_service
from services.monitoring.campaigns.timetable import AHEAD, BEFORE, DIGEST, MOVED, OPEN, REMINDERS
from services.municipality import Municipality
from services.notices import Notice
from services.permissions import MONITOR
from storage.repositories.campaign_steps import DONE, MISSED, WAITING, StepRow
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is to happen in a campaign, or has. `state`: `waiting`, `done`, `missed`."""

    step: str
    state: str
    due_at: datetime
    done_at: datetime | None


class Steps(Guarded):
    """The care of campaigns; `advance` is called again and again."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @reads(MONITOR)
    async def steps_of(self, store: Store, acting: Acting, campaign_id: int) -> list[Step]:
        """What happens in a campaign by itself, in the order of time."""
        if await store.campaigns.get(campaign_id) is None:
            raise Refusal("campaign-gone")
        rows = await store.campaign_steps.of_campaign(campaign_id)
        return [Step(row.step, row.state, row.due_at, row.done_at) for row in rows]

    async def next_due(self) -> datetime | None:
        """When the next step is to be done."""
        async with self.access.uow.reading() as store:
            return await store.campaign_steps.next_due()

    async def advance(self) -> bool:
        """Do the next piece in each campaign where one is due; whether there may be more.

        Raises what stopped one of them when the others have nothing more to do.
        """
        now = self.access.clock.now()
        async with self.access.uow.reading() as store:
            due = await store.campaign_steps.campaigns_due(now)
        more, broken = False, None
        for campaign_id in due:
            try:
                async with self.access.uow.writing() as store:
                    more = await self._piece(store, campaign_id, now) or more
            except Exception as error:
                broken = error  # the others go on
        if broken is not None and not more:
            raise broken
        return more

    async def _piece(self, store: Store, campaign_id: int, now: datetime) -> bool:
        """One piece of what is due in a campaign, looked up again under its lock."""
        row = await store.campaigns.get(campaign_id, lock=True)
        rows = await store.campaign_steps.of_campaign(campaign_id)
        due = [step for step in rows if step.state == WAITING and step.due_at <= now]
        if row is None or not due:
            return False
        if row.state == "planned":
            return await self._begin(store, row, due, now)
        if row.state != "open":
            await store.campaign_steps.drop_waiting(campaign_id)
            return True
        step = await _chosen(store, row, due, now)
        if step is not None:
            await self._tell(store, row, step, now)
        return True

    async def _begin(
        self, store: Store, row: CampaignRow, due: Sequence[StepRow], now: datetime
    ) -> bool:
        """Tell the service what is to open, or open it."""
        steps = {step.step: step for step in due}
        ahead = steps.get(AHEAD)
        if ahead is not None:
            late = OPEN in steps
            await _finish(store, ahead, now, MISSED if late else DONE)
            if not late:
                await self._tell_service(store, row, Notice.CAMPAIGN_AHEAD, now)
            return True
        if OPEN not in steps:
            return False
        zone = self.access.clock.zone
        await open_campaign(store, self.access, self._municipality.profile, row, zone, now)
        return True

    async def _tell(self, store: Store, row: CampaignRow, step: StepRow, now: datetime) -> None:
        """The next people of a step; after the last of them it is done."""
        last = await self._chunk(store, row, step, now)
        if last is not None:
            await store.campaign_steps.change(step.id, reached=last)
            return
        if step.step == DIGEST:
            await self._tell_service(store, row, Notice.CAMPAIGN_DIGEST, now)
        await _finish(store, step, now)

    async def _chunk(
        self, store: Store, row: CampaignRow, step: StepRow, now: datetime
    ) -> int | None:
        if step.step == OPEN:
            return await prompt_chunk(store, row, Notice.DATA_ASKED, "", step.reached, now)
        cause = f":{step.step}:{row.deadline_on}"
        if step.step == DIGEST:
            if not self._municipality.profile.monitoring.tell_heads.value:
                return None
            notice = Notice.DATA_OVERDUE
            return await prompt_chunk(store, row, notice, cause, step.reached, now, heads=True)
        if step.step == MOVED:
            notice, cause = Notice.DEADLINE_MOVED, f":{step.due_at.timestamp():.0f}"
            return await prompt_chunk(store, row, notice, cause, step.reached, now)
        until = row.due_at if step.step in BEFORE else None
        return await prompt_chunk(
            store, row, Notice.DATA_REMINDER, cause, step.reached, now, expires_at=until
        )

    async def _tell_service(
        self, store: Store, row: CampaignRow, notice: Notice, now: datetime
    ) -> None:
        cause = f"{row.id}:{row.opens_on if notice is Notice.CAMPAIGN_AHEAD else row.deadline_on}"
        expires_at = row.opens_at if notice is Notice.CAMPAIGN_AHEAD else None
        await tell_service(store, self.access, row, notice, cause, now, expires_at=expires_at)


async def _chosen(
    store: Store, row: CampaignRow, due: Sequence[StepRow], now: datetime
) -> StepRow | None:
    """What comes first of all that is due; reminders that have become pointless are missed."""
    steps = {step.step: step for step in due}
    reminders = [step for step in due if step.step in REMINDERS]  # by their moments
    late = [step for step in reminders if step.step in BEFORE and now >= row.due_at]
    never = [step for step in due if step.step not in (OPEN, MOVED, DIGEST, *REMINDERS)]
    for step in {*reminders[:-1], *late, *never}:
        await _finish(store, step, now, MISSED)
    last = [step for step in reminders[-1:] if step not in late]
    first = (steps.get(OPEN), steps.get(MOVED), *last, steps.get(DIGEST))
    return next((step for step in first if step is not None), None)


async def _finish(store: Store, step: StepRow, now: datetime, state: str = DONE) -> None:
    await store.campaign_steps.change(step.id, state=state, done_at=now)
