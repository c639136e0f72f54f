"""A campaign for the stories of notices: everything that they may name, in the right state."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.monitoring.campaigns.days import end_of
from services.monitoring.results.sets import current_set
from services.notices import Notice
from services.permissions import Role
from tests.dialogs.world import World

ABOUT_DATA = tuple(
    one
    for one in Notice
    if one.startswith(("campaign", "data")) or one in (Notice.DEADLINE_MOVED, Notice.ANSWERER_FOUND)
)
# What a request must be for its notice to make sense; otherwise nothing is given yet.
REQUEST_IS = {
    Notice.DATA_RETURNED: "returned",
    Notice.DATA_REOPENED: "returned",
    Notice.DATA_CORRECTED: "submitted",
    Notice.DATA_ACCEPTED: "accepted",
    Notice.DATA_WITHDRAWN: "withdrawn",
}
TITLE, WORDING = "Осенний сбор", "Берите числа на первое сентября"


async def data_facts(world: World, notice: Notice) -> dict[str, Any]:
    """A campaign that asks one school; whoever holds the phone answers for it, and runs it too."""
    me, now = await world.my_id(), world.clock.now()
    school = (await world.services.schools.page(0)).schools[0].id
    async with world.services.access.uow.writing() as store:
        unattended = notice is Notice.CAMPAIGN_UNATTENDED
        for role in (*(() if unattended else (Role.METHODIST,)), Role.COORDINATOR, Role.HEAD):
            at = None if role is Role.METHODIST else school
            await store.roles.add(me, role, now, school_id=at)
        set_id, chosen = await current_set(store, world.profile, now)
        campaign = await store.campaigns.add(_campaign(world, notice, set_id, school))
        assert campaign is not None
        await store.prompting.make_requests(campaign, [school], now)
        request = await store.data_requests.of_school(campaign, school)
        assert request is not None
        state = REQUEST_IS.get(notice, "expected")
        returned = now if state == "returned" else None
        returns = 1 if returned else 0
        await store.data_requests.change(
            request.id, state=state, returned_at=returned, returns=returns
        )
        key = chosen.asked(False)[0].key
        await store.data_values.put(
            request.id, key, number=1, origin="typed", given_by=me, given_at=now,
            returned="Проверьте число" if returned else None,
        )  # fmt: skip
    world.typed += (TITLE, WORDING, "Проверьте число")
    facts = {"campaign_id": campaign, "schools": 21, "orphans": 2, "questions": 12}
    if notice.startswith("campaign"):
        return facts
    return facts | {"request_id": request.id, "returns": returns, "person_id": me}


def _campaign(world: World, notice: Notice, set_id: int, school: int) -> dict[str, Any]:
    now = world.clock.now()
    today = now.astimezone(world.clock.zone).date()
    deadline = today + timedelta(days=9)
    return {
        "kind": "monitoring", "title": TITLE, "wording": WORDING,
        "state": "planned" if notice is Notice.CAMPAIGN_AHEAD else "open",
        "covers_from": today - timedelta(days=200), "covers_to": today,
        "opens_on": today, "opens_at": now, "opened_at": now,
        "wished_on": deadline - timedelta(days=1), "deadline_on": deadline,
        "due_at": end_of(deadline, world.clock.zone), "schools": [school],
        "indicator_set_id": set_id, "created_at": now,
    }  # fmt: skip
