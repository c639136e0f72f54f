"""Handing in: what it means is said once, and what comes next afterwards."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.requests.data import head, request_id, to_card, to_list, to_summary
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu
from bot.states import RequestStates


async def submit_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How complete it is, and whether it is late."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.submitting.summary(me, request_id(dialog_manager))
    own = found.request.school_id is None
    first = found.request.submitted_at is None
    return {
        **head(ctx, found.campaign, found.request, found.school),
        "service": ctx.services.profile.bot_name.get(ctx.locale),
        "asked": len(found.lines),
        "first": first and not own,
        "again": not first and not own,
        "late_now": found.late_now and first,
        "unexplained": found.unexplained,
        "unworded": found.unexplained > 0,
        "missing": found.missing,
        "returned": "yes" if found.again else "no",
        "incomplete": found.missing > 0,
    }


async def submit(manager: DialogManager) -> None:
    """Hand it in."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.submitting.submit_request(me, request_id(manager))
    await manager.switch_to(RequestStates.done)


def window() -> Window:
    """What handing in means."""
    return Window(
        paragraphs(
            T("submit-ask"),
            T("submit-first", when="first"),
            T("submit-again", when="again"),
            T("submit-own", when="own"),
            T("submit-late", when="late_now"),
            T("submit-unexplained", when="unworded"),
            T("answers-missing", when="incomplete"),
        ),
        press("submit-yes", submit, id="yes"),
        Row(press("back", to_summary, id="back"), to_menu()),
        no_typing(),
        state=RequestStates.submit,
        getter=submit_data,
    )


async def done_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What comes next."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.monitoring.requests.request_card(me, request_id(dialog_manager))
    own = card.request.school_id is None
    return {
        **head(ctx, card.campaign, card.request, card.school),
        "service": ctx.services.profile.bot_name.get(ctx.locale),
        "late": card.request.late,
        "checked": not own,
    }


def done_window() -> Window:
    """It is in."""
    return Window(
        paragraphs(
            T("done-head"),
            T("done-late", when="late"),
            T("done-checked", when="checked"),
            T("done-own", when="own"),
            T("done-where"),
        ),
        press("request-answers", to_summary, id="answers"),
        press("done-card", to_card, id="card"),
        Row(press("requests-all", to_list, id="all"), to_menu()),
        no_typing(),
        state=RequestStates.done,
        getter=done_data,
    )
