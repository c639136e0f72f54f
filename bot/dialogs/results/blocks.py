"""One block of a result: what it says and what to do about it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.results.data import result_id
from bot.dialogs.results.events import offers_about, show_events
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
)
from bot.dialogs.widgets.outcomes import SIGNS
from bot.l10n import Safe
from bot.reports.outcomes import gap_label, level_title, percent, recommendations
from bot.states import ResultStates
from services.results import BlockOutcome, Outcome


async def block_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A block, worst first."""
    ctx = ctx_of(dialog_manager)
    outcome = await ctx.services.results.outcome(ctx.me.id, result_id(dialog_manager))
    number = page_number(dialog_manager, "block") % len(outcome.blocks)
    block = outcome.blocks[number]
    needs_work = block in outcome.deficits
    topics = await offers_about(ctx, block) if needs_work else []
    return {
        "number": number + 1,
        "blocks": len(outcome.blocks),
        "page": number + 1,
        "pages": len(outcome.blocks),
        "block": block.content.title.get(ctx.locale),
        "sign": SIGNS.get(block.score.level, "·"),
        "percent": percent(ctx, block.score.deficit),
        "level": level_title(ctx, outcome, block),
        "answered": block.score.answered,
        "total": block.score.total,
        "advice": block.level.advice.get(ctx.locale) if block.level else "",
        "has_level": block.level is not None,
        "insufficient": block.insufficient,
        "strength": block.score.is_strength,
        "has_gaps": bool(block.score.gaps),
        "gap": gap_label(ctx, outcome),
        "gaps": _gaps(ctx, block),
        "needs_work": needs_work,
        "events": topics,
        "has_events": bool(topics),
        "recommendations": _recommendations(ctx, outcome, block),
        "topics": _bullets(ctx, [t.get(ctx.locale) for t in block.content.topics], 500),
    }


def _gaps(ctx: Ctx, block: BlockOutcome) -> Safe:
    items = {item.key: item.text.get(ctx.locale) for item in block.content.items}
    return _bullets(ctx, [items[key] for key in block.score.gaps], 1500)


def _bullets(ctx: Ctx, texts: list[str], room: int) -> Safe:
    return listed(ctx, [ctx.l10n("bullet", text=text) for text in texts], room)


def _recommendations(ctx: Ctx, outcome: Outcome, block: BlockOutcome) -> Safe:
    vectors = outcome.questionnaire.vectors
    lines = [
        ctx.l10n(
            "recommendation",
            vector=vectors[advice.vector].title.get(ctx.locale),
            text=advice.text.get(ctx.locale),
        )
        for advice in recommendations(block)
    ]
    return listed(ctx, lines, 1200)


async def to_summary(manager: DialogManager) -> None:
    """Back to the result."""
    await manager.switch_to(ResultStates.summary)


def window() -> Window:
    """The block window."""
    return Window(
        paragraphs(
            T("block-head", when="has_level"),
            T("block-head-insufficient", when="insufficient"),
            T("block-insufficient", when="insufficient"),
            T("block-strength", when="strength"),
            T("block-advice", when="has_level"),
            T("block-gaps", when="has_gaps"),
            T("block-recommendations", when="needs_work"),
            T("block-topics", when="needs_work"),
            T("block-events", when="has_events"),
        ),
        picks("about", show_events, items="events"),
        pager("block"),
        press("to-result", to_summary, id="result"),
        to_menu(),
        no_typing(),
        state=ResultStates.block,
        getter=block_data,
    )
