"""What a broadcast says, as it is at this moment."""

from __future__ import annotations

from dataclasses import dataclass

from services.events.views import Event, event_of
from storage.repositories.broadcasts import BroadcastRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Content:
    """One message for many people. `text` is HTML as Telegram knows it.

    `media` is `photo` or `document` with Telegram's `file_id`. `event`: its facts stand above the
    text, as they are when the message is composed, and people can register.
    """

    id: int
    category: str
    text: str
    media: str | None
    file_id: str | None
    button_text: str
    button_url: str
    ack: bool
    event_id: int | None
    event: Event | None = None

    @property
    def off(self) -> bool:
        """Whether it tells of an event that nobody can come to."""
        return self.event is not None and self.event.state != "published"


async def content_of(store: Store, broadcast_id: int) -> Content | None:
    """What to send now; nothing where the broadcast, or the event it is about, is off."""
    row = await store.broadcasts.get(broadcast_id)
    content = await content_of_row(store, row) if row else None
    return None if content is None or content.off else content


async def content_of_row(store: Store, row: BroadcastRow) -> Content:
    """What a row says, also where its event is off."""
    found = await store.events.get(row.event_id) if row.event_id is not None else None
    return Content(
        id=row.id,
        category=row.category,
        text=row.text,
        media=row.media,
        file_id=row.file_id,
        button_text=row.button_text,
        button_url=row.button_url,
        ack=row.ack,
        event_id=row.event_id,
        event=event_of(found) if found else None,
    )
