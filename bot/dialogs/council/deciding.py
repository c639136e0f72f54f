"""What is asked once: sending, carrying out, sending back, giving up."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.council.data import card_of, decision_id, locate, stay, to_decision, to_place
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
    typed,
)
from bot.dialogs.widgets.decisions import due_words, short_text
from bot.states import CouncilStates
from services.errors import Refusal

_TEXT, _NAMED = 600, 600


async def decision_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The decision, and whom it will reach."""
    ctx, card = await card_of(dialog_manager)
    decision = card.decision
    names = ", ".join(one.title(ctx.locale) for one in card.to)
    return {
        "text": cut(short_text(decision), _TEXT),
        "due": due_words(ctx, decision),
        "schools": cut(names, _NAMED),
        "count": len(card.to),
        "addressed": bool(card.to),
        "alone": not card.to,
        "deaf": bool(card.deaf),
        "deaf_names": cut(", ".join(one.title(ctx.locale) for one in card.deaf), _NAMED),
        "report": decision.report,
        "reported": decision.state == "reported",
        "told": decision.school is not None,
        "draft": decision.state == "draft",
        "sent": decision.state != "draft",
        "responsible": decision.responsible,
    }


async def send(manager: DialogManager) -> None:
    """Send it; several schools make several decisions, so back to all of them."""
    ctx, me = person_id(manager)
    made = await ctx.services.monitoring.decisions.send_decision(me, decision_id(manager))
    toast(manager, "decision-is-sent", count=made)
    await (to_place if made > 1 else to_decision)(manager)


async def close(manager: DialogManager) -> None:
    """It is carried out."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.close_decision(me, decision_id(manager))
    toast(manager, "decision-is-done")
    await to_decision(manager)


async def send_back(manager: DialogManager, text: str) -> None:
    """Say what is still missing."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.decisions.send_back(me, decision_id(manager), text)
    toast(manager, "decision-is-sent-back")
    await to_decision(manager)


async def send_back_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What the school reported."""
    data = await decision_data(dialog_manager)
    if not data["reported"]:
        raise Refusal("decision-not-reported")
    return data


async def drop(manager: DialogManager) -> None:
    """Give it up; its screen is gone, so back to the place."""
    ctx, me = person_id(manager)
    await locate(manager)
    await ctx.services.monitoring.decisions.drop_decision(me, decision_id(manager))
    manager.dialog_data.pop("decision_id", None)
    toast(manager, "decision-is-dropped")
    await stay(manager)


def send_window() -> Window:
    """Whom it will reach."""
    return Window(
        paragraphs(
            T("decision-send-ask"),
            T("decision-send-schools", when="addressed"),
            T("decision-send-alone", when="alone"),
            T("decision-deaf", when="deaf"),
        ),
        press("decision-send-yes", send, id="yes"),
        Row(press("back", to_decision, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.send,
        getter=decision_data,
    )


def close_window() -> Window:
    """Whether it is carried out."""
    return Window(
        paragraphs(
            T("decision-close-ask"),
            T("decision-report", when="reported"),
            T("decision-close-told", when="told"),
        ),
        press("decision-close-yes", close, id="yes"),
        Row(press("back", to_decision, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.close,
        getter=decision_data,
    )


def send_back_window() -> Window:
    """What is still missing."""
    return Window(
        paragraphs(T("decision-send-back-ask"), T("decision-report", when="reported")),
        Row(press("back", to_decision, id="back"), to_menu()),
        *typed(send_back),
        state=CouncilStates.send_back,
        getter=send_back_data,
    )


def drop_window() -> Window:
    """Whether to give it up."""
    return Window(
        paragraphs(
            T("decision-discard-ask", when="draft"),
            T("decision-drop-ask", when="sent"),
            T("decision-drop-told", when="told"),
        ),
        press("decision-drop-yes", drop, id="yes"),
        Row(press("back", to_decision, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.drop,
        getter=decision_data,
    )
