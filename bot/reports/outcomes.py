"""From a result to what its picture and its document say, in the person's language."""

from __future__ import annotations

from bot.context import Ctx
from bot.reports.result_chart import ChartBlock, ResultChart, Zone
from bot.reports.result_document import DocumentBlock, DocumentLabels, ResultDocument
from content import Recommendation
from services.people import Card
from services.results import BlockOutcome, Outcome, Wish
from services.scoring import shown


def percent(ctx: Ctx, value: float | None) -> str:
    """«25 %», or the word for too few answers."""
    if value is None:
        return ctx.l10n.plain("too-few")
    return ctx.l10n.plain("percent", value=shown(value))


def level_title(ctx: Ctx, outcome: Outcome, block: BlockOutcome) -> str:
    """The level in words."""
    title = block.level.title if block.level else outcome.questionnaire.insufficient_title
    return title.get(ctx.locale)


def gap_label(ctx: Ctx, outcome: Outcome) -> str:
    """What the scale calls the answer 0."""
    return outcome.questionnaire.scale.points[0].label.get(ctx.locale)


def change(ctx: Ctx, block: BlockOutcome) -> str:
    """Change since the pass before in percentage points, as the shown figures differ."""
    if block.previous is None or block.score.deficit is None:
        return ""
    return points(ctx, shown(block.score.deficit) - shown(block.previous))


def points(ctx: Ctx, delta: int) -> str:
    """«−8», «+5», «0» with a real minus sign."""
    sign = "+" if delta > 0 else "−" if delta < 0 else ""
    return f"{sign}{abs(delta)}"


def chart_of(ctx: Ctx, outcome: Outcome, name: str) -> ResultChart:
    """The picture; blocks stay worst first, as in the text."""
    l10n = ctx.l10n
    zone = ctx.services.clock.zone
    before = outcome.previous_at
    return ResultChart(
        title=outcome.variant.title.get(ctx.locale),
        subtitle=f"{name} · {l10n.date(outcome.finished_at.astimezone(zone))}",
        blocks=tuple(
            ChartBlock(
                title=block.content.title.get(ctx.locale),
                deficit=block.score.deficit,
                previous=block.previous,
                level=block.score.level,
                caption=percent(ctx, block.score.deficit),
            )
            for block in outcome.blocks
        ),
        zones=tuple(
            Zone(
                l10n.plain(f"zone-{level.key}"), level.deficit_from, level.deficit_below, level.key
            )
            for level in outcome.questionnaire.levels
        ),
        previous_label=(
            l10n.plain("chart-previous", date=l10n.date(before.astimezone(zone))) if before else ""
        ),
        axis_label=l10n.plain("chart-axis"),
        footer=ctx.services.profile.bot_name.get(ctx.locale),
    )


def document_of(
    ctx: Ctx, outcome: Outcome, card: Card, wishes: tuple[Wish, ...], chart: bytes | None
) -> ResultDocument:
    """The document for keeping."""
    l10n = ctx.l10n
    finished = outcome.finished_at.astimezone(ctx.services.clock.zone)
    positions = {e.key: e.title.get(ctx.locale) for e in ctx.services.catalogue.positions}
    person = card.person
    rows = [
        (l10n.plain("field-name"), person.full_name or ""),
        (l10n.plain("field-school"), card.school.title(ctx.locale) if card.school else ""),
        (l10n.plain("field-position"), positions.get(person.position or "", "")),
        (l10n.plain("document-date"), l10n.date(finished)),
    ]
    return ResultDocument(
        title=outcome.variant.title.get(ctx.locale),
        person_rows=tuple(row for row in rows if row[1]),
        summary=l10n.plain("document-summary", overall=percent(ctx, outcome.overall)),
        blocks_heading=l10n.plain("document-blocks"),
        table_head=(
            l10n.plain("document-block"),
            l10n.plain("document-percent"),
            l10n.plain("document-level"),
            l10n.plain("document-change"),
        ),
        blocks=tuple(_document_block(ctx, outcome, block) for block in outcome.blocks),
        labels=DocumentLabels(
            gaps=l10n.plain("document-gaps", gap=gap_label(ctx, outcome)),
            recommendations=l10n.plain("document-recommendations"),
            topics=l10n.plain("document-topics"),
            strengths=l10n.plain("document-strengths"),
            requests=l10n.plain("document-requests"),
        ),
        strengths=tuple(b.content.title.get(ctx.locale) for b in outcome.strengths),
        requests=tuple(_wish(ctx, outcome, wish) for wish in wishes),
        chart_png=chart,
        footer=l10n.plain("document-footer", service=ctx.services.profile.bot_name.get(ctx.locale)),
        language="en-GB" if ctx.locale == "en" else "ru-RU",
        made_at=finished,
    )


def _document_block(ctx: Ctx, outcome: Outcome, block: BlockOutcome) -> DocumentBlock:
    needs_work = block in outcome.deficits
    items = {item.key: item.text.get(ctx.locale) for item in block.content.items}
    vectors = outcome.questionnaire.vectors
    return DocumentBlock(
        title=block.content.title.get(ctx.locale),
        percent=percent(ctx, block.score.deficit),
        level=level_title(ctx, outcome, block),
        change=change(ctx, block),
        gaps=tuple(items[key] for key in block.score.gaps),
        advice=block.level.advice.get(ctx.locale) if block.level and needs_work else "",
        recommendations=tuple(
            (vectors[advice.vector].title.get(ctx.locale), advice.text.get(ctx.locale))
            for advice in recommendations(block)
        )
        if needs_work
        else (),
        topics=tuple(t.get(ctx.locale) for t in block.content.topics) if needs_work else (),
    )


def recommendations(block: BlockOutcome) -> list[Recommendation]:
    """Advice of the block in the order of ways of learning that its level prefers."""
    order = {vector: n for n, vector in enumerate(block.level.vectors)} if block.level else {}
    return sorted(block.content.recommendations, key=lambda advice: order.get(advice.vector, 9))


def _wish(ctx: Ctx, outcome: Outcome, wish: Wish) -> tuple[str, str]:
    request = next(r for r in outcome.variant.requests if r.key == wish.request)
    titles = {option.key: option.text.get(ctx.locale) for option in request.options}
    said = wish.text or ", ".join(titles.get(key, key) for key in wish.chosen)
    return request.text.get(ctx.locale), said
