"""A spreadsheet of people to invite: what each row would do, and doing it for all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rapidfuzz import fuzz, process

from services import fields
from services.errors import Refusal
from services.invitations.tokens import new_token, token_hash
from services.permissions import Role
from services.school_names import search_form
from services.schools import School, school_of
from services.sheets import Sheet, SheetRow
from storage.repositories.invitations import InvitationRow
from storage.repositories.schools import SchoolRow

ROW_LIMIT = 3000
SHEET_ROLES = (Role.COORDINATOR, Role.HEAD)  # that a spreadsheet may name
_SHOWN = 30  # characters of a cell that a reason quotes
_GUESS = 60.0


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that becomes an invitation; `replaces` is an open one for the same person."""

    number: int
    school: School
    name: str
    role: str
    note: str
    replaces: int | None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be used, as it came, and why."""

    number: int
    values: Mapping[str, str]
    problems: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a spreadsheet would do. `digest` changes when anything about it changes."""

    rows: tuple[PlannedRow, ...]
    refused: tuple[RefusedRow, ...]
    digest: str

    @property
    def replaced(self) -> int:
        """How many rows make a link anew."""
        return sum(row.replaces is not None for row in self.rows)

    @property
    def new(self) -> int:
        """How many rows make a first link."""
        return len(self.rows) - self.replaced

    @property
    def clean(self) -> bool:
        """Whether it can be done: all rows or none."""
        return bool(self.rows) and not self.refused


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of a confirmation. `tokens` go with the rows of the plan.

    There are none where the plan is no longer the confirmed one: nothing was written then.
    """

    plan: Plan
    tokens: tuple[str, ...]
    expires_at: datetime


def plan_rows(
    sheet: Sheet,
    schools: Sequence[SchoolRow],
    personal: Iterable[InvitationRow],
    roles: Mapping[str, str],
) -> Plan:
    """Read every row. `roles` are the roles by the `skeleton` of the words for them.

    Takes a moment for thousands of rows: call it in a thread.
    """
    if len(sheet.rows) > ROW_LIMIT:
        raise Refusal("sheet-too-long", limit=ROW_LIMIT)
    reader = _Reader(schools, personal, roles)
    rows: list[PlannedRow] = []
    refused: list[RefusedRow] = []
    for row in sheet.rows:
        found = reader.read(row)
        if isinstance(found, PlannedRow):
            rows.append(found)
        else:
            refused.append(found)
    return Plan(tuple(rows), tuple(refused), _digest(rows, refused))


def invitations_of(
    plan: Plan, creator: int, now: datetime, expires_at: datetime
) -> tuple[list[str], list[dict[str, Any]]]:
    """New tokens for the rows of a plan, and what is stored of them."""
    tokens = [new_token() for _ in plan.rows]
    values = [
        {
            "token_hash": token_hash(token),
            "role": row.role,
            "school_id": row.school.id,
            "direction": "",
            "label": row.name,
            "max_uses": 1,
            "uses": 0,
            "expires_at": expires_at,
            "created_by": creator,
            "created_at": now,
        }
        for token, row in zip(tokens, plan.rows, strict=True)
    ]
    return tokens, values


class _Reader:
    def __init__(
        self,
        schools: Sequence[SchoolRow],
        personal: Iterable[InvitationRow],
        roles: Mapping[str, str],
    ) -> None:
        self._roles = roles
        self._schools = {row.id: row for row in schools}
        self._looks: dict[str, set[int]] = {}
        self._forms: dict[str, set[int]] = {}
        self._names: dict[str, str] = {}
        for row in schools:
            for name in filter(None, (row.short_name, row.name, row.english_name, row.key)):
                self._looks.setdefault(fields.skeleton(name), set()).add(row.id)
                self._forms.setdefault(_form(name), set()).add(row.id)
                self._names.setdefault(_form(name), name)
        self._personal = {(i.school_id, i.role, _same(i.label)): i.id for i in personal}
        self._seen: dict[tuple[int, str, str], int] = {}
        self._guesses: dict[str, str] = {}

    def read(self, row: SheetRow) -> PlannedRow | RefusedRow:
        """The row as an invitation, or everything that is wrong with it."""
        problems = list(row.problems)
        school, name, role = None, "", ""
        try:
            school = self._school(row.values["school"])
        except Refusal as refusal:
            problems.append(refusal)
        try:
            name = _name(row.values["name"])
        except Refusal as refusal:
            problems.append(refusal)
        try:
            role = self._role(row.values["role"])
        except Refusal as refusal:
            problems.append(refusal)
        if school is None or problems:
            # A cell that could not be read is empty here: its own problem says enough.
            kept = row.problems or tuple(problems)
            return RefusedRow(row.number, row.values, kept)
        key = (school.id, role, _same(name))
        if (first := self._seen.setdefault(key, row.number)) != row.number:
            return RefusedRow(row.number, row.values, (Refusal("row-twice", row=first),))
        note, replaces = row.values["note"], self._personal.get(key)
        return PlannedRow(row.number, school_of(school), name, role, note, replaces)

    def _school(self, typed: str) -> SchoolRow:
        if not typed:
            raise Refusal("row-school-missing")
        form, found = _form(typed), self._looks.get(fields.skeleton(typed), set())
        if len(found) != 1:
            found = self._forms.get(form, set())
        if len(found) == 1:
            return self._schools[next(iter(found))]
        shown = typed[:_SHOWN]
        if found:
            raise Refusal("row-school-ambiguous", text=shown)
        if form not in self._guesses:
            self._guesses[form] = self._guess(form)
        if guess := self._guesses[form]:
            raise Refusal("row-school-guess", text=shown, word=guess[:_SHOWN])
        raise Refusal("row-school-unknown", text=shown)

    def _guess(self, form: str) -> str:
        best = process.extractOne(form, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_GUESS)
        return self._names[best[0]] if best else ""

    def _role(self, typed: str) -> str:
        if not typed:
            return Role.COORDINATOR
        role = self._roles.get(fields.skeleton(typed))
        if role is None:
            raise Refusal("row-role-unknown", text=typed[:_SHOWN])
        return role


def _form(name: str) -> str:
    """The order of words does not matter: «Аксёновская СОШ» and «СОШ Аксёновская» are one."""
    return " ".join(sorted(search_form(name).split()))


def _name(typed: str) -> str:
    if not typed:
        raise Refusal("row-name-missing")
    return fields.full_name(typed)


def _same(name: str) -> str:
    return fields.skeleton(name)


def _digest(rows: Iterable[PlannedRow], refused: Iterable[RefusedRow]) -> str:
    planned = [(r.number, r.school.id, r.name, r.role, r.note, r.replaces) for r in rows]
    others = [(r.number, [problem.reason for problem in r.problems]) for r in refused]
    return hashlib.sha256(repr((planned, others)).encode()).hexdigest()[:16]
