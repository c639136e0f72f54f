"""What is asked before an answer is stored: a jump, and what a colleague wrote meanwhile."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.answer_words import answer_words
from bot.dialogs.requests.data import (
    PENDING,
    SEEN,
    field_key,
    field_of,
    go_on,
    request_id,
    seen,
    to_field,
)
from bot.dialogs.requests.field import after_answer
from bot.dialogs.requests.field import write as write_answer
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
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
from services.fields import free_text
from services.monitoring.answers.answering import Given
from services.monitoring.answers.given import NOTE_LIMIT, given_of
from services.monitoring.answers.typed import meant

_SHOWN, _LABEL = 700, 24


def _pending(manager: DialogManager) -> Given:
    """The answer that waits for a word."""
    found = manager.dialog_data.get(PENDING)
    if not isinstance(found, dict):
        raise Refusal("choice-gone")
    return given_of(found)


async def asking_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The answer that waits, the one stored, and that of the last period."""
    ctx, field = await field_of(dialog_manager)
    variable, mine = field.variable, _pending(dialog_manager)
    my_words = answer_words(ctx.l10n, variable, mine)
    theirs = answer_words(ctx.l10n, variable, field.value)
    return {
        "title": variable.title.get(ctx.locale),
        "mine": cut(my_words, _SHOWN),
        "theirs": cut(theirs, _SHOWN),
        "by": field.given_by or ctx.l10n.plain("request-nobody"),
        "last": answer_words(ctx.l10n, variable, field.last),
        "keep": [Choice("keep", ctx.l10n.plain("conflict-keep", value=cut(theirs, _LABEL)))],
        "mine_choice": [
            Choice(str(field.seen), ctx.l10n.plain("conflict-mine", value=cut(my_words, _LABEL)))
        ],
    }


async def _give(manager: DialogManager, given: Given, *, sure: bool) -> None:
    ctx, me = person_id(manager)
    about, key, known = request_id(manager), field_key(manager), seen(manager)
    answering = ctx.services.monitoring.answering
    outcome = await answering.give_answer(me, about, key, given, known, sure=sure)
    await after_answer(manager, outcome)


async def confirm(manager: DialogManager) -> None:
    """The number is right."""
    ctx, _ = person_id(manager)
    await _explain(manager, ctx.l10n.plain("jump-confirmed"))


async def explain(manager: DialogManager, text: str) -> None:
    """Yes, no, why the number is right, or a better answer; the same number again is a yes."""
    match meant(text):
        case "answer":
            before = manager.dialog_data.get(PENDING)
            await write_answer(manager, text)
            if manager.dialog_data.get(PENDING) == before:
                await confirm(manager)
        case "yes":
            await confirm(manager)
        case "no":
            await to_field(manager)
        case "words":
            await _explain(manager, free_text(text, NOTE_LIMIT))


async def _explain(manager: DialogManager, note: str) -> None:
    mine = _pending(manager)
    await _give(manager, Given(mine.number, mine.text, mine.no_data, note), sure=True)


async def take_mine(manager: DialogManager, item: str) -> None:
    """My answer in the place of the colleague's, as far as that is still the one shown.

    A number that was confirmed before the colleague's answer appeared is not asked about again.
    """
    manager.dialog_data[SEEN] = number_of(item)
    mine = _pending(manager)
    await _give(manager, mine, sure=bool(mine.note))


async def keep_theirs(manager: DialogManager, _item: str) -> None:
    """The colleague's answer stays."""
    ctx, me = person_id(manager)
    about, key = request_id(manager), field_key(manager)
    manager.dialog_data.pop(PENDING, None)
    await go_on(manager, await ctx.services.monitoring.answering.next_field(me, about, key))


def jump_window() -> Window:
    """A number that differs much from the last period's."""
    return Window(
        paragraphs(T("jump-ask")),
        press("jump-yes", confirm, id="yes"),
        press("jump-no", to_field, id="no"),
        to_menu(),
        *typed(explain),
        state=RequestStates.jump,
        getter=asking_data,
    )


def conflict_window() -> Window:
    """Two people answered the same field."""
    return Window(
        paragraphs(T("conflict-ask")),
        picks("keep", keep_theirs, items="keep"),
        picks("mine", take_mine, items="mine_choice"),
        Row(press("back", to_field, id="back"), to_menu()),
        no_typing(),
        state=RequestStates.conflict,
        getter=asking_data,
    )
