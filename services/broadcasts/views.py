"""Broadcasts as use cases give them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.audiences.criteria import Criteria
from services.broadcasts.content import Content, content_of_row
from services.errors import Refusal
from services.outbox.rates import PER_SECOND
from storage.repositories.broadcasts import RUNNING, BroadcastRow
from storage.uow import Store

__all__ = ["RUNNING", "Broadcast", "Progress", "broadcast_with", "row_of", "seconds_for"]


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A broadcast; the words of its columns are explained at the table.

    `content`: what would be sent now.
    """

    id: int
    state: str
    category: str
    text: str
    media: str | None
    file_name: str
    button_text: str
    button_url: str
    ack: bool
    event_id: int | None
    content: Content
    audience: Criteria
    unsubscribed: int
    total: int
    scheduled_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What a draft still needs: `text`, `category`."""
        told = bool(self.text or self.media or self.event_id)
        needs = (("text", told), ("category", bool(self.category)))
        return tuple(name for name, given in needs if not given)

    @property
    def resting(self) -> bool:
        """Whether it has begun and waits for the end of quiet hours."""
        return self.state == "scheduled" and self.started_at is not None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast is, in copies. `twice`: sent, and maybe more than once.

    `dropped`: called off before they went. `per_second`: how fast it went in the last minute, or
    may go. `reasons`: why copies failed, with how many. `acknowledged` people have said that they
    read it, `silent` ones got it and have not. `named`: the people behind the figures are known;
    of an old broadcast only the figures are kept.
    """

    broadcast: Broadcast
    delivered: int
    waiting: int
    unreachable: int
    failed: int
    dropped: int
    twice: int
    per_second: float
    reasons: tuple[tuple[str, int], ...]
    acknowledged: int
    silent: int
    named: bool = True

    @property
    def settled(self) -> int:
        """Copies of which it is known what became of them."""
        return self.delivered + self.unreachable + self.failed + self.dropped

    @property
    def total(self) -> int:
        """All copies, those not written yet too."""
        return self.settled + self.waiting

    @property
    def seconds(self) -> int:
        """How long the rest will take."""
        return seconds_for(self.waiting, self.per_second)


def seconds_for(copies: int, per_second: float = PER_SECOND) -> int:
    """How long it takes to send so many."""
    return -int(-copies // per_second)


async def row_of(store: Store, broadcast_id: int, *, lock: bool = False) -> BroadcastRow:
    """The row of a broadcast; refuses where there is none."""
    row = await store.broadcasts.get(broadcast_id, lock=lock)
    if row is None:
        raise Refusal("broadcast-gone")
    return row


async def broadcast_with(store: Store, row: BroadcastRow) -> Broadcast:
    """The broadcast of a row."""
    return Broadcast(
        id=row.id,
        state=row.state,
        category=row.category,
        text=row.text,
        media=row.media,
        file_name=row.file_name,
        button_text=row.button_text,
        button_url=row.button_url,
        ack=row.ack,
        event_id=row.event_id,
        content=await content_of_row(store, row),
        audience=Criteria.load(row.audience),
        unsubscribed=row.left_out.get("unsubscribed", 0),
        total=row.total,
        scheduled_at=row.scheduled_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )
