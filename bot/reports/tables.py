"""Spreadsheets: typed columns, a header that stays, and nothing that could run as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any


@dataclass(frozen=True, slots=True)
class Marked:
    """A text or a day that catches the eye."""

    value: str | date | None


@dataclass(frozen=True, slots=True)
class Share:
    """Percents, shown with one decimal."""

    value: float


Cell = str | int | float | bool | date | datetime | None | Marked | Share

_MARK = {"bg_color": "#FFE699", "bold": True}
_WIDTH_LIMIT = 60
# A text that a spreadsheet would take for a formula when it is saved as CSV and opened again.
_RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet. `width` of a column comes from its longest of the first rows."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    note: str = ""


def write_tables(sheets: Sequence[TableSheet], *, long: bool = False) -> bytes:
    """An XLSX file. Moments must come in local time: a spreadsheet knows no zones.

    `long` for a hundred thousand rows: they go to a temporary file and not into the memory.
    """
    out = BytesIO()
    with new_book(out, long=long) as book:
        for sheet in sheets:
            add_table(book, sheet)
    return out.getvalue()


def new_book(out: BytesIO, *, long: bool = False) -> Any:
    """An open XlsxWriter workbook in which no text becomes a formula or a link."""
    # Imported here: the start does without it.
    import xlsxwriter

    mode = "constant_memory" if long else "in_memory"
    return xlsxwriter.Workbook(
        out, {"strings_to_formulas": False, "strings_to_urls": False, mode: True}
    )


def add_table(book: Any, sheet: TableSheet) -> None:
    """Put a table into an open workbook."""
    _write(book.add_worksheet(sheet.title[:31]), sheet, formats_of(book))


def formats_of(book: Any) -> dict[str, Any]:
    """How cells of a workbook look, by what they are."""
    return {
        "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"}),
        "share": book.add_format({"num_format": "0.0", "valign": "top"}),
        "moment": book.add_format({"num_format": "dd.mm.yyyy hh:mm", "valign": "top"}),
        "marked": book.add_format({"text_wrap": True, "valign": "top", **_MARK}),
        "marked date": book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", **_MARK}),
    }


def _write(place: Any, sheet: TableSheet, formats: dict[str, Any]) -> None:
    widths = [len(title) for title in sheet.columns]
    for column, title in enumerate(sheet.columns):
        place.write_string(0, column, title, formats["head"])
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            put(place, last, column, cell, formats)
            if last <= 200 and isinstance(cell, str):
                widths[column] = max(widths[column], len(cell))
    for column, width in enumerate(widths):
        place.set_column(column, column, min(max(width + 2, 10), _WIDTH_LIMIT))
    place.freeze_panes(1, 0)
    if sheet.columns:
        place.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    if sheet.note:
        place.write_comment(0, 0, sheet.note)


def put(place: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    """Write a cell as what it is."""
    if isinstance(cell, Marked):
        marked = {**formats, "text": formats["marked"], "date": formats["marked date"]}
        put(place, row, column, cell.value, marked)
        return
    if cell is None or cell == "":
        return
    if isinstance(cell, Share):
        place.write_number(row, column, cell.value, formats["share"])
    elif isinstance(cell, bool):
        place.write_boolean(row, column, cell)
    elif isinstance(cell, datetime):
        place.write_datetime(row, column, cell.replace(tzinfo=None), formats["moment"])
    elif isinstance(cell, date):
        place.write_datetime(row, column, cell, formats["date"])
    elif isinstance(cell, int | float):
        place.write_number(row, column, cell)
    else:
        place.write_string(row, column, harmless(cell), formats["text"])


def harmless(text: str) -> str:
    """A text that no program takes for a formula: an apostrophe goes before a risky beginning."""
    return f"'{text}" if text.startswith(_RISKY) else text
