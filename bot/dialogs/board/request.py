"""The request of one school: how far it is, what came out of it, what can be done."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.board import data
from bot.dialogs.board.values import accept
from bot.dialogs.board.words import state_data
from bot.dialogs.widgets import (
    T,
    cut,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.indicator_words import SIGNS, met_words, value_words
from bot.states import BoardStates, open_inviting, open_people_of_school, open_request
from services.errors import Refusal
from services.monitoring.checking.looking import Checked
from services.monitoring.results.formulas import Measured
from services.permissions import Role

_ROOM, _WORD, _PEOPLE = 2000, 160, 300


async def request_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The request in words, and which buttons make sense."""
    ctx, checked = await data.checked_of(dialog_manager)
    request, state = checked.request, checked.request.state
    of_school, goes_on = checked.school is not None, checked.campaign.state == "open"
    orphan = of_school and request.owing and not checked.people
    further = await _further(ctx, checked)
    return {
        **state_data(ctx, checked),
        "late": request.late,
        "gone": checked.school_gone and state != "withdrawn",
        "orphan": orphan,
        "people": cut(", ".join(checked.people), _PEOPLE),
        "peopled": bool(checked.people),
        "indicators": listed(
            ctx, [_indicator(ctx, checked, one) for one in checked.measured], _ROOM
        ),
        "measured": bool(checked.given and checked.measured),
        "flagged": sum(bool(one.flags) for one in checked.values),
        "has_flags": state == "submitted" and any(one.flags for one in checked.values),
        "acceptable": state == "submitted" and not any(one.flags for one in checked.values),
        "mine": checked.school is None and request.owing,
        "has_values": checked.given > 0,
        "owes": of_school and request.owing and not orphan,
        "withdrawable": of_school and goes_on and state != "withdrawn",
        "can_ask_again": goes_on and state == "withdrawn",
        "further": further,
        "has_further": further > 0,
    }


async def _further(ctx: Ctx, checked: Checked) -> int:
    """Another request to check, once this one is done; 0, which there never is, for none."""
    if checked.request.state not in ("accepted", "returned"):
        return 0
    board = ctx.services.monitoring.board
    found = await board.next_to_check(ctx.me.id, checked.campaign.id, checked.request.id)
    return found or 0


def _indicator(ctx: Ctx, checked: Checked, one: Measured) -> str:
    """«✗ Доля …: 12,5 %, порог 20 % не выполнен — «в школе ремонт»»."""
    reason = checked.low.get(one.indicator.key)
    met = met_words(ctx.l10n, one)
    low = reason is not None and one.met is False
    return ctx.l10n(
        "board-indicator",
        sign=SIGNS[one.met],
        title=cut(one.indicator.title.get(ctx.locale), _WORD),
        value=value_words(ctx.l10n, one),
        met=f", {met}" if met else "",
        reason=" " + ctx.l10n.plain("board-low", reason=cut(reason.text, _WORD))
        if reason and low
        else "",
    )


async def further(manager: DialogManager) -> None:
    """The next one to check."""
    ctx, checked = await data.checked_of(manager)
    found = await _further(ctx, checked)
    if not found:
        raise Refusal("choice-gone")
    await data.open_request(manager, found)


async def answer(manager: DialogManager) -> None:
    """Answer the municipality's own part."""
    await open_request(manager, data.request_id(manager))


async def nudge(manager: DialogManager) -> None:
    """Ask this school once more."""
    manager.dialog_data[data.ONE] = True
    await manager.switch_to(BoardStates.nudge)


async def history(manager: DialogManager) -> None:
    """Everything that happened to it."""
    manager.dialog_data.update({data.HISTORY_PAGE: 0, data.OF_FIELD: False})
    await manager.switch_to(BoardStates.history)


async def withdraw(manager: DialogManager) -> None:
    """Ask whether to ask this school no longer."""
    await manager.switch_to(BoardStates.withdraw)


async def ask_again(manager: DialogManager) -> None:
    """Take a withdrawn school back."""
    ctx, me = person_id(manager)
    done = await ctx.services.monitoring.checking.ask_again(me, data.request_id(manager))
    toast(manager, "board-asked-again" if done else "board-asked-already")


async def invite(manager: DialogManager) -> None:
    """An invitation for a coordinator of this school."""
    _, checked = await data.checked_of(manager)
    if checked.school is None:
        raise Refusal("choice-gone")
    await open_inviting(manager, Role.COORDINATOR, checked.school.id)


async def people(manager: DialogManager) -> None:
    """People of this school: one of them may become its coordinator."""
    _, checked = await data.checked_of(manager)
    if checked.school is None:
        raise Refusal("choice-gone")
    await open_people_of_school(manager, checked.school.id)


def window() -> Window:
    """The request."""
    return Window(
        paragraphs(
            T("board-request"),
            T("board-request-late", when="late"),
            T("board-request-gone", when="gone"),
            T("board-request-orphan", when="orphan"),
            T("board-request-people", when="peopled"),
            T("board-request-flags", when="has_flags"),
            T("board-request-indicators", when="measured"),
        ),
        press("board-accept", accept, id="accept", when="acceptable"),
        press("board-answer", answer, id="answer", when="mine"),
        press("board-values", data.to_values, id="values", when="has_values"),
        press("board-further", further, id="further", when="has_further"),
        Row(
            press("board-invite", invite, id="invite"),
            press("board-people", people, id="people"),
            when="orphan",
        ),
        press("board-nudge-one", nudge, id="nudge", when="owes"),
        Row(
            press("board-history", history, id="history"),
            press("board-withdraw", withdraw, id="withdraw", when="withdrawable"),
            press("board-ask-again", ask_again, id="again", when="can_ask_again"),
        ),
        Row(press("board-back", data.to_board, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.request,
        getter=request_data,
    )
