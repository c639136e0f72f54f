"""Where the results of a campaign are discussed: places of the profile, days, conclusions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from content import Profile
from content.text import Text
from services.access import Access, Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.dates import today
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.council.decided import (
    CONCLUSION_LIMIT,
    Decision,
    Discussed,
    day_of,
    decisions_of,
    views_of,
)
from services.monitoring.views import Campaign, campaign_of
from services.municipality import Municipality
from services.permissions import MONITOR, SEE_INDICATORS
from storage.repositories.decisions import ReviewRow
from storage.uow import Store

PAGE = 4
_AHEAD = timedelta(days=366)
_HELD = ("open", "closed")  # campaigns that have something to discuss


@dataclass(frozen=True, slots=True)
class Place:
    """A place of discussion: how many decisions there are, and how many are in which state.

    `held_on` is empty until somebody says when it was. `reported`: schools say that it is done.
    """

    key: str
    title: Text
    held_on: date | None
    conclusion: str
    decisions: int
    drafts: int
    reported: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Council:
    """All places where a campaign is discussed."""

    campaign: Campaign
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """One place, and a page of its decisions; `number` counts from 0."""

    campaign: Campaign
    place: Place
    decisions: tuple[Decision, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A page of the decisions of all places; `number` counts from 0."""

    campaign: Campaign
    decisions: tuple[Decision, ...]
    number: int
    pages: int


def titles_of_places(profile: Profile) -> dict[str, Text]:
    """Places of the profile by key, in its order."""
    return {one.key: one.title for one in profile.monitoring.review}


async def held_campaign(store: Store, campaign_id: int) -> Campaign:
    """The campaign, if it has something to discuss; otherwise a refusal."""
    row = await store.campaigns.get(campaign_id)
    if row is None:
        raise Refusal("choice-gone")
    if row.state not in _HELD:
        raise Refusal("review-too-early")
    return campaign_of(row)


class Reviews(Guarded):
    """Use cases around the places of discussion."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @reads(MONITOR)
    async def places_of_review(self, store: Store, acting: Acting, campaign_id: int) -> Council:
        """Places of the profile, and those that were used before the profile changed."""
        campaign = await held_campaign(store, campaign_id)
        return Council(campaign, await self._places(store, campaign_id))

    @reads(MONITOR)
    async def place_of_review(
        self, store: Store, acting: Acting, campaign_id: int, place: str, number: int = 0
    ) -> PlaceCard:
        """One place with a page of its decisions."""
        campaign = await held_campaign(store, campaign_id)
        found = {one.key: one for one in await self._places(store, campaign_id)}.get(place)
        if found is None:
            raise Refusal("choice-gone")
        pages = max(1, -(-found.decisions // PAGE))
        number %= pages
        rows, _ = await store.decisions.page(campaign_id, place, number * PAGE, PAGE)
        decisions = await views_of(store, rows, today(self.access.clock))
        return PlaceCard(campaign, found, decisions, number, pages)

    @reads(MONITOR)
    async def all_decisions(
        self, store: Store, acting: Acting, campaign_id: int, number: int = 0
    ) -> DecisionPage:
        """A page of all decisions about a campaign, those that wait for somebody first."""
        campaign = await held_campaign(store, campaign_id)
        _, total = await store.decisions.page(campaign_id, None, 0, 0)
        pages = max(1, -(-total // PAGE))
        number %= pages
        rows, _ = await store.decisions.page(campaign_id, None, number * PAGE, PAGE)
        decisions = await views_of(store, rows, today(self.access.clock))
        return DecisionPage(campaign, decisions, number, pages)

    @reads(SEE_INDICATORS)
    async def discussed(
        self, store: Store, acting: Acting, campaign_id: int
    ) -> tuple[Discussed, ...]:
        """What the places came to, for the paper of the council; drafts are left out."""
        return await decisions_of(store, campaign_id, today(self.access.clock))

    @writes(MONITOR)
    async def hold_review(
        self, store: Store, acting: Acting, campaign_id: int, place: str, day: date
    ) -> None:
        """Say when a place discussed the results, or will."""
        campaign = await self._check(store, campaign_id, place)
        if not campaign.opens_on <= day <= today(self.access.clock) + _AHEAD:
            raise Refusal("review-day-range")
        await store.decisions.put_review(campaign_id, place, acting.id, acting.now, held_on=day)

    @writes(MONITOR)
    async def conclude_review(
        self, store: Store, acting: Acting, campaign_id: int, place: str, raw: str
    ) -> None:
        """Write down what a place came to; an empty text takes it away."""
        await self._check(store, campaign_id, place)
        text = free_text(raw, CONCLUSION_LIMIT) if raw else ""
        await store.decisions.put_review(campaign_id, place, acting.id, acting.now, conclusion=text)
        size = len(text)
        await note(
            store, acting, Kind.REVIEW_CONCLUDED, campaign_id=campaign_id, place=place, length=size
        )

    def typed_day(self, raw: str) -> date:
        """A day as people type it."""
        return day_of(raw, today(self.access.clock))

    async def _check(self, store: Store, campaign_id: int, place: str) -> Campaign:
        """The campaign, unless it or the place is not there to be discussed."""
        if place not in titles_of_places(self._municipality.profile):
            raise Refusal("choice-gone")
        return await held_campaign(store, campaign_id)

    async def _places(self, store: Store, campaign_id: int) -> tuple[Place, ...]:
        titles = titles_of_places(self._municipality.profile)
        rows = {row.place: row for row in await store.decisions.reviews(campaign_id)}
        counts = await store.decisions.counts(campaign_id, today(self.access.clock))
        keys = [*titles, *(key for key in rows if key not in titles)]
        return tuple(_place(key, titles.get(key), rows.get(key), counts) for key in keys)


def _place(
    key: str, title: Text | None, row: ReviewRow | None, counts: Mapping[tuple[str, str], int]
) -> Place:
    of = {state: count for (place, state), count in counts.items() if place == key}
    return Place(
        key=key,
        title=title or Text(ru=key),
        held_on=row.held_on if row else None,
        conclusion=row.conclusion if row else "",
        decisions=sum(count for state, count in of.items() if state != "dropped"),
        drafts=of.get("draft", 0),
        reported=of.get("reported", 0),
        overdue=of.get("overdue", 0),
    )
