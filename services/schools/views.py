"""Schools as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from storage.repositories.schools import SchoolRow


@dataclass(frozen=True, slots=True)
class School:
    """A school as shown to people."""

    id: int
    name: str
    english_name: str
    proposed: bool

    def title(self, locale: str) -> str:
        """Short name in the person's language."""
        return self.english_name if locale == "en" and self.english_name else self.name


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """One page of the list; `number` counts from 0."""

    schools: tuple[School, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class ListedSchool:
    """A school in the list of those who manage it; `status` is a key of the profile."""

    school: School
    state: str
    status: str | None


@dataclass(frozen=True, slots=True)
class ManagedPage:
    """One page of that list; `number` counts from 0, `states` counts the whole list by state."""

    schools: tuple[ListedSchool, ...]
    number: int
    pages: int
    total: int
    states: dict[str, int]


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """A school with what a looker may see and do; figures are for those who manage it."""

    school: School
    full_name: str
    code: str | None
    state: str
    status: str | None
    may_manage: bool
    people: int
    coordinators: int
    heads: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would happen if a school were merged into, or closed in favour of, another.

    How many people move, roles change, invitations and wishes to come there are concerned.
    """

    school: School
    target: School | None
    people: int
    holders: int
    invitations: int
    wishes: int


def school_of(row: SchoolRow) -> School:
    """A school from its row."""
    return School(row.id, row.short_name, row.english_name, row.state == "proposed")


def listed(row: SchoolRow) -> ListedSchool:
    """A school of the managed list from its row."""
    return ListedSchool(school_of(row), row.state, row.support_status)
