"""The indicators of one school in words, beside those of the municipality."""

from __future__ import annotations

from typing import Any

from bot.context import Ctx
from bot.dialogs.indicators.data import campaign_title, title_of
from bot.dialogs.widgets import listed
from bot.indicator_words import (
    SIGNS,
    change_words,
    coverage_words,
    met_words,
    period_words,
    value_words,
    withheld_words,
)
from bot.l10n import Safe
from services.monitoring.results.of_school import SchoolLine, SchoolResults

_ROOM = 3000


def school_data(ctx: Ctx, found: SchoolResults) -> dict[str, Any]:
    """Everything that a screen about one school says."""
    place, school = found.place, found.place.school
    late = place.answered and place.late
    return {
        "school": school.title(ctx.locale) if school else "",
        "title": campaign_title(found.campaign),
        "period": period_words(ctx.l10n, found.campaign),
        "coverage": coverage_words(ctx.l10n, found.coverage),
        "lines": listed(ctx, [_line(ctx, found, one) for one in found.lines], _ROOM),
        "some": bool(found.lines),
        "withheld": _withheld(found),
        "minimum": found.lines[0].whole.minimum if found.lines else 0,
        "none": not found.lines,
        "silent": not place.answered,
        "late": late,
        "returned": place.state == "returned",
        "compared": any(one.change is not None for one in found.lines),
        "earlier": campaign_title(found.earlier) if found.earlier else "",
    }


def _withheld(found: SchoolResults) -> bool:
    """Whether no sum of the municipality is shown; then that is said once, not in each line."""
    return bool(found.lines) and all(one.whole.lacking for one in found.lines)


def _line(ctx: Ctx, found: SchoolResults, one: SchoolLine) -> Safe:
    l10n, measured, whole = ctx.l10n, one.measured, one.whole
    known = (
        value_words(l10n, measured),
        met_words(l10n, measured) if measured.value is not None else "",
        change_words(l10n, measured.indicator, one.change),
    )
    line = l10n(
        "indicators-of-school-alone" if _withheld(found) else "indicators-of-school",
        sign=SIGNS[measured.met],
        title=title_of(ctx, measured.indicator.title),
        facts=" · ".join(filter(None, known))
        if found.place.answered
        else l10n.plain("indicators-dash"),
        whole=withheld_words(l10n, whole) or value_words(l10n, whole.measured),
    )
    return Safe(f"{line}\n{l10n('indicators-reason', reason=one.reason)}") if one.reason else line
