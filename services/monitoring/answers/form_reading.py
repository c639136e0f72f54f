"""A filled form: what becomes of each row. The checks are those of typing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from content.profile.measures import Variable
from services.errors import Refusal
from services.fields import skeleton
from services.monitoring.answers.checks import Problem, Warning, check_given
from services.monitoring.answers.form_marks import NOTHING, Mark, stamp
from services.monitoring.answers.given import Given
from services.monitoring.answers.typed import typed_answer
from services.monitoring.answers.work import Work
from services.sheets import Sheet, SheetRow
from storage.repositories.data_values import ValueRow

Action = Literal["take", "newer", "refuse", "same", "empty"]
ACTIONS: tuple[Action, ...] = ("take", "newer", "refuse", "same", "empty")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row and what becomes of it.

    `take`: stored, perhaps after a `jump` that needs a look. `newer`: somebody has answered since
    the form was made (`before`, given `by` them), so it stays out unless asked for, and then is
    taken as a `newer` one. `refuse`: unclear, see `problem`. `same`: nothing new. `empty`: not
    filled in. `variable` is empty where the row is not known.
    """

    row: SheetRow
    variable: Variable | None
    action: Action
    given: Given | None = None
    before: ValueRow | None = None
    by: str = ""
    newer: bool = False
    problem: Refusal | None = None
    jump: Warning | None = None

    @property
    def asked(self) -> Variable:
        """What a row that is known is about."""
        assert self.variable is not None
        return self.variable

    @property
    def key(self) -> str:
        """The key of that."""
        return self.asked.key

    @property
    def answer(self) -> Given:
        """The answer of a row that is taken."""
        assert self.given is not None
        return self.given


