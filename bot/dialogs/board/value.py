"""One answer with all there is about it: who gave it, what it was, the file beside it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.board import data
from bot.dialogs.board.words import (
    answered,
    before,
    field_title,
    flags_words,
    moment,
    name_of,
)
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.request_words import send_evidence
from bot.states import BoardStates
from services.errors import Refusal

_ROOM = 2000


async def value_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The answer in words, and what can be done with it."""
    ctx, checked, look = await data.field_of(dialog_manager)
    value, hint = look.value, look.variable.hint
    returnable = checked.request.state in ("submitted", "returned", "accepted")
    free = value is not None and not {"marked", "returned"} & set(look.flags)
    return {
        "school": name_of(ctx, checked),
        "field": field_title(ctx, look),
        "hint": hint.get(ctx.locale) if hint else "",
        "hinted": hint is not None,
        "answer": answered(ctx, look),
        "last": before(ctx, look),
        "by": look.by or "—",
        "when": moment(ctx, value.given_at) if value else "",
        "origin": ctx.l10n.plain(f"board-origin-{value.origin}") if value else "",
        "given": value is not None,
        "flags": listed(
            ctx, [ctx.l10n("bullet", text=text) for text in flags_words(ctx, look)], _ROOM
        ),
        "flagged": bool(look.flags),
        "filed": value is not None and value.file_id is not None,
        "returnable": returnable and free,
        "prepared": returnable and "marked" in look.flags,
    }


async def mark(manager: DialogManager) -> None:
    """Ask why it is to be returned."""
    _, _, look = await data.field_of(manager)
    manager.dialog_data[data.FIELDS] = [look.variable.key]
    await manager.switch_to(BoardStates.reason)


async def unmark(manager: DialogManager) -> None:
    """Do not return it after all."""
    ctx, me = person_id(manager)
    _, _, look = await data.field_of(manager)
    checking, keys = ctx.services.monitoring.checking, [look.variable.key]
    await checking.mark_for_return(me, data.request_id(manager), keys, None)
    toast(manager, "board-unmarked")


async def show_file(manager: DialogManager) -> None:
    """Send the file beside it."""
    ctx, _, look = await data.field_of(manager)
    if look.value is None or look.value.file_id is None:
        raise Refusal("choice-gone")
    bot, title = manager.middleware_data["bot"], field_title(ctx, look)
    await send_evidence(bot, ctx, look.value.file_id, title)


async def history(manager: DialogManager) -> None:
    """Everything that happened to this answer."""
    manager.dialog_data.update({data.HISTORY_PAGE: 0, data.OF_FIELD: True})
    await manager.switch_to(BoardStates.history)


def window() -> Window:
    """The answer."""
    return Window(
        paragraphs(
            T("board-value"),
            T("board-value-by", when="given"),
            T("board-value-flags", when="flagged"),
            T("board-value-hint", when="hinted"),
        ),
        press("board-show-file", show_file, id="file", when="filed"),
        press("board-mark", mark, id="mark", when="returnable"),
        press("board-unmark", unmark, id="unmark", when="prepared"),
        press("board-field-history", history, id="history", when="given"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.value,
        getter=value_data,
    )
