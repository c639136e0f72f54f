"""Broadcasts about events: what a draft begins with, and when there is no more to tell."""

from __future__ import annotations

import html
from dataclasses import replace
from datetime import datetime
from typing import Any

from services.audiences.criteria import Criteria
from services.broadcasts.messages import room_for, shortened
from services.errors import Refusal
from services.events.views import Event, event_of
from services.subscriptions import EVENTS
from storage.repositories.broadcasts import BroadcastRow
from storage.uow import Store

DEFICITS = ("partial", "pronounced")


async def announcement(store: Store, event_id: int, now: datetime) -> dict[str, Any]:
    """Columns of a draft for those whom the event is for."""
    event = await _coming(store, event_id, now)
    return {**_told(event), "audience": event.audience.dump()}


async def invitation(store: Store, event_id: int, now: datetime) -> dict[str, Any]:
    """Columns of a draft for those who need the event and have no place in it."""
    event = await _coming(store, event_id, now)
    blocks = tuple(await store.events.topics(event_id, "block"))
    if not blocks:
        raise Refusal("broadcast-no-blocks")
    wanted = in_need(event, blocks)
    return {**_told(event), "audience": wanted.dump()}


def in_need(event: Event, blocks: tuple[str, ...]) -> Criteria:
    """People with a deficit in one of these blocks who have no place in the event yet, of those
    who may register."""
    may = event.audience if event.audience_only else Criteria()
    return replace(may, blocks=may.blocks or blocks, levels=may.levels or DEFICITS, not_at=event.id)


def _told(event: Event) -> dict[str, Any]:
    """The description; title, time and place are put above it when a copy is composed, so that
    nobody reads the old ones after the event was moved."""
    media = event.picture is not None
    text = shortened(event.description, room_for(media=media, event=True))
    return {
        "category": EVENTS,
        "text": html.escape(text, quote=False),
        "media": "photo" if media else None,
        "file_id": event.picture,
        "event_id": event.id,
    }


async def _coming(store: Store, event_id: int, now: datetime) -> Event:
    row = await store.events.get(event_id)
    if row is None:
        raise Refusal("event-gone")
    event = event_of(row)
    if event.state != "published" or event.begun(now):
        raise Refusal("broadcast-event-off")
    return event


async def why_pointless(store: Store, row: BroadcastRow, now: datetime) -> str:
    """Why nobody should be told of its event any more: `cancelled` or `begun`; empty: tell."""
    if row.event_id is None:
        return ""
    event = await store.events.get(row.event_id)
    if event is None or event.state in ("draft", "cancelled"):
        return "cancelled"
    return "begun" if event.state == "over" or event_of(event).begun(now) else ""
