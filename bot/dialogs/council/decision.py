"""One decision: what it says, for whom, until when, and what can be done with it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.council.data import card_of, to_place
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, press, to_menu
from bot.dialogs.widgets.decisions import due_words, sign_of, state_of
from bot.dialogs.widgets.schools import QUERY
from bot.l10n import Safe
from bot.states import CouncilStates
from services.monitoring.council.decisions import Decision, DecisionCard

_NAMED = 400


async def decision_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The decision in words, and which buttons make sense."""
    ctx, card = await card_of(dialog_manager)
    decision = card.decision
    draft, told = decision.state == "draft", decision.school is not None
    return {
        "place": card.place.get(ctx.locale),
        "sign": sign_of(decision),
        "state": ctx.l10n.plain(f"decision-state-{state_of(decision)}"),
        "text": decision.text,
        "lines": _lines(ctx, card),
        "report": decision.report,
        "reported": bool(decision.report) and not draft,
        "sent_back": decision.sent_back,
        "was_sent_back": bool(decision.sent_back) and decision.open,
        "draft": draft,
        "complete": draft and not card.missing,
        "missing": draft and bool(card.missing),
        "lacks": ", ".join(ctx.l10n.plain(f"decision-lacks-{one}") for one in card.missing),
        "deaf": bool(card.deaf) and decision.state in ("draft", "open"),
        "deaf_names": cut(", ".join(one.title(ctx.locale) for one in card.deaf), _NAMED),
        "changeable": decision.state in ("draft", "open"),
        "open": decision.open,
        "waits": decision.state == "reported",
        "under_way": decision.state in ("open", "reported"),
        "told": told,
    }


def _lines(ctx: Ctx, card: DecisionCard) -> Safe:
    """For whom, who sees to it, until when."""
    l10n, decision = ctx.l10n, card.decision
    nobody = l10n.plain("decision-no-responsible")
    values = {"school": _whom(ctx, decision, card), "responsible": decision.responsible or nobody}
    values["due"] = due_words(ctx, decision)
    return Safe(
        "\n".join(
            l10n("decision-value", label=l10n.plain(f"decision-field-{field}"), value=value)
            for field, value in values.items()
        )
    )


def _whom(ctx: Ctx, decision: Decision, card: DecisionCard) -> str:
    if decision.school is not None:
        return decision.school.title(ctx.locale)
    if not card.to:
        return ctx.l10n.plain("decision-no-school")
    names = cut(", ".join(one.title(ctx.locale) for one in card.to), _NAMED)
    return ctx.l10n.plain("decision-schools", count=len(card.to), names=names)


async def to_text(manager: DialogManager) -> None:
    """Write the text anew."""
    await manager.switch_to(CouncilStates.text)


async def to_schools(manager: DialogManager) -> None:
    """Choose schools."""
    manager.dialog_data.pop(QUERY, None)
    await manager.switch_to(CouncilStates.school)


async def to_responsible(manager: DialogManager) -> None:
    """Say who sees to it."""
    await manager.switch_to(CouncilStates.responsible)


async def to_due(manager: DialogManager) -> None:
    """Say until when."""
    await manager.switch_to(CouncilStates.due)


async def to_send(manager: DialogManager) -> None:
    """Ask before it goes out."""
    await manager.switch_to(CouncilStates.send)


async def to_close(manager: DialogManager) -> None:
    """Ask whether it is carried out."""
    await manager.switch_to(CouncilStates.close)


async def to_send_back(manager: DialogManager) -> None:
    """Ask what is still missing."""
    await manager.switch_to(CouncilStates.send_back)


async def to_drop(manager: DialogManager) -> None:
    """Ask before it is given up."""
    await manager.switch_to(CouncilStates.drop)


def window() -> Window:
    """The decision."""
    return Window(
        paragraphs(
            T("decision-card"),
            T("decision-lines"),
            T("decision-report", when="reported"),
            T("decision-was-sent-back", when="was_sent_back"),
            T("decision-missing", when="missing"),
            T("decision-deaf", when="deaf"),
        ),
        press("decision-confirm", to_close, id="confirm", when="waits"),
        press("decision-send-back", to_send_back, id="return", when="waits"),
        press("decision-send", to_send, id="send", when="complete"),
        Row(
            press("decision-edit-text", to_text, id="text"),
            press("decision-edit-schools", to_schools, id="schools"),
            when="draft",
        ),
        Row(
            press("decision-edit-responsible", to_responsible, id="responsible"),
            press("decision-edit-due", to_due, id="due"),
            when="changeable",
        ),
        Row(
            press("decision-close", to_close, id="close", when="open"),
            press("decision-drop", to_drop, id="drop", when="under_way"),
        ),
        press("decision-discard", to_drop, id="discard", when="draft"),
        Row(press("council-to-place", to_place, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.decision,
        getter=decision_data,
    )
