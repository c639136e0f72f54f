"""What campaigns still ask of a school that goes."""

from __future__ import annotations

from services.access import Acting
from storage.repositories.data_requests import OWING
from storage.uow import Store


async def ask_no_more(store: Store, acting: Acting, school_id: int) -> None:
    """Ask a school no longer for what it owes; what it has handed in stays.

    Its coordinators may just have come to another school, which owes something: open campaigns
    look for people whom they have not asked yet.
    """
    for owing in await store.prompting.open_of_school(school_id):
        request = await store.data_requests.get(owing.id, lock=True)
        if request is None or request.state not in OWING:
            continue  # handed in at this very moment
        await store.data_requests.change(request.id, state="withdrawn")
        await store.data_values.note(request.id, "withdrawn", acting.id, acting.now)
        await store.outbox.take_back(f"request:{request.id}")
    await store.campaign_steps.ask_anew()


async def ask_instead(store: Store, school_id: int, target_id: int) -> None:
    """Let planned campaigns that were to ask a school ask the one that it became part of."""
    for planned in await store.campaigns.in_states(["planned"]):
        row = await store.campaigns.get(planned.id, lock=True)
        if row is not None and row.state == "planned" and school_id in (row.schools or ()):
            schools = {*(row.schools or ()), target_id} - {school_id}
            await store.campaigns.change(row.id, schools=sorted(schools))
