"""From results to what their pictures say, in the person's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.context import Ctx
from bot.indicator_words import (
    behind_words,
    change_words,
    coverage_words,
    met_words,
    period_words,
    unit_words,
    value_words,
)
from bot.reports.indicator_chart import (
    FREE,
    MET,
    NOT_MET,
    ROWS,
    CountRow,
    LegendLabels,
    ResultsChart,
    ShareRow,
)
from bot.reports.progress_chart import (
    LATE,
    ON_TIME,
    SCHOOLS,
    SILENT,
    Column,
    ProgressChart,
    SchoolRow,
)
from services.monitoring import Campaign
from services.monitoring.results.exporting import Progress
from services.monitoring.results.indicators import Results
from services.monitoring.results.measured import Place, Result

WEEK, DAY = timedelta(days=7), timedelta(days=1)
_Page = tuple[tuple[Result, ...], tuple[Result, ...]]
_DAYS = 46  # more columns than that become weeks


def results_charts(ctx: Ctx, found: Results) -> list[ResultsChart]:
    """The pictures of a campaign's indicators, so many rows on each as a phone can show."""
    shares = [one for one in found.results if one.indicator.unit == "percent"]
    counts = [one for one in found.results if one.indicator.unit != "percent"]
    pages: list[_Page] = [(tuple(part), ()) for part in _parts(shares)]
    if counts and pages and len(pages[-1][0]) + len(counts) <= ROWS:
        pages[-1] = (pages[-1][0], tuple(counts))
    else:
        pages += [((), tuple(part)) for part in _parts(counts)]
    return [_results_chart(ctx, found, *page) for page in pages]


def _parts(everything: Sequence[Result]) -> list[Sequence[Result]]:
    return [everything[first : first + ROWS] for first in range(0, len(everything), ROWS)]


def _results_chart(
    ctx: Ctx, found: Results, shares: tuple[Result, ...], counts: tuple[Result, ...]
) -> ResultsChart:
    l10n = ctx.l10n
    before = found.earlier.title if found.earlier else ""
    covered = coverage_words(l10n, found.coverage)
    return ResultsChart(
        title=l10n.plain("chart-results-title"),
        subtitle=" · ".join((found.campaign.title, period_words(l10n, found.campaign), covered)),
        shares=tuple(_share(ctx, one) for one in shares),
        counts=tuple(_count(ctx, one) for one in counts),
        counts_title=l10n.plain("chart-results-counts"),
        legend=LegendLabels(
            met=l10n.plain("chart-results-met"),
            not_met=l10n.plain("chart-results-not-met"),
            free=l10n.plain("chart-results-free"),
            threshold=l10n.plain("chart-results-threshold"),
            before=l10n.plain("chart-results-before", title=before) if before else "",
        ),
        axis_label=l10n.plain("chart-results-axis"),
        footer=ctx.services.profile.bot_name.get(ctx.locale),
    )


def _share(ctx: Ctx, result: Result) -> ShareRow:
    wanted = result.indicator.threshold
    return ShareRow(
        title=result.indicator.title.get(ctx.locale),
        facts=_facts(ctx, result),
        caption=_caption(ctx, result),
        value=result.measured.value,
        previous=result.before,
        threshold=wanted.value if wanted else None,
        level=_level(result),
    )


def _count(ctx: Ctx, result: Result) -> CountRow:
    return CountRow(
        title=result.indicator.title.get(ctx.locale),
        facts=_facts(ctx, result),
        caption=_caption(ctx, result) if result.measured.value is not None else "—",
        level=_level(result),
    )


def _caption(ctx: Ctx, result: Result) -> str:
    if result.lacking:
        return ctx.l10n.plain("chart-results-few", lacking=result.lacking)
    return value_words(ctx.l10n, result.measured)


def _facts(ctx: Ctx, result: Result) -> str:
    """«порог 20 % не выполнен · 17 из 20 школ · было 12,0 %»."""
    l10n, measured = ctx.l10n, result.measured
    was = ""
    if result.before is not None:
        value = unit_words(l10n, result.indicator, result.before)
        change = change_words(l10n, result.indicator, result.change)
        was = l10n.plain("chart-results-was", value=value) + (f" ({change})" if change else "")
    few = measured.value is None and measured.indicator.unit != "percent"
    known = (_caption(ctx, result) if few else "", met_words(l10n, measured))
    return " · ".join(filter(None, (*known, behind_words(l10n, result), was)))


