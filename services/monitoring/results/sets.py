"""Sets of indicators: stored once, never changed, read again by id."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from content import IndicatorSet, Profile
from storage.uow import Store


async def set_of(store: Store, set_id: int) -> IndicatorSet:
    """The set with this id; LookupError when it is not stored."""
    body = await store.campaigns.set_body(set_id)
    if body is None:
        raise LookupError(f"indicator set {set_id} is not stored")
    return _restored(body)


async def current_set(store: Store, profile: Profile, now: datetime) -> tuple[int, IndicatorSet]:
    """The set of the profile in force with its id; stored, in a unit that writes, when new."""
    chosen = IndicatorSet.of(profile)
    digest = chosen.digest()
    set_id = await store.campaigns.find_set(digest)
    if set_id is None:
        set_id = await store.campaigns.publish_set(digest, chosen.dump(), now)
    return set_id, chosen


@lru_cache(maxsize=32)
def _restored(body: str) -> IndicatorSet:
    # By text, not by id: ids repeat between databases, and reading one row costs little.
    return IndicatorSet.restore(body)
