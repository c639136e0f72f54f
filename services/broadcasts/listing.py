"""All broadcasts, by what is to be done about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.access import Acting, Guarded, reads
from services.broadcasts.views import Broadcast, broadcast_with
from services.permissions import BROADCAST
from storage.uow import Store

PAGE_SIZE = 5
# Tabs of the list, in their order.
SHELVES: Mapping[str, tuple[str, ...]] = {
    "draft": ("draft",),
    "going": ("scheduled", "queueing", "sending", "paused"),
    "over": ("done", "cancelled"),
}


@dataclass(frozen=True, slots=True)
class BroadcastPage:
    """A page of a shelf, the newest first; `number` counts from 0. `counts` are of all shelves."""

    broadcasts: tuple[Broadcast, ...]
    shelf: str
    number: int
    pages: int
    counts: Mapping[str, int]


class Listing(Guarded):
    """Use cases of the list."""

    @reads(BROADCAST)
    async def page(
        self, store: Store, _acting: Acting, shelf: str | None, number: int
    ) -> BroadcastPage:
        """A page of a shelf, of the first one with something on it if none is asked for.

        Past the last page comes the first again.
        """
        states = await store.broadcasts.counts()
        counts = {name: sum(states.get(one, 0) for one in SHELVES[name]) for name in SHELVES}
        chosen = shelf if shelf and shelf in SHELVES else _first(counts)
        pages = max(1, -(-counts[chosen] // PAGE_SIZE))
        number %= pages
        rows = await store.broadcasts.page(SHELVES[chosen], number * PAGE_SIZE, PAGE_SIZE)
        found = [await broadcast_with(store, row) for row in rows]
        return BroadcastPage(tuple(found), chosen, number, pages, counts)


def _first(counts: Mapping[str, int]) -> str:
    """What is going on comes first, then what waits to be finished."""
    for name in ("going", "draft", "over"):
        if counts[name]:
            return name
    return "draft"
