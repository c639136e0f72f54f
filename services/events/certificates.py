"""What a certificate of attendance says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.access import Acting, Guarded, own, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.events.arrivals import attended, ended
from services.events.places import signed_up
from services.events.reading import row_of
from services.events.views import Event, event_of
from services.permissions import MANAGE_EVENTS
from services.schools import School, school_of
from storage.repositories.people import PersonRow
from storage.uow import Store

# An event that lasts longer goes on for days, and nobody knows how many hours of each.
_ONE_DAY = timedelta(hours=12)
_ACADEMIC = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Facts of a certificate; `number` is unlike any other's.

    `minutes` and `academic_hours` are empty where the event goes on for days.
    """

    number: str
    name: str
    position: str | None
    school: School | None
    event: Event
    starts_at: datetime
    ends_at: datetime
    minutes: int | None
    academic_hours: int | None


class Certificates(Guarded):
    """Use cases around certificates; only those who came get one, and only once it is over."""

    @own(writes=False)
    async def certificate(self, person_id: int, event_id: int) -> Certificate:
        """My own certificate."""
        async with self.access.uow.reading() as store:
            person = await signed_up(store, person_id, self.access.consent_version)
            return await self._of(store, event_id, person)

    @writes(MANAGE_EVENTS)
    async def certificate_of(
        self, store: Store, acting: Acting, event_id: int, person_id: int
    ) -> Certificate:
        """Somebody's certificate, and the note that it was taken."""
        person = await store.people.get(person_id)
        if person is None:
            raise Refusal("person-gone")
        found = await self._of(store, event_id, person)
        if person_id != acting.id:
            await note(store, acting, Kind.CERTIFICATE_MADE, about=person_id, event=event_id)
        return found

    async def _of(self, store: Store, event_id: int, person: PersonRow) -> Certificate:
        event = await row_of(store, event_id)
        place = await attended(store, event_id, person.id)
        if not ended(event, self.access.clock.now()):
            raise Refusal("certificate-early")
        assert event.starts_at is not None
        assert event.ends_at is not None
        school = await store.schools.get(person.school_id) if person.school_id else None
        lasted = event.ends_at - event.starts_at
        short = lasted <= _ONE_DAY
        return Certificate(
            number=f"{event.id}-{place.id}",
            name=person.full_name or "",
            position=person.position,
            school=school_of(school) if school else None,
            event=event_of(event),
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            minutes=round(lasted / timedelta(minutes=1)) if short else None,
            academic_hours=max(1, round(lasted / _ACADEMIC)) if short else None,
        )
