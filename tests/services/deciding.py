"""A recommendation that stories begin with."""

from __future__ import annotations

from datetime import timedelta

from tests.services.collecting import Collecting
from tests.wiring import Services


async def a_recommendation(services: Services, campaign: Collecting, school: int = 0) -> int:
    """Something that the school with this number is to carry out: only the rows; its number."""
    now, me = services.clock.now(), campaign.methodist
    async with services.access.uow.writing() as store:
        review = await store.decisions.put_review(campaign.id, "council", me, now)
        number = await store.decisions.add(review, me, now, "Назначить наставников")
        at = campaign.schools[school]
        day = now.date() + timedelta(days=30)
        await store.decisions.change(number, state="open", school_id=at, due_on=day, opened_at=now)
    return number
