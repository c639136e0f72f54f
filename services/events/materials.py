"""What people get after an event: files and links, for those who came."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Acting, Guarded, own, reads, writes
from services.errors import Refusal
from services.events.links import material_link
from services.events.places import signed_up
from services.events.reading import row_of
from services.events.views import Event, event_of, subject_of
from services.fields import plain
from services.notices import Notice, owe_all
from services.permissions import MANAGE_EVENTS
from storage.repositories.event_materials import MaterialRow
from storage.repositories.events import EventRow
from storage.uow import Store

LIMIT = 20  # materials of one event
TITLE_LIMIT = 120
FILE_KINDS, FILE_ID_LIMIT = ("document", "photo"), 200


@dataclass(frozen=True, slots=True)
class Material:
    """A `document` or `photo` by Telegram's id, or a `link`."""

    id: int
    kind: str
    title: str
    file_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Materials:
    """The materials of an event, in the order in which they were added."""

    event: Event
    materials: tuple[Material, ...]


@dataclass(frozen=True, slots=True)
class MaterialsDesk:
    """The same for the organiser. `untold` people would hear of them now; `open`: they are also
    for those who registered and did not come."""

    event: Event
    materials: tuple[Material, ...]
    open: bool
    untold: int


class EventMaterials(Guarded):
    """Use cases around materials."""

    @own(writes=False)
    async def materials(self, person_id: int, event_id: int) -> Materials:
        """The materials of an event that I came to."""
        async with self.access.uow.reading() as store:
            await signed_up(store, person_id, self.access.consent_version)
            event = await row_of(store, event_id)
            if not await _meant(store, event_id, person_id):
                raise Refusal("materials-not-for-you")
            return Materials(event_of(event), await _all(store, event_id))

    @own(writes=False)
    async def count(self, person_id: int, event_id: int) -> int:
        """How many materials of an event are for me."""
        async with self.access.uow.reading() as store:
            await signed_up(store, person_id, self.access.consent_version)
            meant = await _meant(store, event_id, person_id)
            return await store.event_materials.count(event_id) if meant else 0

    @reads(MANAGE_EVENTS)
    async def materials_desk(self, store: Store, acting: Acting, event_id: int) -> MaterialsDesk:
        """The materials of an event, and whom they would be sent to."""
        event = await row_of(store, event_id)
        return MaterialsDesk(
            event=event_of(event),
            materials=await _all(store, event_id),
            open=await store.event_materials.is_open(event_id),
            untold=len(await _untold(store, event_id)),
        )

    @reads(MANAGE_EVENTS)
    async def material(self, store: Store, acting: Acting, material_id: int) -> Material:
        """One material."""
        return _shown(await _existing(store, material_id))

    @writes(MANAGE_EVENTS)
    async def add_file(
        self, store: Store, acting: Acting, event_id: int, kind: str, file_id: str, title: str
    ) -> None:
        """Add a file that Telegram keeps; `kind` is `document` or `photo`."""
        if kind not in FILE_KINDS or not 0 < len(file_id) <= FILE_ID_LIMIT:
            raise Refusal("material-kind")
        event = await _room(store, event_id)
        shown = plain(title)[:TITLE_LIMIT]
        await store.event_materials.add(event.id, kind, shown, acting.now, file_id=file_id)

    @writes(MANAGE_EVENTS)
    async def add_link(self, store: Store, acting: Acting, event_id: int, typed: str) -> None:
        """Add a link, with words for it around the address or without."""
        title, url = material_link(typed)
        event = await _room(store, event_id)
        await store.event_materials.add(event.id, "link", title[:TITLE_LIMIT], acting.now, url=url)

    @writes(MANAGE_EVENTS)
    async def remove_material(self, store: Store, acting: Acting, material_id: int) -> None:
        """Take a material away; what was sent stays in chats. Repeating changes nothing."""
        await store.event_materials.remove(material_id)

    @writes(MANAGE_EVENTS)
    async def open_materials(
        self, store: Store, acting: Acting, event_id: int, everybody: bool
    ) -> None:
        """Let those see them who registered and did not come, or not."""
        event = await row_of(store, event_id)
        await store.event_materials.open(event.id, everybody)

    @writes(MANAGE_EVENTS)
    async def hand_out(self, store: Store, acting: Acting, event_id: int) -> int:
        """Tell those they are meant for and who do not know of the newest one yet; how many."""
        event = await row_of(store, event_id)
        cause = await _cause(store, event_id)
        if cause is None:
            raise Refusal("materials-none")
        people = await _untold(store, event_id)
        await owe_all(
            store, dict.fromkeys(people, cause), Notice.EVENT_MATERIALS, acting.now,
            subject=subject_of(event.id), event_id=event.id,
        )  # fmt: skip
        return len(people)


async def _cause(store: Store, event_id: int) -> str | None:
    """Each new material is worth a new notice."""
    materials = await store.event_materials.of_event(event_id)
    return f"{event_id}:{materials[-1].id}" if materials else None


async def _untold(store: Store, event_id: int) -> list[int]:
    cause = await _cause(store, event_id)
    if cause is None:
        return []
    everybody = await store.event_materials.is_open(event_id)
    key = f"{Notice.EVENT_MATERIALS}:{cause}:"
    return await store.event_materials.untold(event_id, key, everybody=everybody)


async def _meant(store: Store, event_id: int, person_id: int) -> bool:
    place = await store.attendance.place(event_id, person_id)
    if place is None:
        return False
    if place.attended_at is not None:
        return True
    return place.state == "registered" and await store.event_materials.is_open(event_id)


async def _room(store: Store, event_id: int) -> EventRow:
    """The event, if it can take one more material."""
    event = await row_of(store, event_id, lock=True)
    if await store.event_materials.count(event_id) >= LIMIT:
        raise Refusal("materials-many", limit=LIMIT)
    return event


async def _existing(store: Store, material_id: int) -> MaterialRow:
    found = await store.event_materials.get(material_id)
    if found is None:
        raise Refusal("material-gone")
    return found


async def _all(store: Store, event_id: int) -> tuple[Material, ...]:
    return tuple(_shown(row) for row in await store.event_materials.of_event(event_id))


def _shown(row: MaterialRow) -> Material:
    return Material(row.id, row.kind, row.title, row.file_id or "", row.url or "")
