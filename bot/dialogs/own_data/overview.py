"""All that is stored about me, section by section, and as a file."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.own_data.sections import SECTIONS
from bot.dialogs.widgets import (
    T,
    no_typing,
    page_number,
    pager,
    paragraphs,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.reports.own_data import send_own_data
from bot.states import OwnDataStates, open_forget, open_profile


async def overview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One section in words."""
    ctx = ctx_of(dialog_manager)
    stored = await ctx.services.own_data.overview(ctx.known.id)
    number = page_number(dialog_manager, "section") % len(SECTIONS)
    return {
        "section": Safe("\n\n".join(SECTIONS[number](ctx, stored))),
        "page": number + 1,
        "pages": len(SECTIONS),
        "looks": stored.looks,
    }


async def download(manager: DialogManager) -> None:
    """Send everything as a file."""
    ctx = ctx_of(manager)
    data = await ctx.services.own_data.export(ctx.known.id)
    ctx.background.run(send_own_data(manager.middleware_data["bot"], ctx, data))
    toast(manager, "own-data-coming")


async def lookers(manager: DialogManager) -> None:
    """Who looked."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(OwnDataStates.lookers)


def window() -> Window:
    """The overview."""
    return Window(
        paragraphs(
            T("own-data-head"),
            T("own-data-section"),
        ),
        pager("section"),
        press("own-data-lookers", lookers, id="lookers"),
        press("own-data-download", download, id="download"),
        Row(
            press("own-data-correct", open_profile, id="correct"),
            press("own-data-forget", open_forget, id="forget"),
        ),
        to_menu(),
        no_typing(),
        state=OwnDataStates.overview,
        getter=overview_data,
    )
