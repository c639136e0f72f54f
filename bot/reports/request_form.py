"""The form of a request as a spreadsheet: typed cells to fill in, everything else locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bot.context import Ctx
from bot.reports.tables import harmless, new_book
from content import SheetLayout, Variable, load_sheets
from services.monitoring.answers.forms import Form, FormLine
from services.monitoring.answers.given import NOTE_LIMIT, TEXT_LIMIT, Given
from services.monitoring.answers.typed import NUMBER_LIMIT

_WIDTHS = {"mark": 10, "question": 46, "meaning": 52, "last": 16, "answer": 18, "reason": 36}
_HEADING, _KEYS, _FIRST = 3, 4, 5  # rows, counted from 0
_TO_FILL = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#D9C89A"}
_MESSAGE = 255  # characters of a hint that a spreadsheet shows beside a cell


def request_form(ctx: Ctx, form: Form, title: str) -> bytes:
    """The form as an XLSX file; `title` is what the campaign is called.

    A hidden row holds the keys of the columns and a hidden column the marks of the rows, so that
    columns may be renamed and moved. Only the cells to fill in are open.
    """
    layout, out = load_sheets().requests, BytesIO()
    with new_book(out) as book:
        sheet = _Sheet(ctx, book, layout)
        sheet.head(form, title)
        for number, line in enumerate(form.lines, _FIRST):
            sheet.line(number, line, {one.variable.key: one.variable for one in form.lines})
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Any
    quiet: Any
    heading: Any
    fixed: Any
    number: Any
    share: Any
    words: Any

    @classmethod
    def of(cls, book: Any) -> _Formats:
        """The looks of cells in a workbook."""
        open_cell = {"locked": False, "valign": "top", **_TO_FILL}
        return cls(
            title=book.add_format({"bold": True, "font_size": 14}),
            quiet=book.add_format({"font_color": "#5B6776"}),
            heading=book.add_format({"bold": True, "bg_color": "#CFE3E8", "text_wrap": True}),
            fixed=book.add_format({"text_wrap": True, "valign": "top", "align": "left"}),
            number=book.add_format({"num_format": "0", **open_cell}),
            # Without a format of its own: only so does «12,5 %» stay a percentage when typed.
            share=book.add_format(open_cell),
            words=book.add_format({"num_format": "@", "text_wrap": True, **open_cell}),
        )


class _Sheet:
    def __init__(self, ctx: Ctx, book: Any, layout: SheetLayout) -> None:
        self._l10n, self._locale = ctx.l10n, ctx.locale
        self._columns = [column.key for column in layout.columns]
        self._titles = [column.title.get(ctx.locale) for column in layout.columns]
        self._place = book.add_worksheet(layout.title.get(ctx.locale))
        self._formats = _Formats.of(book)

    def head(self, form: Form, title: str) -> None:
        """Whose form it is, how to fill it in, and the headings."""
        place, l10n, formats = self._place, self._l10n, self._formats
        school = form.school.title(self._locale) if form.school else l10n.plain("requests-own")
        due = l10n.plain("form-due", school=school, date=l10n.date(form.campaign.deadline_on))
        place.write_string(0, 1, harmless(title), formats.title)
        place.write_string(1, 1, harmless(due), formats.quiet)
        place.write_string(2, 1, l10n.plain("form-how"), formats.quiet)
        titles = dict(zip(self._columns, self._titles, strict=True))
        # Worded unlike the layout's, so that the hidden row of keys is the better header.
        titles["last"] = l10n.plain("form-last")
        for number, key in enumerate(self._columns):
            place.set_column(number, number, _WIDTHS[key], None, {"hidden": key == "mark"})
            place.write_string(_HEADING, number, titles[key], formats.heading)
            place.write_string(_KEYS, number, key)
        place.set_row(_KEYS, None, None, {"hidden": True})
        place.freeze_panes(_FIRST, 0)
        place.set_landscape()
        place.fit_to_pages(1, 0)
        place.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})

    def line(self, number: int, line: FormLine, variables: dict[str, Variable]) -> None:
        """One row."""
        place, fixed = self._place, self._formats.fixed
        place.write_string(number, self._at("mark"), line.mark)
        title = line.variable.title.get(self._locale)
        place.write_string(number, self._at("question"), harmless(title), fixed)
        meaning = harmless(self._meaning(line, variables))
        place.write_string(number, self._at("meaning"), meaning, fixed)
        if line.last is not None:
            self._put(number, "last", self._shown(line.variable, line.last), fixed)
        self._put(number, "answer", self._given(line), self._look(line.variable))
        note = line.value.note if line.value and line.value.no_data else ""
        self._put(number, "reason", note, self._formats.words)
        place.data_validation(number, self._at("answer"), *self._rule(number, line.variable))
        rule = {"validate": "length", "criteria": "<=", "value": NOTE_LIMIT}
        place.data_validation(number, self._at("reason"), number, self._at("reason"), rule)

    def _at(self, key: str) -> int:
        return self._columns.index(key)

    def _put(self, row: int, key: str, value: float | str, look: Any) -> None:
        """A value, or an empty cell that can be filled in."""
        if value == "":
            self._place.write_blank(row, self._at(key), None, look)
        elif isinstance(value, str):
            self._place.write_string(row, self._at(key), harmless(value), look)
        else:
            self._place.write_number(row, self._at(key), value, look)

    def _meaning(self, line: FormLine, variables: dict[str, Variable]) -> str:
        l10n, variable = self._l10n, line.variable
        parts = [variable.hint.get(self._locale) if variable.hint else ""]
        if line.returned:
            parts.insert(0, l10n.plain("form-returned", reason=line.returned))
        if whole := variables.get(variable.at_most or ""):
            parts.append(l10n.plain("form-at-most", whole=whole.title.get(self._locale)))
        if line.known is not None:
            parts.append(l10n.plain("form-known", count=line.known))
        return "\n".join(filter(None, parts))

    def _given(self, line: FormLine) -> float | str:
        value = line.value
        return "" if value is None or value.no_data else self._shown(line.variable, value)

    def _shown(self, variable: Variable, value: Given) -> float | str:
        """A number as a number; yes, no and «no data» in words."""
        if value.no_data:
            return self._l10n.plain("form-no-data")
        if value.number is None:
            return value.text or ""
        if variable.input == "yes_no":
            return self._l10n.plain("form-yes" if value.number else "form-no")
        return value.number

    def _look(self, variable: Variable) -> Any:
        formats = self._formats
        return {"number": formats.number, "share": formats.share}.get(variable.input, formats.words)

    def _rule(self, row: int, variable: Variable) -> Sequence[Any]:
        """What a spreadsheet lets people type; the bot checks everything again."""
        hint = self._l10n.plain(f"form-type-{variable.input.replace('_', '-')}")
        rule: dict[str, Any] = {
            "input_message": hint[:_MESSAGE],
            "error_message": hint[:_MESSAGE],
            "ignore_blank": True,
        }
        match variable.input:
            case "number":
                rule |= {"validate": "integer", "criteria": "between"}
                rule |= {"minimum": 0, "maximum": NUMBER_LIMIT}
            case "share":
                rule |= {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
            case "yes_no":
                words = [self._l10n.plain("form-yes"), self._l10n.plain("form-no")]
                rule |= {"validate": "list", "source": words}
            case "text":
                rule |= {"validate": "length", "criteria": "<=", "value": TEXT_LIMIT}
        return row, self._at("answer"), rule
