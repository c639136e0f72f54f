"""A result in lines, for its owner and for the methodist."""

from __future__ import annotations

from itertools import groupby

from bot.context import Ctx
from bot.dialogs.widgets.texts import listed
from bot.l10n import Safe
from bot.reports.outcomes import change, level_title, percent
from services.results import BlockOutcome, Outcome

# Of the 4,096 characters of a message; a questionnaire of one's own may have many blocks.
ROOM = 2500

SIGNS = {"none": "✓", "partial": "◐", "pronounced": "◉", "insufficient": "○"}


def outcome_lines(ctx: Ctx, outcome: Outcome) -> Safe:
    """Blocks under the name of their level; they come worst first, so levels do too."""
    lines: list[str] = []
    for level, blocks in groupby(outcome.blocks, key=lambda block: block.score.level):
        members = list(blocks)
        head = ctx.l10n(
            "result-level",
            sign=SIGNS.get(level, "·"),
            level=level_title(ctx, outcome, members[0]),
        )
        lines += ["", head] if lines else [head]
        lines += [_line(ctx, block) for block in members]
    return listed(ctx, lines, ROOM)


def _line(ctx: Ctx, block: BlockOutcome) -> Safe:
    title, delta = block.content.title.get(ctx.locale), change(ctx, block)
    if block.insufficient:
        return ctx.l10n("bullet", text=title)
    return ctx.l10n(
        "result-line",
        percent=percent(ctx, block.score.deficit),
        block=title,
        change=Safe(" " + ctx.l10n("result-change", delta=delta)) if delta else "",
    )
