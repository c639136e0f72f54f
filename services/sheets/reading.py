"""The file as it came: what it is, and the table in it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from itertools import chain

from content import SheetLayout
from services.errors import Refusal
from services.sheets.table import HEADER_WITHIN, Cells, Grid, Reader, Sheet
from services.sheets.text_tables import text_grid
from services.sheets.workbooks import Workbook

FILE_LIMIT = 10_000_000  # bytes

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"<")


def read_sheet(data: bytes, file_name: str, layout: SheetLayout, locale: str = "ru") -> Sheet:
    """The rows of an XLSX or CSV file; refuses with a sentence what cannot be read.

    Takes seconds for a large file: call it in a worker. `locale`: how problems name columns.
    """
    if len(data) > FILE_LIMIT:
        raise Refusal("sheet-large")
    if not data.strip():
        raise Refusal("sheet-empty")
    reader = Reader(layout, locale)
    if data.startswith(_ZIP):
        return _workbook(data, reader)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Refusal("sheet-locked")
    if data.startswith(_OLE):
        raise Refusal("sheet-old")
    if data.startswith(_OTHERS):
        raise Refusal("sheet-format")
    if file_name.lower().endswith((".xlsx", ".xlsm")):
        raise Refusal("sheet-broken")
    return _first([text_grid(data, reader)], reader)


def _workbook(data: bytes, reader: Reader) -> Sheet:
    try:
        with closing(Workbook(data)) as book:
            return _first(book.grids(), reader)
    except Refusal:
        raise
    except Exception:
        # A damaged package fails anywhere inside the library, in ways it does not declare.
        raise Refusal("sheet-broken") from None


def _first(grids: Iterable[Grid], reader: Reader) -> Sheet:
    """The first sheet with a header; without one, says what the nearest attempt lacks."""
    nearest: tuple[int, Refusal] = (0, reader.no_header())
    filled = False
    for grid in grids:
        rows = iter(grid.rows)
        top = [row for _, row in zip(range(HEADER_WITHIN), rows, strict=False)]
        filled = filled or any(cell.text.strip() for _, cells in top for cell in cells)
        number, cells = max(top, key=lambda row: reader.fit(row[1]), default=(0, Cells()))
        fit = reader.fit(cells)
        if not fit:
            continue
        try:
            header = reader.header(number, cells)
        except Refusal as refusal:
            nearest = max(nearest, (fit, refusal), key=lambda attempt: attempt[0])
            continue
        below = (row for row in top if row[0] > number)
        return reader.sheet(header, grid, chain(below, rows))
    raise nearest[1] if filled else Refusal("sheet-empty")
