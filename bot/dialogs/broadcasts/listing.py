"""All broadcasts: drafts, those on the way, those that are over."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.broadcasts.data import BROADCAST, PAGE, SHELF, SIGNS, show, title_of
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import BroadcastStates
from services.broadcasts import Broadcast
from services.broadcasts.listing import SHELVES, BroadcastPage

_LABEL = 36  # characters that a phone shows of a button alone in its row


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of a shelf."""
    ctx = ctx_of(dialog_manager)
    wanted, number = dialog_manager.dialog_data.get(SHELF), page_number(dialog_manager, PAGE)
    shelf = wanted if isinstance(wanted, str) else None
    page = await ctx.services.broadcasts.listing.page(ctx.me.id, shelf, number)
    empty = not page.broadcasts
    return {
        "choices": [_choice(ctx, one) for one in page.broadcasts],
        "shelf": ctx.l10n.plain(f"broadcasts-shelf-{page.shelf}"),
        "shelves": [_shelf(ctx, page, name) for name in SHELVES if name != page.shelf],
        "none_draft": empty and page.shelf == "draft",
        "none_going": empty and page.shelf == "going",
        "none_over": empty and page.shelf == "over",
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _choice(ctx: Ctx, one: Broadcast) -> Choice:
    return Choice(str(one.id), cut(f"{SIGNS[one.state]} {title_of(ctx, one)}", _LABEL))


def _shelf(ctx: Ctx, page: BroadcastPage, name: str) -> Choice:
    title = ctx.l10n.plain(f"broadcasts-shelf-{name}")
    count = page.counts[name]
    return Choice(name, ctx.l10n.plain("broadcasts-shelf-count", title=title, count=count))


async def open_one(manager: DialogManager, item: str) -> None:
    """Show one broadcast."""
    await show(manager, number_of(item))


async def choose_shelf(manager: DialogManager, shelf: str) -> None:
    """Show another shelf."""
    manager.dialog_data.update({SHELF: shelf, PAGE: 0})


async def create(manager: DialogManager) -> None:
    """Begin a new one: first its words."""
    ctx, me = person_id(manager)
    manager.dialog_data[BROADCAST] = await ctx.services.broadcasts.drafts.create(me)
    await manager.switch_to(BroadcastStates.text)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("broadcasts-head"),
            T("broadcasts-none-draft", when="none_draft"),
            T("broadcasts-none-going", when="none_going"),
            T("broadcasts-none-over", when="none_over"),
        ),
        picks("broadcast", open_one, items="choices"),
        pager(PAGE, when="many_pages"),
        picks("shelf", choose_shelf, items="shelves", width=2),
        Row(press("broadcasts-new", create, id="new"), to_menu()),
        no_typing(),
        state=BroadcastStates.list,
        getter=list_data,
    )
