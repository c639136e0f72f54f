"""The list of invitations."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.invitations.data import SIGNS, clear
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    picks,
    press,
    to_menu,
)
from bot.invitations import offer_title
from bot.states import InvitationStates
from services.invitations import Invitation

_LABEL = 36  # characters that a phone shows of a button alone in its row


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of invitations."""
    ctx = ctx_of(dialog_manager)
    everything = bool(dialog_manager.dialog_data.get("everything"))
    number = page_number(dialog_manager, "list_page")
    page = await ctx.services.invitations.page(ctx.me.id, number, everything=everything)
    return {
        "choices": [_choice(ctx, one) for one in page.invitations],
        "total": page.total,
        "any_open": page.total > 0 and not everything,
        "any_at_all": page.total > 0 and everything,
        "none_open": page.total == 0 and not everything,
        "none_at_all": page.total == 0 and everything,
        "everything": everything,
        "only_open": not everything,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _choice(ctx: Ctx, one: Invitation) -> Choice:
    title = one.label or offer_title(ctx, one.offer)
    return Choice(str(one.id), cut(f"{SIGNS[one.state]} {title}", _LABEL))


async def open_one(manager: DialogManager, item: str) -> None:
    """Show one invitation."""
    manager.dialog_data["invitation_id"] = number_of(item)
    await manager.switch_to(InvitationStates.card)


async def show_all(manager: DialogManager) -> None:
    """Those that are over, too."""
    manager.dialog_data.update(everything=True, list_page=0)


async def show_open(manager: DialogManager) -> None:
    """Only those that are open."""
    manager.dialog_data.update(everything=False, list_page=0)


async def begin(manager: DialogManager) -> None:
    """Make a new one."""
    clear(manager)
    await manager.switch_to(InvitationStates.role)


async def load(manager: DialogManager) -> None:
    """Make many from a spreadsheet."""
    await manager.switch_to(InvitationStates.file)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("invitations-open", when="any_open"),
            T("invitations-all", when="any_at_all"),
            T("invitations-none-open", when="none_open"),
            T("invitations-none", when="none_at_all"),
        ),
        picks("invitation", open_one, items="choices"),
        pager("list_page", when="many_pages"),
        Row(
            press("invitations-new", begin, id="new"),
            press("invitations-load", load, id="load"),
        ),
        Row(
            press("invitations-show-all", show_all, id="all", when="only_open"),
            press("invitations-show-open", show_open, id="opened", when="everything"),
            to_menu(),
        ),
        no_typing(),
        state=InvitationStates.list,
        getter=list_data,
    )
