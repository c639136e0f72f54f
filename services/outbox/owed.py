"""A message about to be sent: names in the place of ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from services.broadcasts.content import Content, content_of_row
from services.events.views import Event, event_of
from services.monitoring.council.decided import Decision, decision_of
from services.monitoring.views import Campaign, DataRequest
from services.notices import Notice
from services.outbox.collected import Collected, collected, concerns
from services.schools import School, school_of
from storage.repositories.outbox import OutboxRow
from storage.repositories.people import PersonRow
from storage.repositories.registrations import REGISTERED
from storage.uow import Store

T = TypeVar("T")

BROADCAST = "broadcast"  # the kind of a broadcast's copies


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to one person: a notice, or a copy of a broadcast.

    `concerned` is the name of whom it is about, if it is somebody. `attempts` have failed before;
    of `uncertain` ones nobody knows whether they arrived. `silent`: it comes without a sound.
    `seated`: the recipient has a seat in the event, and may see its link.
    `about` is the broadcast that a notice tells of, `collected` the campaign; `lease` is what it
    was claimed under.
    """

    id: int
    recipient: PersonRow
    notice: Notice | None
    facts: dict[str, Any]
    now: datetime
    school: School | None = None
    concerned: str = ""
    event: Event | None = None
    seated: bool = False
    broadcast: Content | None = None
    attempts: int = 0
    uncertain: int = 0
    silent: bool = False
    about: Content | None = None
    decision: Decision | None = None
    collected: Collected | None = None
    lease: datetime | None = None

    @property
    def campaign(self) -> Campaign | None:
        """The campaign that it is about."""
        return self.collected.campaign if self.collected else None

    @property
    def request(self) -> DataRequest | None:
        """The request for data that it is about."""
        return self.collected.request if self.collected else None

    @property
    def kind(self) -> str:
        """What it is, for the log."""
        return str(self.notice) if self.notice else BROADCAST


async def resolve(
    store: Store,
    row: OutboxRow,
    recipient: PersonRow,
    broadcasts: Mapping[int, Content | None],
    now: datetime,
) -> Owed | None:
    """The message with its names; nothing where one of them is gone."""
    try:
        return await _resolved(store, row, recipient, broadcasts, now)
    except _Gone:
        return None


async def _resolved(
    store: Store,
    row: OutboxRow,
    recipient: PersonRow,
    broadcasts: Mapping[int, Content | None],
    now: datetime,
) -> Owed:
    facts, copied = row.facts, row.broadcast_id is not None
    broadcast = _there(broadcasts.get(row.broadcast_id or 0)) if copied else None
    data = _there(await collected(store, row.kind, facts)) if concerns(facts) else None
    school_id = facts.get("school_id", data.school_id if data else None)
    school = _there(await store.schools.get(school_id)) if school_id is not None else None
    person_id, event_id = facts.get("person_id"), facts.get("event_id")
    concerned = _there(await store.people.get(person_id)) if person_id is not None else None
    event = _there(await store.events.get(event_id)) if event_id is not None else None
    decided = "decision_id" in facts
    decision = _there(await _decision(store, facts["decision_id"], now)) if decided else None
    about = await store.broadcasts.get(facts["broadcast_id"]) if "broadcast_id" in facts else None
    return Owed(
        id=row.id,
        recipient=recipient,
        notice=None if broadcast else Notice(row.kind),
        facts=facts,
        now=now,
        school=school_of(school) if school else None,
        concerned=(concerned.full_name or "") if concerned else "",
        event=event_of(event) if event else None,
        seated=event is not None and await _has_seat(store, event.id, recipient.id),
        broadcast=broadcast,
        about=await content_of_row(store, about) if about else None,
        decision=decision,
        collected=data,
        attempts=row.attempts,
        uncertain=row.uncertain,
        lease=row.lease_until,
    )


class _Gone(Exception):
    """What a message is about is not there any more."""


def _there(found: T | None) -> T:
    if found is None:
        raise _Gone
    return found


async def _has_seat(store: Store, event_id: int, person_id: int) -> bool:
    place = await store.registrations.get(event_id, person_id)
    return place is not None and place.state == REGISTERED


async def _decision(store: Store, decision_id: int, now: datetime) -> Decision | None:
    """A decision with its school."""
    row = await store.decisions.get(decision_id)
    if row is None:
        return None
    school = await store.schools.get(row.school_id) if row.school_id else None
    return decision_of(row, school_of(school) if school else None, now.date())
