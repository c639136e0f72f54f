"""«I have read it»: the word of a person on a broadcast that asks for it."""

from __future__ import annotations

from datetime import datetime

from services.access import Access, Guarded, own
from services.errors import Refusal


class Acknowledging(Guarded):
    """Use cases of those who got a broadcast."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)

    @own(writes=True)
    async def acknowledge(self, person_id: int, broadcast_id: int) -> datetime:
        """Say that a broadcast was read; the moment of the first time, which stays.

        Refuses a broadcast that has vanished, a mere preview, and one that went to others.
        """
        async with self.access.uow.writing() as store:
            acting = await self.access.known(store, person_id)
            row = await store.broadcasts.get(broadcast_id)
            if row is None or not row.ack:
                raise Refusal("broadcast-vanished")
            if row.state in ("draft", "scheduled"):
                raise Refusal("ack-preview")
            if not await store.subscriptions.addressed(broadcast_id, person_id):
                raise Refusal("ack-not-addressed")
            return await store.subscriptions.acknowledge(broadcast_id, person_id, acting.now)
