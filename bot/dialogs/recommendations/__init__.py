"""Recommendations as a school sees them: the list, one of them, reporting that it is done."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.dialogs.widgets.decisions import (
    decision_line,
    due_words,
    short_text,
    sign_of,
    state_of,
)
from bot.states import RecommendationStates
from services.errors import Refusal
from services.monitoring.council.decisions import Decision
from services.monitoring.council.recommendations import Recommendation

PAGE, LABEL, _ROOM, _TEXT = "page", 36, 3000, 600


def decision_id(manager: DialogManager) -> int:
    """The recommendation that the screen is about."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    found = manager.dialog_data.get("decision_id", start.get("decision_id"))
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them; the school is named where there is more than one."""
    ctx, number = ctx_of(dialog_manager), page_number(dialog_manager, PAGE)
    page = await ctx.services.monitoring.recommendations.my_recommendations(ctx.me.id, number)
    found = page.recommendations
    several = len({one.school.id for one in found if one.school}) > 1
    return {
        "lines": listed(ctx, [decision_line(ctx, one, whose=several) for one in found], _ROOM),
        "choices": [Choice(str(one.id), _label(one)) for one in found],
        "some": bool(found),
        "none": not found,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _label(decision: Decision) -> str:
    return cut(f"{sign_of(decision)} {short_text(decision)}", LABEL)


async def choose(manager: DialogManager, item: str) -> None:
    """One of them."""
    manager.dialog_data["decision_id"] = number_of(item)
    await manager.switch_to(RecommendationStates.card)


async def _found(manager: DialogManager) -> tuple[Ctx, Recommendation]:
    ctx = ctx_of(manager)
    mine = ctx.services.monitoring.recommendations
    return ctx, await mine.recommendation_card(ctx.me.id, decision_id(manager))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is recommended, until when, and what the school said."""
    ctx, found = await _found(dialog_manager)
    decision, waits = found.decision, found.decision.state == "reported"
    state = f"decision-state-{state_of(decision)}"
    return {
        "place": found.place.get(ctx.locale),
        "campaign": found.campaign,
        "school": decision.school.title(ctx.locale) if decision.school else "",
        "sign": "✓" if waits else sign_of(decision),
        "state": ctx.l10n.plain("recommendation-waits" if waits else state),
        "text": decision.text,
        "due": due_words(ctx, decision),
        "responsible": decision.responsible,
        "charged": bool(decision.responsible),
        "report": decision.report,
        "reported": bool(decision.report),
        "sent_back": decision.sent_back,
        "was_sent_back": decision.open and bool(decision.sent_back),
        "open": decision.open,
        "waits": waits,
    }


async def report_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was said before."""
    _ctx, found = await _found(dialog_manager)
    decision = found.decision
    if decision.state == "done":
        raise Refusal("decision-done")
    return {
        "text": cut(short_text(decision), _TEXT),
        "report": decision.report,
        "reported": bool(decision.report),
    }


async def to_report(manager: DialogManager) -> None:
    """Ask what was done."""
    await manager.switch_to(RecommendationStates.report)


async def to_card(manager: DialogManager) -> None:
    """Back to the recommendation."""
    await manager.switch_to(RecommendationStates.card)


async def to_list(manager: DialogManager) -> None:
    """Back to all of them."""
    await manager.switch_to(RecommendationStates.list)


async def report(manager: DialogManager, text: str) -> None:
    """Say that it is carried out."""
    ctx, me = person_id(manager)
    mine = ctx.services.monitoring.recommendations
    await mine.report_recommendation(me, decision_id(manager), text)
    toast(manager, "recommendation-is-reported")
    await to_card(manager)


def list_window() -> Window:
    """All of them."""
    return Window(
        paragraphs(
            T("recommendations-title"),
            T("recommendations-lines", when="some"),
            T("recommendations-none", when="none"),
        ),
        picks("decision", choose, items="choices"),
        pager(PAGE, when="many_pages"),
        to_menu(),
        no_typing(),
        state=RecommendationStates.list,
        getter=list_data,
    )


def card_window() -> Window:
    """One of them."""
    return Window(
        paragraphs(
            T("recommendation-card"),
            T("recommendation-responsible", when="charged"),
            T("recommendation-report", when="reported"),
            T("recommendation-sent-back", when="was_sent_back"),
        ),
        press("recommendation-done", to_report, id="report", when="open"),
        press("recommendation-correct", to_report, id="correct", when="waits"),
        Row(press("recommendations-to-list", to_list, id="back"), to_menu()),
        no_typing(),
        state=RecommendationStates.card,
        getter=card_data,
    )


def report_window() -> Window:
    """What was done."""
    return Window(
        paragraphs(T("recommendation-ask-report"), T("recommendation-report", when="reported")),
        Row(press("back", to_card, id="back"), to_menu()),
        *typed(report),
        state=RecommendationStates.report,
        getter=report_data,
    )


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(list_window(), card_window(), report_window())
