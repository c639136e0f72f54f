"""Spreadsheets that people send: read as people see them, refused with a sentence."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from content import load_sheets
from services.sheets import ROW_LIMIT, Sheet, read_sheet
from tests.services.stories import refused
from tests.spreadsheets import csv_of, saved, xlsx

SCHOOLS = load_sheets().schools
HEAD = ["Код", "Полное название", "Краткое название"]
ROW = ["s5", "МБОУ «СОШ № 5»", "СОШ № 5"]


def read(data: bytes, name: str = "Школы.xlsx", locale: str = "ru") -> Sheet:
    return read_sheet(data, name, SCHOOLS, locale)


def values(sheet: Sheet, key: str) -> list[str]:
    return [row.values[key] for row in sheet.rows]


def problems(sheet: Sheet) -> list[tuple[int, str]]:
    return [(row.number, one.reason) for row in sheet.rows for one in row.problems]


class TestHeader:
    @pytest.mark.parametrize(
        "head",
        [
            HEAD,
            ["КОД ", " полное   название", "Краткое название *"],
            ["Code", "Full name", "Short name"],
            ["код школы", "Наименование", "Сокращенное  наименование"],
            ["Kод", "Пoлнoе нaзвание", "Кpaткое назвaние"],  # with Latin letters
            ["Ключ:", "name", "short_name"],
        ],
    )
    def test_is_known_however_it_is_written(self, head: list[str]) -> None:
        sheet = read(xlsx(head, ROW))
        assert sheet.columns == ("code", "name", "short_name")
        assert sheet.rows[0].values["short_name"] == "СОШ № 5"

    def test_may_stand_below_a_title_in_merged_cells(self) -> None:
        rows = (["Школы района"], [], HEAD, ROW)
        sheet = read(xlsx(*rows, merged=["A1:C1"]))
        assert [row.number for row in sheet.rows] == [4]
        assert problems(sheet) == []

    def test_stands_within_the_first_ten_rows(self) -> None:
        assert read(xlsx(*[["Отчёт"]] * 9, HEAD, ROW)).rows
        with refused("sheet-header"):
            read(xlsx(*[["Отчёт"]] * 10, HEAD, ROW))

    def test_may_be_on_another_sheet(self) -> None:
        book = openpyxl.Workbook()
        book.active.append(["Пояснение"])
        second = book.create_sheet("Школы")
        second.append(HEAD)
        second.append(ROW)
        assert len(read(saved(book)).rows) == 1

    def test_of_a_hidden_sheet_is_not_looked_at(self) -> None:
        book = openpyxl.Workbook()
        book.active.append(["Пояснение"])
        hidden = book.create_sheet("Школы")
        hidden.append(HEAD)
        hidden.append(ROW)
        hidden.sheet_state = "hidden"
        with refused("sheet-header"):
            read(saved(book))

    def test_names_the_columns_that_are_missing(self) -> None:
        with refused("sheet-columns") as caught:
            read(xlsx(["Код", "Полное название"], ROW))
        assert caught.value.facts == {"columns": "Краткое название"}
        with refused("sheet-columns") as caught:
            read(xlsx(["Код", "Full name"], ROW), locale="en")
        assert caught.value.facts == {"columns": "Short name"}

    def test_names_the_columns_that_are_needed_where_none_is_known(self) -> None:
        with refused("sheet-header") as caught:
            read(xlsx(["Имя", "Телефон"], ["Анна", "1"]))
        assert caught.value.facts == {"columns": "Полное название, Краткое название"}

    def test_has_each_column_once(self) -> None:
        with refused("sheet-column-twice"):
            read(xlsx([*HEAD, "Наименование"], ROW))

    def test_tells_of_columns_that_nobody_reads(self) -> None:
        sheet = read(xlsx([*HEAD, "Телефон", None, "Адрес"], [*ROW, "1", "x", "y"]))
        assert sheet.ignored == ("Телефон", "Адрес")


class TestCells:
    def test_are_read_as_people_see_them(self) -> None:
        cells = [5.0, 12, 0.5, date(2026, 9, 1), True, "  СОШ \n № 5 ", "ШКОЛА\u200b"]
        rows = [[cell, "Школа", f"Школа {n}"] for n, cell in enumerate(cells)]
        found = values(read(xlsx(HEAD, *rows)), "code")
        assert found == ["5", "12", "0.5", "01.09.2026", "TRUE", "СОШ № 5", "ШКОЛА"]

    def test_keep_zeros_that_only_the_format_shows(self) -> None:
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        book.active.append([7, *ROW[1:]])
        book.active["A2"].number_format = "000"
        assert values(read(saved(book)), "code") == ["007"]

    def test_in_two_alphabets_are_read_in_russian(self) -> None:
        sheet = read(xlsx(HEAD, ["", "МБОУ «CОШ № 5»", "CОШ № 5"]))
        assert values(sheet, "short_name") == ["СОШ № 5"]

    def test_in_latin_letters_stay_so(self) -> None:
        assert values(read(xlsx(HEAD, ["IT-cube", *ROW[1:]])), "code") == ["IT-cube"]

    def test_with_a_formula_are_refused_each(self) -> None:
        sheet = read(xlsx(HEAD, ROW, ["=A2", "=B2", "Школа"]))
        assert problems(sheet) == [(3, "cell-formula"), (3, "cell-formula")]
        assert sheet.rows[1].problems[1].facts == {"column": "Полное название"}

    def test_with_an_error_are_refused(self) -> None:
        assert problems(read(xlsx(HEAD, ["#N/A", *ROW[1:]]))) == [(2, "cell-error")]

    def test_that_are_merged_spoil_every_row_they_touch(self) -> None:
        rows = [[f"s{n}", "Школа", f"Школа {n}"] for n in range(4)]
        sheet = read(xlsx(HEAD, *rows, merged=["B3:B4"]))
        assert problems(sheet) == [(3, "row-merged"), (4, "row-merged")]

    def test_that_are_merged_elsewhere_do_no_harm(self) -> None:
        assert problems(read(xlsx(HEAD, ROW, merged=["E2:F9"]))) == []

    def test_that_were_shielded_from_being_a_formula_come_back(self) -> None:
        assert values(read(xlsx(HEAD, ["'-5", *ROW[1:]])), "code") == ["-5"]

    def test_in_empty_rows_are_passed_over(self) -> None:
        sheet = read(xlsx(HEAD, ROW, [], [None, " "], ["s6", "Школа", "СОШ № 6"]))
        assert [row.number for row in sheet.rows] == [2, 5]

    def test_of_columns_that_are_not_there_are_empty(self) -> None:
        assert values(read(xlsx(HEAD, ROW)), "status") == [""]


class TestText:
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
    )
    def test_is_read_in_every_usual_form(self, encoding: str, separator: str) -> None:
        row = ["007", 'МБОУ "СОШ № 5",\nг. Омск; центр', "СОШ № 5"]
        data = csv_of(HEAD, row, row, separator=separator, encoding=encoding)
        sheet = read(data, "школы.csv")
        assert sheet.rows[0].values["name"] == 'МБОУ "СОШ № 5", г. Омск; центр'
        assert sheet.rows[0].values["code"] == "007"
        assert [one.number for one in sheet.rows] == [2, 3]

    def test_may_begin_with_a_word_on_its_separator(self) -> None:
        assert read(b"sep=;\r\n" + csv_of(HEAD, ROW), "школы.csv").rows[0].number == 3

    def test_has_formulas_refused_and_kept_texts_read(self) -> None:
        sheet = read(csv_of(HEAD, ['="007"', "=1+1", "Школа"]), "школы.csv")
        assert values(sheet, "code") == ["007"]
        assert problems(sheet) == [(2, "cell-formula")]

    def test_is_told_from_other_files(self) -> None:
        for data in (bytes(range(256)), b"\x98\xff" * 40, b"\x00\x01" * 40):
            with refused("sheet-format"):
                read(data, "школы.csv")

    def test_with_an_endless_cell_is_broken(self) -> None:
        data = csv_of(HEAD, ROW) + b'"' + b"a" * 200_000
        with refused("sheet-broken"):
            read(data, "школы.csv")


def package(*parts: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    return package(("xl/workbook.xml", b"<x/>"), ("xl/sharedStrings.xml", bytes(60_000_000)))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


class TestFiles:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "sheet-empty"),
            (b"  \r\n ", "sheet-empty"),
            (OLE, "sheet-old"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "sheet-locked"),
            (b"\x89PNG\r\n\x1a\n", "sheet-format"),
            (b"%PDF-1.7", "sheet-format"),
            (b"<html><table><tr><td>1</td></tr></table></html>", "sheet-format"),
            (package(("mimetype", b"application/vnd.oasis"), ("content.xml", b"")), "sheet-format"),
            (package(("word/document.xml", b"")), "sheet-format"),
            (package(("xl/workbook.bin", b"")), "sheet-format"),
            (package(("readme.txt", b"")), "sheet-broken"),
            (package(("xl/workbook.xml", b"<broken")), "sheet-broken"),
            (b"PK\x03\x04 and then nothing", "sheet-broken"),
            (xlsx(HEAD, ROW)[:-400], "sheet-broken"),
            (b"a,b,c", "sheet-broken"),
            (b"1" * 10_000_001, "sheet-large"),
            (bomb(), "sheet-large"),
            (xlsx(), "sheet-empty"),
            (xlsx(HEAD), "sheet-empty"),
            (xlsx(HEAD, [], ["", " "]), "sheet-empty"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_that_cannot_be_read_are_refused(self, data: bytes, reason: str) -> None:
        with refused(reason):
            read(data)

    def test_of_ten_thousand_rows_are_read_in_moments(self) -> None:
        data = many(ROW_LIMIT)
        begun = time.perf_counter()
        sheet = read(data)
        assert len(sheet.rows) == ROW_LIMIT
        assert time.perf_counter() - begun < 20  # about two on a quiet machine

    def test_of_more_rows_are_refused(self) -> None:
        with refused("sheet-too-long"):
            read(many(ROW_LIMIT + 1))

    def test_with_a_row_far_below_are_read(self) -> None:
        book = openpyxl.Workbook()
        book.active.append(HEAD)
        for column, cell in enumerate(ROW, 1):
            book.active.cell(150_000, column, cell)
        assert [row.number for row in read(saved(book)).rows] == [150_000]


def many(rows: int) -> bytes:
    book: Any = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEAD)
    for number in range(rows):
        sheet.append([f"s{number}", f"МБОУ «Школа № {number}»", f"Школа № {number}"])
    return saved(book)
