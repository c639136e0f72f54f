"""How far a broadcast is, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import Acting, Guarded, reads, writes
from services.audiences.views import schools_of
from services.audit import Kind, note, note_about_each
from services.broadcasts.views import RUNNING, Progress, broadcast_with, row_of
from services.errors import Refusal
from services.outbox.rates import PER_SECOND
from services.permissions import BROADCAST
from services.schools import School
from storage.repositories.broadcasts import BroadcastRow
from storage.repositories.copies import OPEN, CopyRow
from storage.uow import Store

PAGE_SIZE, EXPORT_PAGE, REASONS = 20, 500, 5
MINUTE = timedelta(minutes=1)
# Groups of people whose names can be seen.
GROUPS = ("unreachable", "failed", "silent")


@dataclass(frozen=True, slots=True)
class Reader:
    """A person, and what became of their copy."""

    name: str
    school: School | None
    state: str
    sent_at: datetime | None
    acknowledged_at: datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """A page of people by name; `number` counts from 0."""

    readers: tuple[Reader, ...]
    group: str
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class ExportedReaders:
    """Rows of the spreadsheet, and from where on the next ones come; nothing: that was all."""

    readers: tuple[Reader, ...]
    after: int | None


class Outcomes(Guarded):
    """Use cases around what became of a broadcast."""

    @reads(BROADCAST, long=True)
    async def progress(self, store: Store, acting: Acting, broadcast_id: int) -> Progress:
        """How far it is."""
        row = await row_of(store, broadcast_id)
        broadcast = await broadcast_with(store, row)
        kept = row.left_out.get("copies")  # of an old one the rows themselves are gone
        counts = kept or await store.copies.counts(broadcast_id)
        reasons = await store.copies.reasons(broadcast_id, REASONS) if counts.get("failed") else []
        read = silent = 0
        if row.ack:
            read = await store.subscriptions.count_acknowledged(broadcast_id)
            silent = await store.subscriptions.count_silent(broadcast_id)
        recent = await store.copies.sent_since(broadcast_id, acting.now - MINUTE)
        return Progress(
            broadcast=broadcast,
            **_counted(row, counts),
            per_second=_pace(row, recent, acting.now),
            reasons=tuple(reasons),
            acknowledged=read,
            silent=silent,
            named=kept is None,
        )

    @writes(BROADCAST)
    async def look_at_names(
        self, store: Store, acting: Acting, broadcast_id: int, group: str
    ) -> None:
        """Note that the names of a group of people are looked at."""
        await row_of(store, broadcast_id)
        await note(
            store,
            acting,
            Kind.BROADCAST_NAMES_VIEWED,
            broadcast_id=broadcast_id,
            group=_known(group),
        )

    @reads(BROADCAST, long=True)
    async def names(
        self, store: Store, _acting: Acting, broadcast_id: int, group: str, number: int
    ) -> ReaderPage:
        """A page of a group's names; past the last page comes the first again."""
        await row_of(store, broadcast_id)
        total = await store.copies.count(broadcast_id, _known(group))
        pages = max(1, -(-total // PAGE_SIZE))
        number %= pages
        rows = await store.copies.people(broadcast_id, group, number * PAGE_SIZE, PAGE_SIZE)
        return ReaderPage(await _readers(store, rows), group, total, number, pages)

    @writes(BROADCAST)
    async def export_readers(
        self, store: Store, acting: Acting, broadcast_id: int, after: int = 0
    ) -> ExportedReaders:
        """Rows of the people after this number, and the note about each that it was taken out."""
        await row_of(store, broadcast_id)
        rows = await store.copies.export(broadcast_id, after, EXPORT_PAGE)
        people = [row.person_id for row in rows if row.person_id != acting.id]
        await note_about_each(
            store, acting, Kind.BROADCAST_EXPORTED, people, broadcast_id=broadcast_id
        )
        more = rows[-1].person_id if len(rows) == EXPORT_PAGE else None
        return ExportedReaders(await _readers(store, rows), more)

    @writes(BROADCAST)
    async def remind(self, store: Store, acting: Acting, broadcast_id: int) -> int:
        """Remind those who have not said that they read it, once a day; how many they are."""
        row = await row_of(store, broadcast_id)
        if not row.ack:
            raise Refusal("broadcast-no-ack")
        day = acting.now.astimezone(self.access.clock.zone).date()
        return await store.copies.remind(broadcast_id, day.isoformat(), acting.now)


def _counted(row: BroadcastRow, counts: Mapping[str, int]) -> dict[str, int]:
    """The rows by what became of them; of those not written yet it is known from the state."""
    rows = sum(count for state, count in counts.items() if state != "twice")
    open_ = sum(counts.get(state, 0) for state in OPEN)
    unwritten = max(0, row.total - rows) if row.state != "done" else 0
    dropped = sum(counts.get(state, 0) for state in ("cancelled", "missed"))
    off = row.state == "cancelled"
    return {
        "delivered": counts.get("sent", 0),
        "waiting": counts.get("sending", 0) if off else open_ + unwritten,
        "unreachable": counts.get("unreachable", 0),
        "failed": counts.get("failed", 0),
        "dropped": dropped + (counts.get("waiting", 0) + unwritten if off else 0),
        "twice": counts["twice"],
    }


def _pace(row: BroadcastRow, recent: int, now: datetime) -> float:
    """Copies a second, of the last minute or since it began."""
    if row.state not in RUNNING or row.started_at is None or recent == 0:
        return PER_SECOND
    elapsed = min(MINUTE, now - row.started_at).total_seconds()
    return min(PER_SECOND, recent / max(1.0, elapsed))


def _known(group: str) -> str:
    if group not in GROUPS:
        raise Refusal("choice-gone")
    return group


async def _readers(store: Store, rows: Sequence[CopyRow]) -> tuple[Reader, ...]:
    ids = {row.school_id for row in rows if row.school_id is not None}
    schools = await schools_of(store, tuple(ids))
    return tuple(
        Reader(
            name=row.name or "",
            school=schools.get(row.school_id or 0),
            state=row.state,
            sent_at=row.sent_at,
            acknowledged_at=row.acknowledged_at,
            error=row.error or "",
        )
        for row in rows
    )
