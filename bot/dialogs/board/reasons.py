"""Which fields are to be returned, and why."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.board import data
from bot.dialogs.board.values import to_return
from bot.dialogs.board.words import field_title, name_of
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    mark_of,
    marked,
    no_typing,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.states import BoardStates
from services.errors import Refusal
from services.monitoring.checking.looking import Checked, Looked

PAGE, FIELDS_PAGE = 5, "fields_page"
# What one needs to say most often. Each has a text `board-quick-<key>`.
QUICK = ("typo", "jump", "mismatch", "evidence", "period")
_ROOM = 1500


def _chosen(manager: DialogManager, checked: Checked) -> list[Looked]:
    """The fields that are chosen, as far as they can be returned."""
    keys = manager.dialog_data.get(data.FIELDS)
    wanted = keys if isinstance(keys, list) else []
    return [one for one in _free(checked) if one.variable.key in wanted]


def _free(checked: Checked) -> list[Looked]:
    return [one for one in checked.values if one.value is not None and "returned" not in one.flags]


async def fields_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All fields with marks; those with a reason already say so."""
    ctx, checked = await data.checked_of(dialog_manager)
    free, chosen = _free(checked), _chosen(dialog_manager, checked)
    page, around = data.pages_of(dialog_manager, FIELDS_PAGE, len(free), PAGE)
    here = free[page * PAGE : (page + 1) * PAGE]
    choices = [(one.variable.key, _label(ctx, one)) for one in here]
    return {
        **around,
        "school": name_of(ctx, checked),
        "choices": marked(choices, {one.variable.key for one in chosen}),
        "chosen": len(chosen),
        "some": bool(chosen),
        "marked": len(checked.marked),
        "has_marks": bool(checked.marked),
        "prepared": bool(checked.marked) and not chosen,
    }


def _label(ctx: Ctx, one: Looked) -> str:
    title = field_title(ctx, one)
    return f"↩ {title}" if "marked" in one.flags else title


async def choose(manager: DialogManager, item: str) -> None:
    """Choose a field, or not."""
    key, wanted = mark_of(item)
    _, checked = await data.checked_of(manager)
    keys = [one.variable.key for one in _chosen(manager, checked)]
    checked.look(key)
    kept = [one for one in keys if one != key]
    manager.dialog_data[data.FIELDS] = [*kept, key] if wanted else kept


async def to_reason(manager: DialogManager) -> None:
    """Why these fields."""
    await manager.switch_to(BoardStates.reason)


async def reason_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The chosen fields, and what one needs to say most often."""
    ctx, checked = await data.checked_of(dialog_manager)
    chosen = _chosen(dialog_manager, checked)
    if not chosen:
        raise Refusal("choice-gone")
    lines = [ctx.l10n("bullet", text=field_title(ctx, one)) for one in chosen]
    return {
        "school": name_of(ctx, checked),
        "fields": listed(ctx, lines, _ROOM),
        "count": len(chosen),
        "choices": [Choice(key, ctx.l10n.plain(f"board-quick-{key}")) for key in QUICK],
    }


async def quick(manager: DialogManager, key: str) -> None:
    """One of the usual reasons."""
    if key not in QUICK:
        raise Refusal("choice-gone")
    ctx, _ = person_id(manager)
    await give_reason(manager, ctx.l10n.plain(f"board-quick-{key}"))


async def give_reason(manager: DialogManager, text: str) -> None:
    """Keep the reason for the chosen fields."""
    ctx, me = person_id(manager)
    _, checked = await data.checked_of(manager)
    keys = [one.variable.key for one in _chosen(manager, checked)]
    await ctx.services.monitoring.checking.mark_for_return(me, data.request_id(manager), keys, text)
    manager.dialog_data[data.FIELDS] = []
    toast(manager, "board-marked")
    await to_return(manager)


def fields_window() -> Window:
    """Which fields."""
    return Window(
        paragraphs(T("board-fields"), T("board-fields-marked", when="has_marks")),
        picks("field", choose, items="choices"),
        pager(FIELDS_PAGE, when="many_pages"),
        press("board-why", to_reason, id="why", when="some"),
        press("board-return-marked", to_return, id="return", when="prepared"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        no_typing(),
        state=BoardStates.fields,
        getter=fields_data,
    )


def window() -> Window:
    """Why."""
    return Window(
        paragraphs(T("board-reason"), T("board-reason-ask")),
        picks("quick", quick, items="choices"),
        Row(press("back", data.to_values, id="back"), to_menu()),
        *typed(give_reason),
        state=BoardStates.reason,
        getter=reason_data,
    )
