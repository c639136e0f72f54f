"""Which coming events suit a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content import Catalogue, Profile
from services.access import Access
from services.audiences.criteria import Criteria
from services.events.membership import belongs
from services.scoring import INSUFFICIENT
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Suiting:
    """Topics of which one is enough; events that are for such people in particular, and events
    at which only others may register."""

    topics: tuple[tuple[str, str], ...]
    named: tuple[int, ...]
    barred: tuple[int, ...]


async def suiting(
    store: Store,
    access: Access,
    profile: Profile,
    catalogue: Catalogue,
    person_id: int,
    now: datetime,
) -> Suiting:
    """What suits somebody's subjects, newest self-assessment, experience, position and roles."""
    named, barred = [], []
    for event_id, audience, only in await store.calendar.addressed(now):
        if await belongs(store, access, profile, person_id, Criteria.load(audience)):
            named.append(event_id)
        elif only:
            barred.append(event_id)
    subjects = [("subject", key) for key in await store.people.subjects(person_id)]
    topics = [*subjects, *await _of_result(store, catalogue, person_id)]
    return Suiting(tuple(topics), tuple(named), tuple(barred))


async def _of_result(store: Store, catalogue: Catalogue, person_id: int) -> list[tuple[str, str]]:
    """Blocks with a deficit or a gap, and rubrics that a gap calls for."""
    passes = await store.results.of_person(person_id)
    if not passes:
        return []
    results = await store.results.blocks(passes[0].id)
    gaps = {item for block in results for item in block.gaps}
    weak = [one.block for one in results if one.gaps or one.level not in ("none", INSUFFICIENT)]
    rubrics = [rubric.key for rubric in catalogue.rubrics_for(gaps)]
    return [*(("block", key) for key in weak), *(("rubric", key) for key in rubrics)]
