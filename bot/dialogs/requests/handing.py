"""Handing a request over to a colleague, and taking it back."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.collected_words import title_of_campaign
from bot.dialogs.requests.data import back_to_card, request_id
from bot.dialogs.widgets import (
    Choice,
    T,
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
    typed,
)
from bot.states import RequestStates
from services.fields import NAME_LIMIT, plain
from services.monitoring.answers.handing_over import Colleagues

PAGE, QUERY, COLLEAGUE = "colleagues", "colleague_name", "colleague"


async def colleagues_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of colleagues, or those whose names resemble what was typed."""
    ctx, me = person_id(dialog_manager)
    query, page = _query(dialog_manager), page_number(dialog_manager, PAGE)
    found = await ctx.services.monitoring.handing_over.colleagues(
        me, request_id(dialog_manager), query, page
    )
    return {
        "campaign": title_of_campaign(found.campaign, ctx.l10n, ctx.services.profile),
        "colleagues": _choices(found),
        "query": query,
        "helpers": found.helpers,
        "helped": found.helpers > 0,
        "listing": not query and found.total > 0,
        "nobody": not query and found.total == 0,
        "found": bool(query) and found.total > 0,
        "not_found": bool(query) and found.total == 0,
        "searched": bool(query),
        "page": found.number + 1,
        "pages": found.pages,
        "many_pages": found.pages > 1,
    }


def _choices(found: Colleagues) -> list[Choice]:
    return [Choice(str(one.id), f"✓ {one.name}" if one.helps else one.name) for one in found.people]


def _query(manager: DialogManager) -> str:
    found = manager.dialog_data.get(QUERY)
    return found if isinstance(found, str) else ""


async def search(manager: DialogManager, text: str) -> None:
    """Look for a name."""
    manager.dialog_data[QUERY] = plain(text)[:NAME_LIMIT]
    manager.dialog_data.pop(PAGE, None)


async def whole_list(manager: DialogManager) -> None:
    """Back from the search to everybody."""
    manager.dialog_data.pop(QUERY, None)


async def pick(manager: DialogManager, item_id: str) -> None:
    """Say what handing over to this colleague means."""
    manager.dialog_data[COLLEAGUE] = number_of(item_id)
    await manager.switch_to(RequestStates.hand_over_ask)


async def colleague_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The colleague that was picked, and whether the request is theirs already."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.handing_over.colleague(
        me, request_id(dialog_manager), _picked(dialog_manager)
    )
    return {"name": found.name, "helps": found.helps, "new": not found.helps}


def _picked(manager: DialogManager) -> int:
    found = manager.dialog_data.get(COLLEAGUE)
    return found if isinstance(found, int) else 0


async def hand_over(manager: DialogManager) -> None:
    """Yes, hand it over."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.handing_over.hand_over(me, request_id(manager), _picked(manager))
    toast(manager, "handing-done")
    await to_colleagues(manager)


async def take_back(manager: DialogManager) -> None:
    """Yes, take it back."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.handing_over.take_request_back(
        me, request_id(manager), _picked(manager)
    )
    toast(manager, "handing-taken-back")
    await to_colleagues(manager)


async def to_colleagues(manager: DialogManager) -> None:
    """Back to the list."""
    manager.dialog_data.pop(COLLEAGUE, None)
    await manager.switch_to(RequestStates.hand_over)


def hand_over_window() -> Window:
    """Colleagues to choose from; a typed name finds one."""
    return Window(
        paragraphs(
            T("handing-head"),
            T("handing-helped", when="helped"),
            T("handing-list", when="listing"),
            T("handing-nobody", when="nobody"),
            T("handing-found", when="found"),
            T("handing-not-found", when="not_found"),
        ),
        picks("colleague", pick, items="colleagues"),
        pager(PAGE, when="many_pages"),
        press("handing-whole-list", whole_list, id="whole", when="searched"),
        back_to_card(),
        *typed(search),
        state=RequestStates.hand_over,
        getter=colleagues_data,
    )


def hand_over_ask_window() -> Window:
    """What handing over, or taking back, means."""
    return Window(
        paragraphs(T("handing-ask", when="new"), T("handing-ask-back", when="helps")),
        press("handing-yes", hand_over, id="hand", when="new"),
        press("handing-take-back", take_back, id="take_back", when="helps"),
        Row(press("back", to_colleagues, id="to_colleagues"), to_menu()),
        no_typing(),
        state=RequestStates.hand_over_ask,
        getter=colleague_data,
    )
