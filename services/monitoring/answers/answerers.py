"""Who answers a request: coordinators and the head of its school, and who it was handed to."""

from __future__ import annotations

from services.access import Acting
from services.errors import Refusal
from services.permissions import MONITOR, Role
from storage.repositories.data_requests import RequestRow
from storage.uow import Store


async def answerers(store: Store, request: RequestRow) -> list[int]:
    """Ids of those who are asked and reminded: coordinators of the school and colleagues it was
    handed to; for the municipality's own part the methodists. Heads answer without being asked.
    """
    if request.school_id is None:
        return await store.roles.holders(Role.METHODIST)
    coordinators = await store.roles.holders(Role.COORDINATOR, school_id=request.school_id)
    return sorted({*coordinators, *await store.data_requests.helpers(request.id)})


async def may_answer(store: Store, acting: Acting, request: RequestRow) -> bool:
    """Whether somebody, who acts with `ANSWER_REQUESTS`, may see and fill this request."""
    if request.school_id is None:
        return acting.may(MONITOR)
    if request.school_id in acting.schools:
        return True
    return acting.id in await store.data_requests.helpers(request.id)


async def check_answerer(store: Store, acting: Acting, request: RequestRow) -> None:
    """Refuse a request of others; who helped with it is told that it was taken back."""
    if await may_answer(store, acting, request):
        return
    if await store.request_helpers.had(request.id, acting.id):
        raise Refusal("request-taken-back")
    raise Refusal("other-school")
