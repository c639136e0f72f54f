"""How far the schools of a campaign are: counts, pages, and what waits for a methodist."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select, true
from sqlalchemy.orm import aliased

from storage.models import (
    Campaign,
    DataRequest,
    DataValue,
    Person,
    RequestHelper,
    RoleGrant,
    School,
)
from storage.repositories.data_requests import OWING
from storage.repositories.schools import SchoolRow
from storage.session import Session

_GONE = "withdrawn"


@dataclass(frozen=True, slots=True)
class CountsRow:
    """How many schools of a campaign are how far; the last two are of the municipality's part.

    `asked` leaves out the withdrawn ones. `overdue` owe their first answer after the deadline,
    `orphans` owe one and have nobody to give it.
    """

    asked: int
    expected: int
    in_work: int
    submitted: int
    returned: int
    accepted: int
    withdrawn: int
    on_time: int
    late: int
    overdue: int
    orphans: int
    own_id: int | None
    own_state: str | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A school's request on the board; `given` counts its answers, `orphan`: nobody gives them."""

    id: int
    school_id: int
    short_name: str
    english_name: str
    school_state: str
    state: str
    returns: int
    submitted_at: datetime | None
    handed_in_at: datetime | None
    given: int
    orphan: bool


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """What waits for a methodist in one campaign."""

    campaign_id: int
    orphans: int
    to_check: int


_AT = aliased(DataRequest)
# Lists of ids rather than `exists`: SQLite would go through all holders for each school.
_COORDINATED = select(RoleGrant.school_id).where(
    RoleGrant.role == "coordinator", RoleGrant.state == "active", RoleGrant.school_id.is_not(None)
)
_HELPED = (
    select(RequestHelper.request_id)
    .join(_AT, _AT.id == RequestHelper.request_id)
    .join(Person, Person.id == RequestHelper.person_id)
    .where(Person.school_id == _AT.school_id)  # who has left the school helps no more
)
_OF_SCHOOL = DataRequest.school_id.is_not(None)
ORPHAN: ColumnElement[bool] = and_(
    _OF_SCHOOL,
    DataRequest.school_id.not_in(_COORDINATED),
    DataRequest.id.not_in(_HELPED),
)
_OWES = DataRequest.state.in_(OWING)
_ASKED = DataRequest.state != _GONE
_GIVEN = (
    select(func.count())
    .where(DataValue.request_id == DataRequest.id)
    .correlate(DataRequest)
    .scalar_subquery()
)
# What waits for a methodist, then the worst: nobody there, silence, unfinished, to be corrected.
_RANK = case(
    (DataRequest.state == "submitted", 0),
    (and_(DataRequest.state == "expected", ORPHAN), 1),
    (DataRequest.state == "expected", 2),
    (DataRequest.state == "in_work", 3),
    (DataRequest.state == "returned", 4),
    (DataRequest.state == "accepted", 5),
    else_=6,
)


class Boards:
    """Reading many requests of a campaign at once."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def counts(self, campaign_id: int, due_at: datetime, now: datetime) -> CountsRow:
        """How many schools are how far."""

        def schools(condition: ColumnElement[bool]) -> ColumnElement[int]:
            return func.count().filter(_OF_SCHOOL, condition)

        states = ("expected", "in_work", "submitted", "returned", "accepted", _GONE)
        filters = ("on_time", "late", "overdue", "orphans")
        own = DataRequest.school_id.is_(None)
        query = select(
            schools(_ASKED),
            *(schools(DataRequest.state == state) for state in states),
            *(schools(condition_of(name, due_at, now)) for name in filters),
            func.max(DataRequest.id).filter(own),
            func.max(DataRequest.state).filter(own),
        ).where(DataRequest.campaign_id == campaign_id)
        return CountsRow(*(await self._session.execute(query)).one())

    async def page(
        self,
        campaign_id: int,
        only: str,
        due_at: datetime,
        now: datetime,
        offset: int,
        limit: int,
    ) -> list[BoardRow]:
        """Schools that fit a filter: those to check, then the worst first."""
        query = _rows().where(
            DataRequest.campaign_id == campaign_id, condition_of(only, due_at, now)
        )
        query = query.order_by(_RANK, School.search_name, DataRequest.id)
        rows = await self._session.execute(query.offset(offset).limit(limit))
        return [BoardRow(*row) for row in rows]

    async def some(self, ids: Collection[int]) -> dict[int, BoardRow]:
        """Requests of schools by id."""
        rows = await self._session.execute(_rows().where(DataRequest.id.in_(list(ids))))
        return {row.id: BoardRow(*row) for row in rows}

    async def names(self, campaign_id: int) -> list[tuple[int, str]]:
        """Requests of a campaign, each with what its school is found by."""
        query = (
            select(DataRequest.id, School.search_name)
            .join(School, School.id == DataRequest.school_id)
            .where(DataRequest.campaign_id == campaign_id)
        )
        return [(number, name) for number, name in await self._session.execute(query)]

    async def not_asked(self, campaign_id: int) -> list[SchoolRow]:
        """Active schools without a request in a campaign, in alphabetical order."""
        asked = select(DataRequest.school_id).where(
            DataRequest.campaign_id == campaign_id, _OF_SCHOOL
        )
        columns = (getattr(School, name) for name in SchoolRow.__dataclass_fields__)
        query = (
            select(*columns)
            .where(School.state == "active", School.id.not_in(asked))
            .order_by(School.search_name, School.id)
        )
        return [SchoolRow(*row) for row in await self._session.execute(query)]

    async def waiting(self) -> list[WaitingRow]:
        """What waits in campaigns, the earliest deadline first.

        Of a closed campaign counts what came in after it was closed: corrections.
        """
        opened = Campaign.state == "open"
        orphans = func.count().filter(opened, _OWES, ORPHAN)
        handed_in = and_(
            DataRequest.state == "submitted",
            or_(opened, DataRequest.handed_in_at > Campaign.closed_at),
        )
        query = (
            select(Campaign.id, orphans, func.count().filter(handed_in))
            .join(DataRequest, DataRequest.campaign_id == Campaign.id)
            .where(Campaign.state.in_(("open", "closed")))
            .where(DataRequest.state.in_((*OWING, "submitted")))
            .group_by(Campaign.id, Campaign.due_at)
            .order_by(Campaign.due_at, Campaign.id)
        )
        rows = [WaitingRow(*row) for row in await self._session.execute(query)]
        return [row for row in rows if row.orphans or row.to_check]


def condition_of(only: str, due_at: datetime, now: datetime) -> ColumnElement[bool]:
    """The filters of the board."""
    if only in ("expected", "in_work", "submitted", "returned", "accepted", _GONE):
        return DataRequest.state == only
    silent = and_(_OWES, DataRequest.submitted_at.is_(None))
    conditions = {
        "all": _ASKED,
        "on_time": and_(_ASKED, DataRequest.submitted_at < due_at),
        "late": and_(_ASKED, DataRequest.submitted_at >= due_at),
        "overdue": and_(silent, true() if now >= due_at else false()),
        "orphans": and_(_OWES, ORPHAN),
    }
    return conditions[only]


def _rows() -> Select[*tuple[object, ...]]:
    return select(
        DataRequest.id,
        DataRequest.school_id,
        School.short_name,
        School.english_name,
        School.state,
        DataRequest.state,
        DataRequest.returns,
        DataRequest.submitted_at,
        DataRequest.handed_in_at,
        _GIVEN,
        and_(_OWES, ORPHAN),
    ).join(School, School.id == DataRequest.school_id)
