"""Places in events: registering, waiting for a seat, withdrawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import Access, Guarded, own
from services.consents import consenting
from services.errors import Refusal
from services.events.membership import check_audience
from services.events.reminders import BEFORE, chosen, remind_all, stored, write_reminders
from services.events.views import subject_of
from services.municipality import Municipality
from services.notices import Notice, owe_all
from storage.repositories.events import EventRow
from storage.repositories.people import PersonRow
from storage.repositories.registrations import (
    REGISTERED,
    WAITING,
    WITHDRAWN,
    Counts,
    RegistrationRow,
)
from storage.uow import Store

# What somebody without a place need not hear any more.
_TOLD = (Notice.EVENT_REMINDER, Notice.EVENT_SEAT, Notice.EVENT_MOVED, Notice.EVENT_CHANGED)
_NEXT = timedelta(microseconds=1)  # who comes later stands behind, whatever the clock says


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of registering: `registered`, or `waiting` as the `number`-th of the line.

    `again`: it was so before.
    """

    state: str
    number: int = 0
    again: bool = False

    @property
    def waits(self) -> bool:
        """Whether all seats were taken."""
        return self.state == WAITING


async def signed_up(store: Store, person_id: int, version: str) -> PersonRow:
    """The person, who has agreed and signed up; otherwise a refusal."""
    person = await consenting(store, person_id, version)
    if person.registered_at is None:
        raise Refusal("signup-needed")
    return person


def published(event: EventRow | None) -> EventRow:
    """The event if people may see it; otherwise a refusal."""
    if event is None or event.state == "draft" or event.starts_at is None:
        raise Refusal("event-gone")
    return event


async def move_up(store: Store, event: EventRow, now: datetime) -> list[int]:
    """Give the free seats of an event to those who wait longest; ids of the people.

    They are told at once and reminded like everybody. The caller holds the lock of the event and
    passes it as it is stored now. Nobody moves up once it has begun.
    """
    if event.state != "published" or event.starts_at is None or event.starts_at <= now:
        return []
    counts = (await store.registrations.counts([event.id])).get(event.id, Counts())
    free = None if event.seats is None else max(0, event.seats - counts.taken)
    if not counts.waiting or free == 0:
        return []
    line = await store.registrations.of_event(event.id, WAITING, free)
    await store.registrations.seat([row.id for row in line], now)
    causes = {row.person_id: f"{event.id}:{row.since.isoformat()}" for row in line if row.person_id}
    await owe_all(
        store, causes, Notice.EVENT_SEAT, now,
        expires_at=event.starts_at, subject=subject_of(event.id),
        event_id=event.id, revision=event.revision,
    )  # fmt: skip
    await remind_all(store, event, [*causes], now)
    return [*causes]


async def leave_all(store: Store, person_id: int, now: datetime) -> None:
    """Give up every place in a coming event: of somebody who asks to be forgotten."""
    for event_id in await store.registrations.coming(person_id, now):
        event = await store.events.get(event_id, lock=True)
        row = await store.registrations.get(event_id, person_id)
        if event is not None and row is not None:
            await _left(store, event, row, now)


async def free_seats(store: Store, event_id: int, now: datetime) -> None:
    """Give the places of those who were forgotten to those who wait."""
    event = await store.events.get(event_id, lock=True)
    if event is not None:
        await store.registrations.withdraw_nobodys(event_id, now)
        await move_up(store, event, now)


async def _left(store: Store, event: EventRow, row: RegistrationRow, now: datetime) -> None:
    """A place is given up, nothing more is told about it, and the line moves."""
    if row.state not in (REGISTERED, WAITING):
        return
    await store.registrations.withdraw(row.id, max(now, row.since + _NEXT))
    await store.outbox.take_back(subject_of(event.id), _TOLD, row.person_id)
    await move_up(store, event, now)


