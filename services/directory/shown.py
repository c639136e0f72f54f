"""What the directory shows of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.access import Access
from services.careers import Attestation, Course, ExternalRow
from services.permissions import Role
from services.schools import School
from storage.repositories.roles import GrantRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Found:
    """A person in a list."""

    id: int
    name: str
    school: School | None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of people. `number` counts from 0; `school` is the one looked at, if it is one."""

    people: tuple[Found, ...]
    number: int
    pages: int
    total: int
    school: School | None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far somebody's directory reaches: `schools` are empty where it is everywhere."""

    everywhere: bool
    schools: tuple[School, ...]
    may_export: bool


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role of a person; a `claimed` one waits for confirmation."""

    role: str
    school: School | None
    direction: str
    claimed: bool


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as the looker may see them.

    `courses` are those of the last three years. `moves_to`: a change of school that waits.
    `assessed_at`, `overall` (deficit in %), `external` and the number of events `attended` are
    empty for all but methodists.
    """

    id: int
    name: str
    school: School | None
    position: str | None
    subjects: tuple[str, ...]
    experience_years: int | None
    post_years: int | None
    category: str | None
    roles: tuple[HeldRole, ...]
    attestation: Attestation | None
    courses: tuple[Course, ...]
    moves_to: School | None
    assessed_at: datetime | None
    overall: float | None
    external: tuple[ExternalRow, ...]
    attended: int
    may_grant: bool
    may_note: bool
    may_open_school: bool


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A row of the table; `courses` are those of the last three years."""

    id: int
    name: str
    school: School | None
    position: str | None
    subjects: tuple[str, ...]
    experience_years: int | None
    post_years: int | None
    category: str | None
    attestation: Attestation | None
    courses: tuple[Course, ...]
    roles: tuple[HeldRole, ...]
    assessed_at: datetime | None
    registered_at: datetime


@dataclass(frozen=True, slots=True)
class ExportPage:
    """Some rows in no particular order; `after` leads to the next page, empty at the end."""

    rows: tuple[PersonFacts, ...]
    after: int | None


async def schools_of(store: Store, ids: set[int | None]) -> dict[int | None, School]:
    """Schools by id, in alphabetical order."""
    rows = await store.directory.schools([key for key in ids if key is not None])
    return {
        key: School(key, name, english, state == "proposed") for key, name, english, state in rows
    }


def held_roles(
    access: Access,
    telegram_id: int,
    grants: Sequence[GrantRow],
    schools: Mapping[int | None, School],
) -> tuple[HeldRole, ...]:
    """Roles for showing, also that of an admin by the settings."""
    held = [
        HeldRole(
            grant.role, schools.get(grant.school_id), grant.direction, grant.state == "claimed"
        )
        for grant in grants
    ]
    if telegram_id in access.admin_ids and Role.ADMIN not in {role.role for role in held}:
        held.append(HeldRole(Role.ADMIN, None, "", claimed=False))
    return tuple(held)