def _level(result: Result) -> str:
    return {True: MET, False: NOT_MET, None: FREE}[result.measured.met]


def progress_chart(ctx: Ctx, found: Progress) -> ProgressChart:
    """The picture of who answered when."""
    l10n, campaign, places = ctx.l10n, found.campaign, found.places
    given = [one for one in places if one.answered and one.submitted_at]
    days = {one.request_id: _day(one.submitted_at, ctx) for one in given if one.submitted_at}
    axis = _Axis(campaign, max(days.values(), default=campaign.deadline_on))
    late, today = sum(one.late for one in given), _day(ctx.services.clock.now(), ctx)
    return ProgressChart(
        title=l10n.plain("progress-title"),
        subtitle=l10n.plain("progress-as-of", title=campaign.title, day=f"{today:%d.%m.%Y}"),
        total=l10n.plain("progress-answered", answered=len(given), asked=len(places)),
        counts=tuple(
            (level, f"{l10n.plain(key)}: {count}")
            for level, key, count in (
                (ON_TIME, "progress-on-time", len(given) - late),
                (LATE, "progress-late", late),
                (SILENT, "progress-silent", len(places) - len(given)),
            )
        ),
        columns=axis.columns(given, days),
        deadline=axis.column(campaign.deadline_on),
        deadline_label=l10n.plain("progress-deadline", day=f"{campaign.deadline_on:%d.%m.%Y}"),
        unit=l10n.plain("progress-by-weeks" if axis.weekly else "progress-by-days"),
        schools_title=l10n.plain("progress-schools"),
        schools=tuple(_school(ctx, one, axis, days) for one in _shown(places)),
        more=_more(ctx, len(places)),
        footer=ctx.services.profile.bot_name.get(ctx.locale),
    )


def _day(moment: datetime, ctx: Ctx) -> date:
    return moment.astimezone(ctx.services.clock.zone).date()


def _more(ctx: Ctx, total: int) -> str:
    return ctx.l10n.plain("progress-more", count=total - SCHOOLS) if total > SCHOOLS else ""


class _Axis:
    """Days or weeks from the opening to the last answer, but at least to the deadline."""

    def __init__(self, campaign: Campaign, last: date) -> None:
        self.first = campaign.opens_on
        self.last = max(last, campaign.deadline_on)
        self.weekly = (self.last - self.first).days >= _DAYS
        self._step = WEEK if self.weekly else DAY

    def column(self, day: date) -> int:
        """The column of a day; what came before the opening stands at the beginning."""
        return max(0, (day - self.first) // self._step)

    def columns(self, given: Sequence[Place], days: dict[int, date]) -> tuple[Column, ...]:
        """How many answers came when."""
        found = Counter((self.column(days[one.request_id]), one.late) for one in given)
        return tuple(
            Column(f"{self.first + self._step * n:%d.%m}", found[n, False], found[n, True])
            for n in range(self.column(self.last) + 1)
        )


def _shown(places: Sequence[Place]) -> list[Place]:
    """Schools by the time of their answer, silent ones last; of too many, the late and silent
    before the others."""

    def standing(one: Place) -> tuple[bool, float]:
        at = one.submitted_at
        return not one.answered, at.timestamp() if at and one.answered else 0.0

    urgent = sorted(places, key=lambda one: (one.answered, not one.late, standing(one)))
    return sorted(urgent[:SCHOOLS], key=standing)


def _school(ctx: Ctx, place: Place, axis: _Axis, days: dict[int, date]) -> SchoolRow:
    title = place.school.title(ctx.locale) if place.school else ""
    day = days.get(place.request_id)
    if day is None:
        return SchoolRow(title, None, SILENT, ctx.l10n.plain("progress-silent"))
    level = LATE if place.late else ON_TIME
    return SchoolRow(title, axis.column(day), level, f"{day:%d.%m}")
