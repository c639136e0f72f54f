"""Spreadsheets for people to fill in and send back: empty as a template, or filled as an export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from bot.context import Ctx
from bot.reports.tables import TableSheet, add_table, harmless, new_book
from content import SheetColumn, SheetLayout

_ROWS = 10_000  # for which a list of choices is offered
_NO_LISTS: Mapping[str, Sequence[str]] = {}
_WIDTHS = {"name": 60, "short_name": 30, "school": 40, "english_name": 30, "status": 30, "note": 30}


def template(
    ctx: Ctx, layout: SheetLayout, lists: Mapping[str, Sequence[str]] = _NO_LISTS
) -> bytes:
    """An empty XLSX of this layout; `lists` are the values to choose from in a column."""
    return filled(ctx, layout, (), lists)


def filled(
    ctx: Ctx,
    layout: SheetLayout,
    rows: Iterable[Mapping[str, str]],
    lists: Mapping[str, Sequence[str]] = _NO_LISTS,
    more: Sequence[TableSheet] = (),
) -> bytes:
    """An XLSX of this layout with rows that can be corrected and sent back; `more` tables follow
    on sheets of their own."""
    out = BytesIO()
    with new_book(out) as book:
        place = book.add_worksheet(layout.title.get(ctx.locale))
        _header(book, place, ctx, layout)
        for number, row in enumerate(rows, 1):
            for column, one in enumerate(layout.columns):
                if text := row.get(one.key, ""):
                    place.write_string(number, column, harmless(text))
        for sheet in more:
            add_table(book, sheet)
        _guide(book, ctx, layout)
        _lists(book, place, ctx, layout, lists)
    return out.getvalue()


def _header(book: Any, place: Any, ctx: Ctx, layout: SheetLayout) -> None:
    # Cells are text from the start: a spreadsheet would turn the code 007 into 7.
    text = book.add_format({"num_format": "@", "valign": "top"})
    needed = book.add_format({"bold": True, "bg_color": "#CFE3E8", "text_wrap": True})
    optional = book.add_format({"bg_color": "#E8EEF4", "text_wrap": True})
    for number, column in enumerate(layout.columns):
        place.set_column(number, number, _WIDTHS.get(column.key, 20), text)
        head = needed if column.required else optional
        place.write_string(0, number, column.title.get(ctx.locale), head)
    place.freeze_panes(1, 0)


def _guide(book: Any, ctx: Ctx, layout: SheetLayout) -> None:
    l10n = ctx.l10n
    place = book.add_worksheet(l10n.plain("sheet-guide"))
    head = book.add_format({"bold": True, "bg_color": "#E8EEF4"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    quiet = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#5B6776"})
    titles = (
        l10n.plain("sheet-guide-column"),
        l10n.plain("sheet-guide-needed"),
        l10n.plain("sheet-guide-hint"),
        l10n.plain("sheet-guide-example"),
        l10n.plain("sheet-guide-second-example"),
    )
    for number, (title, width) in enumerate(zip(titles, (26, 16, 60, 40, 40), strict=True)):
        place.set_column(number, number, width)
        place.write_string(0, number, title, head)
    for number, column in enumerate(layout.columns, 1):
        for at, text in enumerate(_explained(ctx, column)):
            place.write_string(number, at, text, quiet if at > 2 else wrapped)


def _explained(ctx: Ctx, column: SheetColumn) -> list[str]:
    l10n, locale = ctx.l10n, ctx.locale
    needed = l10n.plain("sheet-needed") if column.required else l10n.plain("sheet-optional")
    examples = [text.get(locale) if text else "" for text in column.examples]
    return [column.title.get(locale), needed, column.hint.get(locale), *examples]


def _lists(
    book: Any, place: Any, ctx: Ctx, layout: SheetLayout, lists: Mapping[str, Sequence[str]]
) -> None:
    """Values lie on a hidden sheet: a list inside a cell's rule holds 255 characters."""
    known = [(n, lists[c.key]) for n, c in enumerate(layout.columns) if lists.get(c.key)]
    if not known:
        return
    # Imported here: the start does without it.
    from xlsxwriter.utility import xl_col_to_name

    title = ctx.l10n.plain("sheet-choices")
    hidden = book.add_worksheet(title)
    hidden.hide()
    for number, (column, values) in enumerate(known):
        for row, value in enumerate(values):
            hidden.write_string(row, number, harmless(value))
        name = xl_col_to_name(number, col_abs=True)
        source = f"='{title}'!{name}$1:{name}${len(values)}"
        # A warning and not a ban: the bot itself reads names forgivingly.
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        place.data_validation(1, column, _ROWS, column, rule)
