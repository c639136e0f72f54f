"""Drafts of broadcasts: every part is stored as soon as it is given."""

from __future__ import annotations

from typing import Any

from services.access import Access, Acting, Guarded, reads, writes
from services.audiences.criteria import Criteria
from services.broadcasts.about_events import announcement, invitation, why_pointless
from services.broadcasts.content import Content, content_of_row
from services.broadcasts.messages import FILE_NAME_LIMIT, MEDIA, button_label, link_address
from services.broadcasts.messages import message_text as checked_text
from services.broadcasts.views import Broadcast, broadcast_with, row_of
from services.errors import Refusal
from services.fields import plain
from services.municipality import Municipality
from services.permissions import BROADCAST
from services.subscriptions import LAW, category_of
from storage.repositories.broadcasts import BroadcastRow
from storage.uow import Store

DRAFTS_LIMIT = 100  # of one service, so that a stuck finger does no harm


class Drafts(Guarded):
    """Use cases around drafts."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality

    @writes(BROADCAST)
    async def create(self, store: Store, acting: Acting) -> int:
        """An empty draft; its number."""
        return await _added(store, acting)

    @writes(BROADCAST)
    async def announce(self, store: Store, acting: Acting, event_id: int) -> int:
        """A draft that tells the audience of an event about it; its number.

        One that nobody has touched since is taken again.
        """
        return await _about(store, acting, **await announcement(store, event_id, acting.now))

    @writes(BROADCAST)
    async def invite(self, store: Store, acting: Acting, event_id: int) -> int:
        """A draft for people with a deficit in the blocks of an event, who have no place yet."""
        return await _about(store, acting, **await invitation(store, event_id, acting.now))

    @writes(BROADCAST)
    async def copy(self, store: Store, acting: Acting, broadcast_id: int) -> int:
        """A new draft that says the same to the same people; its number."""
        row = await row_of(store, broadcast_id)
        names = ("category", "text", "media", "file_id", "file_name", "button_text", "button_url")
        same = {name: getattr(row, name) for name in (*names, "ack", "audience")}
        if not await why_pointless(store, row, acting.now):
            same["event_id"] = row.event_id
        return await _added(store, acting, **same)

    @reads(BROADCAST)
    async def broadcast(self, store: Store, _acting: Acting, broadcast_id: int) -> Broadcast:
        """A broadcast in whatever state."""
        return await broadcast_with(store, await row_of(store, broadcast_id))

    @reads(BROADCAST)
    async def previewed(self, store: Store, _acting: Acting, broadcast_id: int) -> Content:
        """What people would get now; refuses where there is nothing to see."""
        row = await row_of(store, broadcast_id)
        if not (row.text or row.media or row.event_id):
            raise Refusal("broadcast-needs-text")
        content = await content_of_row(store, row)
        if content.off:
            raise Refusal("broadcast-event-off")
        return content

    @writes(BROADCAST)
    async def set_text(self, store: Store, acting: Acting, broadcast_id: int, html: str) -> None:
        """What it says; a picture or file stays."""
        row = await _draft(store, broadcast_id)
        event = row.event_id is not None
        text = checked_text(html, media=row.media is not None, event=event)
        if not text and not row.media and not event:
            raise Refusal("text-empty")
        await _change(store, acting, row, text=text)

    @writes(BROADCAST)
    async def set_media(
        self,
        store: Store,
        acting: Acting,
        broadcast_id: int,
        media: str,
        file_id: str,
        file_name: str,
        caption: str,
    ) -> None:
        """A picture or file in place of another; without a caption of its own the text stays."""
        row = await _draft(store, broadcast_id)
        if media not in MEDIA or not 0 < len(file_id) <= 200:
            raise Refusal("broadcast-media")
        text = checked_text(caption or row.text, media=True, event=row.event_id is not None)
        name = plain(file_name)[:FILE_NAME_LIMIT]
        await _change(store, acting, row, media=media, file_id=file_id, file_name=name, text=text)

    @writes(BROADCAST)
    async def remove_media(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """No picture or file any more."""
        row = await _draft(store, broadcast_id)
        await _change(store, acting, row, media=None, file_id=None, file_name="")

    @writes(BROADCAST)
    async def set_link(
        self, store: Store, acting: Acting, broadcast_id: int, label: str, url: str
    ) -> None:
        """A button that opens an address of the web."""
        row = await _draft(store, broadcast_id)
        text, address = button_label(label), link_address(url)
        await _change(store, acting, row, button_text=text, button_url=address)

    @writes(BROADCAST)
    async def remove_link(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """No such button any more."""
        row = await _draft(store, broadcast_id)
        await _change(store, acting, row, button_text="", button_url="")

    @writes(BROADCAST)
    async def set_category(
        self, store: Store, acting: Acting, broadcast_id: int, category: str
    ) -> None:
        """What it is; of a change of law people are asked whether they have read it."""
        row = await _draft(store, broadcast_id)
        found = category_of(self._municipality.profile, category)
        asked = {"ack": True} if found.key == LAW and row.category != LAW else {}
        await _change(store, acting, row, category=found.key, **asked)

    @writes(BROADCAST)
    async def set_ack(self, store: Store, acting: Acting, broadcast_id: int, chosen: bool) -> None:
        """Whether people are asked to say that they have read it."""
        await _change(store, acting, await _draft(store, broadcast_id), ack=chosen)

    @writes(BROADCAST)
    async def delete(self, store: Store, _acting: Acting, broadcast_id: int) -> None:
        """Throw a draft away. Repeating changes nothing."""
        row = await store.broadcasts.get(broadcast_id, lock=True)
        if row is not None and not await store.broadcasts.remove(broadcast_id):
            raise Refusal("broadcast-begun")


async def _about(store: Store, acting: Acting, **given: Any) -> int:
    """A draft about an event: the one that says just this already, or a new one."""
    audience = Criteria.load(given["audience"])
    told = {name: value for name, value in given.items() if name != "audience"}
    for row in await store.broadcasts.drafts_about(given["event_id"]):
        added_to = row.button_text or row.ack or row.scheduled_at
        same = all(getattr(row, name) == value for name, value in told.items())
        if same and not added_to and Criteria.load(row.audience) == audience:
            return row.id
    return await _added(store, acting, **given)


async def _added(store: Store, acting: Acting, **given: Any) -> int:
    if (await store.broadcasts.counts()).get("draft", 0) >= DRAFTS_LIMIT:
        raise Refusal("broadcast-drafts-limit", limit=DRAFTS_LIMIT)
    return (await store.broadcasts.add(acting.id, acting.now, **given)).id


async def _draft(store: Store, broadcast_id: int) -> BroadcastRow:
    """The row of a draft; refuses once it is on its way."""
    row = await row_of(store, broadcast_id, lock=True)
    if row.state != "draft":
        raise Refusal("broadcast-begun")
    return row


async def _change(store: Store, acting: Acting, row: BroadcastRow, **values: Any) -> None:
    await store.broadcasts.change(row.id, ("draft",), acting.now, **values)
