"""Writing down what is decided: the text, for which schools, who sees to it, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.text import Text
from services.access import Access, Acting, Guarded, reads, writes
from services.dates import today
from services.errors import Refusal
from services.monitoring.council.decided import (
    RESPONSIBLE_LIMIT,
    Decision,
    day_of,
    decision_of,
    decision_text,
    line_of,
    possible_due,
    schools_by_id,
)
from services.monitoring.council.recommending import forget_reminders, people_of, remind
from services.monitoring.council.reviews import held_campaign, titles_of_places
from services.monitoring.views import Campaign
from services.municipality import Municipality
from services.permissions import MONITOR
from services.schools.managing import kept_open
from services.schools.views import School
from storage.repositories.decisions import DecisionRow
from storage.uow import Store

_CHANGEABLE = ("draft", "open")


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """A decision for who wrote it down.

    `to`: of a draft, the schools that will get one each. `deaf`: those of the schools concerned
    that have nobody to be told. `missing`: fields without which it cannot be sent.
    """

    decision: Decision
    campaign: Campaign
    place: Text
    to: tuple[School, ...]
    deaf: tuple[School, ...]
    missing: tuple[str, ...]


async def decision_row(store: Store, decision_id: int, *, lock: bool = False) -> DecisionRow:
    """A decision; a refusal where it is gone or was dropped."""
    row = await store.decisions.get(decision_id, lock=lock)
    if row is None or row.state == "dropped":
        raise Refusal("choice-gone")
    return row


def missing_of(row: DecisionRow) -> tuple[str, ...]:
    """Fields without which a decision cannot be sent: the day, and who sees to it where no
    school does."""
    alone = not row.schools and row.school_id is None
    wanted = {"due": row.due_on is None, "responsible": alone and not row.responsible}
    return tuple(field for field, lacks in wanted.items() if lacks)


class Drafting(Guarded):
    """Use cases of who writes decisions down."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @reads(MONITOR)
    async def decision_card(self, store: Store, acting: Acting, decision_id: int) -> DecisionCard:
        """A decision with everything around it."""
        row = await decision_row(store, decision_id)
        ids = [*(row.schools or ()), *([row.school_id] if row.school_id else [])]
        schools = await schools_by_id(store, ids)
        reached = await store.decisions.people_of_schools(ids) if ids else {}
        title = titles_of_places(self._municipality.profile).get(row.place)
        own = schools.get(row.school_id or 0)
        return DecisionCard(
            decision=decision_of(row, own, today(self.access.clock)),
            campaign=await held_campaign(store, row.campaign_id),
            place=title or Text(ru=row.place),
            to=tuple(schools[one] for one in row.schools or () if one in schools),
            deaf=tuple(one for number, one in schools.items() if number not in reached),
            missing=missing_of(row) if row.state == "draft" else (),
        )

    @writes(MONITOR)
    async def draft_decision(
        self, store: Store, acting: Acting, campaign_id: int, place: str, raw: str
    ) -> int:
        """Begin a decision with its text; its number."""
        if place not in titles_of_places(self._municipality.profile):
            raise Refusal("choice-gone")
        await held_campaign(store, campaign_id)
        text = decision_text(raw)
        review = await store.decisions.put_review(campaign_id, place, acting.id, acting.now)
        return await store.decisions.add(review, acting.id, acting.now, text=text)

    @writes(MONITOR)
    async def word_decision(self, store: Store, acting: Acting, decision_id: int, raw: str) -> None:
        """Write the text anew, as long as nobody has been told."""
        row = await _draft(store, decision_id)
        await store.decisions.change(row.id, text=decision_text(raw))

    @writes(MONITOR)
    async def charge_decision(
        self, store: Store, acting: Acting, decision_id: int, raw: str
    ) -> None:
        """Say who sees to it; an empty text takes it away where a school does."""
        row = await _changeable(store, decision_id)
        responsible = line_of(raw, RESPONSIBLE_LIMIT) if raw else ""
        await store.decisions.change(row.id, responsible=responsible)

    @writes(MONITOR)
    async def due_decision(self, store: Store, acting: Acting, decision_id: int, day: date) -> None:
        """Say by when it is to be done; schools that were told are reminded of the new day."""
        row = await _changeable(store, decision_id)
        possible_due(day, today(self.access.clock))
        await store.decisions.change(row.id, due_on=day)
        if row.state == "open" and row.due_on != day:
            await forget_reminders(store, row.id)
            people = await people_of(store, row.school_id)
            await remind(store, {row.id: people}, day, self.access.clock)

    @writes(MONITOR)
    async def address_decision(
        self, store: Store, acting: Acting, decision_id: int, school_id: int, wanted: bool
    ) -> None:
        """Recommend it to a school, or not."""
        row = await _draft(store, decision_id)
        await kept_open(store, school_id)
        chosen = [one for one in row.schools or () if one != school_id]
        schools = [*chosen, school_id] if wanted else chosen
        await store.decisions.change(row.id, schools=schools or None)

    @writes(MONITOR)
    async def address_all(
        self, store: Store, acting: Acting, decision_id: int, wanted: bool
    ) -> None:
        """Recommend it to all schools, or to none."""
        row = await _draft(store, decision_id)
        schools = [one.id for one in await store.schools.active()] if wanted else None
        await store.decisions.change(row.id, schools=schools)

    def typed_due(self, raw: str) -> date:
        """A day as people type it."""
        return day_of(raw, today(self.access.clock))


async def _draft(store: Store, decision_id: int) -> DecisionRow:
    row = await decision_row(store, decision_id, lock=True)
    if row.state != "draft":
        raise Refusal("decision-sent")
    return row


async def _changeable(store: Store, decision_id: int) -> DecisionRow:
    row = await decision_row(store, decision_id, lock=True)
    if row.state == "reported":
        raise Refusal("decision-reported")
    if row.state not in _CHANGEABLE:
        raise Refusal("decision-done")
    return row
