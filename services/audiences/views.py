"""Audiences as use cases give them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.audiences.criteria import Criteria
from services.schools import School
from storage.uow import Store

# Why people of an audience are in a list of names.
REASONS = ("reached", "unreachable", "unsubscribed")


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people: `total` will get it, the others fit but will not."""

    total: int
    unreachable: int
    unsubscribed: int

    @property
    def left_out(self) -> int:
        """How many fit and will not get it."""
        return self.unreachable + self.unsubscribed

    @property
    def fitting(self) -> int:
        """How many fit at all."""
        return self.total + self.left_out

    def of(self, reason: str) -> int:
        """How many by reason, of `REASONS`."""
        return self.total if reason == "reached" else int(getattr(self, reason))


@dataclass(frozen=True, slots=True)
class EventTitle:
    """An event in a choice; a draft may have no title."""

    id: int
    title: str
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Named:
    """Criteria with what their ids stand for; what has vanished is missing."""

    criteria: Criteria
    schools: Mapping[int, School]
    events: Mapping[int, EventTitle]
    list_name: str


@dataclass(frozen=True, slots=True)
class Owned:
    """The audience of a broadcast or an event. `changeable`: it can still be chosen."""

    named: Named
    category: str
    changeable: bool

    @property
    def criteria(self) -> Criteria:
        """Whom it is for."""
        return self.named.criteria


@dataclass(frozen=True, slots=True)
class Saved:
    """An audience under a name; `members` counts those of a list, which is `listed`."""

    id: int
    name: str
    criteria: Criteria
    listed: bool
    members: int


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page of them; `number` counts from 0."""

    audiences: tuple[Saved, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """One page of events to choose from; `number` counts from 0."""

    events: tuple[EventTitle, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a list."""

    id: int
    name: str
    school: School | None


@dataclass(frozen=True, slots=True)
class MemberPage:
    """One page of people; `number` counts from 0."""

    people: tuple[Member, ...]
    number: int
    pages: int
    total: int


async def named(store: Store, criteria: Criteria) -> Named:
    """Look up what the ids of criteria stand for."""
    ids = [one for one in (criteria.event_id, criteria.not_at) if one is not None]
    events = await store.audiences.titles(ids) if ids else {}
    listed = await store.audiences.saved(criteria.list_id) if criteria.list_id else None
    return Named(
        criteria=criteria,
        schools=await schools_of(store, criteria.schools),
        events={key: EventTitle(row.id, row.title, row.starts_at) for key, row in events.items()},
        list_name=listed.name if listed else "",
    )


async def schools_of(store: Store, ids: tuple[int, ...]) -> dict[int, School]:
    """Schools by id, in alphabetical order."""
    rows = await store.directory.schools(ids) if ids else []
    return {
        key: School(key, name, english, state == "proposed") for key, name, english, state in rows
    }
