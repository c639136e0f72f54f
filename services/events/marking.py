"""The organiser's list: who comes, who came, who came without a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note, note_about_each
from services.directory.shown import Found, schools_of
from services.errors import Refusal
from services.events.arrivals import arrive, ask_how_it_was, closes_at, correctable, ended, opens_at
from services.events.reading import row_of
from services.events.views import Event, event_of
from services.fields import NAME_LIMIT, plain
from services.name_search import best_names
from services.permissions import MANAGE_EVENTS
from services.schools import School
from storage.repositories.directory import Wanted
from storage.repositories.events import EventRow
from storage.repositories.participants import ParticipantRow, Turnout
from storage.uow import Store

PAGE = 5
FOUND_LIMIT = 5  # names of a search; nobody means the sixth
PARTS = ("all", "absent", "came", "waiting")


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at an event; what `state`, `how` and the rest mean is told at the table."""

    number: int
    person_id: int
    name: str
    school: School | None
    position: str | None
    subjects: tuple[str, ...]
    state: str
    since: datetime
    came_at: datetime | None
    how: str | None
    walked_in: bool


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """Some people of an event; `number` counts pages from 0.

    `part` is one of `PARTS`. `correctable`: one may say who came. `locked`: not any more.
    """

    event: Event
    turnout: Turnout
    people: tuple[Participant, ...]
    part: str
    number: int
    pages: int
    total: int
    correctable: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class ParticipantCard:
    """One person at an event. `certified`: there is something to certify."""

    event: Event
    person: Participant
    correctable: bool
    certified: bool


@dataclass(frozen=True, slots=True)
class CheckInDesk:
    """How people check in; `opens` and `closes` are moments in UTC, `open` is about now."""

    event: Event
    turnout: Turnout
    opens: datetime
    closes: datetime
    open: bool


@dataclass(frozen=True, slots=True)
class Export:
    """All people of an event: those with a place by name, then those who wait."""

    event: Event
    people: tuple[Participant, ...]


