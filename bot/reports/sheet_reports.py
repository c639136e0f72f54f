"""What becomes of each row of a spreadsheet that somebody sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.context import Ctx
from bot.reports.tables import TableSheet, write_tables
from services.errors import Refusal
from services.sheets import Sheet, SheetRow


@dataclass(frozen=True, slots=True)
class RowReport:
    """A row as it was sent, `what` will happen to it in words, and why."""

    row: SheetRow
    what: str
    why: str = ""


def reasons(ctx: Ctx, problems: Iterable[Refusal]) -> str:
    """Refusals as one line of text."""
    return " ".join(ctx.l10n.plain(f"refusal-{one.reason}", **one.facts) for one in problems)


def sheet_report(ctx: Ctx, sheet: Sheet, rows: Iterable[RowReport]) -> bytes:
    """An XLSX with the rows as they came and two columns more."""
    l10n = ctx.l10n
    shown = [column for column in sheet.layout.columns if column.key in sheet.columns]
    titles = (column.title.get(ctx.locale) for column in shown)
    table = TableSheet(
        sheet.layout.title.get(ctx.locale),
        (l10n.plain("sheet-row"), *titles, l10n.plain("sheet-what"), l10n.plain("sheet-why")),
        [(r.row.number, *(r.row.values[c.key] for c in shown), r.what, r.why) for r in rows],
    )
    return write_tables([table])
