"""What a school answered: last period's values beside, what there is to notice, accepting."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.words import field_line, field_title, state_data
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import BoardStates

PAGE = 4
_ROOM = 2800


async def values_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of answers, and what can be done with all of them."""
    ctx, checked = await data.checked_of(dialog_manager)
    numbered = list(enumerate(checked.values, 1))
    noticed = [(number, one) for number, one in numbered if one.flags]
    only_noticed = data.only_flagged(dialog_manager) and bool(noticed)
    shown = noticed if only_noticed else numbered
    page, around = data.pages_of(dialog_manager, data.VALUES_PAGE, len(shown), PAGE)
    here, state = shown[page * PAGE : (page + 1) * PAGE], checked.request.state
    marked, returnable = len(checked.marked), state in ("submitted", "returned", "accepted")
    return {
        **state_data(ctx, checked),
        **around,
        "lines": listed(ctx, [field_line(ctx, number, one) for number, one in here], _ROOM),
        "choices": [
            Choice(one.variable.key, f"{number}. {field_title(ctx, one)}") for number, one in here
        ],
        "noticed": len(noticed),
        "can_narrow": bool(noticed) and not only_noticed,
        "narrowed": only_noticed,
        "marked": marked,
        "acceptable": state == "submitted" and not marked,
        "as_it_is": state == "returned" and not marked,
        "returnable": returnable and not marked,
        "prepared": returnable and marked > 0,
    }


async def open_one(manager: DialogManager, key: str) -> None:
    """One answer."""
    _, checked = await data.checked_of(manager)
    manager.dialog_data[data.FIELD] = checked.look(key).variable.key
    await manager.switch_to(BoardStates.value)


async def narrow(manager: DialogManager) -> None:
    """Only where there is something to notice, or everything again."""
    wanted = not data.only_flagged(manager)
    manager.dialog_data.update({data.FLAGGED: wanted, data.VALUES_PAGE: 0})


async def accept(manager: DialogManager) -> None:
    """Accept everything at once."""
    ctx, me = person_id(manager)
    done = await ctx.services.monitoring.checking.accept(me, data.request_id(manager))
    toast(manager, "board-accepted" if done else "board-accepted-already")
    await data.to_request(manager)


async def accept_as_is(manager: DialogManager) -> None:
    """Ask whether to accept it without the corrections."""
    await manager.switch_to(BoardStates.accept)


async def to_fields(manager: DialogManager) -> None:
    """Choose what to return."""
    manager.dialog_data[data.FIELDS] = []
    await manager.switch_to(BoardStates.fields)


async def to_return(manager: DialogManager) -> None:
    """What is about to be returned."""
    _, checked = await data.checked_of(manager)
    accepted = checked.request.state == "accepted"
    await manager.switch_to(BoardStates.reopen if accepted else BoardStates.give_back)


def window() -> Window:
    """The answers."""
    return Window(
        paragraphs(T("board-values-head"), T("board-values-lines")),
        picks("field", open_one, items="choices"),
        pager(data.VALUES_PAGE, when="many_pages"),
        Row(
            press("board-noticed", narrow, id="noticed", when="can_narrow"),
            press("board-all-values", narrow, id="all", when="narrowed"),
        ),
        Row(
            press("board-accept", accept, id="accept", when="acceptable"),
            press("board-as-it-is", accept_as_is, id="as_is", when="as_it_is"),
            press("board-return", to_fields, id="fields", when="returnable"),
            press("board-return-marked", to_return, id="return", when="prepared"),
        ),
        Row(press("back", data.to_request, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.values,
        getter=values_data,
    )