class Marking(Guarded):
    """Use cases of those who make events."""

    @reads(MANAGE_EVENTS, long=True)
    async def participants(
        self,
        store: Store,
        acting: Acting,
        event_id: int,
        part: str = "all",
        page: int = 0,
        text: str = "",
    ) -> ParticipantPage:
        """A page of the people of an event, or of those whose names resemble a typed text."""
        event = await _published(store, event_id)
        part, typed = part if part in PARTS else "all", plain(text)[:NAME_LIMIT]
        found: list[int] = []
        if typed:
            names = await store.participants.names(event_id)
            found = best_names(typed, names, 4 * PAGE)
        total = len(found) if typed else await store.participants.count(event_id, part)
        pages = max(1, -(-total // PAGE))
        first = page % pages * PAGE
        if typed:
            rows = await store.participants.some(event_id, found[first : first + PAGE])
        else:
            rows = await store.participants.page(event_id, part, first, PAGE)
        return ParticipantPage(
            event=event_of(event),
            turnout=await store.participants.turnout(event_id),
            people=await shown(store, rows),
            part=part,
            number=page % pages,
            pages=pages,
            total=total,
            correctable=correctable(event, acting.now),
            locked=ended(event, acting.now) and not correctable(event, acting.now),
        )

    @reads(MANAGE_EVENTS)
    async def participant(
        self, store: Store, acting: Acting, event_id: int, person_id: int
    ) -> ParticipantCard:
        """One person of an event."""
        event = await _published(store, event_id)
        row = await store.participants.get(event_id, person_id)
        if row is None:
            raise Refusal("person-gone")
        person = (await shown(store, [row]))[0]
        certified = person.came_at is not None and ended(event, acting.now)
        return ParticipantCard(event_of(event), person, correctable(event, acting.now), certified)

    @reads(MANAGE_EVENTS, long=True)
    async def guests(
        self, store: Store, acting: Acting, event_id: int, text: str
    ) -> tuple[Found, ...]:
        """People whose names resemble a typed text, the likeliest first; who has a place too."""
        await _published(store, event_id)
        typed = plain(text)[:NAME_LIMIT]
        if not typed:
            return ()
        names = await store.directory.names(Wanted())
        rows = await store.directory.some(best_names(typed, names, FOUND_LIMIT))
        schools = await schools_of(store, {row.school_id for row in rows})
        return tuple(Found(row.id, row.full_name, schools.get(row.school_id)) for row in rows)

    @writes(MANAGE_EVENTS)
    async def mark(
        self, store: Store, acting: Acting, event_id: int, person_id: int, came: bool
    ) -> None:
        """Say that somebody came, with a place or without, or did not; repeating is no change."""
        event = await _to_correct(store, acting, event_id)
        person = await store.people.get(person_id)
        if person is None or person.registered_at is None:
            raise Refusal("person-gone")
        if came:
            changed = await arrive(store, event, person_id, "list", acting.now)
        else:
            changed = await store.attendance.not_there(event_id, person_id) > 0
        if changed:
            kind = Kind.ATTENDANCE_NOTED if came else Kind.ATTENDANCE_REMOVED
            await note(store, acting, kind, about=person_id, event=event_id)

    @writes(MANAGE_EVENTS)
    async def mark_all(self, store: Store, acting: Acting, event_id: int) -> int:
        """Say that everybody who has a place came; how many of them were not marked yet."""
        event = await _to_correct(store, acting, event_id)
        people = await store.attendance.all_came(event_id, acting.now)
        await ask_how_it_was(store, event, people, acting.now)
        kind = Kind.ATTENDANCE_NOTED
        await note_about_each(store, acting, kind, people, event=event_id)
        return len(people)

    @reads(MANAGE_EVENTS)
    async def check_in_desk(self, store: Store, acting: Acting, event_id: int) -> CheckInDesk:
        """How people check in at an event, and how many have."""
        event = await _published(store, event_id)
        shown = event_of(event)
        turnout = await store.participants.turnout(event_id)
        now_open = shown.open_for_checkin(acting.now)
        return CheckInDesk(shown, turnout, opens_at(event), closes_at(event), now_open)

    @writes(MANAGE_EVENTS)
    async def export_participants(self, store: Store, acting: Acting, event_id: int) -> Export:
        """Everybody at an event, and the note about each that they were taken out."""
        event = await _published(store, event_id)
        rows = await store.participants.page(event_id, "all")
        rows += await store.participants.page(event_id, "waiting")
        people = [row.person_id for row in rows if row.person_id != acting.id]
        await note_about_each(store, acting, Kind.PARTICIPANTS_EXPORTED, people, event=event_id)
        subjects = await store.participants.subjects(event_id)
        return Export(event_of(event), await shown(store, rows, subjects))


async def shown(
    store: Store, rows: list[ParticipantRow], subjects: dict[int, list[str]] | None = None
) -> tuple[Participant, ...]:
    """People of rows with their schools."""
    schools = await schools_of(store, {row.school_id for row in rows})
    return tuple(
        Participant(
            number=row.id,
            person_id=row.person_id,
            name=row.full_name,
            school=schools.get(row.school_id),
            position=row.position,
            subjects=tuple((subjects or {}).get(row.person_id, ())),
            state=row.state,
            since=row.since,
            came_at=row.attended_at,
            how=row.attended_how,
            walked_in=row.walked_in,
        )
        for row in rows
    )


async def _published(store: Store, event_id: int) -> EventRow:
    """An event to which people may have come; a draft has neither time nor people."""
    event = await row_of(store, event_id)
    if event.state == "draft" or event.starts_at is None or event.ends_at is None:
        raise Refusal("event-not-published")
    return event


async def _to_correct(store: Store, acting: Acting, event_id: int) -> EventRow:
    event = await _published(store, event_id)
    if event.state == "cancelled":
        raise Refusal("attendance-cancelled")
    if acting.now < opens_at(event):
        raise Refusal("attendance-early")
    if not correctable(event, acting.now):
        raise Refusal("attendance-locked")
    return event
