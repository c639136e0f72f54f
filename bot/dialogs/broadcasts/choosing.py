"""What a broadcast is about, and when it goes."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.broadcasts.data import at_words, broadcast_id, broadcast_of, to_draft
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import BroadcastStates
from bot.titles import title_of_category
from services.broadcasts.when import typed_sending
from services.subscriptions import categories

_PAGE, _SIZE, _LABEL = "categories", 6, 34
_ALL = 7  # as many need no pages
_TOMORROW = "tomorrow 9:00"


async def category_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of categories, the chosen one marked."""
    ctx, one = ctx_of(dialog_manager), await broadcast_of(dialog_manager)
    keys = [category.key for category in categories(ctx.services.profile)]
    size = _ALL if len(keys) <= _ALL else _SIZE
    pages = -(-len(keys) // size)
    page = page_number(dialog_manager, _PAGE) % pages
    shown = keys[page * size : (page + 1) * size]
    titles = {key: title_of_category(ctx.l10n, ctx.services.profile, key) for key in shown}
    marks = {key: "✓ " if key == one.category else "" for key in shown}
    return {
        "choices": [Choice(key, marks[key] + cut(titles[key], _LABEL)) for key in shown],
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


async def choose(manager: DialogManager, category: str) -> None:
    """It is about this."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.drafts.set_category(me, broadcast_id(manager), category)
    await to_draft(manager)


async def when_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The moment that is chosen, if one is."""
    ctx, one = ctx_of(dialog_manager), await broadcast_of(dialog_manager)
    at = one.scheduled_at
    return {"moment": at_words(ctx, at) if at else "", "timed": at is not None}


async def save(manager: DialogManager, text: str) -> None:
    """Take the typed moment."""
    ctx, me = person_id(manager)
    clock = ctx.services.clock
    at = typed_sending(text, clock.now(), clock.zone)
    await ctx.services.broadcasts.control.set_moment(me, broadcast_id(manager), at)
    await to_draft(manager)


async def tomorrow(manager: DialogManager) -> None:
    """Tomorrow morning."""
    await save(manager, _TOMORROW)


async def at_once(manager: DialogManager) -> None:
    """As soon as it is confirmed."""
    ctx, me = person_id(manager)
    await ctx.services.broadcasts.control.set_moment(me, broadcast_id(manager), None)
    await to_draft(manager)


def category_window() -> Window:
    """What it is about."""
    return Window(
        paragraphs(T("broadcast-ask-category")),
        picks("category", choose, items="choices"),
        pager(_PAGE, when="many_pages"),
        Row(press("back", to_draft, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.category,
        getter=category_data,
    )


def when_window() -> Window:
    """When it goes."""
    return Window(
        paragraphs(T("broadcast-ask-when"), T("broadcast-when-now", when="timed")),
        Row(
            press("broadcast-when-at-once", at_once, id="now"),
            press("broadcast-when-tomorrow", tomorrow, id="tomorrow"),
        ),
        Row(press("back", to_draft, id="back"), to_menu()),
        *typed(save),
        state=BroadcastStates.when,
        getter=when_data,
    )
