"""Coming to an event: when people may check in, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from services.errors import Refusal
from services.events.views import CLOSES_AFTER, OPENS_BEFORE, Event, subject_of
from services.notices import Notice, owe_all
from storage.repositories.attendance import PlaceRow
from storage.repositories.events import EventRow
from storage.uow import Store

# So long after the end the organiser may correct who came.
CORRECTED_FOR = timedelta(days=14)
# So long after the end people are asked how it was.
ASKED_FOR = timedelta(days=3)

Outcome = Literal["open", "here", "again", "early", "late", "cancelled"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of checking in: `here` now, `again` when it was known, or why not.

    `open` is for somebody who has yet to sign up. `opens` and `closes` are moments in UTC.
    """

    event: Event
    outcome: Outcome
    opens: datetime
    closes: datetime
    walked_in: bool = False


def opens_at(event: EventRow | Event) -> datetime:
    """From when on people may check in; only a draft has no time."""
    assert event.starts_at is not None
    return event.starts_at - OPENS_BEFORE


def closes_at(event: EventRow | Event) -> datetime:
    """Until when people may check in."""
    assert event.ends_at is not None
    return event.ends_at + CLOSES_AFTER


def outcome_of(event: EventRow, now: datetime) -> Outcome:
    """Whether people may check in now, or why not."""
    if event.state == "cancelled":
        return "cancelled"
    if now < opens_at(event):
        return "early"
    return "open" if now <= closes_at(event) else "late"


def correctable(event: EventRow | Event, now: datetime) -> bool:
    """Whether the organiser may say who came: from the check-in on, for two weeks after."""
    if event.state not in ("published", "over") or event.ends_at is None:
        return False
    return opens_at(event) <= now <= event.ends_at + CORRECTED_FOR


def ended(event: EventRow | Event, now: datetime) -> bool:
    """Whether it is behind us, counted as over already or not yet."""
    if event.ends_at is None or event.state not in ("published", "over"):
        return False
    return event.ends_at <= now


async def attended(store: Store, event_id: int, person_id: int) -> PlaceRow:
    """The place of somebody who came to the event; otherwise a refusal."""
    place = await store.attendance.place(event_id, person_id)
    if place is None or place.attended_at is None:
        raise Refusal("event-not-attended")
    return place


async def arrive(store: Store, event: EventRow, person_id: int, how: str, now: datetime) -> bool:
    """Note that somebody is there, once; whether it was not known. `how`: `link`, `code`, `list`.

    Who comes without a place has one from now on, also where all seats are taken: they are there.
    """
    new = await store.attendance.come(event.id, person_id, how, now)
    if new:
        await ask_how_it_was(store, event, [person_id], now)
    return new


async def ask_how_it_was(
    store: Store, event: EventRow, people: Iterable[int], now: datetime
) -> None:
    """Owe the question to those who came, once it is over and not forgotten yet."""
    if event.ends_at is None or not event.ends_at <= now < event.ends_at + CORRECTED_FOR:
        return
    await owe_all(
        store, dict.fromkeys(people, event.id), Notice.EVENT_RATE, now,
        expires_at=max(now, event.ends_at) + ASKED_FOR, subject=subject_of(event.id),
        event_id=event.id,
    )  # fmt: skip
