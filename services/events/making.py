"""Making an event, field by field; each is stored as soon as it is given."""

from __future__ import annotations

from datetime import datetime
from secrets import randbelow, token_urlsafe

from services.access import Acting, Guarded, writes
from services.audiences.criteria import Criteria
from services.errors import Refusal
from services.events.choices import LEVEL, EventChoices
from services.events.places import move_up
from services.events.reading import changeable
from services.events.typed import possible_seats, read, title_of
from services.permissions import MANAGE_EVENTS
from storage.repositories.events import EventRow
from storage.uow import Store

DRAFTS_LIMIT = 200
FILE_ID_LIMIT = 200
# What a copy takes over; time, deadline and people are its own.
_COPIED = (
    *("title", "description", "form", "level", "vector", "direction", "place", "link"),
    *("seats", "audience", "audience_only", "organiser", "picture"),
)


class Making(Guarded):
    """Use cases around what an event says; what people must be told of is in `Changing`."""

    _choices: EventChoices

    @writes(MANAGE_EVENTS)
    async def create(self, store: Store, acting: Acting, typed: str) -> int:
        """A draft with a title, the form that it names or the usual one, and the usual level."""
        row, title = await _added(store, acting), title_of(typed)
        await store.events.change(
            row.id, acting.now,
            title=title,
            form=self._choices.form_of(title),
            level=self._choices.usual("level", LEVEL),
        )  # fmt: skip
        return row.id

    @writes(MANAGE_EVENTS)
    async def copy(self, store: Store, acting: Acting, event_id: int) -> int:
        """A draft that says the same as an event, without its time and people; its id."""
        origin = await store.events.get(event_id)
        if origin is None:
            raise Refusal("event-gone")
        row = await _added(store, acting)
        values = {name: getattr(origin, name) for name in _COPIED}
        await store.events.change(row.id, acting.now, **values)
        topics = (await store.events.topics_of([event_id])).get(event_id, {})
        for kind, keys in topics.items():
            for key in keys:
                await store.events.set_topic(row.id, kind, key, True)
        return row.id

    @writes(MANAGE_EVENTS)
    async def discard(self, store: Store, acting: Acting, event_id: int) -> None:
        """Remove a draft for good; repeating changes nothing."""
        row = await store.events.get(event_id, lock=True)
        if row is None:
            return
        if row.state != "draft":
            raise Refusal("event-published")
        await store.events.remove(event_id)

    @writes(MANAGE_EVENTS)
    async def write(
        self, store: Store, acting: Acting, event_id: int, field: str, typed: str
    ) -> None:
        """Store title, description or organiser; an empty text takes the last two away."""
        if field in ("place", "link"):
            raise Refusal("choice-gone")
        value = read(field, typed)
        await changeable(store, event_id, acting.now)
        await store.events.change(event_id, acting.now, **{field: value})

    @writes(MANAGE_EVENTS)
    async def choose(
        self, store: Store, acting: Acting, event_id: int, field: str, option: str
    ) -> None:
        """Store form, level, vector or direction; an empty key takes it away."""
        if option:
            self._choices.check_field(field, option)
        elif field not in ("vector", "direction"):
            raise Refusal("choice-gone")
        await changeable(store, event_id, acting.now)
        await store.events.change(event_id, acting.now, **{field: option or None})

    @writes(MANAGE_EVENTS)
    async def mark_topic(
        self, store: Store, acting: Acting, event_id: int, kind: str, option: str, chosen: bool
    ) -> None:
        """Say that an event is about a block, a subject or a rubric, or is not."""
        if chosen:
            self._choices.check_topic(kind, option)
        await changeable(store, event_id, acting.now)
        await store.events.set_topic(event_id, kind, option, chosen)
        await store.events.change(event_id, acting.now)

    @writes(MANAGE_EVENTS)
    async def set_seats(
        self, store: Store, acting: Acting, event_id: int, seats: int | None
    ) -> None:
        """Say how many seats there are, or that nobody counts. Free ones go to who waits."""
        row = await changeable(store, event_id, acting.now)
        if seats is not None:
            await _check_taken(store, event_id, possible_seats(seats))
        await store.events.change(event_id, acting.now, seats=seats)
        changed = await store.events.get(row.id)
        assert changed is not None
        await move_up(store, changed, acting.now)

    @writes(MANAGE_EVENTS)
    async def set_deadline(
        self, store: Store, acting: Acting, event_id: int, moment: datetime | None
    ) -> None:
        """Say until when people may register; nothing stands for the beginning."""
        row = await changeable(store, event_id, acting.now)
        if moment is not None and moment <= acting.now:
            raise Refusal("event-deadline-past")
        if moment is not None and row.starts_at is not None and moment > row.starts_at:
            raise Refusal("event-deadline-late")
        await store.events.change(event_id, acting.now, register_until=moment)

    @writes(MANAGE_EVENTS)
    async def close_to_others(
        self, store: Store, acting: Acting, event_id: int, chosen: bool
    ) -> None:
        """Let only the audience register, or everybody."""
        row = await changeable(store, event_id, acting.now)
        if chosen and Criteria.load(row.audience).everybody:
            raise Refusal("event-for-everybody")
        await store.events.change(event_id, acting.now, audience_only=chosen)

    @writes(MANAGE_EVENTS)
    async def set_picture(
        self, store: Store, acting: Acting, event_id: int, file_id: str | None
    ) -> None:
        """Give an event a picture by Telegram's id of a photo, or take it away."""
        if file_id is not None and not 0 < len(file_id) <= FILE_ID_LIMIT:
            raise Refusal("choice-gone")
        await changeable(store, event_id, acting.now)
        await store.events.change(event_id, acting.now, picture=file_id)


async def _added(store: Store, acting: Acting) -> EventRow:
    if await store.events.count_drafts() >= DRAFTS_LIMIT:
        raise Refusal("event-drafts-limit", limit=DRAFTS_LIMIT)
    code = f"{randbelow(100_000):05}"
    return await store.events.add(acting.id, "", code, token_urlsafe(12), acting.now)


async def _check_taken(store: Store, event_id: int, seats: int) -> None:
    counts = (await store.registrations.counts([event_id])).get(event_id)
    if counts is not None and counts.taken > seats:
        raise Refusal("event-seats-taken", taken=counts.taken)
