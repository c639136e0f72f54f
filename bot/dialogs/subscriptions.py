"""Which broadcasts I want."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.context import ctx_of
from bot.dialogs.widgets import (
    T,
    cut,
    mark_of,
    marked,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    to_menu,
)
from bot.states import SubscriptionStates
from bot.titles import title_of_category

PAGE, SIZE = "page", 6
_LABEL = 34  # characters that a phone shows beside the mark


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of categories with marks; what nobody can do without is only told of."""
    ctx = ctx_of(dialog_manager)
    found = await ctx.services.subscriptions.mine(ctx.me.id)
    offered = [one for one in found if one.category.optional]
    pages = max(1, -(-len(offered) // SIZE))
    page = page_number(dialog_manager, PAGE) % pages
    shown = [one.category.key for one in offered[page * SIZE : (page + 1) * SIZE]]
    titles = [cut(title_of_category(ctx.l10n, ctx.services.profile, key), _LABEL) for key in shown]
    wanted = {one.category.key for one in offered if one.wanted}
    return {
        "choices": marked(list(zip(shown, titles, strict=True)), wanted),
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def mark(manager: DialogManager, item: str) -> None:
    """Want a category, or no longer."""
    ctx, me = person_id(manager)
    category, wanted = mark_of(item)
    await ctx.services.subscriptions.mark(me, category, wanted)


def dialog() -> Dialog:
    """The dialog."""
    window = Window(
        paragraphs(T("subscriptions"), T("subscriptions-always")),
        picks("category", mark, items="choices"),
        pager(PAGE, when="many_pages"),
        to_menu(),
        no_typing(),
        state=SubscriptionStates.list,
        getter=list_data,
    )
    return Dialog(window)
