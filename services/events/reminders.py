"""Reminders before events: which ones a person wants, and the rows that will be sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from services.events.views import subject_of
from services.notices import Notice, owe_all
from storage.repositories.events import EventRow
from storage.repositories.people import PersonRow
from storage.repositories.registrations import REGISTERED
from storage.uow import Store

# How long before the beginning each one comes, the earliest first.
BEFORE = {"week": timedelta(days=7), "day": timedelta(days=1), "hour": timedelta(hours=1)}
_NONE = "none"
_AT_ONCE = 500  # people of one statement


def chosen(stored: str | None) -> tuple[str, ...]:
    """Which reminders a person wants, the earliest first; who never said wants all."""
    if stored is None:
        return tuple(BEFORE)
    return tuple(when for when in BEFORE if when in stored.split(","))


def stored(wanted: Iterable[str]) -> str:
    """The choice as it is stored."""
    return ",".join(when for when in BEFORE if when in set(wanted)) or _NONE


async def write_reminders(store: Store, event: EventRow, person: PersonRow, now: datetime) -> None:
    """Owe somebody who has a place the reminders that are still ahead.

    One that comes late is useful until the next one is due, at the latest until the beginning.
    """
    await store.event_notices.drop(subject_of(event.id), Notice.EVENT_REMINDER, [person.id])
    await _owe(store, event, chosen(person.reminders), [person.id], now)


async def rewrite_reminders(store: Store, event: EventRow, now: datetime) -> None:
    """Owe the reminders of an event anew, to all who have a place: its time has changed."""
    await store.event_notices.drop(subject_of(event.id), Notice.EVENT_REMINDER)
    places = await store.registrations.of_event(event.id, REGISTERED)
    ids = [place.person_id for place in places if place.person_id is not None]
    await remind_all(store, event, ids, now)


async def remind_all(store: Store, event: EventRow, people: Sequence[int], now: datetime) -> None:
    """The same as `write_reminders` for many people."""
    by_choice: dict[tuple[str, ...], list[int]] = {}
    for first in range(0, len(people), _AT_ONCE):
        some = people[first : first + _AT_ONCE]
        await store.event_notices.drop(subject_of(event.id), Notice.EVENT_REMINDER, some)
        for person in await store.people.many(some):
            by_choice.setdefault(chosen(person.reminders), []).append(person.id)
    for choice, alike in by_choice.items():
        await _owe(store, event, choice, alike, now)


async def _owe(
    store: Store, event: EventRow, choice: Sequence[str], people: Sequence[int], now: datetime
) -> None:
    if event.starts_at is None or event.state != "published":
        return
    due = [(when, event.starts_at - BEFORE[when]) for when in choice]
    ends = [at for _, at in due[1:]] + [event.starts_at]
    for (when, at), useful_until in zip(due, ends, strict=False):
        if at > now:
            cause = f"{event.id}:{event.revision}:{when}"
            await owe_all(
                store, dict.fromkeys(people, cause), Notice.EVENT_REMINDER, now, at=at,
                expires_at=useful_until, subject=subject_of(event.id),
                event_id=event.id, revision=event.revision, when=when,
            )  # fmt: skip
