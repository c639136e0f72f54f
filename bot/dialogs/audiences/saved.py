"""Audiences kept under a name: using one, dropping one."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import audience_lines, reach_words
from bot.context import ctx_of
from bot.dialogs.audiences.data import (
    LABEL,
    owner_of,
    pages_of,
    to_overview,
    to_saved,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import AudienceStates
from services.audiences import Saved

SAVED_ID, PAGE = "saved_id", "saved_page"
_ROOM = 2000


async def saved_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what is saved."""
    ctx = ctx_of(dialog_manager)
    number = page_number(dialog_manager, PAGE)
    page = await ctx.services.audiences.saved_page(ctx.me.id, number)
    return {
        "choices": [Choice(str(one.id), _label(one)) for one in page.audiences],
        "some": page.total > 0,
        "none": page.total == 0,
        **pages_of(page.number, page.pages),
    }


def _label(one: Saved) -> str:
    return f"☰ {cut(one.name, LABEL)}" if one.listed else cut(one.name, LABEL + 2)


async def open_card(manager: DialogManager, item: str) -> None:
    """One of them."""
    ctx, me = person_id(manager)
    manager.dialog_data[SAVED_ID] = (await ctx.services.audiences.saved(me, number_of(item))).id
    await manager.switch_to(AudienceStates.card)


async def to_file(manager: DialogManager) -> None:
    """Upload a list."""
    await manager.switch_to(AudienceStates.file)


def _saved_id(manager: DialogManager) -> int:
    found = manager.dialog_data.get(SAVED_ID)
    return found if isinstance(found, int) else 0


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who belongs to it, and how many would be reached now."""
    ctx = ctx_of(dialog_manager)
    audiences, me = ctx.services.audiences, ctx.me.id
    one = await audiences.saved(me, _saved_id(dialog_manager))
    named = await audiences.named(me, one.criteria)
    reach = await audiences.reach(me, one.criteria, "")
    lines = [ctx.l10n("bullet", text=line) for line in audience_lines(ctx, named)]
    return {
        "name": one.name,
        "lines": listed(ctx, lines, _ROOM),
        "reach": reach_words(ctx, reach),
        "is_list": one.listed,
        "is_named": not one.listed,
        "count": one.members,
    }


async def use(manager: DialogManager) -> None:
    """Choose it."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.use(me, *owner_of(manager), _saved_id(manager))
    toast(manager, "audience-used")
    await manager.switch_to(AudienceStates.overview)


async def ask_drop(manager: DialogManager) -> None:
    """Drop it?"""
    await manager.switch_to(AudienceStates.drop)


async def drop(manager: DialogManager) -> None:
    """Drop it."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.drop(me, _saved_id(manager))
    toast(manager, "audience-dropped")
    await manager.switch_to(AudienceStates.saved)


async def back_to_card(manager: DialogManager) -> None:
    """Keep it."""
    await manager.switch_to(AudienceStates.card)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(T("audience-saved-list", when="some"), T("audience-saved-none", when="none")),
        picks("saved", open_card, items="choices"),
        pager(PAGE, when="many_pages"),
        press("audience-upload", to_file, id="file"),
        Row(press("back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=AudienceStates.saved,
        getter=saved_data,
    )


def card_window() -> Window:
    """One of them."""
    return Window(
        paragraphs(
            T("audience-card", when="is_named"),
            T("audience-card-list", when="is_list"),
            T("audience-reach-line"),
        ),
        press("audience-use", use, id="use"),
        press("audience-forget", ask_drop, id="drop"),
        Row(press("back", to_saved, id="back"), to_menu()),
        no_typing(),
        state=AudienceStates.card,
        getter=card_data,
    )


def drop_window() -> Window:
    """Whether to drop it."""
    return Window(
        paragraphs(T("audience-forget-ask")),
        press("audience-forget-yes", drop, id="yes"),
        Row(press("back", back_to_card, id="back"), to_menu()),
        no_typing(),
        state=AudienceStates.drop,
        getter=card_data,
    )