class Places(Guarded):
    """Use cases around one's own places."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @own(writes=True)
    async def register(self, person_id: int, event_id: int) -> Placed:
        """Take a seat, or a place in the line where all are taken. Repeating changes nothing.

        Who withdrew before stands at the end.
        """
        async with self.access.uow.writing() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
            event = published(await store.events.get(event_id, lock=True))
            mine = await store.registrations.get(event_id, person_id)
            if mine is not None and mine.state in (REGISTERED, WAITING):
                return await _placed(store, mine, again=True)
            now = self.access.clock.now()
            _check_open(event, now)
            profile = self._municipality.profile
            await check_audience(store, self.access, profile, person_id, event)
            return await _registered(store, event, person, mine, now)

    @own(writes=True)
    async def withdraw(self, person_id: int, event_id: int) -> None:
        """Give up one's seat, or one's place in the line. Repeating changes nothing.

        Whoever waits longest gets the seat, and is told.
        """
        async with self.access.uow.writing() as store:
            await signed_up(store, person_id, self.access.consent_version)
            event = published(await store.events.get(event_id, lock=True))
            row = await store.registrations.get(event_id, person_id)
            if row is None or row.state == WITHDRAWN:
                return
            now = self.access.clock.now()
            if event.state == "cancelled":
                raise Refusal("event-is-cancelled")
            if _begun(event, now):
                raise Refusal("event-begun-withdraw")
            await _left(store, event, row, now)

    @own(writes=False)
    async def reminders(self, person_id: int) -> tuple[str, ...]:
        """Which reminders one gets: of `week`, `day` and `hour` before an event."""
        async with self.access.uow.reading() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
        return chosen(person.reminders)

    @own(writes=True)
    async def set_reminder(self, person_id: int, when: str, wanted: bool) -> None:
        """Want a reminder, or not; coming events are reminded of accordingly."""
        async with self.access.uow.writing() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
            if when not in BEFORE:
                raise Refusal("choice-gone")
            choice = {*chosen(person.reminders), when} - (set() if wanted else {when})
            now = self.access.clock.now()
            await store.people.change(person_id, now, reminders=stored(choice))
            await _remind_anew(store, person_id, now)


async def _registered(
    store: Store, event: EventRow, person: PersonRow, mine: RegistrationRow | None, now: datetime
) -> Placed:
    """A new place: a seat where more are free than people wait for, or one in the line."""
    counts = (await store.registrations.counts([event.id])).get(event.id, Counts())
    free = event.seats is None or event.seats > counts.taken + counts.waiting
    last = await store.registrations.last_in_line(event.id)
    earlier = [moment + _NEXT for moment in (last, mine.since if mine else None) if moment]
    since = max([now, *earlier])
    await store.registrations.put(event.id, person.id, REGISTERED if free else WAITING, since)
    if free:
        await write_reminders(store, event, person, now)
        return Placed(REGISTERED)
    return Placed(WAITING, counts.waiting + 1)


async def _placed(store: Store, row: RegistrationRow, *, again: bool) -> Placed:
    waits = row.state == WAITING
    number = await store.registrations.number_in_line(row) if waits else 0
    return Placed(row.state, number, again)


async def _remind_anew(store: Store, person_id: int, now: datetime) -> None:
    """Write the reminders of all coming events after another choice."""
    for event_id in await store.registrations.coming(person_id, now):
        event = await store.events.get(event_id, lock=True)
        row = await store.registrations.get(event_id, person_id)
        person = await store.people.get(person_id)
        if event is None or person is None or row is None or row.state != REGISTERED:
            continue
        await write_reminders(store, event, person, now)


def _check_open(event: EventRow, now: datetime) -> None:
    """Refuse where nobody can register any more."""
    if event.state == "cancelled":
        raise Refusal("event-is-cancelled")
    if event.state != "published" or _begun(event, now):
        raise Refusal("event-begun")
    if event.register_until is not None and event.register_until <= now:
        raise Refusal("event-deadline")


def _begun(event: EventRow, now: datetime) -> bool:
    return event.starts_at is not None and event.starts_at <= now
