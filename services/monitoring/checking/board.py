"""Which schools have answered, which have not, and which have nobody who could."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from services import fields
from services.access import Acting, Guarded, reads
from services.errors import Refusal
from services.monitoring.views import Campaign, campaign_of
from services.permissions import MONITOR, Role
from services.school_names import best_matches
from services.schools.views import School, school_of
from storage.repositories.board import BoardRow, CountsRow
from storage.repositories.campaigns import CampaignRow
from storage.uow import Store

PAGE = 5
# What the board can be narrowed to; `all` leaves out the withdrawn.
FILTERS = (
    *("all", "expected", "in_work", "submitted", "returned", "accepted"),
    *("on_time", "late", "overdue", "orphans", "withdrawn"),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many schools are how far.

    `overdue` owe their first answer after the deadline; `orphans` owe one and have neither a
    coordinator nor a colleague who took it over.
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

    @property
    def owing(self) -> int:
        """How many still owe something."""
        return self.expected + self.in_work + self.returned

    def of(self, only: str) -> int:
        """How many a filter of the board leaves."""
        return self.asked if only == "all" else int(getattr(self, only))


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A school on the board; `given` counts its answers so far, `gone`: it is closed."""

    request_id: int
    school_id: int
    name: str
    english_name: str
    gone: bool
    state: str
    returns: int
    submitted_at: datetime | None
    handed_in_at: datetime | None
    late: bool
    given: int
    orphan: bool

    def title(self, locale: str) -> str:
        """Short name of the school in the person's language."""
        return self.english_name if locale == "en" and self.english_name else self.name


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A page of the board; `number` counts from 0, `found` were looked for by name.

    `own_id` and `own_state` are of the municipality's own part, where there is one.
    """

    campaign: Campaign
    counts: Counts
    lines: tuple[BoardLine, ...]
    only: str
    number: int
    pages: int
    own_id: int | None
    own_state: str | None


@dataclass(frozen=True, slots=True)
class Unasked:
    """Active schools that a campaign does not ask; `number` counts pages from 0."""

    campaign: Campaign
    schools: tuple[School, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Asking:
    """A school that may be asked too, and how many people of it would be."""

    campaign: Campaign
    school: School
    people: int


async def opened(store: Store, campaign_id: int, *, lock: bool = False) -> CampaignRow:
    """A campaign that has been opened, perhaps closed since; otherwise a refusal."""
    row = await store.campaigns.get(campaign_id, lock=lock)
    if row is None or row.state not in ("open", "closed"):
        raise Refusal("campaign-gone")
    return row


async def still_open(store: Store, campaign_id: int) -> CampaignRow:
    """A campaign that is open, locked; otherwise a refusal."""
    row = await opened(store, campaign_id, lock=True)
    if row.state != "open":
        raise Refusal("campaign-is-closed")
    return row


class Board(Guarded):
    """Use cases of those who watch a campaign."""

    @reads(MONITOR, long=True)
    async def board_of(
        self, store: Store, acting: Acting, campaign_id: int, *, only: str = "all", page: int = 0
    ) -> BoardPage:
        """Counts, and a page of schools: those to check, then the worst; pages go round."""
        row = await opened(store, campaign_id)
        if only not in FILTERS:
            raise Refusal("choice-gone")
        numbers = await store.boards.counts(campaign_id, row.due_at, acting.now)
        counts = _counts(numbers)
        pages = max(1, -(-counts.of(only) // PAGE))
        page %= pages
        rows = await store.boards.page(campaign_id, only, row.due_at, acting.now, page * PAGE, PAGE)
        lines = _lines(rows, row)
        own = (numbers.own_id, numbers.own_state)
        return BoardPage(campaign_of(row), counts, lines, only, page, pages, *own)

    @reads(MONITOR, long=True)
    async def find_on_board(
        self, store: Store, acting: Acting, campaign_id: int, text: str
    ) -> tuple[BoardLine, ...]:
        """Schools of a campaign that resemble the typed text, best first."""
        row = await opened(store, campaign_id)
        names = await store.boards.names(campaign_id)
        found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, PAGE)
        rows = await store.boards.some(found)
        return _lines((rows[number] for number in found if number in rows), row)

    @reads(MONITOR, long=True)
    async def next_to_check(
        self, store: Store, acting: Acting, campaign_id: int, request_id: int
    ) -> int | None:
        """Another request of a campaign that waits to be checked; nothing where none does."""
        row = await opened(store, campaign_id)
        rows = await store.boards.page(campaign_id, "submitted", row.due_at, acting.now, 0, 2)
        return next((one.id for one in rows if one.id != request_id), None)

    @reads(MONITOR, long=True)
    async def not_asked(
        self, store: Store, acting: Acting, campaign_id: int, *, text: str = "", page: int = 0
    ) -> Unasked:
        """Schools that could be asked too: a page of them, or those that resemble a typed text."""
        row = await opened(store, campaign_id)
        schools = await store.boards.not_asked(campaign_id)
        total = len(schools)
        if text:
            by_id = {school.id: school for school in schools}
            names = ((school.id, school.search_name) for school in schools)
            found = best_matches(fields.plain(text)[: fields.SCHOOL_LIMIT], names, PAGE)
            schools = [by_id[number] for number in found]
        pages = max(1, -(-len(schools) // PAGE))
        page %= pages
        shown = schools[page * PAGE : (page + 1) * PAGE]
        return Unasked(campaign_of(row), tuple(school_of(one) for one in shown), page, pages, total)

    @reads(MONITOR)
    async def asking_plan(
        self, store: Store, acting: Acting, campaign_id: int, school_id: int
    ) -> Asking:
        """What `ask_school` would do."""
        row = await opened(store, campaign_id)
        if row.state != "open":
            raise Refusal("campaign-is-closed")
        school = await store.schools.get(school_id)
        if school is None or school.state != "active":
            raise Refusal("school-gone")
        people = await store.roles.holders(Role.COORDINATOR, school_id=school_id)
        return Asking(campaign_of(row), school_of(school), len(people))


def _counts(row: CountsRow) -> Counts:
    return Counts(**{name: getattr(row, name) for name in Counts.__dataclass_fields__})


def _lines(rows: Iterable[BoardRow], campaign: CampaignRow) -> tuple[BoardLine, ...]:
    return tuple(
        BoardLine(
            request_id=row.id,
            school_id=row.school_id,
            name=row.short_name,
            english_name=row.english_name,
            gone=row.school_state not in ("active", "proposed"),
            state=row.state,
            returns=row.returns,
            submitted_at=row.submitted_at,
            handed_in_at=row.handed_in_at,
            late=row.submitted_at is not None and row.submitted_at >= campaign.due_at,
            given=row.given,
            orphan=row.orphan,
        )
        for row in rows
    )
