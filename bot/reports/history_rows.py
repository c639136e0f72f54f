"""Rows of history in the workbook of a campaign: what was done, when, from what to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.context import Ctx
from bot.reports.tables import Cell
from content import IndicatorSet, Variable
from services.monitoring.results.exporting import Past

HISTORY = ("when", "school", "variable", "deed", "old", "new", "reason", "by")
DEEDS = (
    *("value", "evidence", "low-reason", "submitted", "returned", "accepted", "reopened"),
    *("handed-over", "nudged", "withdrawn", "asked-again"),
)
_OF_SERVICE = frozenset({"returned", "accepted", "reopened", "nudged", "withdrawn", "asked-again"})


class HistoryRows:
    """Makes the rows; what a campaign asks is looked up once for all of them."""

    def __init__(self, ctx: Ctx, chosen: IndicatorSet) -> None:
        self._ctx, self._zone = ctx, ctx.services.clock.zone
        asked = [one for side in (False, True) for one in chosen.asked(side)]
        self._known = {one.key: one for one in asked}
        self._indicators = {one.key: one.title.get(ctx.locale) for one in chosen.indicators}
        self._titles = self._indicators | {one.key: one.title.get(ctx.locale) for one in asked}

    def row(self, school: str, past: Past, of_service: bool) -> Sequence[Cell]:
        """One line; `of_service`: it is about the municipality's own part."""
        l10n = self._ctx.l10n
        titles = self._indicators if past.kind == "low-reason" else self._titles
        variable = self._known.get(past.variable)
        by = "results-by-service" if of_service or past.kind in _OF_SERVICE else "results-by-school"
        return (
            past.made_at.astimezone(self._zone),
            school,
            titles.get(past.variable, past.variable),
            l10n.plain(f"results-deed-{past.kind}") if past.kind in DEEDS else past.kind,
            _said(self._ctx, variable, past.before),
            _said(self._ctx, variable, past.after),
            past.reason,
            l10n.plain(by),
        )


def _said(ctx: Ctx, variable: Variable | None, said: Mapping[str, Any] | None) -> Cell:
    """An answer as the history keeps it; what else a line keeps, such as who, stays out."""
    if not said:
        return None
    number, text = said.get("number"), said.get("text")
    if isinstance(number, int | float):
        if variable is not None and variable.input == "yes_no":
            return ctx.l10n.plain("results-yes" if number else "results-no")
        return number
    if said.get("no_data"):
        return ": ".join(filter(None, (ctx.l10n.plain("indicators-no-data"), said.get("note"))))
    return text if isinstance(text, str) else None
