"""Reading the audit log: pages, search by person and by kind, export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from services import fields
from services.access import Acting, Guarded, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.name_search import best_names
from services.permissions import SEE_AUDIT
from storage.repositories.audit import AuditFilter, AuditRow
from storage.uow import Store

PAGE = 5
FOUND = 5
EXPORT_PAGE = 500
# What a spreadsheet still opens on a plain computer; a filter leads to what is older.
EXPORT_LIMIT = 200_000

__all__ = [
    "EXPORT_LIMIT",
    "AuditFilter",
    "AuditLog",
    "AuditPage",
    "Entry",
    "Export",
    "Who",
    "entries_of",
]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in the log; `name` is empty where none was given, or the person is gone."""

    id: int
    name: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with names as they are now. `actor` is empty for the program itself."""

    id: int
    at: datetime
    update_id: int | None
    kind: str
    actor: Who | None
    subject: Who | None
    school: tuple[str, str] | None
    facts: dict[str, Any] = field(default_factory=dict)

    def school_title(self, locale: str) -> str:
        """Short name of the school in the person's language; empty where there is none."""
        if self.school is None:
            return ""
        name, english = self.school
        return english if locale == "en" and english else name


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One page, the newest entries first; `number` counts from 0."""

    entries: tuple[Entry, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Export:
    """What an export will hold: entries up to this number, so many of `total`."""

    newest: int
    count: int
    total: int


class AuditLog(Guarded):
    """Use cases of those who watch over the log."""

    @reads(SEE_AUDIT, long=True)
    async def page(
        self, store: Store, acting: Acting, wanted: AuditFilter, number: int
    ) -> AuditPage:
        """A page of the log; past the last comes the first again."""
        return await page_of(store, wanted, number, PAGE)

    @reads(SEE_AUDIT, long=True)
    async def kinds(
        self, store: Store, acting: Acting, person_id: int | None
    ) -> tuple[tuple[str, int], ...]:
        """Kinds of entries that occur, and how often, about one person or all."""
        return tuple(await store.audit.kinds(person_id))

    @reads(SEE_AUDIT, long=True)
    async def find(self, store: Store, acting: Acting, typed: str) -> tuple[int, ...]:
        """Numbers of people whose name resembles the typed text, or the number itself."""
        text = fields.plain(typed)[:120]
        if text.isascii() and text.isdecimal() and len(text) < 19:
            return (int(text),)
        if not text:
            raise Refusal("text-empty")
        names = await store.audit.names()
        named = ((number, name) for number, name in names.items() if name)
        return tuple(best_names(text, named, FOUND))

    @reads(SEE_AUDIT)
    async def people(self, store: Store, acting: Acting, ids: Sequence[int]) -> tuple[Who, ...]:
        """People by their numbers, those who are gone too."""
        names = await store.audit.names(ids)
        return tuple(_who(number, names) for number in ids)

    @writes(SEE_AUDIT)
    async def export(self, store: Store, acting: Acting, wanted: AuditFilter) -> Export:
        """Begin an export, and say so in the log. The entries come by `exported`."""
        newest, total = await store.audit.newest(), await store.audit.count(wanted)
        count = min(total, EXPORT_LIMIT)
        facts: dict[str, Any] = {"count": count, "of_kind": wanted.kind}
        await note(store, acting, Kind.AUDIT_EXPORTED, about=wanted.person_id, **facts)
        return Export(newest, count, total)

    @reads(SEE_AUDIT, long=True)
    async def exported(
        self, store: Store, acting: Acting, wanted: AuditFilter, before: int
    ) -> tuple[Entry, ...]:
        """The next piece of an export: entries older than the one of this number."""
        rows = await store.audit.before(wanted, before, EXPORT_PAGE)
        return await entries_of(store, rows)


async def page_of(store: Store, wanted: AuditFilter, number: int, size: int) -> AuditPage:
    """A page of so many entries; past the last comes the first again."""
    total = await store.audit.count(wanted)
    pages = max(1, -(-total // size))
    number %= pages
    rows = await store.audit.page(wanted, number * size, size)
    return AuditPage(await entries_of(store, rows), number, pages, total)


async def entries_of(store: Store, rows: Iterable[AuditRow]) -> tuple[Entry, ...]:
    """Entries with the names of people and schools as they are now."""
    rows = list(rows)
    people = {number for row in rows for number in (row.actor_id, row.subject_id) if number}
    schools = {number for row in rows if (number := _school_of(row))}
    names = await store.audit.names(people)
    titles = await store.audit.schools(schools)
    return tuple(
        Entry(
            id=row.id,
            at=row.at,
            update_id=row.update_id,
            kind=row.kind,
            actor=_who(row.actor_id, names) if row.actor_id else None,
            subject=_who(row.subject_id, names) if row.subject_id else None,
            school=titles.get(_school_of(row) or 0),
            facts=row.facts,
        )
        for row in rows
    )


def _school_of(row: AuditRow) -> int | None:
    """The school concerned: its column, or the scope of a role."""
    named = row.school_id or row.facts.get("school_id")
    return named if isinstance(named, int) else None


def _who(number: int, names: dict[int, str]) -> Who:
    return Who(number, names.get(number, ""), gone=number not in names)
