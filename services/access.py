"""The lock on every use case: who acts is looked up, and checked, in the same unit of work.

A guarded method is written with a store and the acting person, and called with that person's id:

    @writes(MANAGE_SCHOOLS)
    async def close(self, store: Store, acting: Acting, school_id: int) -> None: ...

    await schools.close(my_id, school_id)
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from services.clock import Clock
from services.consents import check_consent
from services.errors import Refusal
from services.permissions import OWN, Permission, Role
from storage.repositories.people import PersonRow
from storage.repositories.roles import GrantRow
from storage.uow import Store, UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound="Guarded")
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Acting:
    """The acting person with the roles held now, and what the use case demands of them."""

    person: PersonRow
    grants: tuple[GrantRow, ...]
    roles: frozenset[Role]
    permission: Permission
    now: datetime

    @property
    def id(self) -> int:
        """Of the person."""
        return self.person.id

    @property
    def everywhere(self) -> bool:
        """Whether the permission reaches beyond single schools."""
        return bool(self.roles & self.permission.everywhere)

    @property
    def schools(self) -> frozenset[int]:
        """Schools at which a role gives the permission."""
        return frozenset(
            grant.school_id
            for grant in self.grants
            if grant.school_id is not None and grant.role in self.permission.school
        )

    def may_at(self, school_id: int | None) -> bool:
        """Whether the permission reaches this school."""
        return self.everywhere or school_id in self.schools

    def check_school(self, school_id: int | None) -> None:
        """Refuse what belongs to a school of others."""
        if not self.may_at(school_id):
            raise Refusal("other-school")

    def may(self, permission: Permission) -> bool:
        """Whether the person may do something else too, somewhere."""
        return bool(self.roles & permission.roles)


@dataclass(frozen=True, slots=True)
class Access:
    """Finds out who acts. `admin_ids` are the Telegram ids of the settings: admins by birth."""

    uow: UnitOfWork
    clock: Clock
    consent_version: str
    admin_ids: frozenset[int] = field(default_factory=frozenset)

    async def acting(self, store: Store, me: int, permission: Permission) -> Acting:
        """The acting person; refuses without consent, sign-up or a role that may."""
        acting = await self._somebody(store, me, permission)
        check_consent(acting.person.consent, self.consent_version)
        if permission is not OWN and acting.person.registered_at is None:
            raise Refusal("signup-needed")
        if not acting.roles & permission.roles:
            raise Refusal("role-needed", audience=permission.audience)
        return acting

    async def known(self, store: Store, me: int) -> Acting:
        """The acting person before their own data, also where the consent document has changed:
        whoever is stored may see what is stored, and erase it."""
        return await self._somebody(store, me, OWN)

    async def _somebody(self, store: Store, me: int, permission: Permission) -> Acting:
        person = await store.people.get(me)
        if person is None:
            raise Refusal("consent-needed")
        grants = tuple(await store.roles.held(me))
        roles = self.roles(person, grants)
        return Acting(person, grants, roles, permission, self.clock.now())

    async def service(self, store: Store) -> list[int]:
        """Ids of those who work the queues: methodists, or admins where there are none."""
        methodists = await store.roles.holders(Role.METHODIST)
        if methodists:
            return methodists
        born = await store.people.ids_of(self.admin_ids)
        return sorted({*born, *await store.roles.holders(Role.ADMIN)})

    def roles(self, person: PersonRow, grants: Iterable[GrantRow]) -> frozenset[Role]:
        """All roles of a person: the granted ones, `teacher`, and `admin` by the settings."""
        found = {Role(grant.role) for grant in grants} | {Role.TEACHER}
        if person.telegram_id in self.admin_ids:
            found.add(Role.ADMIN)
        return frozenset(found)


class Guarded:
    """Base of services whose methods are locked."""

    def __init__(self, access: Access) -> None:
        self._access = access

    @property
    def access(self) -> Access:
        """The lock."""
        return self._access


@dataclass(frozen=True, slots=True)
class Use:
    """A locked use case: `schools.close`, and the permission that opens it."""

    name: str
    permission: Permission
    writes: bool


USES: dict[str, Use] = {}

Inside = Callable[Concatenate[S, Store, Acting, P], Awaitable[R]]
Outside = Callable[Concatenate[S, int, P], Awaitable[R]]


def reads(
    permission: Permission, *, long: bool = False
) -> Callable[[Inside[S, P, R]], Outside[S, P, R]]:
    """Lock a method that only reads; `long` where it walks many rows."""

    def lock(method: Inside[S, P, R]) -> Outside[S, P, R]:
        _register(method, permission, writes=False)

        @wraps(method)
        async def call(self: S, me: int, /, *args: P.args, **kwargs: P.kwargs) -> R:
            async with self.access.uow.reading(long=long) as store:
                acting = await self.access.acting(store, me, permission)
                return await method(self, store, acting, *args, **kwargs)

        return call

    return lock


def writes(permission: Permission) -> Callable[[Inside[S, P, R]], Outside[S, P, R]]:
    """Lock a method that writes; it is committed when it returns."""

    def lock(method: Inside[S, P, R]) -> Outside[S, P, R]:
        _register(method, permission, writes=True)

        @wraps(method)
        async def call(self: S, me: int, /, *args: P.args, **kwargs: P.kwargs) -> R:
            async with self.access.uow.writing() as store:
                acting = await self.access.acting(store, me, permission)
                return await method(self, store, acting, *args, **kwargs)

        return call

    return lock


def takes_long(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[S, Acting, P], Awaitable[R]]],
    Callable[Concatenate[S, int, P], Awaitable[R]],
]:
    """Lock a writing method that has work to do outside of the database.

    It gets no store and opens units of work itself: one open all the time would hold up everybody.
    """

    def lock(
        method: Callable[Concatenate[S, Acting, P], Awaitable[R]],
    ) -> Callable[Concatenate[S, int, P], Awaitable[R]]:
        _register(method, permission, writes=True)

        @wraps(method)
        async def call(self: S, me: int, /, *args: P.args, **kwargs: P.kwargs) -> R:
            async with self.access.uow.reading() as store:
                acting = await self.access.acting(store, me, permission)
            return await method(self, acting, *args, **kwargs)

        return call

    return lock


def own(*, writes: bool) -> Callable[[F], F]:
    """Declare a method about one's own data, which checks consent and ownership itself."""

    def declare(method: F) -> F:
        _register(method, OWN, writes=writes)
        return method

    return declare


def _register(method: Callable[..., Any], permission: Permission, *, writes: bool) -> None:
    module = method.__module__.removeprefix("services.").partition(".")[0]
    name = f"{module}.{method.__name__}"
    if name in USES:
        raise ValueError(f"{name} is locked twice")
    USES[name] = Use(name, permission, writes)
