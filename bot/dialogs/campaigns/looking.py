"""What a campaign asks, with the clause behind each question; what happens in it by itself."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import campaign_title, source_words, step_words
from bot.context import Ctx
from bot.dialogs.campaigns.data import campaign_id, card_of, to_card
from bot.dialogs.widgets import (
    T,
    cut,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    press,
    to_menu,
)
from bot.event_words import short_moment
from bot.l10n import Safe
from bot.states import CampaignStates
from services.monitoring import Step
from services.monitoring.campaigns.overview import Question

_ROOM, _TEXT, _SOURCE = 3400, 300, 160


async def questions_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of questions."""
    ctx, me = person_id(dialog_manager)
    number = page_number(dialog_manager, "asked")
    overview = ctx.services.monitoring.overview
    page = await overview.questions_of(me, campaign_id(dialog_manager), number)
    return {
        "title": campaign_title(ctx, page.campaign),
        "total": page.total,
        "fixed": page.campaign.set_id is not None,
        "changes": page.campaign.set_id is None,
        "some": bool(page.questions),
        "lines": listed(ctx, [_question(ctx, one) for one in page.questions], _ROOM),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _question(ctx: Ctx, one: Question) -> Safe:
    """«3. Всего педагогов — целое число», what it means, and where it comes from."""
    variable, l10n = one.variable, ctx.l10n
    whom = l10n.plain("campaign-asks-own") if one.own else ""
    head = l10n(
        "campaign-question-line",
        number=one.number,
        title=variable.title.get(ctx.locale),
        input=l10n.plain(f"campaign-input-{variable.input}"),
        whom=whom,
    )
    lines = [head]
    if variable.hint:
        lines.append(l10n("campaign-text", text=cut(variable.hint.get(ctx.locale), _TEXT)))
    source = cut(source_words(ctx, variable.source), _SOURCE)
    return Safe("\n".join([*lines, l10n("campaign-question-source", source=source)]))


async def steps_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was done and what comes."""
    ctx, card = await card_of(dialog_manager)
    steps = await ctx.services.monitoring.steps.steps_of(ctx.me.id, card.campaign.id)
    return {
        "title": campaign_title(ctx, card.campaign),
        "some": bool(steps),
        "none": not steps,
        "lines": listed(ctx, [_step(ctx, one) for one in steps], _ROOM),
    }


def _step(ctx: Ctx, one: Step) -> str:
    """«• 24.05, 10:00 — напоминание за 7 дней»."""
    clock = ctx.services.clock
    at = one.done_at if one.state == "done" and one.done_at else one.due_at
    return ctx.l10n(
        f"campaign-steps-{one.state}",
        moment=short_moment(clock.zone, at, clock.now()),
        step=step_words(ctx, one.step),
    )


def questions_window() -> Window:
    """What is asked."""
    return Window(
        paragraphs(
            T("campaign-questions-head"),
            T("campaign-questions-lines", when="some"),
            T("campaign-questions-fixed", when="fixed"),
            T("campaign-questions-change", when="changes"),
        ),
        pager("asked", when="many_pages"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.variables,
        getter=questions_data,
    )


def steps_window() -> Window:
    """The steps."""
    return Window(
        paragraphs(
            T("campaign-steps-head"),
            T("campaign-steps-lines", when="some"),
            T("campaign-steps-none", when="none"),
        ),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=CampaignStates.steps,
        getter=steps_data,
    )
