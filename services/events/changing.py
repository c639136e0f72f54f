"""Changes of an event that its people are told of: publishing, time, place, link, cancelling."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.events.arrivals import opens_at
from services.events.places import move_up
from services.events.reading import changeable, check_changeable, row_of
from services.events.reminders import rewrite_reminders
from services.events.telling import concerned, tell_cancelled, tell_change
from services.events.typed import read, reason_of
from services.permissions import MANAGE_EVENTS
from storage.repositories.events import EventRow
from storage.uow import Store

LONGEST, FURTHEST = timedelta(days=31), timedelta(days=3 * 366)


class Changing(Guarded):
    """Use cases that change what people rely on."""

    @writes(MANAGE_EVENTS)
    async def publish(self, store: Store, acting: Acting, event_id: int) -> None:
        """Let people see it and register. Repeating changes nothing."""
        row = await row_of(store, event_id, lock=True)
        if row.state == "published":
            return
        check_changeable(row, acting.now)
        _check_complete(row, acting.now)
        until = row.register_until
        if until is not None and until <= acting.now:
            raise Refusal("event-deadline-passed")
        if until is not None and row.starts_at is not None and until > row.starts_at:
            until = None
        await store.events.change(
            event_id, acting.now, state="published", published_at=acting.now, register_until=until
        )
        await note(store, acting, Kind.EVENT_PUBLISHED, event_id=event_id)

    @writes(MANAGE_EVENTS)
    async def move(
        self, store: Store, acting: Acting, event_id: int, start: datetime, end: datetime
    ) -> int:
        """Set beginning and end; how many people of a published event will be told.

        The deadline moves along by as many days. Everybody is reminded by the new time, and who
        had checked in already does so again when it comes.
        """
        before = await changeable(store, event_id, acting.now)
        if (before.starts_at, before.ends_at) == (start, end):
            return 0
        on = before.state == "published" and _begun(before, acting.now)
        check_period(start, end, acting.now, before.starts_at if on else None)
        zone = self.access.clock.zone
        values = {"starts_at": start, "ends_at": end, "revision": before.revision + 1}
        until = _moved_deadline(before, start, acting.now, zone)
        after = await _changed(store, acting, event_id, register_until=until, **values)
        if after.state != "published":
            return 0
        if acting.now < opens_at(after) and await store.attendance.not_there(event_id):
            await move_up(store, after, acting.now)  # who came without a place has none again
        await rewrite_reminders(store, after, acting.now)
        await note(store, acting, Kind.EVENT_MOVED, event_id=event_id)
        return await tell_change(store, before, after, frozenset({"time"}), acting.now)

    @writes(MANAGE_EVENTS)
    async def relocate(
        self, store: Store, acting: Acting, event_id: int, field: str, typed: str, *,
        chosen: bool = True,
    ) -> int:  # fmt: skip
        """Set `place` or `link`, empty for none; how many people will be told, if it is `chosen`
        that they are."""
        if field not in ("place", "link"):
            raise Refusal("choice-gone")
        value = read(field, typed)
        before = await changeable(store, event_id, acting.now)
        if getattr(before, field) == value:
            return 0
        after = await _changed(store, acting, event_id, **{field: value})
        if after.state != "published" or not chosen:
            return 0
        return await tell_change(store, before, after, frozenset({field}), acting.now)

    @reads(MANAGE_EVENTS)
    async def told(self, store: Store, acting: Acting, event_id: int) -> int:
        """How many people would be told of a change; nobody of a draft."""
        row = await row_of(store, event_id)
        return len(await concerned(store, event_id)) if row.state == "published" else 0

    @writes(MANAGE_EVENTS)
    async def cancel(self, store: Store, acting: Acting, event_id: int, typed: str) -> int:
        """Call it off: reminders and announcements stop, everybody concerned is told once.

        How many are told. Repeating changes nothing.
        """
        row = await row_of(store, event_id, lock=True)
        if row.state == "cancelled":
            return 0
        if row.state == "draft":
            raise Refusal("event-draft")
        check_changeable(row, acting.now)
        reason = reason_of(typed)
        after = await _changed(store, acting, event_id, state="cancelled", cancel_reason=reason)
        store.outbox.added = True  # broadcasts about it are called off by the delivery
        await note(store, acting, Kind.EVENT_CANCELLED, event_id=event_id)
        return await tell_cancelled(store, after, acting.now)


def check_period(
    start: datetime, end: datetime, now: datetime, on_since: datetime | None = None
) -> None:
    """Refuse times that make no sense. `on_since`: when an event that is on has begun; of such a
    one only the end may change."""
    if end <= start:
        raise Refusal("event-end-first")
    if end - start > LONGEST:
        raise Refusal("event-too-long", days=LONGEST.days)
    if on_since is not None and start != on_since:
        raise Refusal("event-on")
    if end <= now or (start <= now and on_since is None):
        raise Refusal("event-past")
    if start - now > FURTHEST:
        raise Refusal("event-too-far")


def _check_complete(row: EventRow, now: datetime) -> None:
    if not row.title:
        raise Refusal("event-no-title")
    if row.starts_at is None:
        raise Refusal("event-no-time")
    if _begun(row, now):
        raise Refusal("event-past")


def _begun(row: EventRow, now: datetime) -> bool:
    return row.starts_at is not None and row.starts_at <= now


async def _changed(store: Store, acting: Acting, event_id: int, **values: object) -> EventRow:
    await store.events.change(event_id, acting.now, **values)
    return await row_of(store, event_id)


def _moved_deadline(
    before: EventRow, start: datetime, now: datetime, zone: ZoneInfo
) -> datetime | None:
    """The deadline by the new time: as many days earlier, at the same hour, before the beginning.

    One that would have passed by now gives way to the beginning, unless it had passed before.
    """
    until = before.register_until
    if until is None or before.starts_at is None:
        return until
    days = start.astimezone(zone).date() - before.starts_at.astimezone(zone).date()
    local = until.astimezone(zone)
    at = time(local.hour, local.minute)
    moved = datetime.combine(local.date() + days, at, zone).astimezone(start.tzinfo)
    if moved <= now < until or moved >= start:
        return None
    return moved
