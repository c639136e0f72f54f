"""Telling schools what is recommended to them, and reminding of it in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from services.clock import Clock
from services.monitoring.views import subject_of_decision
from services.notices import Notice, owe_all
from services.permissions import OF_A_SCHOOL
from storage.repositories.decisions import DecisionRow
from storage.repositories.owing import Message
from storage.uow import Store

# So long before the day by which it is to be done, at this hour of the municipality.
_BEFORE, _HOUR = timedelta(days=3), 10
# What a school need not hear any more once it has reported.
_TOLD = (Notice.RECOMMENDED, Notice.RECOMMENDATION_NEAR)


async def recommend(
    store: Store,
    people: Mapping[int, Sequence[int]],
    due_on: date,
    clock: Clock,
    *,
    again: bool = False,
) -> None:
    """Tell people what is recommended to their schools, and owe them the reminder.

    `people` by decision. `again`: what the school reported was not enough.
    """
    now = clock.now()
    since = f":{now.isoformat()}" if again else ""
    owed = [
        Message(
            person_id=person,
            dedupe_key=f"{Notice.RECOMMENDED}:{number}{since}:{person}",
            subject=subject_of_decision(number),
            facts={"decision_id": number, "again": again},
        )
        for number, some in people.items()
        for person in some
    ]
    await store.outbox.add_each(owed, Notice.RECOMMENDED, now)
    await remind(store, people, due_on, clock)


async def remind(
    store: Store, people: Mapping[int, Sequence[int]], due_on: date, clock: Clock
) -> None:
    """Owe the reminder before the day anew; none where its time is over already."""
    now, kind = clock.now(), Notice.RECOMMENDATION_NEAR
    at = _moment(clock, due_on - _BEFORE, _HOUR)
    if at <= now:
        return
    owed = [
        Message(
            person_id=person,
            dedupe_key=f"{kind}:{number}:{due_on}:{now.isoformat()}:{person}",
            subject=subject_of_decision(number),
            facts={"decision_id": number, "date": due_on.isoformat()},
        )
        for number, some in people.items()
        for person in some
    ]
    expires_at = _moment(clock, due_on + timedelta(days=1), 0)
    await store.outbox.add_each(owed, kind, now, at=at, expires_at=expires_at)


async def be_silent(store: Store, decision_id: int) -> None:
    """Take back what was not told yet about a recommendation that is no longer to be done."""
    await store.outbox.take_back(subject_of_decision(decision_id), _TOLD)


async def forget_reminders(store: Store, decision_id: int) -> None:
    """Take back the reminders before the day, for it is another day now."""
    kinds = (Notice.RECOMMENDATION_NEAR,)
    await store.outbox.take_back(subject_of_decision(decision_id), kinds)


async def recommend_to_newcomer(
    store: Store, person_id: int, role: str, school_id: int | None, clock: Clock
) -> None:
    """Tell somebody who has just become coordinator or head what the school is to carry out."""
    if school_id is None or role not in OF_A_SCHOOL:
        return
    for row in await store.decisions.open_of_school(school_id):
        if row.due_on is not None:
            await recommend(store, {row.id: [person_id]}, row.due_on, clock)


async def tell_the_end(
    store: Store, row: DecisionRow, outcome: str, people: Sequence[int], now: datetime
) -> None:
    """Tell a school that its report was taken (`done`), or that nothing is expected any more
    (`dropped`)."""
    await be_silent(store, row.id)
    await owe_all(
        store, dict.fromkeys(people, f"{row.id}:{outcome}"), Notice.RECOMMENDATION_CLOSED, now,
        subject=subject_of_decision(row.id), decision_id=row.id, outcome=outcome,
    )  # fmt: skip


async def people_of(store: Store, school_id: int | None) -> list[int]:
    """Coordinators and the head of a school."""
    if school_id is None:
        return []
    found: Mapping[int, list[int]] = await store.decisions.people_of_schools([school_id])
    return found.get(school_id, [])


def _moment(clock: Clock, day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), clock.zone).astimezone(UTC)
