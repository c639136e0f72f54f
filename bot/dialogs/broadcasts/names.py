"""Names behind the figures: who is unreachable, to whom it failed, who has not read it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.broadcasts.data import GROUP, NAMES_PAGE, broadcast_id, to_progress
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    press,
    to_menu,
)
from bot.states import BroadcastStates
from services.broadcasts.outcome import GROUPS, Reader

_ROOM = 3000  # characters for the names


async def names_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of names."""
    ctx = ctx_of(dialog_manager)
    group, number = _group(dialog_manager), page_number(dialog_manager, NAMES_PAGE)
    outcomes = ctx.services.broadcasts.outcomes
    page = await outcomes.names(ctx.me.id, broadcast_id(dialog_manager), group, number)
    return {
        **{name: group == name for name in GROUPS},
        "total": page.total,
        "lines": listed(ctx, [_line(ctx, reader) for reader in page.readers], _ROOM),
        "any": page.total > 0,
        "nobody": page.total == 0,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _group(manager: DialogManager) -> str:
    return str(manager.dialog_data.get(GROUP, ""))


def _line(ctx: Ctx, reader: Reader) -> str:
    if reader.school is None:
        return ctx.l10n("broadcast-name", name=reader.name)
    title = reader.school.title(ctx.locale)
    return ctx.l10n("broadcast-name-at", name=reader.name, school=title)


async def _show(manager: DialogManager, group: str) -> None:
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.outcomes.look_at_names(me, broadcast_id(manager), group)
    manager.dialog_data.update({GROUP: group, NAMES_PAGE: 0})
    await manager.switch_to(BroadcastStates.names)


async def show_unreachable(manager: DialogManager) -> None:
    """Who blocked the bot, or is gone."""
    await _show(manager, "unreachable")


async def show_failed(manager: DialogManager) -> None:
    """Whom Telegram refused."""
    await _show(manager, "failed")


async def show_silent(manager: DialogManager) -> None:
    """Who got it and has not said that they read it."""
    await _show(manager, "silent")


def window() -> Window:
    """The names."""
    return Window(
        paragraphs(
            T("broadcast-names-unreachable", when="unreachable"),
            T("broadcast-names-failed", when="failed"),
            T("broadcast-names-silent", when="silent"),
            T("broadcast-names", when="any"),
            T("broadcast-names-nobody", when="nobody"),
            T("broadcast-names-noted"),
        ),
        pager(NAMES_PAGE, when="many_pages"),
        Row(press("back", to_progress, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.names,
        getter=names_data,
    )
