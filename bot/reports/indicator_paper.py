"""From results to the paper for the council, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.campaign_words import source_words
from bot.context import Ctx
from bot.indicator_words import (
    change_words,
    coverage_words,
    threshold_words,
    value_words,
)
from bot.reports.results_paper import PaperLabels, ResultsPaper
from content.model import DEFAULT_SOURCE
from services.monitoring.council.decisions import Discussed
from services.monitoring.results.exporting import Progress
from services.monitoring.results.indicators import Results, Words
from services.monitoring.results.measured import Place, Result


def paper_of(
    ctx: Ctx,
    found: Results,
    progress: Progress,
    words: Sequence[Words],
    discussed: Sequence[Discussed],
) -> ResultsPaper:
    """The paper."""
    l10n, clock, campaign = ctx.l10n, ctx.services.clock, found.campaign
    now = clock.now()
    silent = [one for one in progress.places if not one.answered]
    late = [one for one in progress.places if one.answered and one.late]
    return ResultsPaper(
        service=ctx.services.profile.operator.name.get(ctx.locale),
        title=l10n.plain("results-paper-title"),
        facts=_facts(ctx, found),
        remarks=tuple(_remarks(ctx, found)),
        rows=tuple(_row(ctx, one) for one in found.results),
        silent=_titles(ctx, silent),
        silent_note="" if silent else l10n.plain("results-paper-all"),
        late=_titles(ctx, late),
        words=tuple((one.title.get(ctx.locale), _said(ctx, one)) for one in words),
        conclusions=tuple(_concluded(ctx, one) for one in discussed if one.conclusion),
        decisions=tuple(_decided(ctx, discussed)),
        labels=_labels(ctx),
        footer=f"{ctx.services.profile.bot_name.get(ctx.locale)} · {campaign.title}",
        language="en-GB" if ctx.locale == "en" else "ru-RU",
        made_at=now,
    )


def _concluded(ctx: Ctx, one: Discussed) -> tuple[str, str]:
    """The place with the day, and what it came to."""
    places = {one.key: one.title for one in ctx.services.profile.monitoring.review}
    title = places[one.place].get(ctx.locale) if one.place in places else one.place
    day = f", {ctx.l10n.date(one.held_on)}" if one.held_on else ""
    return title + day, one.conclusion


def _decided(ctx: Ctx, discussed: Sequence[Discussed]) -> Iterator[tuple[str, ...]]:
    """Number, decision with its school, who sees to it, until when."""
    decisions = [decision for one in discussed for decision in one.decisions]
    for number, one in enumerate(decisions, 1):
        school = f"{one.school.title(ctx.locale)}: " if one.school else ""
        due = ctx.l10n.date(one.due_on) if one.due_on else ""
        yield str(number), school + one.text, one.responsible, due


def _facts(ctx: Ctx, found: Results) -> tuple[tuple[str, str], ...]:
    """What the paper is about: campaign, period, when it was collected, coverage, today."""
    l10n, clock, campaign = ctx.l10n, ctx.services.clock, found.campaign
    today = clock.now().astimezone(clock.zone)
    return (
        (l10n.plain("results-paper-campaign"), campaign.title),
        (
            l10n.plain("results-paper-period"),
            l10n.plain(
                "results-paper-dates",
                start=l10n.date(campaign.covers_from),
                end=l10n.date(campaign.covers_to),
            ),
        ),
        (
            l10n.plain("results-paper-opened"),
            l10n.plain(
                "results-paper-dates",
                start=l10n.date(campaign.opens_on),
                end=l10n.date(campaign.deadline_on),
            ),
        ),
        (l10n.plain("results-paper-coverage"), coverage_words(l10n, found.coverage)),
        (l10n.plain("results-paper-made"), l10n.date(today)),
    )


def _remarks(ctx: Ctx, found: Results) -> list[str]:
    """What must be known before the table is read."""
    l10n, coverage = ctx.l10n, found.coverage
    remarks = []
    if coverage.lacking:
        remarks.append(
            l10n.plain("results-paper-few", minimum=coverage.minimum, lacking=coverage.lacking)
        )
    judged = [one.measured.met for one in found.results if one.measured.met is not None]
    if judged:
        remarks.append(l10n.plain("results-paper-met", met=sum(judged), wanted=len(judged)))
    elif not any(one.indicator.threshold for one in found.results):
        remarks.append(l10n.plain("results-paper-no-thresholds"))
    if found.earlier is not None:
        remarks.append(l10n.plain("results-paper-compared", earlier=found.earlier.title))
    return remarks


def _row(ctx: Ctx, one: Result) -> tuple[str, ...]:
    """Indicator with its clause, value, threshold, whether it is met, schools, change."""
    l10n, indicator = ctx.l10n, one.indicator
    title = indicator.title.get(ctx.locale)
    source = "" if indicator.source == DEFAULT_SOURCE else source_words(ctx, indicator.source)
    met = {True: "results-yes", False: "results-no", None: "indicators-dash"}[one.measured.met]
    cells = (
        f"{title} ({source})" if source else title,
        _value(ctx, one),
        threshold_words(l10n, indicator) or l10n.plain("indicators-dash"),
        l10n.plain(met),
        _behind(ctx, one),
        change_words(l10n, indicator, one.change) or l10n.plain("indicators-dash"),
    )
    return tuple(cell.replace(" %", "\N{NO-BREAK SPACE}%") for cell in cells)


def _behind(ctx: Ctx, one: Result) -> str:
    if not one.of_schools:
        return ctx.l10n.plain("indicators-dash")
    answered, asked = one.measured.answered, one.measured.asked
    return ctx.l10n.plain("results-paper-behind", answered=answered, asked=asked)


def _value(ctx: Ctx, one: Result) -> str:
    if one.lacking:
        return ctx.l10n.plain("chart-results-few", lacking=one.lacking)
    return value_words(ctx.l10n, one.measured)


def _titles(ctx: Ctx, places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(one.school.title(ctx.locale) for one in places if one.school)


def _said(ctx: Ctx, one: Words) -> str:
    if one.text:
        return one.text
    if one.note:
        return ctx.l10n.plain("indicators-words-note", note=one.note)
    return ctx.l10n.plain("indicators-words-empty")


def _labels(ctx: Ctx) -> PaperLabels:
    l10n = ctx.l10n
    return PaperLabels(
        indicators=l10n.plain("results-paper-indicators"),
        silent=l10n.plain("results-paper-silent"),
        late=l10n.plain("results-paper-late"),
        words=l10n.plain("results-paper-words"),
        conclusions=l10n.plain("results-paper-conclusions"),
        decisions=l10n.plain("results-paper-decisions"),
        signature=l10n.plain("results-paper-signature"),
        indicator_head=(
            l10n.plain("results-column-title"),
            l10n.plain("results-column-value"),
            l10n.plain("results-column-threshold"),
            l10n.plain("results-paper-column-met"),
            l10n.plain("results-paper-column-behind"),
            l10n.plain("results-column-change"),
        ),
        decision_head=(
            l10n.plain("results-column-number"),
            l10n.plain("results-paper-column-decision"),
            l10n.plain("results-paper-column-responsible"),
            l10n.plain("results-paper-column-due"),
        ),
    )
