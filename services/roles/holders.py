"""Looking at roles: of one person, of oneself, of everybody who holds one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from services.access import Access, Acting, Guarded, own, reads
from services.consents import consenting
from services.errors import Refusal
from services.permissions import FIND_PEOPLE, GRANT_ROLES, GRANTED, Role
from services.roles.giving import existing, may_give
from services.schools import School, school_of
from storage.repositories.people import PersonRow
from storage.repositories.roles import GrantRow
from storage.uow import Store

HOLDERS = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A role of a person. An admin by the settings holds one without `id` and `since`.

    `claimed`: it waits for confirmation and opens nothing. `may_end`: the looker may take it back.
    """

    id: int | None
    role: Role
    school: School | None
    direction: str
    since: datetime | None
    claimed: bool = False
    may_end: bool = False


@dataclass(frozen=True, slots=True)
class PersonRoles:
    """The roles of one person, and which ones the looker may give."""

    person_id: int
    name: str | None
    school: School | None
    roles: tuple[Held, ...]
    may_give: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the roles asked for; the name is empty before sign-up."""

    person_id: int
    name: str | None
    roles: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class HolderPage:
    """One page of those who hold a role; `number` counts from 0.

    `counts`: how many people hold each role, roles without people left out.
    """

    holders: tuple[Holder, ...]
    number: int
    pages: int
    total: int
    counts: dict[Role, int]


class Holders(Guarded):
    """Use cases of looking."""

    @own(writes=False)
    async def mine(self, person_id: int) -> tuple[Held, ...]:
        """One's own roles and claims, the highest first."""
        async with self.access.uow.reading() as store:
            person = await consenting(store, person_id, self.access.consent_version)
            return await roles_of(store, self.access, person)

    @reads(FIND_PEOPLE)
    async def of(self, store: Store, acting: Acting, person_id: int) -> PersonRoles:
        """Roles and claims of a person, the highest first."""
        return await self._of(store, acting, person_id)

    @reads(GRANT_ROLES)
    async def to_change(self, store: Store, acting: Acting, person_id: int) -> PersonRoles:
        """The same for those who may change them."""
        return await self._of(store, acting, person_id)

    @reads(GRANT_ROLES, long=True)
    async def holders(
        self, store: Store, acting: Acting, role: str | None, number: int
    ) -> HolderPage:
        """A page of people with their roles, by name; of one role or of all that are granted."""
        if role is not None and role not in GRANTED:
            raise Refusal("choice-gone")
        asked = GRANTED if role is None else (Role(role),)
        born = await store.people.ids_of(self.access.admin_ids)
        also = born if Role.ADMIN in asked else []
        total = await store.roles.count_people(asked, also)
        pages = max(1, -(-total // HOLDERS))
        number %= pages
        rows = await store.roles.people(asked, also, number * HOLDERS, HOLDERS)
        grants = await store.roles.of_people([row.person_id for row in rows])
        schools = await _schools(store, grants)
        holders = []
        for row in rows:
            own_grants = [one for one in grants if one.person_id == row.person_id]
            held = _held(own_grants, schools, by_birth=row.person_id in born)
            fitting = tuple(one for one in held if one.role in asked)
            holders.append(Holder(row.person_id, row.full_name, fitting))
        counts = await role_counts(store, self.access)
        return HolderPage(tuple(holders), number, pages, total, counts)

    async def _of(self, store: Store, acting: Acting, person_id: int) -> PersonRoles:
        person = await existing(store, person_id)
        acting.check_school(person.school_id)
        held = await roles_of(store, self.access, person)
        own_school = await store.schools.get(person.school_id) if person.school_id else None
        return PersonRoles(
            person_id=person.id,
            name=person.full_name,
            school=school_of(own_school) if own_school else None,
            roles=tuple(
                replace(one, may_end=one.id is not None and may_give(acting, one.role))
                for one in held
            ),
            may_give=tuple(role for role in GRANTED if may_give(acting, role)),
        )


async def role_counts(store: Store, access: Access) -> dict[Role, int]:
    """How many people hold each role that somebody holds, admins by the settings among them."""
    found = await store.roles.counts()
    born = await store.people.ids_of(access.admin_ids)
    found[Role.ADMIN] = await store.roles.count_people([Role.ADMIN], born)
    return {role: found[role] for role in GRANTED if found.get(role)}


async def roles_of(store: Store, access: Access, person: PersonRow) -> tuple[Held, ...]:
    """Roles and claims of a person, the highest first, an admin by the settings among them."""
    grants = await store.roles.of_person(person.id, "active", "claimed")
    schools = await _schools(store, grants)
    return _held(grants, schools, by_birth=person.telegram_id in access.admin_ids)


async def _schools(store: Store, grants: Iterable[GrantRow]) -> dict[int, School]:
    ids = {grant.school_id for grant in grants if grant.school_id is not None}
    return {row.id: school_of(row) for row in await store.schools.some(ids)} if ids else {}


def _held(
    grants: Iterable[GrantRow], schools: dict[int, School], *, by_birth: bool
) -> tuple[Held, ...]:
    held = [
        Held(
            id=grant.id,
            role=Role(grant.role),
            school=schools.get(grant.school_id) if grant.school_id is not None else None,
            direction=grant.direction,
            since=grant.created_at,
            claimed=grant.state == "claimed",
        )
        for grant in grants
    ]
    if by_birth:
        held.append(Held(None, Role.ADMIN, None, "", None))
    ranks = {role: number for number, role in enumerate(reversed(Role))}
    return tuple(sorted(held, key=lambda one: (one.claimed, ranks[one.role], one.id or 0)))
