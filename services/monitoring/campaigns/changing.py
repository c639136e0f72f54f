"""Changing a campaign: its words, days and schools; moved deadlines are told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.fields import free_text, plain
from services.monitoring.campaigns.campaign_rows import (
    campaign_at,
    changeable,
    check_planned,
    new_deadline,
    new_period,
    schools_to_ask,
    set_in_force,
)
from services.monitoring.campaigns.days import OPENS_AT, local_day, moment, working_from
from services.monitoring.campaigns.opening import check_asks_something, open_campaign
from services.monitoring.campaigns.timetable import MOVED, OPEN, write_steps
from services.monitoring.views import Campaign, campaign_of
from services.municipality import Municipality
from services.permissions import MONITOR
from storage.repositories.campaign_steps import WAITING
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

TITLE_LIMIT, WORDING_LIMIT = 200, 1000
_LETTERS = 3
_DAYS = ("opens_on", "deadline_on", "covers_from", "covers_to")


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign before those who run it.

    `schools`: how many are asked, or would be if it opened now; `orphans` of them have no
    coordinator. `questions`: how many a school is asked, `own_questions` the municipality itself.
    `opens_by_itself`: it is planned, and nobody has to open it.
    """

    campaign: Campaign
    schools: int
    orphans: int
    questions: int
    own_questions: int
    opens_by_itself: bool


class Changing(Guarded):
    """Use cases around what a campaign says, when it is, and whom it asks."""

    _municipality: Municipality

    @writes(MONITOR)
    async def change_campaign(
        self, store: Store, acting: Acting, campaign_id: int, *,
        title: str | None = None, wording: str | None = None,
        covers: tuple[date, date] | None = None,
        opens_on: date | None = None, deadline_on: date | None = None,
        schools: Collection[int] | None = None, all_schools: bool = False,
    ) -> Campaign:  # fmt: skip
        """Store what is given; the rest stays as it is. Of an open campaign, opening and schools
        cannot change any more, and everybody who owes an answer is told of a new deadline.

        Days off become the next working day. An opening beyond the deadline takes it along. A
        campaign made by hand opens by itself once its opening was chosen. An empty wording takes
        it away; `all_schools` asks all of them again.
        """
        row = await changeable(store, campaign_id)
        values: dict[str, Any] = {}
        if title is not None:
            values["title"] = self.title(title)
        if wording is not None:
            values["wording"] = free_text(wording, WORDING_LIMIT) if wording.strip() else ""
        if covers is not None:
            values |= new_period(covers)
        if schools is not None or all_schools:
            check_planned(row)
            values["schools"] = None if schools is None else await schools_to_ask(store, schools)
        if opens_on is not None and not (title or row.title):
            raise Refusal("campaign-no-title")
        values |= self._days(row, opens_on, deadline_on, acting.now)
        if not values:
            return campaign_of(row)
        await store.campaigns.change(row.id, **values)
        return await self._changed(store, acting, row, chosen=opens_on is not None)

    @writes(MONITOR)
    async def open_now(self, store: Store, acting: Acting, campaign_id: int) -> Campaign:
        """Open a planned campaign at once; repeating changes nothing."""
        row = await campaign_at(store, campaign_id, lock=True)
        if row.state == "open":
            return campaign_of(row)
        check_planned(row)
        if not row.title:
            raise Refusal("campaign-no-title")
        if row.due_at <= acting.now:
            raise Refusal("campaign-deadline-past")
        check_asks_something(self._municipality.profile)
        zone = self.access.clock.zone
        day = local_day(acting.now, zone)
        await store.campaigns.change(row.id, opens_on=day, opens_at=acting.now)
        row = await campaign_at(store, campaign_id)
        profile = self._municipality.profile
        opened = await open_campaign(store, self.access, profile, row, zone, acting.now)
        await note(store, acting, Kind.CAMPAIGN_OPENED, campaign_id=campaign_id)
        return campaign_of(opened)

    @reads(MONITOR)
    async def campaign_card(self, store: Store, acting: Acting, campaign_id: int) -> CampaignCard:
        """A campaign with what it asks, and whom."""
        row = await campaign_at(store, campaign_id)
        chosen = await set_in_force(store, row, self._municipality.profile)
        schools, orphans = await (
            store.prompting.would_ask(row.schools)
            if row.indicator_set_id is None
            else store.prompting.asked(row.id)
        )
        steps = await store.campaign_steps.of_campaign(row.id)
        waits = any(step.step == OPEN and step.state == WAITING for step in steps)
        return CampaignCard(
            campaign_of(row),
            schools,
            orphans,
            len(chosen.asked(False)),
            len(chosen.asked(True)),
            row.state == "planned" and waits,
        )

    @staticmethod
    def title(raw: str) -> str:
        """What a campaign is called, as typed."""
        text = plain(raw)
        if sum(ch.isalpha() for ch in text) < _LETTERS:
            raise Refusal("campaign-title-short")
        if len(text) > TITLE_LIMIT:
            raise Refusal("text-too-long", limit=TITLE_LIMIT, length=len(text))
        return text

    def _days(
        self, row: CampaignRow, opens_on: date | None, deadline_on: date | None, now: datetime
    ) -> dict[str, Any]:
        """The columns of new days; refuses what makes no sense."""
        zone, values = self.access.clock.zone, dict[str, Any]()
        opening, wished = row.opens_on, deadline_on or row.wished_on
        if opens_on is not None:
            check_planned(row)
            opening = working_from(opens_on)
            opens_at = moment(opening, OPENS_AT, zone)
            if opens_at <= now:
                raise Refusal("campaign-opens-past")
            values |= {"opens_on": opening, "opens_at": opens_at}
            if deadline_on is None and opening > row.deadline_on:
                wished = opening + (row.deadline_on - row.opens_on)
        if wished == row.wished_on:
            return values
        return values | new_deadline(opening, wished, local_day(now, zone), zone)

    async def _changed(
        self, store: Store, acting: Acting, before: CampaignRow, *, chosen: bool
    ) -> Campaign:
        """Steps by the new days, and the news of a moved deadline."""
        row, zone = await campaign_at(store, before.id), self.access.clock.zone
        moved = row.deadline_on != before.deadline_on
        if moved or row.opens_on != before.opens_on or chosen:
            steps = await store.campaign_steps.of_campaign(row.id)
            opens = chosen or bool(row.key) or any(step.step == OPEN for step in steps)
            await write_steps(store, row, zone, acting.now, opens=opens)
        if moved and row.state == "open":
            await store.campaign_steps.put(row.id, MOVED, acting.now)
        if row.key or row.state == "open":  # a draft is nobody else's business yet
            days = _moved(before, row)
            await note(store, acting, Kind.CAMPAIGN_CHANGED, campaign_id=row.id, **days)
        return campaign_of(row)


def _moved(before: CampaignRow, after: CampaignRow) -> dict[str, Any]:
    """Which days changed, from what to what, for the log."""
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in _DAYS}
    return {name: [str(old), str(new)] for name, (old, new) in pairs.items() if old != new}
