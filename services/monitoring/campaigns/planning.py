"""Planning campaigns: by the calendar of the profile, two months ahead, or by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from services.access import Access, Acting, reads, writes
from services.errors import Refusal
from services.monitoring.campaigns.changing import Changing
from services.monitoring.campaigns.closing import Closing
from services.monitoring.campaigns.days import (
    DAY,
    OPENS_AT,
    covered,
    end_of,
    local_day,
    moment,
    working_from,
)
from services.monitoring.campaigns.occasions import Occasion, occasions
from services.monitoring.campaigns.timetable import write_steps
from services.monitoring.views import Campaign, campaign_of
from services.municipality import Municipality
from services.permissions import MONITOR
from storage.uow import Store

KIND = "monitoring"
HORIZON, ONCE_AN = timedelta(days=60), timedelta(hours=1)
DRAFTS_LIMIT = 20
_SETTING = "monitoring"
_BY_HAND_DAYS = 14 * DAY
# Which campaigns are shown first; those of one state by their days.
_SHOWN = ("open", "planned", "closed", "skipped")


class Planning(Changing, Closing):
    """Use cases of those who run campaigns, and what the scheduler plans."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    async def plan_ahead(self) -> int:
        """Plan what the calendar has in the next two months; how many campaigns it were.

        What should have opened while the bot was down is planned as well, of each campaign the
        last time. A fresh installation, and a new calendar, begin with what is to come.
        """
        now = self.access.clock.now()
        async with self.access.uow.reading() as store:
            since = self._planned_until(await store.maintenance.setting(_SETTING), now)
        until = now + HORIZON
        if until - since < ONCE_AN:
            return 0
        async with self.access.uow.writing() as store:
            planned = 0
            for one in self._wanted(since, until, now):
                planned += await self._plan(store, one, now)
            value = {"planned_until": until.isoformat(), "calendar": self._calendar}
            await store.maintenance.remember(_SETTING, value, now)
        return planned

    @writes(MONITOR)
    async def plan_by_hand(self, store: Store, acting: Acting, title: str = "") -> int:
        """A planned campaign for two weeks from the next working day; its id.

        It opens when somebody opens it, or by itself once the day of its opening was chosen.
        """
        drafts = [row for row in await store.campaigns.in_states(["planned"]) if not row.key]
        if len(drafts) >= DRAFTS_LIMIT:
            raise Refusal("campaign-drafts-limit", limit=DRAFTS_LIMIT)
        zone = self.access.clock.zone
        opens_on = working_from(local_day(acting.now, zone) + DAY)
        wished_on = opens_on + _BY_HAND_DAYS
        deadline_on = working_from(wished_on)
        rule = self._municipality.profile.monitoring.campaigns[0]
        covers_from, covers_to = covered(rule.covers_from, rule.covers_to, opens_on)
        found = await store.campaigns.add(
            {
                "kind": KIND, "state": "planned", "title": self.title(title) if title else "",
                "covers_from": covers_from, "covers_to": covers_to,
                "opens_on": opens_on, "opens_at": moment(opens_on, OPENS_AT, zone),
                "wished_on": wished_on, "deadline_on": deadline_on,
                "due_at": end_of(deadline_on, zone),
                "created_by": acting.id, "created_at": acting.now,
            }
        )  # fmt: skip
        assert found is not None
        return found

    @reads(MONITOR)
    async def campaigns(self, store: Store, acting: Acting) -> list[Campaign]:
        """All campaigns but discarded ones: open, then planned by their opening, then past ones."""
        rows = await store.campaigns.in_states(_SHOWN)
        found = sorted(map(campaign_of, rows), key=lambda one: _SHOWN.index(one.state))
        planned = sorted((one for one in found if one.state == "planned"), key=_opening)
        return [
            *(one for one in found if one.state == "open"),
            *planned,
            *(one for one in found if one.state not in ("open", "planned")),
        ]

    @reads(MONITOR)
    async def upcoming(self, store: Store, acting: Acting) -> list[Campaign]:
        """Planned campaigns by their opening."""
        return sorted(map(campaign_of, await store.campaigns.in_states(["planned"])), key=_opening)

    @property
    def _calendar(self) -> list[str]:
        """What the profile's calendar has; another one is planned anew."""
        monitoring = self._municipality.profile.monitoring
        return [f"{one.key}:{one.opens}:{one.closes}" for one in monitoring.campaigns]

    def _planned_until(self, stored: dict[str, Any] | None, now: datetime) -> datetime:
        if stored is None:
            return now
        until = datetime.fromisoformat(stored["planned_until"])
        set_back = until > now + HORIZON  # a clock that was ahead of itself planned too far
        return min(until, now) if set_back or stored["calendar"] != self._calendar else until

    def _wanted(self, since: datetime, until: datetime, now: datetime) -> Iterable[Occasion]:
        """Occasions to plan; of a campaign that was slept through several times, the last one."""
        profile, zone = self._municipality.profile, self.access.clock.zone
        if not profile.has("monitoring"):
            return []
        found = list(occasions(profile, since, until, zone))
        past = {one.key: one for one in found if one.opens_at <= now}
        return [one for one in found if one.opens_at > now or past[one.key] is one]

    async def _plan(self, store: Store, one: Occasion, now: datetime) -> bool:
        campaign_id = await store.campaigns.add(
            {
                "kind": KIND, "key": one.key, "occasion": one.name, "state": "planned",
                "title": one.title, "consolidated": one.consolidated,
                "covers_from": one.covers_from, "covers_to": one.covers_to,
                "opens_on": one.opens_on, "opens_at": one.opens_at,
                "wished_on": one.wished_on, "deadline_on": one.deadline_on,
                "due_at": one.due_at, "created_at": now,
            }
        )  # fmt: skip
        row = await store.campaigns.get(campaign_id) if campaign_id is not None else None
        if row is not None:
            await write_steps(store, row, self.access.clock.zone, now)
        return row is not None


def _opening(campaign: Campaign) -> tuple[datetime, int]:
    return campaign.opens_at, campaign.id
