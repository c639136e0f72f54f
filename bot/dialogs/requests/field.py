"""One field: what it means, what was answered last time, what the bot counted, and the answer."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.answer_words import answer_words
from bot.context import PROBLEM, Ctx
from bot.dialogs.requests.data import (
    PENDING,
    REVIEWING,
    field_key,
    field_of,
    go_on,
    request_id,
    seen,
    show_field,
    to_card,
    to_summary,
)
from bot.dialogs.requests.evidence import keep_file
from bot.dialogs.widgets import (
    Choice,
    T,
    bar,
    cut,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import RequestStates
from services.errors import Refusal
from services.monitoring.answers.answering import FieldCard, Given, Outcome, said

_HINT, _TEXT, _REASON = 700, 700, 400
# What is asked before an answer is stored.
_ASKING = {
    "jump": RequestStates.jump,
    "conflict": RequestStates.conflict,
    "reason": RequestStates.no_data,
}


async def field_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The field."""
    ctx, field = await field_of(dialog_manager)
    variable, value = field.variable, field.value
    hint = variable.hint.get(ctx.locale) if variable.hint else ""
    return {
        "number": field.number,
        "total": field.total,
        "bar": bar(field.number, field.total),
        "title": variable.title.get(ctx.locale),
        "hint": cut(hint, _HINT),
        "hinted": bool(hint),
        "whole": field.whole.title.get(ctx.locale) if field.whole else "",
        "is_part": field.whole is not None,
        "input": variable.input,
        **_known_so_far(ctx, field),
        **_buttons(ctx, field),
        "reviewing": bool(dialog_manager.dialog_data.get(REVIEWING)),
        "going": not dialog_manager.dialog_data.get(REVIEWING),
        "answered": value is not None,
        "unanswered": value is None,
    }


def _known_so_far(ctx: Ctx, field: FieldCard) -> dict[str, Any]:
    variable, value, last = field.variable, field.value, field.last
    reason = (value.returned or "") if value else ""
    return {
        "returned": cut(reason, _REASON),
        "is_returned": bool(reason),
        "now": cut(answer_words(ctx.l10n, variable, value), _TEXT) if value else "",
        "note": value.note if value else "",
        "by": field.given_by or ctx.l10n.plain("request-nobody"),
        "plain_now": value is not None and not value.note,
        "noted": bool(value and value.note),
        "last": cut(answer_words(ctx.l10n, variable, last), _TEXT) if last else "",
        "has_last": last is not None,
        "last_title": field.last_title,
    }


def _buttons(ctx: Ctx, field: FieldCard) -> dict[str, Any]:
    value, variable, can = field.value, field.variable, field.can_change
    known = field.known if can else None
    stale = value is None or value.number != known or bool(value.returned)
    attached = value is not None and value.file_id is not None
    return {
        "yes_no": _yes_no(ctx, field) if can and variable.input == "yes_no" else [],
        "known": _known(ctx, known) if known is not None and stale else [],
        "can": can,
        "read_only": not can,
        "can_keep": can and value is not None and bool(value.returned),
        "can_attach": can and variable.evidence and value is not None and not attached,
        "can_see_file": can and attached,
    }


def _yes_no(ctx: Ctx, field: FieldCard) -> list[Choice]:
    now = field.value.number if field.value else None
    return [
        Choice(str(number), ("✓ " if now == number else "") + ctx.l10n.plain(key))
        for number, key in ((1, "answer-yes-button"), (0, "answer-no-button"))
    ]


def _known(ctx: Ctx, count: int) -> list[Choice]:
    return [Choice(str(count), ctx.l10n.plain("field-known", count=count))]


async def after_answer(manager: DialogManager, outcome: Outcome) -> None:
    """Go on, or ask first what stands in the way."""
    if outcome.state == "saved":
        await go_on(manager, outcome.next)
        return
    manager.dialog_data[PENDING] = said(outcome.given)
    await manager.switch_to(_ASKING[outcome.state])


async def write(manager: DialogManager, text: str) -> None:
    """Take what was typed."""
    ctx, me = person_id(manager)
    about, key = request_id(manager), field_key(manager)
    answering = ctx.services.monitoring.answering
    await after_answer(manager, await answering.type_answer(me, about, key, text, seen(manager)))


async def expects_text(manager: DialogManager) -> None:
    """A file belongs to an answer that is there; anything else says nothing here."""
    _, field = await field_of(manager)
    if not field.variable.evidence:
        raise Refusal("only-text")
    if field.value is None:
        raise Refusal("data-file-later")
    await keep_file(manager)
    manager.middleware_data.pop(PROBLEM, None)
    await to_evidence(manager)


async def choose(manager: DialogManager, item: str) -> None:
    """Yes or no."""
    ctx, me = person_id(manager)
    given = Given(number=number_of(item))
    about, key = request_id(manager), field_key(manager)
    answering = ctx.services.monitoring.answering
    await after_answer(manager, await answering.give_answer(me, about, key, given, seen(manager)))


async def take_known(manager: DialogManager, item: str) -> None:
    """Take what the bot counted."""
    ctx, me = person_id(manager)
    about, key, count = request_id(manager), field_key(manager), number_of(item)
    answering = ctx.services.monitoring.answering
    outcome = await answering.take_known(me, about, key, count, seen(manager))
    await after_answer(manager, outcome)


async def keep(manager: DialogManager) -> None:
    """It came back and is right as it is."""
    ctx, me = person_id(manager)
    about, key = request_id(manager), field_key(manager)
    answering = ctx.services.monitoring.answering
    await after_answer(manager, await answering.keep_answer(me, about, key, seen(manager)))


async def no_data(manager: DialogManager) -> None:
    """There are none: ask why."""
    await manager.switch_to(RequestStates.no_data)


async def to_evidence(manager: DialogManager) -> None:
    """The file beside the answer."""
    await manager.switch_to(RequestStates.evidence)


async def back(manager: DialogManager) -> None:
    """The field before; the card before the first one, the summary for who came from there."""
    _, field = await field_of(manager)
    if manager.dialog_data.get(REVIEWING):
        await to_summary(manager)
    elif field.before is None:
        await to_card(manager)
    else:
        await show_field(manager, field.before)


async def skip(manager: DialogManager) -> None:
    """The next field, whatever is in this one; the summary behind the last."""
    _, field = await field_of(manager)
    manager.dialog_data.pop(REVIEWING, None)
    await go_on(manager, field.after)


def window() -> Window:
    """The field."""
    return Window(
        paragraphs(
            T("field-head"),
            T("field-hint", when="hinted"),
            T("field-part", when="is_part"),
            T("field-returned", when="is_returned"),
            T("field-now", when="plain_now"),
            T("field-noted", when="noted"),
            T("field-last", when="has_last"),
            T("field-ask", when="can"),
            T("field-read-only", when="read_only"),
        ),
        picks("answer", choose, items="yes_no", width=2),
        picks("known", take_known, items="known"),
        press("field-keep", keep, id="keep", when="can_keep"),
        press("field-attach", to_evidence, id="attach", when="can_attach"),
        press("field-file", to_evidence, id="file", when="can_see_file"),
        press("field-no-data", no_data, id="no_data", when="can"),
        Row(
            press("back", back, id="back"),
            press("field-skip", skip, id="skip", when="unanswered"),
            press("forward", skip, id="next", when="answered"),
        ),
        Row(press("field-all", to_summary, id="all"), to_menu()),
        *typed(write, expects_text),
        state=RequestStates.field,
        getter=field_data,
    )
