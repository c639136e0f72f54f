"""Recommendations as a school sees them, and reporting that they are carried out."""

from __future__ import annotations

from dataclasses import dataclass

from content.text import Text
from services.access import Access, Acting, Guarded, reads, writes
from services.dates import today
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.council.decided import REPORT_LIMIT, Decision, decision_of, views_of
from services.monitoring.council.recommending import be_silent
from services.monitoring.council.reviews import titles_of_places
from services.monitoring.views import subject_of_decision
from services.municipality import Municipality
from services.notices import Notice, owe
from services.permissions import ANSWER_REQUESTS
from services.schools.views import school_of
from storage.repositories.decisions import SHOWN, UNDER_WAY, DecisionRow
from storage.uow import Store

PAGE = 5


@dataclass(frozen=True, slots=True)
class RecommendationPage:
    """A page of what is recommended to one's schools; `number` counts from 0."""

    recommendations: tuple[Decision, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation, where it was decided, and about which campaign."""

    decision: Decision
    place: Text
    campaign: str


class Recommendations(Guarded):
    """Use cases of coordinators and heads."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @reads(ANSWER_REQUESTS)
    async def my_recommendations(
        self, store: Store, acting: Acting, number: int = 0
    ) -> RecommendationPage:
        """A page of them, those that are to be done first."""
        _, total = await store.decisions.of_schools(acting.schools, 0, 0)
        pages = max(1, -(-total // PAGE))
        number %= pages
        rows, _ = await store.decisions.of_schools(acting.schools, number * PAGE, PAGE)
        found = await views_of(store, rows, today(self.access.clock))
        return RecommendationPage(found, number, pages, total)

    @reads(ANSWER_REQUESTS)
    async def recommendation_card(
        self, store: Store, acting: Acting, decision_id: int
    ) -> Recommendation:
        """One of them."""
        row = _mine(acting, await store.decisions.get(decision_id))
        campaign = await store.campaigns.get(row.campaign_id)
        school = await store.schools.get(row.school_id or 0)
        day = today(self.access.clock)
        decision = decision_of(row, school_of(school) if school else None, day)
        title = titles_of_places(self._municipality.profile).get(row.place)
        return Recommendation(
            decision, title or Text(ru=row.place), campaign.title if campaign else ""
        )

    @writes(ANSWER_REQUESTS)
    async def report_recommendation(
        self, store: Store, acting: Acting, decision_id: int, raw: str
    ) -> None:
        """Say that it is carried out, and how; until it is confirmed the words may be changed."""
        row = _mine(acting, await store.decisions.get(decision_id, lock=True))
        if row.state not in UNDER_WAY:
            raise Refusal("decision-done")
        values = {"report": free_text(raw, REPORT_LIMIT), "reported_by": acting.id}
        if row.state == "reported":
            await store.decisions.change(row.id, **values)
            return
        await store.decisions.change(row.id, state="reported", reported_at=acting.now, **values)
        await be_silent(store, row.id)
        cause = f"{row.id}:{acting.now.isoformat()}"
        for person_id in await self._told(store, row):
            await owe(
                store, person_id, Notice.RECOMMENDATION_REPORTED, cause, acting.now,
                subject=subject_of_decision(row.id), decision_id=row.id,
            )  # fmt: skip

    async def _told(self, store: Store, row: DecisionRow) -> list[int]:
        """Who wrote it down, or the service where that person is not in it any more."""
        service = await self.access.service(store)
        return [row.created_by] if row.created_by in service else service


def _mine(acting: Acting, row: DecisionRow | None) -> DecisionRow:
    """A recommendation to a school of the acting person; otherwise a refusal."""
    if row is None or row.state not in SHOWN:
        raise Refusal("recommendation-gone")
    if row.school_id not in acting.schools:
        raise Refusal("other-school")
    return row
