"""The workbook of a campaign, as it is handed upward: indicators, schools, reasons, history.

Schools and history come in pages and go to the file at once: neither their number nor the length
of the history costs memory. Who gave an answer is told by side, school or service, never by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.campaign_words import source_words
from bot.context import Ctx
from bot.indicator_words import (
    coverage_words,
    period_words,
    threshold_words,
    value_words,
    withheld_words,
)
from bot.reports.history_rows import HISTORY, HistoryRows
from bot.reports.long_tables import LongBook, LongSheet
from bot.reports.school_rows import REASONS, SchoolRows
from bot.reports.tables import Cell, Share
from services.monitoring.results.exporting import PastPage, Progress, SheetPage
from services.monitoring.results.indicators import Results, Words
from services.monitoring.results.measured import Result

INDICATORS = (
    *("number", "title", "unit", "numerator", "part", "denominator", "whole", "value"),
    *("threshold", "met", "answered", "asked", "before", "change", "remark", "source"),
)
WORDS = ("number", "title", "text")
# What columns hold is longer than their heads; in characters.
WIDTHS = {
    "indicators": (5, 44, 9, 36, 11, 36, 12, 10, 18, 10, 9, 9, 11, 11, 40, 44),
    "schools": (34, 16, 16, 14),
    "reasons": (34, 18, 44, 11, 18, 60, 16),
    "history": (16, 34, 44, 24, 20, 20, 60, 10),
    "words": (5, 48, 90),
}


class ResultsBook:
    """The workbook while it is written."""

    def __init__(self, ctx: Ctx, path: Path, found: Results, progress: Progress) -> None:
        self._ctx, self._found, self._progress = ctx, found, progress
        self._book = LongBook(path)
        self._titles = {
            one.request_id: one.school.title(ctx.locale) if one.school else self._own_title()
            for one in (*progress.places, *([progress.own] if progress.own else []))
        }
        self._indicators()
        self._rows = SchoolRows(ctx, found, progress)
        self._past = HistoryRows(ctx, progress.chosen)
        self._schools = self._sheet("schools", self._rows.columns)
        self._reasons = self._sheet("reasons", self._named(REASONS))
        self._history = self._sheet("history", self._named(HISTORY))

    def add_schools(self, page: SheetPage) -> None:
        """Rows of schools, and the reasons that each gave."""
        for sheet in page.sheets:
            title = self._titles.get(sheet.place.request_id, "")
            self._schools.add(self._rows.row(title, sheet))
            for row in self._rows.reasons(title, sheet):
                self._reasons.add(row)

    def add_history(self, page: PastPage) -> None:
        """Lines of history."""
        own = self._progress.own
        for one in page.lines:
            school = self._titles.get(one.request_id, "")
            mine = own is not None and one.request_id == own.request_id
            self._history.add(self._past.row(school, one, mine))

    def finish(self, words: Sequence[Words]) -> None:
        """The totals, what is said in words, and the end of the file."""
        self._schools.add(self._rows.total())
        if words:
            sheet = self._sheet("words", self._named(WORDS))
            for number, one in enumerate(words, 1):
                sheet.add((number, one.title.get(self._ctx.locale), one.text or one.note))
        self._book.close()

    def _own_title(self) -> str:
        return self._ctx.l10n.plain("results-own-part")

    def _named(self, columns: Sequence[str]) -> list[str]:
        return [self._ctx.l10n.plain(f"results-column-{column}") for column in columns]

    def _sheet(self, key: str, columns: Sequence[str], above: Sequence[str] = ()) -> LongSheet:
        title = self._ctx.l10n.plain(f"results-sheet-{key}")
        return self._book.sheet(title, columns, above, WIDTHS[key])

    def _indicators(self) -> None:
        """The first sheet, below the lines that say what it is about."""
        ctx, found = self._ctx, self._found
        now = ctx.services.clock.now().astimezone(ctx.services.clock.zone)
        above = (
            ctx.services.profile.operator.name.get(ctx.locale),
            found.campaign.title,
            period_words(ctx.l10n, found.campaign),
            coverage_words(ctx.l10n, found.coverage),
            _made(ctx, now),
        )
        sheet = self._sheet("indicators", self._named(INDICATORS), above)
        for row in self._indicator_rows():
            sheet.add(row)

    def _indicator_rows(self) -> Iterator[Sequence[Cell]]:
        locale, l10n = self._ctx.locale, self._ctx.l10n
        for number, one in enumerate(self._found.results, 1):
            measured, indicator = one.measured, one.indicator
            titles = [
                self._progress.chosen.variable(key).title.get(locale) for key in indicator.parts
            ]
            yield (
                number,
                indicator.title.get(locale),
                l10n.plain(f"results-unit-{indicator.unit}"),
                titles[0],
                measured.numerator,
                titles[1] if len(titles) > 1 else None,
                measured.denominator,
                _number(one, measured.value),
                threshold_words(l10n, indicator) or l10n.plain("results-no-threshold"),
                None if measured.met is None else _yes_no(self._ctx, measured.met),
                measured.answered if one.of_schools else None,
                measured.asked if one.of_schools else None,
                _number(one, one.before),
                _number(one, one.change),
                _remark(self._ctx, one),
                source_words(self._ctx, indicator.source),
            )


def _made(ctx: Ctx, now: datetime) -> str:
    return f"{ctx.l10n.plain('results-paper-made')}: {ctx.l10n.date(now)}, {now:%H:%M}"


def _number(one: Result, value: float | None) -> Cell:
    if value is None:
        return None
    return Share(value) if one.indicator.unit == "percent" else value


def _remark(ctx: Ctx, one: Result) -> str:
    """Why there is no value."""
    if one.measured.value is not None:
        return ""
    return withheld_words(ctx.l10n, one) or value_words(ctx.l10n, one.measured)


def _yes_no(ctx: Ctx, met: bool) -> str:
    return ctx.l10n.plain("results-yes" if met else "results-no")
