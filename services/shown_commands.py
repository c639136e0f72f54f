"""Which commands Telegram shows to a person: what the roles allow, and what was published."""

from __future__ import annotations

from services.access import Access
from services.permissions import Role


class ShownCommands:
    """The list of commands of each person."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def roles(self, person_id: int) -> frozenset[Role]:
        """Roles that count now: those of somebody who has signed up."""
        async with self._access.uow.reading() as store:
            person = await store.people.get(person_id)
            if person is None or person.registered_at is None:
                return frozenset()
            return self._access.roles(person, await store.roles.held(person_id))

    async def published(self, person_id: int, digest: str | None) -> None:
        """Remember what Telegram shows; nothing stands for the list of everybody."""
        async with self._access.uow.writing() as store:
            await store.people.shows(person_id, digest)
