"""Workbooks made to keep the program busy: a few kilobytes must not cost more than moments."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest

from content import load_sheets
from services.errors import Refusal
from services.sheets import read_sheet
from tests.services.test_sheets import HEAD, ROW
from tests.spreadsheets import xlsx

SHEET = "xl/worksheets/sheet1.xml"
CELL = b'<c r="A%d" t="inlineStr"><is><t>z</t></is></c>'


def altered(change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one school, its sheet changed behind the back of every program."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(xlsx(HEAD, ROW))) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == SHEET else data)
    return out.getvalue()


def far_row(sheet: bytes) -> bytes:
    number = 99_999_999
    row = b'<row r="%d">' % number + CELL % number + b"</row>"
    return sheet.replace(b"</sheetData>", row + b"</sheetData>")


def areas_upon_one_another(sheet: bytes) -> bytes:
    areas = b'<mergeCell ref="A3:C1048576"/>' * 40_000
    return sheet.replace(b"</sheetData>", b"</sheetData><mergeCells>" + areas + b"</mergeCells>")


def areas_without_an_end(sheet: bytes) -> bytes:
    return sheet.replace(b"</worksheet>", b"<!--" + b"<mergeCell " * 90_000 + b"--></worksheet>")


# Without care these take minutes: the limit is far above what any machine needs.
@pytest.mark.timeout(90)
@pytest.mark.parametrize("change", [far_row, areas_upon_one_another, areas_without_an_end])
def test_takes_no_more_than_moments(change: Callable[[bytes], bytes]) -> None:
    data = altered(change)
    with suppress(Refusal):
        assert len(read_sheet(data, "Школы.xlsx", load_sheets().schools).rows) == 1
