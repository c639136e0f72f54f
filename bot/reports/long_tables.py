"""A workbook that grows row by row into a file, however many rows: what is written leaves memory.

Sheets may be filled in turns, each from top to bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.reports.tables import Cell, formats_of, harmless, put

_NARROW, _WIDE = 10, 48


class LongSheet:
    """One sheet: lines above, a head that stays, rows."""

    def __init__(self, place: Any, formats: dict[str, Any], columns: int, first: int) -> None:
        self._place, self._formats = place, formats
        self._columns, self._head, self._next = columns, first, first + 1

    def add(self, row: Sequence[Cell]) -> None:
        """The next row."""
        for column, cell in enumerate(row):
            put(self._place, self._next, column, cell, self._formats)
        self._next += 1

    def finish(self) -> None:
        """No rows come any more."""
        last = max(self._next - 1, self._head + 1)
        self._place.autofilter(self._head, 0, last, self._columns - 1)


class LongBook:
    """An open workbook in a file."""

    def __init__(self, path: Path) -> None:
        # Imported here: the start does without it.
        import xlsxwriter

        safe = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
        self._book = xlsxwriter.Workbook(str(path), {**safe, "tmpdir": str(path.parent)})
        self._formats = formats_of(self._book)
        self._plain = self._book.add_format({"bold": True})
        self._sheets: list[LongSheet] = []

    def sheet(
        self,
        title: str,
        columns: Sequence[str],
        above: Sequence[str] = (),
        widths: Sequence[int] = (),
    ) -> LongSheet:
        """A new sheet with its head, below the lines `above`.

        `widths` in characters, of the first columns; the others are as wide as their heads.
        """
        place = self._book.add_worksheet(title[:31])
        for row, line in enumerate(above):
            place.write_string(row, 0, harmless(line), self._plain)
        first = len(above) + 1 if above else 0
        for column, name in enumerate(columns):
            place.write_string(first, column, harmless(name), self._formats["head"])
            as_head = min(max(len(name) + 2, _NARROW), _WIDE)
            width = widths[column] if column < len(widths) else as_head
            place.set_column(column, column, width)
        place.freeze_panes(first + 1, 0)
        sheet = LongSheet(place, self._formats, len(columns), first)
        self._sheets.append(sheet)
        return sheet

    def close(self) -> None:
        """Finish the file."""
        for sheet in self._sheets:
            sheet.finish()
        self._book.close()
