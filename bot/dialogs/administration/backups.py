"""Backups: what there is, and making one."""

from __future__ import annotations

from typing import Any

import structlog
from aiogram import Bot
from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import moment_of, size_of, to_panel
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
from bot.states import AdminStates
from services.errors import Refusal

log = structlog.get_logger(__name__)

_ROOM = 400


async def backups_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The newest backups."""
    ctx, me = person_id(dialog_manager)
    shelf = await ctx.services.backups.overview(me)
    lines = [
        ctx.l10n("backup-line", moment=moment_of(ctx, one.made_at), size=size_of(ctx, one.size))
        for one in shelf.files
    ]
    return {
        "on": shelf.on,
        "off": not shelf.on,
        "days": shelf.keep_days,
        "any": bool(lines),
        "none": shelf.on and not lines,
        "count": len(lines),
        "lines": listed(ctx, lines, _ROOM),
    }


async def make(manager: DialogManager) -> None:
    """Begin a backup; a message tells what came of it."""
    ctx, me = person_id(manager)
    if not (await ctx.services.backups.overview(me)).on:
        raise Refusal("backups-off")
    ctx.background.run(_make(manager.middleware_data["bot"], ctx, me))
    toast(manager, "backup-coming")


async def _make(bot: Bot, ctx: Ctx, me: int) -> None:
    try:
        made = await ctx.services.backups.make(me)
        text = ctx.l10n("backup-done", size=size_of(ctx, made.size))
    except Refusal as refusal:
        log.warning("backup not made", reason=refusal.reason, told=str(refusal.__cause__ or ""))
        text = ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts)
    await bot.send_message(ctx.user.id, text)


def window() -> Window:
    """The list of backups."""
    return Window(
        paragraphs(
            T("backups-on", when="on"),
            T("backups-off", when="off"),
            T("backups-none", when="none"),
            T("backups-list", when="any"),
        ),
        press("backup-make", make, id="make", when="on"),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.backups,
        getter=backups_data,
    )
