"""Which school a row of a spreadsheet means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from services.errors import Refusal
from services.fields import skeleton
from services.school_names import search_form
from storage.repositories.schools import SchoolRow

_OPEN = ("active", "proposed")


def code_form(code: str) -> str:
    """A code for comparing."""
    return code.casefold()


class Matcher:
    """Finds schools by code, by the look of their name, or by what remains of it in a search."""

    def __init__(self, schools: Iterable[SchoolRow]) -> None:
        rows = list(schools)
        lively = [row for row in rows if row.state in _OPEN]
        self._by_code = {code_form(row.key): row for row in rows if row.key}
        self._by_look = {skeleton(row.short_name): row for row in lively}
        self._closed = {skeleton(row.short_name) for row in rows if row.state == "closed"}
        self._by_short = _grouped(lively, lambda row: row.short_name)
        self._by_full = _grouped(lively, lambda row: row.name)

    def exactly(self, values: Mapping[str, str]) -> SchoolRow | None:
        """The school of this code or, letter by letter, of this short name."""
        code, short = values["code"], values["short_name"]
        by_code = self._by_code.get(code_form(code)) if code else None
        by_look = self._by_look.get(skeleton(short))
        if by_code is not None and by_code.state not in _OPEN:
            raise Refusal("row-school-closed", school=by_code.short_name)
        if by_code is not None and by_look is not None and by_look.id != by_code.id:
            raise Refusal("row-name-taken", school=by_look.short_name)
        if by_code is None and by_look is None and skeleton(short) in self._closed:
            raise Refusal("row-school-closed", school=short)
        return by_code or by_look

    def roughly(self, values: Mapping[str, str], taken: set[int]) -> SchoolRow | None:
        """The only school, not taken by another row, that a search by these names would mean."""
        for names, column in ((self._by_short, "short_name"), (self._by_full, "name")):
            found = [
                row for row in names.get(search_form(values[column]), ()) if row.id not in taken
            ]
            if len(found) == 1:
                return found[0]
        return None


def _grouped(
    rows: Iterable[SchoolRow], name: Callable[[SchoolRow], str]
) -> dict[str, list[SchoolRow]]:
    groups: dict[str, list[SchoolRow]] = defaultdict(list)
    for row in rows:
        groups[search_form(name(row))].append(row)
    return groups
