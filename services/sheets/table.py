"""From cells to named values: which row is the header, which column is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from content import SheetColumn, SheetLayout
from services.errors import Refusal
from services.fields import one_alphabet, plain, skeleton

ROW_LIMIT = 10_000
HEADER_WITHIN = 10
_TEXT_LIMIT = 4000
# How a table shows a text that would otherwise be taken for a formula.
_SHIELDED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell as people see it; a `formula` or `error` cannot be used."""

    text: str = ""
    problem: Literal["", "formula", "error"] = ""


Cells = list[Cell]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one: rows count from 1, columns from 0, both ends belong to it."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: numbered rows that come one by one, and the cells that are merged."""

    rows: Iterable[tuple[int, Cells]]
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row. `number` as the spreadsheet counts; `values` has every column of the layout."""

    number: int
    values: dict[str, str]
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with something in them; `columns` that were found, headings that were `ignored`."""

    layout: SheetLayout
    columns: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns stand: key by place."""

    number: int
    places: dict[int, str]
    ignored: tuple[str, ...]


class Reader:
    """Reads grids by one layout. `locale` is the language in which problems name columns."""

    def __init__(self, layout: SheetLayout, locale: str) -> None:
        self._layout = layout
        self._locale = locale
        self._columns = {
            skeleton(name): column for column in layout.columns for name in _names(column)
        } | {
            skeleton(title): c for c in layout.columns for title in (c.title.ru, c.title.get("en"))
        }

    def fit(self, cells: Cells) -> int:
        """How many columns of the layout a row names, when taken for the header."""
        return len({column.key for _, column in self._named(cells)})

    def header(self, number: int, cells: Cells) -> Header:
        """The row as the header; refuses when a required column is missing or one comes twice."""
        places: dict[int, str] = {}
        for place, column in self._named(cells):
            if column.key in places.values():
                raise Refusal("sheet-column-twice", column=self._title(column))
            places[place] = column.key
        if missing := [c for c in self._required if c.key not in places.values()]:
            raise Refusal("sheet-columns", columns=self._titles(missing))
        strangers = (plain(cell.text) for n, cell in enumerate(cells) if n not in places)
        return Header(number, places, tuple(name[:40] for name in strangers if name))

    def no_header(self) -> Refusal:
        """Nothing looks like a header."""
        return Refusal("sheet-header", columns=self._titles(self._required))

    def sheet(self, header: Header, grid: Grid, rows: Iterable[tuple[int, Cells]]) -> Sheet:
        """What stands below the header."""
        merged = _merged_rows(header, grid.merged)
        found: list[SheetRow] = []
        for number, cells in rows:
            values = {
                key: _value(cells, place, lines=self._layout.column(key).lines)
                for place, key in header.places.items()
            }
            problems = tuple(self._problems(header, cells))
            if not any(values.values()) and not problems:
                continue
            if number in merged:
                problems += (Refusal("row-merged"),)
            blank = {column.key: "" for column in self._layout.columns}
            found.append(SheetRow(number, blank | values, problems))
            if len(found) > ROW_LIMIT:
                raise Refusal("sheet-too-long", limit=ROW_LIMIT)
        if not found:
            raise Refusal("sheet-empty")
        return Sheet(self._layout, tuple(header.places.values()), header.ignored, tuple(found))

    def _named(self, cells: Cells) -> Iterator[tuple[int, SheetColumn]]:
        for place, cell in enumerate(cells):
            column = self._columns.get(skeleton(cell.text)) if len(cell.text) <= 80 else None
            if column is not None and not cell.problem:
                yield place, column

    def _problems(self, header: Header, cells: Cells) -> Iterator[Refusal]:
        for place, key in header.places.items():
            problem = cells[place].problem if place < len(cells) else ""
            column = self._title(self._layout.column(key))
            if problem == "formula":
                yield Refusal("cell-formula", column=column)
            elif problem == "error":
                yield Refusal("cell-error", column=column)

    @property
    def _required(self) -> list[SheetColumn]:
        return [column for column in self._layout.columns if column.required]

    def _title(self, column: SheetColumn) -> str:
        return column.title.get(self._locale)

    def _titles(self, columns: Iterable[SheetColumn]) -> str:
        return ", ".join(self._title(column) for column in columns)


def _names(column: SheetColumn) -> tuple[str, ...]:
    return (column.key, *column.aliases)


def _value(cells: Cells, place: int, *, lines: bool) -> str:
    found = cells[place].text if place < len(cells) else ""
    kept = found.strip().splitlines() if lines else [found]
    text = "\n".join(one_alphabet(plain(line)) for line in kept)
    return (text[1:] if text.startswith(_SHIELDED) else text)[:_TEXT_LIMIT]


def _merged_rows(header: Header, merged: Iterable[Merged]) -> set[int]:
    """Rows below the header whose values hang together with other cells."""
    found: set[int] = set()
    seen = header.number  # areas may lie upon one another: each row is looked at once
    for area in sorted(merged, key=lambda area: area.first_row):
        touches = any(area.first_column <= place <= area.last_column for place in header.places)
        if touches and area.first_row > header.number:
            last = min(area.last_row, area.first_row + ROW_LIMIT)
            found.update(range(max(area.first_row, seen + 1), last + 1))
            seen = max(seen, last)
    return found
