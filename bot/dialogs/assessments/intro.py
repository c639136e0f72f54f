"""Before the first item: what it is, how long it takes, where it was left."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu
from bot.states import AssessmentStates


async def intro_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What can be started or continued."""
    ctx = ctx_of(dialog_manager)
    overview = await ctx.services.assessments.overview(ctx.me.id)
    attempt, zone = overview.attempt, ctx.services.clock.zone
    intro = overview.questionnaire.intro
    early, last = overview.early_until, overview.last_finished
    return {
        "title": overview.variant.title.get(ctx.locale),
        "intro": intro.get(ctx.locale) if intro else "",
        "items": len(overview.variant.items),
        "blocks": len(overview.variant.blocks),
        "minutes": overview.variant.estimated_minutes,
        "fresh": attempt is None,
        "described": attempt is None and intro is not None,
        "undescribed": attempt is None and intro is None,
        "open": attempt is not None,
        "answered": attempt.answered if attempt else 0,
        "started": ctx.l10n.date(attempt.started_at.astimezone(zone)) if attempt else "",
        "early": attempt is None and early is not None,
        "early_until": ctx.l10n.date(early.astimezone(zone)) if early else "",
        "last": ctx.l10n.date(last.astimezone(zone)) if last else "",
    }


async def begin(manager: DialogManager) -> None:
    """Start, or go on where it was left."""
    ctx, me = person_id(manager)
    manager.dialog_data["assessment_id"] = await ctx.services.assessments.start(me)
    manager.dialog_data.pop("reviewing", None)
    await manager.switch_to(AssessmentStates.step)


async def ask_restart(manager: DialogManager) -> None:
    """Ask before giving up the answers."""
    await manager.switch_to(AssessmentStates.restart)


async def restart(manager: DialogManager) -> None:
    """Give up the open assessment and begin anew."""
    ctx, me = person_id(manager)
    attempt = (await ctx.services.assessments.overview(me)).attempt
    if attempt is not None:
        await ctx.services.assessments.abandon(me, attempt.id)
    await begin(manager)


async def keep(manager: DialogManager) -> None:
    """Keep the answers."""
    await manager.switch_to(AssessmentStates.intro)


def window() -> Window:
    """The beginning."""
    return Window(
        paragraphs(
            T("assessment-title"),
            T("assessment-about", when="described"),
            T("assessment-intro", when="fresh"),
            T("assessment-privacy", when="undescribed"),
            T("assessment-early", when="early"),
            T("assessment-open", when="open"),
        ),
        press("assessment-begin", begin, id="begin", when="fresh"),
        press("assessment-continue", begin, id="go_on", when="open"),
        press("assessment-restart", ask_restart, id="restart", when="open"),
        to_menu(),
        no_typing(),
        state=AssessmentStates.intro,
        getter=intro_data,
    )


def restart_window() -> Window:
    """The question before answers are given up."""
    return Window(
        paragraphs(
            T("assessment-restart-ask"),
        ),
        press("assessment-restart-yes", restart, id="yes"),
        press("assessment-restart-no", keep, id="no"),
        no_typing(),
        state=AssessmentStates.restart,
        getter=intro_data,
    )
