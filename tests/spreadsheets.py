"""Spreadsheets as people make them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Any

import openpyxl

Row = Sequence[Any]


def xlsx(*rows: Row, merged: Sequence[str] = (), title: str = "Лист1") -> bytes:
    """A workbook with these rows; a text that begins with «=» is a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(*rows: Row, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """A CSV file."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def rows_of(data: bytes, sheet: int = 0) -> list[tuple[Any, ...]]:
    """What stands in a workbook."""
    book = openpyxl.load_workbook(BytesIO(data))
    return list(book.worksheets[sheet].iter_rows(values_only=True))
