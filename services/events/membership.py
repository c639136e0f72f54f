"""Whether somebody belongs to the people whom an event is for."""

from __future__ import annotations

from content import Profile
from services.access import Access
from services.audiences.criteria import Criteria
from services.audiences.filters import filter_of
from services.errors import Refusal
from services.subscriptions import SERVICE
from storage.repositories.events import EventRow
from storage.uow import Store


async def belongs(
    store: Store, access: Access, profile: Profile, person_id: int, audience: Criteria
) -> bool:
    """Whether a person fits an audience; everybody fits one that asks for nothing."""
    if audience.everybody:
        return True
    wanted = filter_of(audience, SERVICE, profile, access)
    return await store.calendar.fits(person_id, wanted)


async def check_audience(
    store: Store, access: Access, profile: Profile, person_id: int, event: EventRow
) -> None:
    """Refuse where an event is for others only."""
    audience = Criteria.load(event.audience)
    if event.audience_only and not await belongs(store, access, profile, person_id, audience):
        raise Refusal("event-not-for-you")
