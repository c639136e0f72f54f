"""Giving a role and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.monitoring.campaigns.prompts import ask_newcomer
from services.monitoring.council.recommending import recommend_to_newcomer
from services.municipality import Municipality
from services.notices import Notice, owe
from services.permissions import (
    GRANT_ROLES,
    GRANT_SERVICE_ROLES,
    GRANTED,
    OF_A_DIRECTION,
    OF_A_SCHOOL,
    Role,
)
from services.schools import School, school_of
from storage.repositories.people import PersonRow
from storage.uow import Store

# Given by admins only: those who hold them rule over others.
SERVICE_ROLES = frozenset({Role.METHODIST, Role.ADMIN})


def may_give(acting: Acting, role: str) -> bool:
    """Whether the acting person may give this role and take it back."""
    if not acting.may(GRANT_ROLES) or role not in GRANTED:
        return False
    return role not in SERVICE_ROLES or acting.may(GRANT_SERVICE_ROLES)


@dataclass(frozen=True, slots=True)
class Plan:
    """A role that is about to be given; `held`: the person holds it already."""

    name: str | None
    role: Role
    school: School | None
    direction: str
    held: bool


class Giving(Guarded):
    """Use cases of those who appoint."""

    _municipality: Municipality

    @reads(GRANT_ROLES)
    async def plan(
        self,
        store: Store,
        acting: Acting,
        person_id: int,
        role: str,
        school_id: int | None = None,
        direction: str = "",
    ) -> Plan:
        """What `grant` would do, refused where it would be."""
        known = self.check(role, acting)
        person = await existing(store, person_id)
        school_id, direction = await self.scope(store, known, school_id, direction)
        at = await store.schools.get(school_id) if school_id is not None else None
        held = any(
            (one.role, one.school_id, one.direction) == (known, school_id, direction)
            for one in await store.roles.held(person_id)
        )
        return Plan(person.full_name, known, school_of(at) if at else None, direction, held)

    @writes(GRANT_ROLES)
    async def grant(
        self,
        store: Store,
        acting: Acting,
        person_id: int,
        role: str,
        school_id: int | None = None,
        direction: str = "",
    ) -> None:
        """Give a role and tell the person. One that is held already changes nothing.

        Giving a role that the person claimed confirms the claim.
        """
        known = self.check(role, acting)
        person = await existing(store, person_id)
        if school_id is not None:
            await store.schools.keep(school_id)
        school_id, direction = await self.scope(store, known, school_id, direction)
        added = await store.roles.add(
            person_id,
            known,
            acting.now,
            school_id=school_id,
            direction=direction,
            given_by=acting.id,
        )
        if not added:
            return
        facts: dict[str, Any] = {"role": str(known), "school_id": school_id, "direction": direction}
        await note(store, acting, Kind.ROLE_GRANTED, about=person.id, **facts)
        cause = f"{acting.now.timestamp()}:{known}:{school_id}:{direction}"
        await owe(store, person_id, Notice.ROLE_GRANTED, cause, acting.now, **facts)
        await ask_newcomer(store, person_id, known, school_id, acting.now, by=acting.id)
        await recommend_to_newcomer(store, person_id, known, school_id, self.access.clock)

    @writes(GRANT_ROLES)
    async def end(self, store: Store, acting: Acting, grant_id: int) -> None:
        """Take a role back and tell the person. One that has ended already changes nothing."""
        grant = await store.roles.get(grant_id)
        if grant is None:
            raise Refusal("person-gone")
        self.check(grant.role, acting)
        if not await store.roles.decide(grant_id, ["active"], "ended", acting.now, acting.id):
            return
        facts: dict[str, Any] = {
            "role": grant.role,
            "school_id": grant.school_id,
            "direction": grant.direction,
        }
        await note(store, acting, Kind.ROLE_ENDED, about=grant.person_id, **facts)
        await owe(store, grant.person_id, Notice.ROLE_ENDED, grant_id, acting.now, **facts)

    def check(self, role: str, acting: Acting) -> Role:
        """The role, if the acting person may give and end it."""
        if role not in GRANTED:
            raise Refusal("choice-gone")
        if not may_give(acting, role):
            raise Refusal("role-needed", audience=GRANT_SERVICE_ROLES.audience)
        return Role(role)

    async def scope(
        self, store: Store, role: Role, school_id: int | None, direction: str
    ) -> tuple[int | None, str]:
        """School and direction as the role needs them; refuses what is missing or gone."""
        if role in OF_A_SCHOOL:
            school = await store.schools.get(school_id) if school_id is not None else None
            if school is None or school.state not in ("active", "proposed"):
                raise Refusal("school-gone")
            return school_id, ""
        known = {entry.key for entry in self._municipality.profile.directions}
        if role in OF_A_DIRECTION and direction:
            if direction not in known:
                raise Refusal("choice-gone")
            return None, direction
        return None, ""


async def existing(store: Store, person_id: int) -> PersonRow:
    """A person by id; refuses where they erased themselves meanwhile."""
    person = await store.people.get(person_id)
    if person is None:
        raise Refusal("person-gone")
    return person
