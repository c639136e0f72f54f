"""The organiser's view: events by what becomes of them, their people, what will be told when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.access import Acting, Guarded, reads
from services.events.reading import event_with, events_with, is_over, row_of
from services.events.reminders import BEFORE
from services.events.views import Event, subject_of
from services.notices import Notice
from services.permissions import MANAGE_EVENTS
from storage.repositories.event_notices import DueCount
from storage.repositories.events import PARTS, EventRow
from storage.uow import Store

PAGE = 5
_AHEAD, _LOST = ("waiting", "sending"), ("missed", "failed", "unreachable")


@dataclass(frozen=True, slots=True)
class DeskPage:
    """A page of `coming`, `drafts` or `past`; `counts` has the sizes of all three."""

    events: tuple[Event, ...]
    number: int
    pages: int
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Reminding:
    """Reminders of one kind, `week`, `day` or `hour` before: when, and how many people.

    `lost`: came too late to be useful, or could not be delivered.
    """

    when: str
    at: datetime
    ahead: int
    sent: int
    lost: int


@dataclass(frozen=True, slots=True)
class DeskCard:
    """An event with all that its makers want to know.

    `phase`: `draft`, `coming`, `on`, `past` or `cancelled`. `came` and `absent` count people of a
    past one, `concerned` those who would be told of a change.
    """

    event: Event
    phase: str
    came: int
    absent: int
    reminders: tuple[Reminding, ...]

    @property
    def changeable(self) -> bool:
        """Whether anything may be changed."""
        return self.phase in ("draft", "coming", "on")

    @property
    def concerned(self) -> int:
        """How many people would be told of a change."""
        return self.event.taken + self.event.waiting if self.phase in ("coming", "on") else 0


class Overview(Guarded):
    """Use cases around looking at events."""

    @reads(MANAGE_EVENTS)
    async def made(self, store: Store, acting: Acting, part: str, page: int) -> DeskPage:
        """A page of one part; past the last page comes the first again."""
        part = part if part in PARTS else PARTS[0]
        counts = await store.events.desk_counts(acting.now)
        pages = max(1, -(-counts[part] // PAGE))
        number = page % pages
        rows = await store.events.desk_page(part, acting.now, number * PAGE, PAGE)
        return DeskPage(tuple(await events_with(store, rows)), number, pages, counts)

    @reads(MANAGE_EVENTS)
    async def made_event(self, store: Store, acting: Acting, event_id: int) -> DeskCard:
        """One event."""
        row = await row_of(store, event_id)
        turnout = await store.participants.turnout(event_id)
        found = await store.event_notices.by_moment(subject_of(event_id), Notice.EVENT_REMINDER)
        return DeskCard(
            event=await event_with(store, row),
            phase=phase_of(row, acting.now),
            came=turnout.came,
            absent=turnout.absent,
            reminders=_reminders(row, found, acting.now),
        )


def phase_of(row: EventRow, now: datetime) -> str:
    """What an event is to those who make it."""
    if row.state in ("draft", "cancelled"):
        return row.state
    if is_over(row, now):
        return "past"
    return "on" if row.starts_at is not None and row.starts_at <= now else "coming"


def _reminders(row: EventRow, found: list[DueCount], now: datetime) -> tuple[Reminding, ...]:
    """Only those of the time that holds now; once it has begun, none is still to go."""
    if row.starts_at is None:
        return ()
    lines = []
    for when, before in BEFORE.items():
        at = row.starts_at - before
        counts = {one.state: one.count for one in found if one.due_at == at}
        ahead = sum(counts.get(state, 0) for state in _AHEAD)
        lost = sum(counts.get(state, 0) for state in _LOST)
        if row.starts_at <= now:
            ahead, lost = 0, lost + ahead
        lines.append(Reminding(when, at, ahead, counts.get("sent", 0), lost))
    return tuple(one for one in lines if one.ahead or one.sent or one.lost)
