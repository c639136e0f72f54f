"""A decision for the stories of notices, in the state that makes sense of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.notices import Notice
from tests.dialogs.data_facts import data_facts
from tests.dialogs.world import World

ABOUT_DECISIONS = tuple(one for one in Notice if one.startswith("recommend"))
DECISION_IS = {
    Notice.RECOMMENDATION_REPORTED: "reported",
    Notice.RECOMMENDATION_CLOSED: "done",
}
TEXT, REPORT, WORD = "Назначить наставников <b>&", "Назначили <b>&", "Пришлите приказ <b>&"


async def decision_facts(world: World, notice: Notice) -> dict[str, Any]:
    """Something recommended to a school for which whoever holds the phone answers."""
    campaign = (await data_facts(world, Notice.DATA_ASKED))["campaign_id"]
    me, now = await world.my_id(), world.clock.now()
    school = (await world.services.schools.page(0)).schools[0].id
    place, due = world.profile.monitoring.review[0].key, now.date() + timedelta(days=30)
    async with world.services.access.uow.writing() as store:
        review = await store.decisions.put_review(campaign, place, me, now)
        number = await store.decisions.add(review, me, now, TEXT)
        state = DECISION_IS.get(notice, "open")
        report = REPORT if state != "open" else ""
        await store.decisions.change(
            number, state=state, school_id=school, due_on=due, report=report, sent_back=WORD
        )
    world.typed += (TEXT, REPORT, WORD)
    again, outcome = notice is Notice.RECOMMENDED, "done"
    return {"decision_id": number, "again": again, "outcome": outcome}
