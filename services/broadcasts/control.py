"""Sending a broadcast off, holding it, going on, calling it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.access import Access, Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.broadcasts.about_events import why_pointless
from services.broadcasts.views import RUNNING, row_of
from services.broadcasts.when import LATEST
from services.errors import Refusal
from services.municipality import Municipality
from services.outbox.quiet import Quiet
from services.permissions import BROADCAST
from services.subscriptions import categories
from storage.repositories.broadcasts import BroadcastRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Plan:
    """When a draft would go. `asked`: when it was asked for, if not at once.

    `held`: at that moment people are not to be disturbed, and it goes at `moment` instead, unless
    somebody insists.
    """

    moment: datetime
    asked: datetime | None
    held: bool


class Control(Guarded):
    """Use cases around sending."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._quiet = Quiet(municipality)
        self._municipality = municipality

    @writes(BROADCAST)
    async def set_moment(
        self, store: Store, acting: Acting, broadcast_id: int, moment: datetime | None
    ) -> None:
        """When a draft is to go: at a moment, or at once."""
        row = await row_of(store, broadcast_id, lock=True)
        if row.state != "draft":
            raise Refusal("broadcast-begun")
        if moment is not None and moment <= acting.now:
            raise Refusal("moment-past")
        if moment is not None and moment > acting.now + LATEST:
            raise Refusal("moment-far")
        await store.broadcasts.change(row.id, ("draft",), acting.now, scheduled_at=moment)

    @reads(BROADCAST)
    async def plan(self, store: Store, acting: Acting, broadcast_id: int) -> Plan:
        """When a draft would go; refuses what cannot be sent as it is."""
        row = await row_of(store, broadcast_id)
        if row.state != "draft":
            raise Refusal("broadcast-begun")
        await self._check(store, acting, row)
        await _check_in_time(store, row, row.scheduled_at or acting.now)
        return self._plan(row, acting.now)

    @writes(BROADCAST)
    async def send(
        self, store: Store, acting: Acting, broadcast_id: int, even_quiet: bool
    ) -> datetime:
        """Let a draft go at its moment; when that is. Repeating changes nothing.

        Nobody is disturbed in quiet hours and on days off, unless `even_quiet` says so.
        """
        row = await row_of(store, broadcast_id, lock=True)
        if row.state == "scheduled" or row.state in RUNNING:
            return row.scheduled_at or acting.now
        if row.state != "draft":
            raise Refusal("broadcast-begun")
        await self._check(store, acting, row)
        plan = self._plan(row, acting.now)
        moment = max(row.scheduled_at or acting.now, acting.now) if even_quiet else plan.moment
        await _check_in_time(store, row, moment)
        await store.broadcasts.change(
            row.id, ("draft",), acting.now, state="scheduled", scheduled_at=moment
        )
        await note(store, acting, Kind.BROADCAST_SENT, broadcast_id=row.id)
        store.outbox.added = True
        return moment

    @writes(BROADCAST)
    async def unschedule(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """Make what has not begun a draft again. Repeating changes nothing."""
        row = await row_of(store, broadcast_id, lock=True)
        if row.state == "draft":
            return
        if row.state != "scheduled" or row.started_at is not None:
            raise Refusal("broadcast-begun")
        await store.broadcasts.change(row.id, ("scheduled",), acting.now, state="draft")

    @writes(BROADCAST)
    async def pause(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """Hold what is on its way. Repeating changes nothing."""
        row = await row_of(store, broadcast_id, lock=True)
        resting = row.state == "scheduled" and row.started_at is not None
        if row.state in RUNNING or resting:
            await store.broadcasts.change(row.id, (row.state,), acting.now, state="paused")
            store.outbox.added = True  # what is in hand is given back at once
        elif row.state != "paused":
            raise Refusal("broadcast-not-running")

    @writes(BROADCAST)
    async def go_on(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """Let it go on where it was held. Repeating changes nothing."""
        row = await row_of(store, broadcast_id, lock=True)
        if row.state == "paused":
            # Whose copy is not written yet gets one first; mostly there is nobody left.
            await store.broadcasts.change(row.id, ("paused",), acting.now, state="queueing")
            store.outbox.added = True
        elif row.state not in RUNNING:
            raise Refusal("broadcast-not-running")

    @writes(BROADCAST)
    async def cancel(self, store: Store, acting: Acting, broadcast_id: int) -> None:
        """Call it off for all who have not got it yet. Repeating changes nothing."""
        row = await row_of(store, broadcast_id, lock=True)
        if row.state == "cancelled":
            return
        if row.state not in ("scheduled", "paused", *RUNNING):
            raise Refusal("broadcast-not-running")
        await store.broadcasts.change(row.id, (row.state,), acting.now, state="cancelled")
        await note(store, acting, Kind.BROADCAST_CANCELLED, broadcast_id=row.id)
        store.outbox.added = True

    async def _check(self, store: Store, acting: Acting, row: BroadcastRow) -> None:
        if not (row.text or row.media or row.event_id):
            raise Refusal("broadcast-needs-text")
        # A copy of an old one may have a rubric that is none any more.
        if row.category not in {one.key for one in categories(self._municipality.profile)}:
            raise Refusal("broadcast-needs-category")
        if await why_pointless(store, row, acting.now):
            raise Refusal("broadcast-event-off")

    def _plan(self, row: BroadcastRow, now: datetime) -> Plan:
        asked = row.scheduled_at
        wanted = max(asked or now, now)
        allowed = self._quiet.next_allowed(wanted, workday=True)
        return Plan(allowed, asked if asked and asked > now else None, held=allowed != wanted)


async def _check_in_time(store: Store, row: BroadcastRow, moment: datetime) -> None:
    """Refuse to call people to an event that will have begun by then."""
    if await why_pointless(store, row, moment):
        raise Refusal("broadcast-event-before")
