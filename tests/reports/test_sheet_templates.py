"""Spreadsheets to fill in and send back: what is written is what is read."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from bot.l10n import LOCALES, L10n
from bot.reports.sheet_reports import RowReport, sheet_report
from bot.reports.sheet_templates import filled, template
from content import SheetLayout, load_sheets
from services.sheets import read_sheet
from tests.services.stories import refused
from tests.spreadsheets import csv_of, rows_of

LAYOUTS = [load_sheets().schools, load_sheets().coordinators]
SCHOOLS = LAYOUTS[0]
STATUSES = {"status": ["Низкие результаты", "Сложные условия"]}


def ctx_in(locale: str) -> Any:
    return SimpleNamespace(l10n=L10n(locale, strict=True), locale=locale)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.key))
class TestTemplate:
    def test_is_empty_until_it_is_filled_in(self, layout: SheetLayout, locale: str) -> None:
        with refused("sheet-empty"):
            read_sheet(template(ctx_in(locale), layout), "x.xlsx", layout)

    def test_comes_back_as_it_was_filled_in(self, layout: SheetLayout, locale: str) -> None:
        row = {column.key: f"=Значение {n} +7" for n, column in enumerate(layout.columns)}
        sheet = read_sheet(filled(ctx_in(locale), layout, [row]), "x.xlsx", layout)
        assert [one.values for one in sheet.rows] == [row]
        assert sheet.rows[0].problems == ()

    def test_explains_every_column(self, layout: SheetLayout, locale: str) -> None:
        explained = rows_of(template(ctx_in(locale), layout), sheet=1)[1:]
        titles = [column.title.get(locale) for column in layout.columns]
        assert [row[0] for row in explained] == titles
        assert all(row[2] for row in explained)


def test_a_template_offers_the_values_of_a_column() -> None:
    data = template(ctx_in("ru"), SCHOOLS, STATUSES)
    book = openpyxl.load_workbook(BytesIO(data))
    (rule,) = book.worksheets[0].data_validations.dataValidation
    assert str(rule.sqref) == "E2:E10001"
    assert [row[0] for row in rows_of(data, sheet=2)] == STATUSES["status"]
    assert book.worksheets[2].sheet_state == "hidden"


def test_codes_keep_their_zeros_when_people_type_them() -> None:
    book = openpyxl.load_workbook(BytesIO(template(ctx_in("ru"), SCHOOLS)))
    assert book.worksheets[0].column_dimensions["A"].number_format == "@"


def test_a_report_shows_the_rows_as_they_came_and_what_becomes_of_them() -> None:
    data = csv_of(["Полное название", "Краткое название"], ["МБОУ «Школа»", "=Школа"])
    sheet = read_sheet(data, "x.csv", SCHOOLS)
    report = [RowReport(row, "Не запишется", "В ячейке формула.") for row in sheet.rows]
    head, row = rows_of(sheet_report(ctx_in("ru"), sheet, report))
    assert head == ("Строка", "Полное название", "Краткое название", "Что будет", "Причина")
    assert row == (2, "МБОУ «Школа»", "'=Школа", "Не запишется", "В ячейке формула.")
