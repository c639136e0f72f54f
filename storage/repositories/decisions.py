"""Where results are discussed, and what is decided there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, insert, select, update

from storage.models import Decision, Review, RoleGrant
from storage.session import Session
from storage.statements import upsert

# States in which something is still to be done, and in which a school sees a recommendation.
UNDER_WAY = ("open", "reported")
SHOWN = ("open", "reported", "done")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A place of discussion in a campaign; the columns are explained at the table."""

    id: int
    campaign_id: int
    place: str
    held_on: date | None
    conclusion: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with its place; the columns are explained at the table."""

    id: int
    review_id: int
    campaign_id: int
    place: str
    state: str
    text: str
    school_id: int | None
    schools: list[int] | None
    responsible: str
    due_on: date | None
    report: str
    reported_at: datetime | None
    sent_back: str
    created_by: int | None
    opened_at: datetime | None
    closed_at: datetime | None


_REVIEW = tuple(getattr(Review, name) for name in ReviewRow.__dataclass_fields__)
_OF_REVIEW = {"campaign_id": Review.campaign_id, "place": Review.place}
_COLUMNS: tuple[Any, ...] = tuple(
    _OF_REVIEW[name] if name in _OF_REVIEW else getattr(Decision, name)
    for name in DecisionRow.__dataclass_fields__
)
_DECISION = select(*_COLUMNS).join(Review, Review.id == Decision.review_id)
# What waits for somebody comes first, what is over comes last.
_ORDER = case({"reported": 0, "open": 1, "draft": 2, "done": 3}, value=Decision.state, else_=4)

_EMPTY = {"responsible": "", "report": "", "sent_back": ""}


class Decisions:
    """Rows of reviews and decisions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def reviews(self, campaign_id: int) -> list[ReviewRow]:
        """What is known of the places where a campaign is discussed."""
        rows = await self._session.execute(
            select(*_REVIEW).where(Review.campaign_id == campaign_id).order_by(Review.id)
        )
        return [ReviewRow(*row) for row in rows]

    async def review(self, campaign_id: int, place: str) -> ReviewRow | None:
        """What is known of one place."""
        wanted = (Review.campaign_id == campaign_id, Review.place == place)
        row = (await self._session.execute(select(*_REVIEW).where(*wanted))).first()
        return ReviewRow(*row) if row else None

    async def put_review(
        self, campaign_id: int, place: str, by: int, now: datetime, **values: Any
    ) -> int:
        """Store something of a place; its number."""
        changes = {"changed_by": by, "changed_at": now, **values}
        row = {"campaign_id": campaign_id, "place": place, "conclusion": "", **changes}
        keys = ["campaign_id", "place"]
        await self._session.execute(upsert(self._session.dialect, Review, row, keys, **changes))
        found = await self.review(campaign_id, place)
        assert found is not None
        return found.id

    async def add(self, review_id: int, by: int, now: datetime, text: str) -> int:
        """A new draft; its number."""
        row = {"review_id": review_id, "text": text, "created_by": by, "created_at": now}
        statement = insert(Decision).values(**_EMPTY, **row, state="draft")
        return int((await self._session.execute(statement.returning(Decision.id))).scalar_one())

    async def copy_to(
        self, row: DecisionRow, schools: Sequence[int], now: datetime
    ) -> dict[int, int]:
        """Open the same decision once for each of these schools; their numbers by school."""
        same = {
            "review_id": row.review_id, "state": "open", "text": row.text, "due_on": row.due_on,
            "created_by": row.created_by, "created_at": now, "opened_at": now,
        }  # fmt: skip
        same = {**_EMPTY, **same, "responsible": row.responsible}
        rows = [{**same, "school_id": school} for school in schools]
        if not rows:
            return {}
        statement = insert(Decision).returning(Decision.school_id, Decision.id)
        returned = await self._session.execute(statement, rows)
        return {int(school): int(number) for school, number in returned}

    async def get(self, decision_id: int, *, lock: bool = False) -> DecisionRow | None:
        """A decision; `lock` keeps others from changing it until the end of this unit of work."""
        query = _DECISION.where(Decision.id == decision_id)
        if lock:
            query = query.with_for_update(of=Decision)
        row = (await self._session.execute(query)).first()
        return DecisionRow(*row) if row else None

    async def change(self, decision_id: int, **values: Any) -> None:
        """Change columns."""
        await self._session.execute(
            update(Decision).where(Decision.id == decision_id).values(**values)
        )

    async def of_campaign(self, campaign_id: int) -> list[DecisionRow]:
        """All decisions about a campaign that were not dropped, in the order of their places."""
        wanted = (Review.campaign_id == campaign_id, Decision.state != "dropped")
        rows = await self._session.execute(_DECISION.where(*wanted).order_by(Decision.id))
        return [DecisionRow(*row) for row in rows]

    async def page(
        self, campaign_id: int, place: str | None, offset: int, limit: int
    ) -> tuple[list[DecisionRow], int]:
        """Decisions of a place, or of all, those that wait for somebody first; and their number."""
        wanted = [Review.campaign_id == campaign_id, Decision.state != "dropped"]
        if place is not None:
            wanted.append(Review.place == place)
        total = await self._session.execute(
            select(func.count()).select_from(Decision).join(Review).where(*wanted)
        )
        query = _DECISION.where(*wanted).order_by(_ORDER, Decision.due_on, Decision.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [DecisionRow(*row) for row in rows], int(total.scalar_one())

    async def counts(self, campaign_id: int, today: date) -> dict[tuple[str, str], int]:
        """How many decisions there are by place and state; late open ones are `overdue`."""
        late = (Decision.state == "open") & (Decision.due_on < today)
        state = case((late, "overdue"), else_=Decision.state)
        query = (
            select(Review.place, state, func.count())
            .join(Review, Review.id == Decision.review_id)
            .where(Review.campaign_id == campaign_id)
            .group_by(Review.place, state)
        )
        rows = await self._session.execute(query)
        return {(place, of): int(count) for place, of, count in rows}

    async def of_schools(
        self, schools: Collection[int], offset: int, limit: int
    ) -> tuple[list[DecisionRow], int]:
        """Recommendations to schools, those that are to be done first; and their number."""
        wanted = (Decision.school_id.in_(list(schools)), Decision.state.in_(SHOWN))
        total = await self._session.execute(
            select(func.count()).select_from(Decision).where(*wanted)
        )
        done = case((Decision.state == "open", 0), (Decision.state == "reported", 1), else_=2)
        query = _DECISION.where(*wanted).order_by(done, Decision.due_on, Decision.id.desc())
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [DecisionRow(*row) for row in rows], int(total.scalar_one())

    async def open_of_school(self, school_id: int) -> list[DecisionRow]:
        """Recommendations that a school is to carry out."""
        wanted = (Decision.school_id == school_id, Decision.state == "open")
        rows = await self._session.execute(_DECISION.where(*wanted).order_by(Decision.id))
        return [DecisionRow(*row) for row in rows]

    async def people_of_schools(self, schools: Collection[int]) -> dict[int, list[int]]:
        """Coordinators and heads of schools; schools that have none are left out."""
        query = select(RoleGrant.school_id, RoleGrant.person_id).where(
            RoleGrant.state == "active",
            RoleGrant.role.in_(("coordinator", "head")),
            RoleGrant.school_id.in_(list(schools)),
        )
        found: dict[int, list[int]] = {}
        for school, person in await self._session.execute(
            query.distinct().order_by(*query.selected_columns)
        ):
            found.setdefault(int(school), []).append(person)
        return found

    async def move_school(self, from_id: int, to_id: int) -> None:
        """Recommendations to one school are for another."""
        await self._session.execute(
            update(Decision).where(Decision.school_id == from_id).values(school_id=to_id)
        )
