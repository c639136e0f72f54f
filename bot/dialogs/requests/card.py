"""One request: what is asked, until when, how far we are, who filled what."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.requests.data import (
    head,
    request_id,
    to_first_field,
    to_list,
    to_summary,
)
from bot.dialogs.requests.sheets import read
from bot.dialogs.widgets import (
    T,
    bar,
    cut,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    sent_file,
    to_menu,
)
from bot.indicator_words import period_words
from bot.request_words import days_left, moved_from_words
from bot.states import RequestStates, open_own_indicators
from services.monitoring.answers.requests import RequestCard

_WORDS, _REASON, _ROOM = 600, 200, 1500


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The request."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.monitoring.requests.request_card(me, request_id(dialog_manager))
    state, left = card.request.state, days_left(ctx, card.campaign)
    return {
        **head(ctx, card.campaign, card.request, card.school),
        "period": period_words(ctx.l10n, card.campaign),
        "wording": cut(card.campaign.wording, _WORDS),
        "worded": bool(card.campaign.wording),
        "moved_from": moved_from_words(ctx, card.campaign),
        "moved": card.campaign.moved and card.open,
        "left": left,
        "timely": card.open and not card.late_now and state != "returned",
        "overdue": card.open and card.late_now and state != "returned",
        "given": card.given,
        "asked": card.asked,
        "bar": bar(card.given, card.asked),
        "filling": state in ("expected", "in_work"),
        "begun": card.given > 0,
        **_people(ctx, card),
        **_state(ctx, card),
        **_buttons(card),
    }


def _people(ctx: Ctx, card: RequestCard) -> dict[str, Any]:
    lines = [
        ctx.l10n("request-filled-line", name=name or ctx.l10n.plain("request-nobody"), count=count)
        for name, count in card.filled_by
    ]
    return {"people": listed(ctx, lines, 600), "several": len(card.filled_by) > 0}


def _state(ctx: Ctx, card: RequestCard) -> dict[str, Any]:
    request = card.request
    returned = [
        ctx.l10n(
            "request-returned-line",
            sign="done" if one.corrected else "open",
            title=one.variable.title.get(ctx.locale),
            reason=cut(one.reason, _REASON),
        )
        for one in card.returned
    ]
    return {
        "returned_lines": listed(ctx, returned, _ROOM),
        "is_returned": request.state == "returned",
        "is_submitted": request.state == "submitted",
        "is_accepted": request.state == "accepted",
        "is_closed": not card.open and request.owing,
        "late": "yes" if request.late else "no",
        "by": card.submitted_by or ctx.l10n.plain("request-nobody"),
        "at": ctx.l10n.date(request.handed_in_at) if request.handed_in_at else "",
    }


def _buttons(card: RequestCard) -> dict[str, Any]:
    left = sum(not one.corrected for one in card.returned)
    returned = card.request.state == "returned"
    return {
        "can_begin": card.open and not returned and not card.given,
        "can_continue": card.open and not returned and 0 < card.given < card.asked,
        "can_finish": card.open and not returned and card.given == card.asked,
        "can_correct": returned and left > 0,
        "can_resubmit": returned and left == 0,
        "left_to_correct": left,
        "has_answers": card.given > 0,
        "sheet": card.open,
        "later": card.open and card.request.owing,
        "hands_over": card.open and card.colleagues,
        "results": card.school is not None and card.request.state in ("submitted", "accepted"),
    }


async def to_sheet(manager: DialogManager) -> None:
    """Answer in a spreadsheet."""
    await manager.switch_to(RequestStates.sheet)


async def to_later(manager: DialogManager) -> None:
    """Ask me again some other time."""
    await manager.switch_to(RequestStates.later)


async def to_hand_over(manager: DialogManager) -> None:
    """Let a colleague answer."""
    await manager.switch_to(RequestStates.hand_over)


async def to_history(manager: DialogManager) -> None:
    """What happened to it."""
    manager.dialog_data.pop("history_page", None)
    await manager.switch_to(RequestStates.history)


async def to_results(manager: DialogManager) -> None:
    """What came out for my school."""
    await open_own_indicators(manager, request_id(manager))


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("request-head"),
            T("request-wording", when="worded"),
            T("request-timely", when="timely"),
            T("request-moved", when="moved"),
            T("request-overdue", when="overdue"),
            T("request-returned", when="is_returned"),
            T("request-submitted", when="is_submitted"),
            T("request-accepted", when="is_accepted"),
            T("request-closed", when="is_closed"),
            T("request-progress", when="filling"),
            T("request-people", when="several"),
        ),
        press("request-begin", to_first_field, id="begin", when="can_begin"),
        press("request-continue", to_first_field, id="go_on", when="can_continue"),
        press("request-correct", to_first_field, id="correct", when="can_correct"),
        press("request-finish", to_summary, id="finish", when="can_finish"),
        press("request-resubmit", to_summary, id="resubmit", when="can_resubmit"),
        Row(
            press("request-answers", to_summary, id="answers", when="has_answers"),
            press("request-history", to_history, id="history", when="has_answers"),
        ),
        press("request-sheet", to_sheet, id="sheet", when="sheet"),
        press("request-later", to_later, id="later", when="later"),
        press("request-hand-over", to_hand_over, id="hand_over", when="hands_over"),
        press("request-results", to_results, id="results", when="results"),
        Row(press("requests-all", to_list, id="all"), to_menu()),
        sent_file(read)[0],  # a form that was filled in is taken here too
        no_typing(),
        state=RequestStates.card,
        getter=card_data,
    )
