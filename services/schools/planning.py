"""What a spreadsheet of schools would do, row by row. Nothing here writes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from content import Profile
from services.errors import Refusal
from services.fields import skeleton
from services.schools.matching import Matcher, code_form
from services.schools.names import CODE_LIMIT, LIMITS, school_name, search_name, status_key
from services.sheets import Sheet, SheetRow
from storage.repositories.schools import SchoolRow

# `accept`: a school that somebody proposed becomes one of the list.
Action = Literal["add", "change", "accept", "same", "refuse"]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of a row. `before` and `after` are columns of the table that differ."""

    row: SheetRow
    action: Action
    school_id: int | None = None
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows. `digest` changes when anything about them does."""

    rows: tuple[PlannedRow, ...]
    counts: Counter[str]
    digest: str

    @property
    def writes(self) -> int:
        """How many schools would be written."""
        return self.counts["add"] + self.counts["change"] + self.counts["accept"]

    @property
    def clean(self) -> bool:
        """Whether it can be done: all rows or none."""
        return not self.counts["refuse"]


def make_plan(
    sheet: Sheet, schools: Iterable[SchoolRow], profile: Profile, locale: str
) -> ImportPlan:
    """Compare a spreadsheet with the schools there are; `schools` in all states.

    `locale` is the language in which reasons name statuses.
    """
    rows = tuple(_Planner(sheet, schools, profile, locale).rows())
    facts = [
        (one.row.number, one.action, one.school_id, *map(_sorted, (one.before, one.after)))
        for one in rows
    ]
    digest = hashlib.sha256(repr(facts).encode()).hexdigest()[:32]
    return ImportPlan(rows, Counter(one.action for one in rows), digest)


def _sorted(values: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(values.items())


class _Planner:
    def __init__(
        self, sheet: Sheet, schools: Iterable[SchoolRow], profile: Profile, locale: str
    ) -> None:
        self._sheet = sheet
        self._profile = profile
        self._locale = locale
        self._matcher = Matcher(schools)
        self._met: dict[tuple[str, str | int], int] = {}

    def rows(self) -> list[PlannedRow]:
        """In the order of the spreadsheet. Sure matches come first, so that a row with a similar
        name does not take another's school."""
        read = [self._read(row) for row in self._sheet.rows]
        known: dict[int, SchoolRow | Refusal | None] = {}
        for row, _, problems in read:
            if not problems:
                try:
                    known[row.number] = self._matcher.exactly(row.values)
                except Refusal as refusal:
                    known[row.number] = refusal
        taken = {school.id for school in known.values() if isinstance(school, SchoolRow)}
        return [self._planned(row, new, problems, known, taken) for row, new, problems in read]

    def _planned(
        self,
        row: SheetRow,
        new: dict[str, Any],
        problems: list[Refusal],
        known: dict[int, SchoolRow | Refusal | None],
        taken: set[int],
    ) -> PlannedRow:
        if problems:
            return PlannedRow(row, "refuse", problems=tuple(problems))
        school = known[row.number]
        try:
            if isinstance(school, Refusal):
                raise school
            school = school or self._matcher.roughly(row.values, taken)
            self._check_once(row, school)
            _check_code(row, school)
        except Refusal as refusal:
            return PlannedRow(row, "refuse", problems=(refusal,))
        return _compared(row, school, new)

    def _read(self, row: SheetRow) -> tuple[SheetRow, dict[str, Any], list[Refusal]]:
        """The row with the columns it sets, and what is wrong with its values."""
        problems, new = list(row.problems), dict[str, Any]()
        for key in LIMITS:
            if key not in self._sheet.columns or problems:
                continue
            try:
                new[key] = self._name(row, key)
            except Refusal as refusal:
                problems.append(refusal)
        if len(row.values["code"]) > CODE_LIMIT:
            problems.append(Refusal("row-code-long", limit=CODE_LIMIT))
        if row.values["code"]:
            new["key"] = row.values["code"]
        if "status" in self._sheet.columns:
            try:
                new["support_status"] = status_key(self._profile, row.values["status"])
            except Refusal:
                problems.append(self._unknown_status(row.values["status"]))
        return row, new, problems

    def _name(self, row: SheetRow, key: str) -> str:
        column = self._sheet.layout.column(key)
        title = column.title.get(self._locale)
        if column.required and not row.values[key]:
            raise Refusal("cell-empty", column=title)
        try:
            return school_name(key, row.values[key])
        except Refusal as refusal:
            limit, length = LIMITS[key], len(row.values[key])
            if length > limit:
                raise Refusal("cell-long", column=title, limit=limit, length=length) from refusal
            raise Refusal("cell-short", column=title) from refusal

    def _unknown_status(self, text: str) -> Refusal:
        titles = [status.title.get(self._locale) for status in self._profile.school_statuses]
        return Refusal("row-status", status=text[:40], known=", ".join(titles), count=len(titles))

    def _check_once(self, row: SheetRow, school: SchoolRow | None) -> None:
        """No other row above has this code, this name or this school."""
        marks: list[tuple[str, str | int]] = [("name", skeleton(row.values["short_name"]))]
        if row.values["code"]:
            marks.append(("code", code_form(row.values["code"])))
        if school is not None:
            marks.append(("school", school.id))
        for mark in marks:
            if (above := self._met.setdefault(mark, row.number)) != row.number:
                raise Refusal("row-school-twice", row=above)


def _check_code(row: SheetRow, school: SchoolRow | None) -> None:
    """A code is for ever: by it the profile and the next spreadsheet find the school."""
    code = row.values["code"]
    if school and school.key and code and code_form(code) != code_form(school.key):
        raise Refusal("row-code", code=school.key)


def _compared(row: SheetRow, school: SchoolRow | None, new: dict[str, Any]) -> PlannedRow:
    if school is None:
        short, english = new["short_name"], new.get("english_name", "")
        blank = {"key": None, "english_name": "", "support_status": None}
        after = blank | new | {"search_name": search_name(short, english)}
        return PlannedRow(row, "add", after=after)
    if school.key:
        new.pop("key", None)
    accept = school.state == "proposed"
    new |= {
        "search_name": search_name(new["short_name"], new.get("english_name", school.english_name))
    }
    after = {key: value for key, value in new.items() if value != getattr(school, key)}
    if after.keys() == {"search_name"}:
        after = {}
    if accept:
        after["state"] = "active"
    before = {key: getattr(school, key) for key in after}
    action: Action = "accept" if accept else "change" if after else "same"
    return PlannedRow(row, action, school.id, before, after)
