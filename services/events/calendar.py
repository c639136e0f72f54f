"""Coming events as people see them: the calendar, cards, one's own places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from content import Catalogue
from services.access import Access, Guarded, own
from services.audiences.views import Named, named
from services.errors import Refusal
from services.events.membership import belongs
from services.events.places import published, signed_up
from services.events.reading import events_with
from services.events.suiting import suiting
from services.events.views import Event
from services.municipality import Municipality
from storage.repositories.calendar import COLUMN_FILTERS, TOPIC_FILTERS, CalendarFilter
from storage.repositories.events import EventRow
from storage.repositories.registrations import REGISTERED, WAITING
from storage.uow import Store

PAGE = 5
# Which schools are supported, who has which deficit, who was chosen by name: not for everybody.
_NOT_PUBLIC: dict[str, Any] = {
    "statuses": (), "levels": (), "event_id": None, "places": (), "list_id": None
}  # fmt: skip
FILTERS = ("subject", "form", "vector", "level", "block", "rubric")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events to show; a filter without a key asks for nothing.

    `for_me`: what suits one's subjects, deficits, experience or position.
    """

    for_me: bool = False
    subject: str | None = None
    form: str | None = None
    vector: str | None = None
    level: str | None = None
    block: str | None = None
    rubric: str | None = None

    def keys(self, names: Collection[str]) -> tuple[tuple[str, str], ...]:
        """The given ones of these filters, with their keys."""
        found = [(name, getattr(self, name)) for name in names]
        return tuple((name, key) for name, key in found if key)


