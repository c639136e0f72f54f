"""What came out of a campaign as people see it: on screens, in the workbook, in the paper."""

from __future__ import annotations

import re
from fractions import Fraction
from io import BytesIO
from typing import Any

import docx
import openpyxl

from sandbox import Person
from tests.e2e.recount import Formula, Recounted
from tests.e2e.stories import panel

Rows = list[tuple[Any, ...]]
_LINE = re.compile(r"\d+\. [✓✗○] (?P<title>.+)\n(?P<facts>.+)")


def words(formula: Formula, value: Fraction | None) -> str:
    """A value as it is written in Russian."""
    if value is None:
        return "нет данных"
    if formula.whole is None:
        return f"{int(value)}"
    return f"{decimal(value)} %"


def decimal(value: Fraction) -> str:
    """With one decimal, behind a comma."""
    tenths = int(abs(value) * 10)
    return f"{tenths // 10},{tenths % 10}"


def change_words(formula: Formula, value: Fraction | None, before: Fraction | None) -> str:
    """By how much it differs from the period before; empty without one of the two."""
    if value is None or before is None:
        return ""
    if value == before:
        return "без изменений"
    sign = "+" if value > before else "−"
    if formula.whole is None:
        return f"{sign}{int(abs(value - before))}"
    return f"{sign}{decimal(value - before)} п. п."


async def shown_indicators(person: Person, campaign: str) -> dict[str, list[str]]:
    """Facts about each indicator on the screen, by title; plain spaces."""
    await person.sends("/indicators")
    await person.sees("Показатели")
    if "Выберите, за какой период" not in person.screen:
        await person.presses("Другой период")
        await person.sees("Выберите, за какой период")
    await person.presses(campaign)
    await person.sees("Ответили")
    text = panel(person).replace("\xa0", " ").replace("\u202f", " ")
    return {one["title"]: one["facts"].split(" · ") for one in _LINE.finditer(text)}


async def workbook(person: Person, campaign: str) -> dict[str, Rows]:
    """Rows of each sheet, from the screen of the indicators."""
    await person.presses("Картинки, файлы")
    await person.presses("Таблица Excel")
    caption = f"Показатели, ответы школ, причины и история: {campaign}"
    data = await person.downloads(await person.sees(caption))
    book = openpyxl.load_workbook(BytesIO(data))
    return {one.title: list(one.iter_rows(values_only=True)) for one in book.worksheets}


async def paper(person: Person, campaign: str) -> Any:
    """The document for the council, from the screen of files."""
    await person.presses("Справка для совета, Word")
    message = await person.sees(f"Справка для совета: {campaign}")
    return docx.Document(BytesIO(await person.downloads(message)))


def named(rows: Rows, column: str) -> list[dict[str, Any]]:
    """Rows below the head that has such a column, by the names of the head."""
    first = next(number for number, row in enumerate(rows) if column in row)
    return [dict(zip(rows[first], row, strict=True)) for row in rows[first + 1 :]]


def written(value: Any) -> Fraction | None:
    """A number of a cell, exactly as it is written."""
    return None if value is None else Fraction(str(value))


def check_screen(shown: dict[str, list[str]], wanted: dict[str, Recounted], formulas: Any) -> None:
    """Each indicator with its value and whether the threshold is met."""
    assert list(shown) == [one.title for one in formulas]
    for one in formulas:
        facts, expected = shown[one.title], wanted[one.title]
        assert facts[0] == words(one, expected.value), one.title
        if one.least is not None:
            met = "выполнен" if expected.met else "не выполнен"
            assert facts[1] == f"порог {one.least} % {met}", one.title


def check_workbook(rows: Rows, wanted: dict[str, Recounted]) -> None:
    """The sheet of indicators."""
    found = {row["Показатель"]: row for row in named(rows, "Показатель")}
    assert found.keys() == wanted.keys()
    for title, expected in wanted.items():
        row = found[title]
        assert written(row["Числитель"]) == expected.part, title
        assert written(row["Знаменатель"]) == expected.whole, title
        assert written(row["Значение"]) == expected.value, title
        assert row["Порог выполнен"] == {True: "да", False: "нет", None: None}[expected.met]


def check_paper(paper: Any, wanted: dict[str, Recounted], formulas: Any) -> None:
    """The table of indicators, each with its clause in brackets."""
    tables = [
        [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in one.rows]
        for one in paper.tables
    ]
    table = next(one for one in tables if "Значение" in one[0])
    assert len(table) == len(formulas) + 1
    for row, one in zip(table[1:], formulas, strict=True):
        assert row[0].startswith(one.title)
        assert row[1] == words(one, wanted[one.title].value), one.title
        met = {True: "да", False: "нет", None: "—"}[wanted[one.title].met]
        assert row[3] == met, one.title
