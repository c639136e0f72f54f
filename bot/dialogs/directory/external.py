"""Results of diagnoses made elsewhere: noting one in a message, removing one."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.directory.data import person_shown, to_card
from bot.dialogs.widgets import (
    Choice,
    T,
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
from bot.states import DirectoryStates
from services.directory import PersonCard
from services.errors import Refusal

PAGE, LINES = "external_page", 5
RESULT = "external_id"
ROOM = 2500


async def external_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was noted about the person."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.directory.card(me, person_shown(dialog_manager))
    _check(card)
    pages = max(1, -(-len(card.external) // LINES))
    page = page_number(dialog_manager, PAGE) % pages
    lines = [
        ctx.l10n("external-line", title=one.title, year=str(one.year), outcome=one.outcome)
        for one in card.external
    ]
    return {
        "name": card.name,
        "external": listed(ctx, lines, ROOM),
        "any": bool(lines),
        "choices": [
            Choice(
                str(one.id),
                ctx.l10n.plain("people-external-remove", title=one.title, year=str(one.year)),
            )
            for one in card.external[page * LINES : (page + 1) * LINES]
        ],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _check(card: PersonCard) -> None:
    if not card.may_note:
        raise Refusal("role-needed", audience="methodist")


async def note(manager: DialogManager, text: str) -> None:
    """Note a result as typed."""
    ctx, me = person_id(manager)
    await ctx.services.careers.note_external(me, person_shown(manager), text)
    manager.dialog_data.pop(PAGE, None)


async def ask_remove(manager: DialogManager, item: str) -> None:
    """Ask before a result is removed."""
    manager.dialog_data[RESULT] = number_of(item)
    await manager.switch_to(DirectoryStates.external_remove)


async def to_external(manager: DialogManager) -> None:
    """Back to all that was noted."""
    await manager.switch_to(DirectoryStates.external)


def window() -> Window:
    """All that was noted."""
    return Window(
        paragraphs(T("people-external-ask"), T("people-external-noted", when="any")),
        picks("external", ask_remove, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(press("people-to-card", to_card, id="back"), to_menu()),
        *typed(note),
        state=DirectoryStates.external,
        getter=external_data,
    )


def result_shown(manager: DialogManager) -> int:
    """The result that the question is about."""
    found = manager.dialog_data.get(RESULT)
    if not isinstance(found, int):
        raise Refusal("choice-gone")
    return found


async def remove_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The result that is to go."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.directory.card(me, person_shown(dialog_manager))
    _check(card)
    wanted = result_shown(dialog_manager)
    found = next((one for one in card.external if one.id == wanted), None)
    if found is None:
        raise Refusal("choice-gone")
    return {
        "name": card.name,
        "title": found.title,
        "year": str(found.year),
        "outcome": found.outcome,
    }


async def remove(manager: DialogManager) -> None:
    """Remove the result."""
    ctx, me = person_id(manager)
    await ctx.services.careers.remove_external(me, result_shown(manager))
    toast(manager, "people-external-removed")
    await to_external(manager)


def remove_window() -> Window:
    """The question."""
    return Window(
        paragraphs(T("people-external-remove-ask")),
        press("people-external-remove-yes", remove, id="remove"),
        Row(press("back", to_external, id="back"), to_menu()),
        no_typing(),
        state=DirectoryStates.external_remove,
        getter=remove_data,
    )
