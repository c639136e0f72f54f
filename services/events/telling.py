"""Telling people that an event has changed: once, with how it is in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from services.events.views import subject_of
from services.notices import Notice, owe_all
from storage.repositories.events import EventRow
from storage.repositories.registrations import REGISTERED, WAITING
from storage.uow import Store

_CHANGES = (Notice.EVENT_MOVED, Notice.EVENT_CHANGED)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody was last told of an event: its time, and what has changed since."""

    was: tuple[str, str] | None
    what: frozenset[str]


async def concerned(store: Store, event_id: int) -> dict[int, str]:
    """People who have a place or wait for one, and which of both."""
    rows = [
        row
        for state in (REGISTERED, WAITING)
        for row in await store.registrations.of_event(event_id, state)
    ]
    return {row.person_id: row.state for row in rows if row.person_id is not None}


async def tell_change(
    store: Store, before: EventRow, after: EventRow, what: frozenset[str], now: datetime
) -> int:
    """Owe everybody concerned the news that `time`, `place` or `link` has changed; how many.

    News of earlier changes that have not gone out yet are taken back and told together with this
    one, from the time that the person knows. Where all is as it was, nobody is told. The link is
    nobody's business who has no seat yet.
    """
    subject = subject_of(after.id)
    unsent = await store.event_notices.unsent(subject, _CHANGES)
    await store.outbox.take_back(subject, _CHANGES)
    alike: dict[Told, list[int]] = {}
    for person_id, state in (await concerned(store, after.id)).items():
        news = what if state == REGISTERED else what - {"link"}
        known = _together(unsent.get(person_id), before, news)
        alike.setdefault(known, []).append(person_id)
    for known, some in alike.items():
        await _tell(store, after, some, known, now)
    return sum(len(some) for known, some in alike.items() if known.what)


async def tell_cancelled(store: Store, event: EventRow, now: datetime) -> int:
    """Owe everybody concerned the news that it is off, in place of all that waits; how many."""
    subject = subject_of(event.id)
    await store.outbox.take_back(subject)
    people = await concerned(store, event.id)
    await owe_all(
        store, dict.fromkeys(people, event.id), Notice.EVENT_CANCELLED, now,
        expires_at=event.ends_at, subject=subject, event_id=event.id,
    )  # fmt: skip
    return len(people)


def _together(facts: dict[str, Any] | None, before: EventRow, what: frozenset[str]) -> Told:
    facts = facts or {}
    was = facts.get("was")
    known = (str(was[0]), str(was[1])) if was else None
    if known is None and "time" in what:
        known = _time_of(before)
    return Told(known, what | frozenset(facts.get("what", ())))


async def _tell(
    store: Store, after: EventRow, people: list[int], told: Told, now: datetime
) -> None:
    what = told.what
    if told.was == _time_of(after):  # moved there and back before anybody heard of it
        what -= {"time"}
    if not what:
        return
    moved = "time" in what
    facts: dict[str, Any] = {"was": list(told.was)} if moved and told.was else {}
    causes = dict.fromkeys(people, f"{after.id}:{token_hex(6)}")
    await owe_all(
        store, causes, Notice.EVENT_MOVED if moved else Notice.EVENT_CHANGED, now,
        expires_at=after.ends_at,
        subject=subject_of(after.id), event_id=after.id, revision=after.revision,
        what=sorted(what), **facts,
    )  # fmt: skip


def _time_of(row: EventRow) -> tuple[str, str] | None:
    if row.starts_at is None or row.ends_at is None:
        return None
    return row.starts_at.isoformat(), row.ends_at.isoformat()