@dataclass(frozen=True)
class FormPlan:
    """What becomes of a form. `digest` changes with anything that would be written."""

    rows: tuple[FormRow, ...]

    def of(self, action: Action) -> tuple[FormRow, ...]:
        """The rows of which this becomes."""
        return tuple(row for row in self.rows if row.action == action)

    @property
    def taken(self) -> tuple[FormRow, ...]:
        """The rows that would be stored."""
        return self.of("take")

    @cached_property
    def digest(self) -> str:
        """Sixteen letters; changes too when somebody answers meanwhile."""
        told = [
            (
                row.row.number,
                row.action,
                row.variable and row.key,
                stamp(row.given),
                stamp(row.before),
            )
            for row in self.rows
            if row.action != "empty"
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def read_form(
    sheet: Sheet,
    work: Work,
    last: Mapping[str, ValueRow],
    names: Mapping[int, str],
    *,
    locale: str,
    replace: bool,
) -> FormPlan:
    """Plan a filled form; refuses one of another school, campaign or version as a whole.

    `replace`: take answers also where somebody has answered since the form was made.
    """
    reader = _Reader(work, last, names, locale, replace)
    return FormPlan(tuple(reader.checked(reader.rows(sheet))))


class _Reader:
    def __init__(
        self,
        work: Work,
        last: Mapping[str, ValueRow],
        names: Mapping[int, str],
        locale: str,
        replace: bool,
    ) -> None:
        self._work, self._last, self._names = work, last, names
        self._locale, self._replace = locale, replace
        self._digest = work.chosen.digest()
        self._titles = {
            skeleton(title): one
            for one in work.variables
            for title in (one.title.ru, one.title.get("en"))
        }

    def rows(self, sheet: Sheet) -> list[FormRow]:
        """Each row by itself; headings and remarks are left out."""
        marks = {row.number: Mark.read(row.values["mark"]) for row in sheet.rows}
        self._check_whose(mark for mark in marks.values() if mark)
        seen: set[str] = set()
        found = (self._row(row, marks[row.number], seen) for row in sheet.rows)
        return [row for row in found if row is not None]

    def _check_whose(self, marks: Iterable[Mark]) -> None:
        """Refuse a file without a single row of this form."""
        found = [mark.foreign(self._work.row, self._digest) for mark in marks]
        if not found:
            raise Refusal("form-unmarked")
        foreign = [refusal for refusal in found if refusal is not None]
        if len(foreign) == len(found):
            raise foreign[0]

    def _row(self, row: SheetRow, mark: Mark | None, seen: set[str]) -> FormRow | None:
        typed = bool(row.values["answer"] or row.values["reason"])
        if mark is not None and (problem := mark.foreign(self._work.row, self._digest)):
            return FormRow(row, None, "refuse", problem=problem)
        variable = self._variable(row, mark)
        if variable is None:
            unknown = Refusal("form-row-unknown")
            return FormRow(row, None, "refuse", problem=unknown) if typed else None
        before = self._work.values.get(variable.key)
        by = self._names.get(before.given_by or 0, "") if before else ""
        one = FormRow(row, variable, "empty", before=before, by=by)
        if not typed:
            return one
        if variable.key in seen:
            return _refused(one, Refusal("form-row-twice"))
        seen.add(variable.key)
        try:
            given = self._given(variable, row)
        except Refusal as refusal:
            return _refused(one, refusal)
        return self._compared(replace(one, given=given), mark)

    def _variable(self, row: SheetRow, mark: Mark | None) -> Variable | None:
        """By its mark; by its title where the mark has gone."""
        if mark is None:
            return self._titles.get(skeleton(row.values["question"]))
        return next((one for one in self._work.variables if one.key == mark.variable), None)

    def _given(self, variable: Variable, row: SheetRow) -> Given:
        """What a row says, read as if it had been typed. The reason may also explain a jump."""
        if row.problems:
            raise row.problems[0]
        answer, reason = row.values["answer"], row.values["reason"]
        given = typed_answer(variable, answer) if answer else Given(no_data=True)
        return replace(given, note=reason)

    def _compared(self, one: FormRow, mark: Mark | None) -> FormRow:
        """Against what is stored now, and what was when the form was made."""
        said, stored = stamp(one.given), stamp(one.before)
        made = mark.stamp if mark else NOTHING
        if said in (stored, made):
            return _alone(one, "same")
        try:
            self._work.changeable(one.key)
        except Refusal as refusal:
            return _refused(one, refusal)
        newer = stored != made and one.before is not None
        return replace(one, action="newer" if newer and not self._replace else "take", newer=newer)

    def checked(self, rows: list[FormRow]) -> list[FormRow]:
        """The checks of typing, row by row. What is refused leaves the stored answer in its place,
        so the others are looked at again until nothing changes."""
        while True:
            looked = list(self._typed_in_turn(rows))
            if looked == rows:
                return rows
            rows = looked

    def _typed_in_turn(self, rows: list[FormRow]) -> Iterator[FormRow]:
        """Of two rows that do not go together the second is refused, as in typing."""
        ahead = {row.key for row in rows if row.action == "take"}
        others: dict[str, Given | ValueRow] = {
            key: value for key, value in self._work.values.items() if key not in ahead
        }
        for row in rows:
            looked = self._checked(row, others)
            if looked.action == "take":
                others[looked.key] = looked.answer
            yield looked

    def _checked(self, row: FormRow, others: Mapping[str, Given | ValueRow]) -> FormRow:
        if row.action not in ("take", "newer"):
            return row
        chosen, given = self._work.chosen, row.answer
        found = check_given(chosen, row.asked, given, others, self._last.get(row.key))
        if isinstance(found, Problem):
            changeable = {one.key for one in self._work.fields}
            return _refused(row, found.refusal(chosen, self._locale, changeable))
        return replace(row, jump=found) if found else _alone(row, row.action)


def _alone(row: FormRow, action: Action) -> FormRow:
    """An answer that nothing is to be explained about: with a reason beside it, it is unclear."""
    if row.answer.note and not row.answer.no_data:
        return _refused(row, Refusal("form-both"))
    return replace(row, action=action)


def _refused(row: FormRow, problem: Refusal) -> FormRow:
    if problem.reason == "text-too-long":  # in a chat its words name the chat
        problem = Refusal("form-text-long", **problem.facts)
    return replace(row, action="refuse", problem=problem)
