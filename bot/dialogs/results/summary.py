"""One result at a glance: blocks worst first, gaps, strengths, ways on."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.l10n import Safe
from bot.reports.outcomes import change, level_title, percent
from bot.reports.sending import send_chart, send_document
from bot.states import ResultStates
from services.errors import Refusal
from services.results import BlockOutcome, Outcome

SIGNS = {"none": "●", "partial": "◆", "pronounced": "▲", "insufficient": "○"}


def result_id(manager: DialogManager) -> int:
    """The assessment that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("assessment_id", start.get("assessment_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def summary_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The result in lines."""
    ctx = ctx_of(dialog_manager)
    outcome = await ctx.services.results.outcome(ctx.me.id, result_id(dialog_manager))
    zone = ctx.services.clock.zone
    gaps = sum(len(block.score.gaps) for block in outcome.blocks)
    strengths = [block.content.title.get(ctx.locale) for block in outcome.strengths]
    before = outcome.previous_at
    return {
        "title": outcome.variant.title.get(ctx.locale),
        "date": ctx.l10n.date(outcome.finished_at.astimezone(zone)),
        "overall": percent(ctx, outcome.overall),
        "lines": _groups(ctx, outcome),
        "gaps": gaps,
        "has_gaps": gaps > 0,
        "strengths": ", ".join(strengths),
        "has_strengths": bool(strengths),
        "has_before": before is not None,
        "before": ctx.l10n.date(before.astimezone(zone)) if before else "",
        "insufficient": any(block.insufficient for block in outcome.blocks),
        "all_good": not outcome.deficits and outcome.overall is not None,
        "outro": outcome.questionnaire.outro.get(ctx.locale) if outcome.questionnaire.outro else "",
    }


def _groups(ctx: Ctx, outcome: Outcome) -> Safe:
    """Blocks under the name of their level; they come worst first, so levels do too."""
    groups = []
    for level, blocks in groupby(outcome.blocks, key=lambda block: block.score.level):
        members = list(blocks)
        head = ctx.l10n(
            "result-level",
            sign=SIGNS.get(level, "·"),
            level=level_title(ctx, outcome, members[0]),
        )
        groups.append("\n".join([head, *(_line(ctx, block) for block in members)]))
    return Safe("\n\n".join(groups))


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
            T("result-lines"),
            T("result-before", when="has_before"),
            T("result-gaps", when="has_gaps"),
            T("result-strengths", when="has_strengths"),
            T("result-insufficient", when="insufficient"),
            T("result-all-good", when="all_good"),
        ),
        press("result-blocks", show_blocks, id="blocks"),
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
