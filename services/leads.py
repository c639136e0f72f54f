"""Who heads a school: position and school make a claim to the role, and leaving ends the role."""

from __future__ import annotations

from typing import Any

from services.access import Access, Acting
from services.audit import Kind, note
from services.notices import DAY, TOLD_A_DAY, Notice, owe, owe_the_service
from services.permissions import Role
from storage.repositories.people import PersonRow
from storage.repositories.roles import GrantRow
from storage.uow import Store

# Positions, keys of the catalogue, whose people claim to head their school.
LEADING = frozenset({"head", "deputy"})


async def follow_lead(
    store: Store, access: Access, acting: Acting, before: PersonRow | None, after: PersonRow
) -> None:
    """Bring the role of head in line with a change of position or school.

    `before` is the person as it was, nothing at the end of sign-up. A claim waits for a methodist;
    a role that was given already stays.
    """
    led, leads = _school_led(before), _school_led(after)
    left = before.school_id if before else None
    if left is not None and (left != after.school_id or (led and not leads)):
        await _leave(store, acting, after.id, left)
    if leads is not None and leads != led:
        await _claim(store, access, after.id, leads)


def _school_led(person: PersonRow | None) -> int | None:
    return person.school_id if person and person.position in LEADING else None


async def _leave(store: Store, acting: Acting, person_id: int, school_id: int) -> None:
    for grant in await _heads(store, person_id, school_id):
        ended = await store.roles.decide(grant.id, [grant.state], "ended", acting.now, acting.id)
        if ended and grant.state == "active":
            facts: dict[str, Any] = {"role": grant.role, "school_id": school_id, "direction": ""}
            await note(store, acting, Kind.ROLE_ENDED, about=person_id, **facts)
            await owe(store, person_id, Notice.ROLE_ENDED, grant.id, acting.now, **facts)


async def _claim(store: Store, access: Access, person_id: int, school_id: int) -> None:
    now = access.clock.now()
    if not await store.roles.add(person_id, Role.HEAD, now, school_id=school_id, state="claimed"):
        return
    if await store.roles.new_since(person_id, now - DAY) > TOLD_A_DAY:
        return
    for grant in await _heads(store, person_id, school_id):
        facts = {"grant_id": grant.id, "person_id": person_id, "school_id": school_id}
        await owe_the_service(
            store, access, Notice.CLAIM_WAITS, grant.id, role=str(Role.HEAD), **facts
        )


async def _heads(store: Store, person_id: int, school_id: int) -> list[GrantRow]:
    held = await store.roles.of_person(person_id, "claimed", "active")
    return [one for one in held if one.role == Role.HEAD and one.school_id == school_id]
