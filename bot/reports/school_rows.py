"""Rows of schools in the workbook of a campaign: what each gave, its shares, its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.context import Ctx
from bot.indicator_words import threshold_words
from bot.reports.tables import Cell, Marked, Share
from content import Variable
from services.monitoring.results.exporting import Given, Progress, Sheet
from services.monitoring.results.indicators import Results

REASONS = ("school", "kind", "what", "value", "threshold", "reason", "when")
STATES = ("expected", "in_work", "submitted", "accepted", "returned")
KINDS = ("silent", "late", "no-data", "low", "returned")
FIRST = ("school", "state", "submitted", "in-time")


class SchoolRows:
    """Makes the rows, and sums up what it has seen."""

    def __init__(self, ctx: Ctx, found: Results, progress: Progress) -> None:
        self._ctx, self._coverage, chosen = ctx, found.coverage, progress.chosen
        own = (one for one in chosen.asked(municipality=True) if one.input != "text")
        self._variables: tuple[Variable, ...] = (*chosen.asked(municipality=False), *own)
        self._indicators = chosen.of_school()
        self._titles = {
            one.key: one.title.get(ctx.locale)
            for one in (*chosen.asked(municipality=True), *self._variables)
        }
        self._sums: dict[str, float] = defaultdict(float)

    @property
    def columns(self) -> list[str]:
        """The heads: the school, its variables, what is reckoned of them."""
        l10n, locale = self._ctx.l10n, self._ctx.locale
        return [
            *(l10n.plain(f"results-column-{column}") for column in FIRST),
            *(one.title.get(locale) for one in self._variables),
            *(
                l10n.plain("results-share", title=one.title.get(locale))
                if one.unit == "percent"
                else one.title.get(locale)
                for one in self._indicators
            ),
        ]

    def row(self, title: str, sheet: Sheet) -> Sequence[Cell]:
        """A school; a value below its threshold catches the eye."""
        place, l10n, zone = sheet.place, self._ctx.l10n, self._ctx.services.clock.zone
        at = place.submitted_at.astimezone(zone) if place.submitted_at else None
        in_time = "results-late" if place.late else "results-yes"
        answers = [self._cell(one, sheet.given.get(one.key)) for one in self._variables]
        reckoned = {one.indicator.key: one for one in sheet.measured}
        return (
            title,
            l10n.plain(f"results-state-{place.state}"),
            at,
            l10n.plain(in_time) if at else None,
            *answers,
            *(_share(reckoned[one.key].value) if reckoned else None for one in self._indicators),
        )

    def total(self) -> Sequence[Cell]:
        """Sums of schools that gave a number; without them while too few have answered."""
        enough = not self._coverage.lacking
        key = "results-total" if enough else "results-total-withheld"
        sums = [
            self._sums[one.key] if enough and self._summed(one) else None for one in self._variables
        ]
        return (Marked(self._ctx.l10n.plain(key)), None, None, None, *sums)

    def reasons(self, title: str, sheet: Sheet) -> Iterator[Sequence[Cell]]:
        """Why something is missing, late or low."""
        place, zone = sheet.place, self._ctx.services.clock.zone
        at = place.submitted_at.astimezone(zone) if place.submitted_at else None
        if not place.answered:
            yield self._reason(title, "silent")
            return
        if place.late:
            yield self._reason(title, "late", when=at)
        for key, what in self._titles.items():
            given = sheet.given.get(key)
            if given is None:
                continue
            if given.returned is not None:
                yield self._reason(title, "returned", what, reason=given.returned)
            elif given.no_data:
                yield self._reason(title, "no-data", what, reason=given.note)
        for one in sheet.measured:
            if one.met is False:
                yield self._reason(
                    title,
                    "low",
                    one.indicator.title.get(self._ctx.locale),
                    _share(one.value),
                    threshold_words(self._ctx.l10n, one.indicator),
                    sheet.reasons.get(one.indicator.key, ""),
                )

    def _reason(
        self,
        school: str,
        kind: str,
        what: str = "",
        value: Cell = None,
        threshold: str = "",
        reason: str = "",
        when: Cell = None,
    ) -> Sequence[Cell]:
        words = self._ctx.l10n.plain(f"results-kind-{kind}")
        return (school, words, what, value, threshold, reason, when)

    def _summed(self, variable: Variable) -> bool:
        return variable.level == "school" and variable.input in ("number", "yes_no")

    def _cell(self, variable: Variable, given: Given | None) -> Cell:
        """An answer as it was given; the number is added up."""
        l10n = self._ctx.l10n
        if given is None:
            return None
        if given.returned is not None:
            return Marked(l10n.plain("results-returned"))
        if given.no_data:
            return l10n.plain("indicators-no-data")
        if given.number is None:
            return given.text
        self._sums[variable.key] += given.number
        if variable.input == "yes_no":
            return l10n.plain("results-yes" if given.number else "results-no")
        return Share(given.number) if variable.input == "share" else given.number


def _share(value: float | None) -> Cell:
    return None if value is None else Share(value)
