"""The latest result of somebody, for the methodist."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.dialogs.directory.data import person_shown, to_card
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, person_id, press, to_menu
from bot.dialogs.widgets.outcomes import outcome_lines
from bot.reports.outcomes import change, gap_label, percent
from bot.states import DirectoryStates

ROOM_FOR_STRENGTHS = 600


async def results_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The result in lines."""
    ctx, me = person_id(dialog_manager)
    person = person_shown(dialog_manager)
    outcome = await ctx.services.directory.results(me, person)
    card = await ctx.services.directory.card(me, person)
    zone, before = ctx.services.clock.zone, outcome.previous_at
    gaps = sum(len(block.score.gaps) for block in outcome.blocks)
    strengths = [block.content.title.get(ctx.locale) for block in outcome.strengths]
    return {
        "name": card.name,
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
        "has_before": any(change(ctx, block) for block in outcome.blocks),
        "before": ctx.l10n.date(before.astimezone(zone)) if before else "",
        "insufficient": any(block.insufficient for block in outcome.blocks),
        "insufficient_title": outcome.questionnaire.insufficient_title.get(ctx.locale),
    }


def window() -> Window:
    """The result."""
    return Window(
        paragraphs(
            T("people-result-head"),
            T("result-overall", when="has_overall"),
            T("result-lines"),
            T("result-before", when="has_before"),
            T("people-result-gaps", when="has_gaps"),
            T("people-result-strengths", when="has_strengths"),
            T("result-insufficient", when="insufficient"),
        ),
        press("people-to-card", to_card, id="back"),
        to_menu(),
        no_typing(),
        state=DirectoryStates.results,
        getter=results_data,
    )
