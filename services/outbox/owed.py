"""A message about to be sent: names in the place of ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.broadcasts.content import Content, content_of_row
from services.events.views import Event, event_of
from services.notices import Notice
from services.schools import School, school_of
from storage.repositories.outbox import OutboxRow
from storage.repositories.people import PersonRow
from storage.repositories.registrations import REGISTERED
from storage.uow import Store

BROADCAST = "broadcast"  # the kind of a broadcast's copies


@dataclass(frozen=True, slots=True)
class Owed:
    """A message to one person: a notice, or a copy of a broadcast.

    `concerned` is the name of whom it is about, if it is somebody. `attempts` have failed before;
    of `uncertain` ones nobody knows whether they arrived. `silent`: it comes without a sound.
    `seated`: the recipient has a seat in the event, and may see its link.
    `about` is the broadcast that a notice tells of, `lease` what it was claimed under.
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
    lease: datetime | None = None

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
    broadcast = None
    if row.broadcast_id is not None:
        broadcast = broadcasts.get(row.broadcast_id)
        if broadcast is None:
            return None
    facts, school, concerned, event = row.facts, None, None, None
    if (school_id := facts.get("school_id")) is not None:
        school = await store.schools.get(school_id)
        if school is None:
            return None
    if (person_id := facts.get("person_id")) is not None:
        concerned = await store.people.get(person_id)
        if concerned is None:
            return None
    if (event_id := facts.get("event_id")) is not None:
        event = await store.events.get(event_id)
        if event is None:
            return None
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
        attempts=row.attempts,
        uncertain=row.uncertain,
        lease=row.lease_until,
    )


async def _has_seat(store: Store, event_id: int, person_id: int) -> bool:
    place = await store.registrations.get(event_id, person_id)
    return place is not None and place.state == REGISTERED
