"""All answers with a tap to each, and the indicators made of them."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.answer_words import answer_words
from bot.context import Ctx
from bot.dialogs.requests.data import (
    REVIEWING,
    head,
    request_id,
    show_field,
    to_card,
    to_first_field,
)
from bot.dialogs.requests.evidence import collect
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.indicator_words import SIGNS, met_words, value_words
from bot.states import RequestStates
from services.monitoring.answers.submitting import Line, Reckoned, Summary

PAGE, LINES = "summary_page", 8
_TITLE, _VALUE, _NOTE, _ROOM, _RECKONED = 110, 90, 80, 2300, 1300


async def summary_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of answers, and all indicators."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.submitting.summary(me, request_id(dialog_manager))
    numbered = list(enumerate(_shown(found), 1))
    pages = max(1, -(-len(numbered) // LINES))
    page = page_number(dialog_manager, PAGE) % pages
    shown = numbered[page * LINES : (page + 1) * LINES]
    last = page == pages - 1
    indicators = [_indicator(ctx, one) for one in found.indicators] if last else []
    return {
        **head(ctx, found.campaign, found.request, found.school),
        "lines": listed(ctx, [_line(ctx, number, one) for number, one in shown], _ROOM),
        "indicators": listed(ctx, indicators, _RECKONED),
        "reckoned": bool(indicators),
        "choices": [
            Choice(one.variable.key, _number(n, one)) for n, one in shown if one.changeable
        ],
        **_left(found),
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _shown(found: Summary) -> list[Line]:
    """Of a returned request what came back; the rest is as it was."""
    if found.request.state != "returned":
        return list(found.lines)
    return [line for line in found.lines if line.changeable]


def _left(found: Summary) -> dict[str, Any]:
    low = sum(one.low for one in found.indicators)
    return {
        "missing": found.missing,
        "incomplete": found.open and found.missing > 0,
        "ready": found.open and found.missing == 0,
        "lacking": len(found.lacking_files),
        "can_attach": found.missing == 0 and bool(found.lacking_files),
        "changeable": found.open,
        "settled": not found.open,
        "returned": "yes" if found.again else "no",
        "low": low,
        "unexplained": found.unexplained,
        "can_explain": found.open and found.unexplained > 0,
        "can_reword": found.open and low > 0 and found.unexplained == 0,
    }


def _line(ctx: Ctx, number: int, line: Line) -> str:
    value = line.value
    if value is None and line.known is not None:
        words = ctx.l10n.plain("answers-by-bot", count=line.known)
    elif value is None:
        words = ctx.l10n.plain("answers-no-answer")
    else:
        words = cut(answer_words(ctx.l10n, line.variable, value), _VALUE)
    return ctx.l10n(
        "answers-line",
        number=number,
        title=cut(line.variable.title.get(ctx.locale), _TITLE),
        value=words,
        note=cut(value.note, _NOTE) if value else "",
        noted="yes" if value and value.note else "no",
        file="yes" if value and value.file_id else "no",
        sign="missing" if line.missing else "given",
    )


def _number(number: int, line: Line) -> str:
    return f"{number} ○" if line.missing else str(number)


def _indicator(ctx: Ctx, one: Reckoned) -> str:
    measured = one.measured
    return ctx.l10n(
        "answers-indicator",
        sign=SIGNS[measured.met],
        title=cut(measured.indicator.title.get(ctx.locale), _TITLE),
        value=value_words(ctx.l10n, measured),
        met=met_words(ctx.l10n, measured),
        limited="yes" if measured.indicator.threshold else "no",
        reason=cut(one.reason, _NOTE),
        explained="yes" if one.reason else "no",
    )


async def revise(manager: DialogManager, item: str) -> None:
    """One field, and back here after the answer."""
    await show_field(manager, item)
    manager.dialog_data[REVIEWING] = True


async def explain(manager: DialogManager) -> None:
    """Say why indicators are low."""
    manager.dialog_data.pop("indicator", None)
    await manager.switch_to(RequestStates.low)


async def to_submit(manager: DialogManager) -> None:
    """Say what handing in means."""
    await manager.switch_to(RequestStates.submit)


def window() -> Window:
    """The summary."""
    return Window(
        paragraphs(
            T("answers-head"),
            T("answers-lines"),
            T("answers-indicators", when="reckoned"),
            T("answers-low", when="can_explain"),
            T("answers-missing", when="incomplete"),
            T("answers-ready", when="ready"),
            T("answers-tap", when="changeable"),
            T("answers-settled", when="settled"),
        ),
        picks("field", revise, items="choices", width=4),
        pager(PAGE, when="many_pages"),
        press("answers-fill", to_first_field, id="fill", when="incomplete"),
        press("answers-explain", explain, id="explain", when="can_explain"),
        press("answers-reword", explain, id="reword", when="can_reword"),
        press("answers-attach", collect, id="attach", when="can_attach"),
        press("answers-submit", to_submit, id="submit", when="ready"),
        Row(press("back", to_card, id="back"), to_menu()),
        no_typing(),
        state=RequestStates.summary,
        getter=summary_data,
    )
