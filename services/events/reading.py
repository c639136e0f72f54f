"""Events with what hangs on them: topics, and how many places are taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from services.errors import Refusal
from services.events.views import Event, event_of
from storage.repositories.events import EventRow
from storage.repositories.registrations import Counts
from storage.uow import Store


async def event_with(store: Store, row: EventRow) -> Event:
    """The event of a row."""
    return (await events_with(store, [row]))[0]


async def events_with(store: Store, rows: Sequence[EventRow]) -> list[Event]:
    """The events of rows in the same order, with two statements however many there are."""
    ids = [row.id for row in rows]
    topics = await store.events.topics_of(ids)
    counts = await store.registrations.counts(ids)
    return [_event(row, topics.get(row.id, {}), counts.get(row.id, Counts())) for row in rows]


async def row_of(store: Store, event_id: int, *, lock: bool = False) -> EventRow:
    """The row of an event; refuses where there is none."""
    row = await store.events.get(event_id, lock=lock)
    if row is None:
        raise Refusal("event-gone")
    return row


async def changeable(store: Store, event_id: int, now: datetime) -> EventRow:
    """The locked row of an event that may still be changed; otherwise a refusal."""
    row = await row_of(store, event_id, lock=True)
    check_changeable(row, now)
    return row


def check_changeable(row: EventRow, now: datetime) -> None:
    """Refuse what is cancelled or over."""
    if row.state == "cancelled":
        raise Refusal("event-cancelled")
    if is_over(row, now):
        raise Refusal("event-over")


def is_over(row: EventRow, now: datetime) -> bool:
    """Whether it has ended, also where that is not noted yet."""
    ended = row.ends_at is not None and row.ends_at <= now
    return row.state == "over" or (row.state == "published" and ended)


def _event(row: EventRow, topics: dict[str, list[str]], counts: Counts) -> Event:
    return event_of(
        row,
        blocks=topics.get("block", ()),
        subjects=topics.get("subject", ()),
        rubrics=topics.get("rubric", ()),
        taken=counts.taken,
        waiting=counts.waiting,
        came=counts.came,
    )
