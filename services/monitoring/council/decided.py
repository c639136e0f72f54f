"""Decisions about a campaign as they are shown, and the rules of reading what is typed for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from services.dates import typed_date
from services.errors import Refusal
from services.fields import free_text, plain
from services.schools.views import School, school_of
from storage.repositories.decisions import DecisionRow
from storage.uow import Store

TEXT_LIMIT, RESPONSIBLE_LIMIT, CONCLUSION_LIMIT = 1000, 200, 2000
REPORT_LIMIT, WORD_LIMIT = 1000, 400
_FARTHEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of a place of discussion; the columns are explained at the table.

    With a `school` it is a recommendation. `to`: of a draft, the ids of the schools that will get
    one each. `overdue`: it was to be done by a day that is over.
    """

    id: int
    campaign_id: int
    place: str
    state: str
    text: str
    school: School | None
    to: tuple[int, ...]
    responsible: str
    due_on: date | None
    overdue: bool
    report: str
    sent_back: str

    @property
    def open(self) -> bool:
        """Whether somebody is to carry it out."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class Discussed:
    """What one place of discussion came to; `place` is a key of the profile."""

    place: str
    held_on: date | None
    conclusion: str
    decisions: tuple[Decision, ...]


async def views_of(store: Store, rows: Sequence[DecisionRow], today: date) -> tuple[Decision, ...]:
    """Decisions with the schools that they are for, by one more query."""
    schools = await schools_by_id(store, {row.school_id for row in rows if row.school_id})
    return tuple(decision_of(row, schools.get(row.school_id or 0), today) for row in rows)


def decision_of(row: DecisionRow, school: School | None, today: date) -> Decision:
    """The decision of a row."""
    return Decision(
        id=row.id,
        campaign_id=row.campaign_id,
        place=row.place,
        state=row.state,
        text=row.text,
        school=school,
        to=tuple(row.schools or ()),
        responsible=row.responsible,
        due_on=row.due_on,
        overdue=row.state == "open" and row.due_on is not None and row.due_on < today,
        report=row.report,
        sent_back=row.sent_back,
    )


async def decisions_of(store: Store, campaign_id: int, today: date) -> tuple[Discussed, ...]:
    """What all places came to, for the paper that goes to the council; drafts are left out.

    Places are in the order in which something was written down of them.
    """
    rows = [row for row in await store.decisions.of_campaign(campaign_id) if row.state != "draft"]
    decided = await views_of(store, rows, today)
    return tuple(
        Discussed(
            review.place,
            review.held_on,
            review.conclusion,
            tuple(one for one in decided if one.place == review.place),
        )
        for review in await store.decisions.reviews(campaign_id)
    )


async def schools_by_id(store: Store, ids: Collection[int]) -> dict[int, School]:
    """Schools by id."""
    rows = await store.schools.some(ids) if ids else []
    return {row.id: school_of(row) for row in rows}


def line_of(raw: str, limit: int) -> str:
    """A typed line."""
    text = plain(raw)
    if not text:
        raise Refusal("text-empty")
    if len(text) > limit:
        raise Refusal("text-too-long", limit=limit, length=len(text))
    return text


def decision_text(raw: str) -> str:
    """What is decided, in several lines."""
    return free_text(raw, TEXT_LIMIT)


def day_of(raw: str, today: date) -> date:
    """A typed day; without a year it is the next one of that name: «15.12», «15 декабря»."""
    text = plain(raw).rstrip(".")
    try:
        return typed_date(text, today)
    except Refusal as refusal:
        if refusal.reason != "date-unclear":
            raise
        nearest = [day for year in (today.year, today.year + 1) if (day := _in(year, text, today))]
        if not nearest:
            raise
        return min((day for day in nearest if day >= today), default=nearest[-1])


def _in(year: int, text: str, today: date) -> date | None:
    """The day in a year, if there is such a day."""
    for between in (".", " "):
        try:
            return typed_date(f"{text}{between}{year}", today)
        except Refusal:
            continue
    return None


def possible_due(day: date, today: date) -> date:
    """A day by which something can be carried out."""
    if not today <= day <= today + _FARTHEST:
        raise Refusal("decision-due-range")
    return day
