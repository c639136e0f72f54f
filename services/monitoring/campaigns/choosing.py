"""Which schools a planned campaign asks: all of them, or those that were chosen one by one."""

from __future__ import annotations

from dataclasses import dataclass

from services import fields
from services.access import Acting, Guarded, reads, writes
from services.monitoring.campaigns.campaign_rows import (
    campaign_at,
    changeable,
    check_planned,
    schools_to_ask,
)
from services.monitoring.views import Campaign, campaign_of
from services.permissions import MONITOR
from services.school_names import best_matches
from services.schools.views import School, school_of
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

PAGE = 5


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """Schools to choose from, with those that are chosen; `number` counts from zero.

    `all`: none was chosen, so all active ones are asked. `looked_for`: these resemble a text.
    """

    campaign: Campaign
    schools: tuple[School, ...]
    chosen: frozenset[int]
    all: bool
    looked_for: bool
    number: int
    pages: int
    total: int


class Choosing(Guarded):
    """Use cases around whom a campaign asks."""

    @reads(MONITOR, long=True)
    async def schools_for(
        self, store: Store, acting: Acting, campaign_id: int, *, text: str = "", page: int = 0
    ) -> ChoicePage:
        """A page of the active schools, or those that resemble a typed text."""
        row = await campaign_at(store, campaign_id)
        total = await store.schools.count()
        pages = 1 if text else max(1, -(-total // PAGE))
        page %= pages
        if text:
            active = {one.id: one for one in await store.schools.active()}
            names = ((one.id, one.search_name) for one in active.values())
            found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, PAGE)
            rows = [active[number] for number in found]
        else:
            rows = await store.schools.page(page * PAGE, PAGE)
        return ChoicePage(
            campaign=campaign_of(row),
            schools=tuple(map(school_of, rows)),
            chosen=frozenset(row.schools or ()),
            all=row.schools is None,
            looked_for=bool(text),
            number=page,
            pages=pages,
            total=total,
        )

    @writes(MONITOR)
    async def pick_school(
        self, store: Store, acting: Acting, campaign_id: int, school_id: int, wanted: bool
    ) -> None:
        """Ask a school, or not. The first one chosen is asked alone; without any, all are."""
        row = await _planned(store, campaign_id)
        others = [one for one in row.schools or () if one != school_id]
        if not wanted:
            await store.campaigns.change(row.id, schools=others or None)
            return
        await schools_to_ask(store, [school_id])
        await store.campaigns.change(row.id, schools=sorted([*others, school_id]))

    @writes(MONITOR)
    async def pick_all_schools(self, store: Store, acting: Acting, campaign_id: int) -> None:
        """Ask all active schools there are when it opens."""
        row = await _planned(store, campaign_id)
        await store.campaigns.change(row.id, schools=None)

    @writes(MONITOR)
    async def pick_each_school(self, store: Store, acting: Acting, campaign_id: int) -> None:
        """Choose every school there is now, to leave some of them out."""
        row = await _planned(store, campaign_id)
        active = [one.id for one in await store.schools.active()]
        await store.campaigns.change(row.id, schools=sorted(active) or None)


async def _planned(store: Store, campaign_id: int) -> CampaignRow:
    row = await changeable(store, campaign_id)
    check_planned(row)
    return row
