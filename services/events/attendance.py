"""Who comes: checking in by a link or a code, and the organiser's list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from services.access import Access, own
from services.errors import Refusal
from services.events.arrivals import Arrival, arrive, closes_at, opens_at, outcome_of
from services.events.marking import Marking
from services.events.membership import check_audience
from services.events.places import signed_up
from services.events.views import CLOSES_AFTER, OPENS_BEFORE, Event, event_of
from services.municipality import Municipality
from storage.repositories.attendance import PlaceRow
from storage.repositories.events import EventRow
from storage.repositories.people import PersonRow
from storage.uow import Store

CODE_TRIES = 5  # wrong codes for each place
CODE_LENGTH = 5  # digits


class Attendance(Marking):
    """Use cases around coming to events."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @own(writes=False)
    async def on_now(self, person_id: int) -> list[Event]:
        """Events at which I have a place, could check in now, and have not; the first first."""
        async with self.access.uow.reading() as store:
            await signed_up(store, person_id, self.access.consent_version)
            places = await _places_now(store, person_id, self.access.clock.now())
            here = [place.event_id for place in places if place.attended_at is None]
            rows = [await store.events.get(event_id) for event_id in here]
            return [event_of(row) for row in rows if row is not None]

    async def look(self, token: str) -> Arrival:
        """What a link is for, to somebody who has yet to sign up; keeps nothing."""
        async with self.access.uow.reading() as store:
            event, now = await _event_of(store, token), self.access.clock.now()
            return _arrival(event, now)

    @own(writes=True)
    async def check_in_by_link(self, person_id: int, token: str) -> Arrival:
        """Say that I am there, with a place or without. Repeating changes nothing."""
        async with self.access.uow.writing() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
            event, now = await _event_of(store, token), self.access.clock.now()
            if outcome_of(event, now) != "open":
                return _arrival(event, now)
            return await self._come(store, event, person, "link", now)

    @own(writes=True)
    async def check_in_by_code(self, person_id: int, typed: str) -> Arrival:
        """Say that I am there by the code of an event at which I have a place.

        Wrong codes are counted, so that nobody finds the right one by trying.
        """
        async with self.access.uow.writing() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
            found = await self._by_code(store, person, _digits(typed))
        if isinstance(found, Refusal):  # the tries are counted by then
            raise found
        return found

    async def _by_code(self, store: Store, person: PersonRow, code: str) -> Arrival | Refusal:
        now = self.access.clock.now()
        places = await _places_now(store, person.id, now)
        if not places:
            return Refusal("checkin-nothing-on")
        left = [place for place in places if place.code_tries < CODE_TRIES]
        if not left:
            return Refusal("checkin-tries")
        for place in left:
            event = await store.events.get(place.event_id)
            if event is not None and code and event.code == code:
                return await self._come(store, event, person, "code", now)
        return await _wrong(store, left, code)

    async def _come(
        self, store: Store, event: EventRow, person: PersonRow, how: str, now: datetime
    ) -> Arrival:
        place = await store.attendance.place(event.id, person.id)
        if place is None or place.state != "registered":
            profile = self._municipality.profile
            await check_audience(store, self.access, profile, person.id, event)
        new = await arrive(store, event, person.id, how, now)
        place = await store.attendance.place(event.id, person.id)
        here = replace(_arrival(event, now), outcome="here" if new else "again")
        return replace(here, walked_in=place is not None and place.walked_in)


async def _places_now(store: Store, person_id: int, now: datetime) -> list[PlaceRow]:
    return await store.attendance.on_now(person_id, now + OPENS_BEFORE, now - CLOSES_AFTER)


def _digits(typed: str) -> str:
    """The code among whatever was typed; nothing where it is none: that is no try."""
    found = "".join(ch for ch in typed if ch.isdecimal())
    return found if len(found) == CODE_LENGTH else ""


async def _wrong(store: Store, places: list[PlaceRow], code: str) -> Refusal:
    if not code:
        return Refusal("checkin-code-form")
    for place in places:
        await store.attendance.count_try(place.id)
    left = CODE_TRIES - 1 - min(place.code_tries for place in places)
    return Refusal("checkin-code-wrong", left=left) if left else Refusal("checkin-tries")


async def _event_of(store: Store, token: str) -> EventRow:
    event_id = await store.attendance.event_by_token(token)
    event = await store.events.get(event_id) if event_id is not None else None
    if event is None or event.state == "draft":
        raise Refusal("checkin-unknown")
    return event


def _arrival(event: EventRow, now: datetime) -> Arrival:
    return Arrival(event_of(event), outcome_of(event, now), opens_at(event), closes_at(event))
