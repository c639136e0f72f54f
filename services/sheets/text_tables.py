"""CSV as programs and people write it: any usual encoding and separator."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from services.errors import Refusal
from services.sheets.table import HEADER_WITHIN, Cell, Cells, Grid, Reader

_SEPARATORS = ";,\t"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# `="007"` is how spreadsheets are told to keep a text as it is.
_KEPT = re.compile(r'="([^"]*)"')
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def text_grid(data: bytes, reader: Reader) -> Grid:
    """The table in a CSV file; its separator is the one with which the header makes sense."""
    text = _decoded(data)
    if _CONTROL.search(text):
        raise Refusal("sheet-format")

    def fit(separator: str) -> tuple[int, int]:
        rows = [cells for _, cells in islice(_rows(text, separator), HEADER_WITHIN)]
        return max(map(reader.fit, rows), default=0), max(map(len, rows), default=0)

    return Grid(_rows(text, max(_SEPARATORS, key=fit)))


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode(data[len(bom) :], encoding)
    start = data[:1000]
    if b"\x00" in start:
        # Of separators and Latin letters every second byte is empty.
        little = start[1::2].count(0) >= start[::2].count(0)
        return _decode(data, "utf-16-le" if little else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode(data, "cp1251")


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("sheet-format") from None


def _rows(text: str, separator: str) -> Iterator[tuple[int, Cells]]:
    """Numbered as a spreadsheet would: a row may hold several lines in quotes."""
    try:
        for number, row in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=separator), 1
        ):
            yield number, [_cell(value) for value in row]
    except csv.Error:
        raise Refusal("sheet-broken") from None


def _cell(value: str) -> Cell:
    if kept := _KEPT.fullmatch(value.strip()):
        return Cell(kept.group(1))
    return Cell(value, "formula" if value.lstrip().startswith("=") else "")
