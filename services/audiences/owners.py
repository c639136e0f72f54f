"""The audience of a broadcast or an event: choosing it criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from content import Catalogue
from content.questionnaire import LEVELS
from services.access import Access, Acting, Guarded, reads, writes
from services.audiences.criteria import Criteria
from services.audiences.views import EventPage, EventTitle, Named, Owned, named
from services.errors import Refusal
from services.municipality import Municipality
from services.permissions import BROADCAST, GRANTED, MANAGE_EVENTS
from services.questionnaires import Questionnaires
from services.subscriptions import EVENTS
from storage.uow import Store

BROADCAST_OWNER, EVENT_OWNER = "broadcast", "event"
PLACES = ("registered", "waiting", "attended", "absent")
# What is chosen by marks; the others have screens of their own.
MARKED = ("roles", "positions", "subjects", "statuses", "blocks", "levels", "places", "schools")
_CHANGEABLE = {BROADCAST_OWNER: ("draft", "scheduled"), EVENT_OWNER: ("draft", "published")}
RESTING = "resting"
_EVENT_DAYS = 180  # how far back an event can be chosen
_EVENT_PAGE = 5


class Owners(Guarded):
    """Use cases around the audience of something."""

    def __init__(
        self,
        access: Access,
        municipality: Municipality,
        catalogue: Catalogue,
        questionnaires: Questionnaires,
    ) -> None:
        super().__init__(access)
        self._municipality = municipality
        self._catalogue = catalogue
        self._questionnaires = questionnaires

    @reads(BROADCAST)
    async def owned(self, store: Store, acting: Acting, owner: str, owner_id: int) -> Owned:
        """The audience of a `broadcast` or an `event`."""
        return await self._owned(store, acting, owner, owner_id)

    @reads(BROADCAST)
    async def named(self, store: Store, acting: Acting, criteria: Criteria) -> Named:
        """Criteria with what their ids stand for."""
        return await named(store, criteria)

    @writes(BROADCAST)
    async def mark(
        self,
        store: Store,
        acting: Acting,
        owner: str,
        owner_id: int,
        criterion: str,
        key: str,
        chosen: bool,
    ) -> None:
        """Add a value to a criterion of `MARKED`, or take it away."""
        value = await self._value(store, criterion, key)
        found = await self._changeable(store, acting, owner, owner_id)
        kept: list[Any] = [one for one in getattr(found, criterion) if one != value]
        after: dict[str, Any] = {criterion: (*kept, value) if chosen else tuple(kept)}
        await self._put(store, acting, owner, owner_id, replace(found, **after))

    @writes(BROADCAST)
    async def mark_young(
        self, store: Store, acting: Acting, owner: str, owner_id: int, chosen: bool
    ) -> None:
        """Young specialists only, or no longer."""
        found = await self._changeable(store, acting, owner, owner_id)
        await self._put(store, acting, owner, owner_id, replace(found, young=chosen))

    @writes(BROADCAST)
    async def choose_event(
        self, store: Store, acting: Acting, owner: str, owner_id: int, event_id: int
    ) -> None:
        """People of an event; which of them is said by `places`."""
        event = await store.events.get(event_id)
        if event is None or event.state not in ("published", "over"):
            raise Refusal("event-gone")
        found = await self._changeable(store, acting, owner, owner_id)
        await self._put(store, acting, owner, owner_id, replace(found, event_id=event_id))

    @writes(BROADCAST)
    async def clear(
        self, store: Store, acting: Acting, owner: str, owner_id: int, criterion: str = ""
    ) -> None:
        """Forget one criterion; all of them without a name."""
        found = await self._changeable(store, acting, owner, owner_id)
        names = {field.name for field in fields(Criteria)}
        if criterion and criterion not in names:
            raise Refusal("choice-gone")
        emptied = {criterion} if criterion else names
        if "event_id" in emptied:
            emptied |= {"places"}
        if "blocks" in emptied:
            emptied |= {"levels"}
        nothing = Criteria()
        after = replace(found, **{name: getattr(nothing, name) for name in emptied})
        await self._put(store, acting, owner, owner_id, after)

    @reads(BROADCAST)
    async def events_to_choose(self, store: Store, acting: Acting, page: int) -> EventPage:
        """Events of the last half a year and those to come, the latest first."""
        since = acting.now - timedelta(days=_EVENT_DAYS)
        total = await store.audiences.count_events(since)
        pages = max(1, -(-total // _EVENT_PAGE))
        number = page % pages
        rows = await store.audiences.events(since, number * _EVENT_PAGE, _EVENT_PAGE)
        found = tuple(EventTitle(row.id, row.title, row.starts_at) for row in rows)
        return EventPage(found, number, pages, total)

    async def _owned(self, store: Store, acting: Acting, owner: str, owner_id: int) -> Owned:
        criteria, category, state = await self._row(store, acting, owner, owner_id, lock=False)
        changeable = state in _CHANGEABLE[owner]
        return Owned(await named(store, criteria), category, changeable)

    async def _changeable(
        self, store: Store, acting: Acting, owner: str, owner_id: int
    ) -> Criteria:
        """What is chosen now, changed by nobody else until the unit of work ends."""
        criteria, _, state = await self._row(store, acting, owner, owner_id, lock=True)
        if state not in _CHANGEABLE[owner]:
            raise Refusal("audience-fixed")
        return criteria

    async def _row(
        self, store: Store, acting: Acting, owner: str, owner_id: int, *, lock: bool
    ) -> tuple[Criteria, str, str]:
        if owner == BROADCAST_OWNER:
            broadcast = await store.broadcasts.get(owner_id, lock=lock)
            if broadcast is None:
                raise Refusal("broadcast-gone")
            # What rests in quiet hours has reached people already.
            begun = broadcast.state == "scheduled" and broadcast.started_at is not None
            state = RESTING if begun else broadcast.state
            return Criteria.load(broadcast.audience), broadcast.category, state
        if owner != EVENT_OWNER:
            raise Refusal("choice-gone")
        if not acting.may(MANAGE_EVENTS):
            raise Refusal("role-needed", audience=MANAGE_EVENTS.audience)
        event = await store.events.get(owner_id, lock=lock)
        if event is None:
            raise Refusal("event-gone")
        return Criteria.load(event.audience), EVENTS, event.state

    async def _put(
        self, store: Store, acting: Acting, owner: str, owner_id: int, criteria: Criteria
    ) -> None:
        values = {"audience": criteria.dump()}
        if owner == BROADCAST_OWNER:
            states = _CHANGEABLE[owner]
            await store.broadcasts.change(owner_id, states, acting.now, **values)
        else:
            await store.events.change(owner_id, acting.now, **values)

    async def _value(self, store: Store, criterion: str, key: str) -> str | int:
        """The value as it is stored; refuses what cannot be chosen."""
        if criterion == "schools":
            number = int(key) if key.isascii() and key.isdecimal() and len(key) < 12 else 0
            school = await store.schools.get(number)
            if school is None or school.state not in ("active", "proposed"):
                raise Refusal("school-gone")
            return number
        if key not in self.keys(criterion):
            raise Refusal("choice-gone")
        return key

    def keys(self, criterion: str) -> tuple[str, ...]:
        """What can be chosen for a criterion, in order; nothing where it has no fixed choices."""
        _, questionnaire = self._questionnaires.live
        profile, catalogue = self._municipality.profile, self._catalogue
        known: dict[str, Iterable[str]] = {
            "roles": GRANTED,
            "positions": (entry.key for entry in catalogue.positions),
            "subjects": (entry.key for entry in catalogue.subjects),
            "statuses": (status.key for status in profile.school_statuses),
            "blocks": (b.key for variant in questionnaire.variants for b in variant.blocks),
            "levels": LEVELS,
            "places": PLACES,
        }
        return tuple(dict.fromkeys(str(key) for key in known.get(criterion, ())))
