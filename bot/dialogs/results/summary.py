"""One result at a glance: blocks worst first, gaps, strengths, ways on."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.results.data import result_id
from bot.dialogs.results.events import offers, show_events
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.dialogs.widgets.outcomes import outcome_lines
from bot.reports.outcomes import change, gap_label, percent
from bot.reports.sending import send_chart, send_document
from bot.states import ResultStates

ROOM_FOR_STRENGTHS = 600


async def summary_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The result in lines."""
    ctx = ctx_of(dialog_manager)
    outcome = await ctx.services.results.outcome(ctx.me.id, result_id(dialog_manager))
    zone = ctx.services.clock.zone
    gaps = sum(len(block.score.gaps) for block in outcome.blocks)
    strengths = [block.content.title.get(ctx.locale) for block in outcome.strengths]
    before, outro = outcome.previous_at, outcome.questionnaire.outro
    topics = await offers(ctx, outcome.deficits)
    return {
        "title": outcome.variant.title.get(ctx.locale),
        "date": ctx.l10n.date(outcome.finished_at.astimezone(zone)),
        "overall": percent(ctx, outcome.overall),
        "has_overall": outcome.overall is not None,
        "lines": outcome_lines(ctx, outcome),
        "gaps": gaps,
        "has_gaps": gaps > 0,
        "gap": gap_label(ctx, outcome),
        "strengths": cut(", ".join(strengths), ROOM_FOR_STRENGTHS),
        "has_strengths": bool(strengths),
        "strong": len(strengths),
        "has_before": any(change(ctx, block) for block in outcome.blocks),
        "before": ctx.l10n.date(before.astimezone(zone)) if before else "",
        "insufficient": any(block.insufficient for block in outcome.blocks),
        "insufficient_title": outcome.questionnaire.insufficient_title.get(ctx.locale),
        "all_good": not outcome.deficits and outcome.overall is not None,
        "outro": outro.get(ctx.locale) if outro else "",
        "has_outro": outro is not None and _is_new(dialog_manager),
        "topics": topics,
        "has_topics": bool(topics),
    }


def _is_new(manager: DialogManager) -> bool:
    return isinstance(manager.start_data, dict) and manager.start_data.get("new") is True


async def show_blocks(manager: DialogManager) -> None:
    """What to do, block by block."""
    manager.dialog_data["block"] = 0
    await manager.switch_to(ResultStates.block)


async def show_history(manager: DialogManager) -> None:
    """All passes."""
    await manager.switch_to(ResultStates.history)


async def chart(manager: DialogManager) -> None:
    """Send the picture."""
    ctx, _ = person_id(manager)
    work = send_chart(manager.middleware_data["bot"], ctx, result_id(manager))
    ctx.background.run(work)
    toast(manager, "chart-coming")


async def document(manager: DialogManager) -> None:
    """Send the document."""
    ctx, _ = person_id(manager)
    work = send_document(manager.middleware_data["bot"], ctx, result_id(manager))
    ctx.background.run(work)
    toast(manager, "document-coming")


def window() -> Window:
    """The summary."""
    return Window(
        paragraphs(
            T("result-head"),
            T("result-overall", when="has_overall"),
            T("result-lines"),
            T("result-before", when="has_before"),
            T("result-gaps", when="has_gaps"),
            T("result-strengths", when="has_strengths"),
            T("result-insufficient", when="insufficient"),
            T("result-all-good", when="all_good"),
            T("result-outro", when="has_outro"),
            T("result-events", when="has_topics"),
        ),
        press("result-blocks", show_blocks, id="blocks"),
        picks("about", show_events, items="topics"),
        Row(
            press("result-chart", chart, id="chart"),
            press("result-document", document, id="docx"),
        ),
        press("result-history", show_history, id="history"),
        to_menu(),
        no_typing(),
        state=ResultStates.summary,
        getter=summary_data,
    )