@dataclass(frozen=True, slots=True)
class Shown:
    """An event for one person. `place`: `registered`, `waiting` as the `number`-th, or nothing.

    The link of the event is there only for who has a seat; `link_later` says that there is one.
    `barred`: only others may register. A card also says for whom it is, as far as that is
    anybody's business; `invited`: there is more.
    """

    event: Event
    place: str | None
    number: int = 0
    attended: bool = False
    link_later: bool = False
    barred: bool = False
    audience: Named | None = None
    invited: bool = False

    @property
    def registered(self) -> bool:
        """Whether the person has a seat."""
        return self.place == REGISTERED

    @property
    def waits(self) -> bool:
        """Whether the person waits for a seat."""
        return self.place == WAITING


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Some events in their order; `number` counts pages from 0, `total` all events."""

    events: tuple[Shown, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Coming:
    """What a menu says: coming events, one's own places among them, and the nearest of those.

    `waits`: in that one the person waits for a seat.
    """

    total: int
    mine: int
    next: Event | None
    waits: bool


class Calendar(Guarded):
    """Use cases of people who look for events."""

    def __init__(self, access: Access, municipality: Municipality, catalogue: Catalogue) -> None:
        super().__init__(access)
        self._municipality = municipality
        self._catalogue = catalogue

    @own(writes=False)
    async def browse(self, person_id: int, wanted: Wanted, page: int = 0) -> CalendarPage:
        """A page of coming events; past the last one comes the first."""
        now = self.access.clock.now()
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            chosen = await self._filter(store, person_id, wanted)
            total = await store.calendar.count(chosen, now)
            pages, number = _paged(total, page)
            rows = await store.calendar.coming(chosen, now, number * PAGE, PAGE)
            return CalendarPage(await self._shown(store, person_id, rows), number, pages, total)

    @own(writes=False)
    async def choices(
        self, person_id: int, name: str, wanted: Wanted | None = None
    ) -> dict[str, int]:
        """Keys that one of the `FILTERS` can have now, with the number of coming events among
        those that fit all the others."""
        if name not in FILTERS:
            raise Refusal("choice-gone")
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            others = replace(wanted or Wanted(), **{name: None})  # type: ignore[arg-type]
            chosen = await self._filter(store, person_id, others)
            return await store.calendar.values(name, chosen, self.access.clock.now())

    @own(writes=False)
    async def look(self, person_id: int, event_id: int) -> Shown:
        """The card of an event that has been published."""
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            row = published(await store.events.get(event_id))
            shown = (await self._shown(store, person_id, [row]))[0]
            audience = replace(shown.event.audience, not_at=None)
            public = replace(audience, **_NOT_PUBLIC)
            known = await named(store, public)
            return replace(shown, audience=known, invited=public != audience)

    async def offered(self, event_id: int) -> Event:
        """An event that a link leads to, for somebody who has yet to sign up; without the link
        of the event itself."""
        async with self.access.uow.reading() as store:
            row = published(await store.events.get(event_id))
            return replace((await events_with(store, [row]))[0], link="")

    @own(writes=False)
    async def mine(self, person_id: int, page: int = 0, *, past: bool = False) -> CalendarPage:
        """A page of events in which one has a place, or had one."""
        now = self.access.clock.now()
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            total = await store.calendar.count_mine(person_id, now, past=past)
            pages, number = _paged(total, page)
            rows = await store.calendar.mine(person_id, now, number * PAGE, PAGE, past=past)
            return CalendarPage(await self._shown(store, person_id, rows), number, pages, total)

    @own(writes=False)
    async def coming(self, person_id: int) -> Coming:
        """How much is coming, and where one has a place."""
        now = self.access.clock.now()
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            row = await store.calendar.nearest(person_id, now)
            place = await store.registrations.get(row.id, person_id) if row else None
            return Coming(
                total=await store.calendar.count(CalendarFilter(), now),
                mine=await store.calendar.count_mine(person_id, now, past=False),
                next=(await events_with(store, [row]))[0] if row else None,
                waits=place is not None and place.state == WAITING,
            )

    @own(writes=False)
    async def about(self, person_id: int, blocks: Collection[str]) -> int:
        """How many coming events are about any of these blocks of the questionnaire."""
        async with self.access.uow.reading() as store:
            await self._signed_up(store, person_id)
            return await store.calendar.about(blocks, self.access.clock.now())

    async def _filter(self, store: Store, person_id: int, wanted: Wanted) -> CalendarFilter:
        columns, topics = wanted.keys(COLUMN_FILTERS), wanted.keys(TOPIC_FILTERS)
        if not wanted.for_me:
            return CalendarFilter(columns, topics)
        profile, now = self._municipality.profile, self.access.clock.now()
        suits = await suiting(store, self.access, profile, self._catalogue, person_id, now)
        return CalendarFilter(columns, topics, suits.topics, suits.named, suits.barred)

    async def _shown(
        self, store: Store, person_id: int, rows: Sequence[EventRow]
    ) -> tuple[Shown, ...]:
        found = [await _of_person(store, person_id, one) for one in await events_with(store, rows)]
        return tuple([await self._open_to(store, person_id, shown) for shown in found])

    async def _open_to(self, store: Store, person_id: int, shown: Shown) -> Shown:
        event, profile = shown.event, self._municipality.profile
        if not event.audience_only or shown.place is not None or shown.attended:
            return shown
        fits = await belongs(store, self.access, profile, person_id, event.audience)
        return replace(shown, barred=not fits)

    async def _signed_up(self, store: Store, person_id: int) -> None:
        await signed_up(store, person_id, self.access.consent_version)


def _paged(total: int, page: int) -> tuple[int, int]:
    """How many pages there are, and the number of the wanted one among them."""
    pages = max(1, -(-total // PAGE))
    return pages, page % pages


async def _of_person(store: Store, person_id: int, event: Event) -> Shown:
    row = await store.registrations.get(event.id, person_id)
    seated = row is not None and (row.state == REGISTERED or row.attended_at is not None)
    shown = Shown(
        event=event if seated else replace(event, link=""),
        place=row.state if row is not None and row.state in (REGISTERED, WAITING) else None,
        attended=row is not None and row.attended_at is not None,
        link_later=bool(event.link) and not seated,
    )
    if row is None or not shown.waits:
        return shown
    return replace(shown, number=await store.registrations.number_in_line(row))
