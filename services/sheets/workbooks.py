"""XLSX workbooks, opened with care: anybody may send anything under that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from services.errors import Refusal
from services.sheets.table import HEADER_WITHIN, Cell, Cells, Grid, Merged

_UNPACKED_LIMIT = 40_000_000
_PARTS_LIMIT = 2000
_SHEETS_LIMIT = 10
_COLUMNS_LIMIT = 60
_ROWS_LIMIT = 1 << 20  # a spreadsheet has no more
_CHUNK = 1 << 20
_MERGED_LIMIT = 50_000
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^<>]{0,80}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_ZEROS = re.compile(r"0+")
_PERCENT = re.compile(r"[0#]\s*%")
OTHER_ZIPS = ("mimetype", "content.xml", "word/document.xml", "xl/workbook.bin")


def check_package(data: bytes) -> None:
    """Refuse what is no workbook, or would not fit into memory when unpacked."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refusal("sheet-broken") from None
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("sheet-locked")
    if len(parts) > _PARTS_LIMIT or sum(part.file_size for part in parts) > _UNPACKED_LIMIT:
        raise Refusal("sheet-large")
    if "xl/workbook.xml" not in names:
        raise Refusal("sheet-format" if names.intersection(OTHER_ZIPS) else "sheet-broken")


class Workbook:
    """An open workbook; only sheets that people see are read."""

    def __init__(self, data: bytes) -> None:
        from openpyxl import load_workbook

        check_package(data)
        self._data = data
        self._book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)

    def grids(self) -> Iterator[Grid]:
        """The sheets in their order."""
        for sheet in self._book.worksheets[:_SHEETS_LIMIT]:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                yield Grid(_rows(sheet), tuple(self._merged(sheet)))

    def close(self) -> None:
        """Let the file go."""
        self._book.close()

    def _merged(self, sheet: Any) -> Iterator[Merged]:
        """openpyxl does not tell these of a sheet that it reads row by row."""
        from openpyxl.utils import column_index_from_string

        with ZipFile(BytesIO(self._data)) as package, package.open(sheet._worksheet_path) as part:
            tail, seen = b"", 0
            while chunk := part.read(_CHUNK):
                text, end = tail + chunk, 0
                for found in _MERGED.finditer(text):
                    left, top, right, bottom = found.groups()
                    columns = [column_index_from_string(x.decode()) - 1 for x in (left, right)]
                    yield Merged(int(top), int(bottom), columns[0], columns[1])
                    end, seen = found.end(), seen + 1
                if seen > _MERGED_LIMIT:
                    raise Refusal("sheet-broken")
                tail = text[max(end, len(text) - 200) :]


def _rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    """Rows with something in them. One stray cell far below must not cost a million empty rows."""
    gap = None  # openpyxl fills all rows that are not there with one and the same
    for number, row in enumerate(sheet.iter_rows(max_col=_COLUMNS_LIMIT), 1):
        if number > _ROWS_LIMIT:
            raise Refusal("sheet-broken")
        cells = () if row is gap else _without_end(row)
        if cells or number <= HEADER_WITHIN:
            yield number, [_cell(cell) for cell in cells]
        else:
            gap = row


def _without_end(row: tuple[Any, ...]) -> tuple[Any, ...]:
    last = len(row)
    while last and row[last - 1].value is None:
        last -= 1
    return row[:last]


def _cell(cell: Any) -> Cell:
    if cell.data_type == "f":
        return Cell(cell.value if isinstance(cell.value, str) else "=", "formula")
    if cell.data_type == "e":
        return Cell(str(cell.value), "error")
    return Cell(_shown(cell.value, cell))


def _shown(value: object, cell: Any) -> str:
    """A value as the spreadsheet shows it: 5.0 is «5», 0.125 in percent «12.5%», a date
    «01.09.2025»."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).upper()
        case float() | int() if _PERCENT.search(str(cell.number_format)):
            return f"{value * 100:.10g}%"
        case float() if value.is_integer():
            return _shown(int(value), cell)
        case float():
            return f"{value:.10g}"
        case int():
            width = str(cell.number_format)
            return str(value).zfill(len(width)) if _ZEROS.fullmatch(width) else str(value)
        case datetime() | date():
            return value.strftime("%d.%m.%Y")
        case time():
            return value.strftime("%H:%M")
        case _:
            return str(value)
