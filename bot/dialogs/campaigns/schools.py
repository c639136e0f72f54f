"""Which schools a planned campaign asks."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import campaign_title
from bot.dialogs.campaigns.data import campaign_id, to_fields
from bot.dialogs.widgets import (
    T,
    cut,
    mark_of,
    marked,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    typed,
)
from bot.states import CampaignStates
from services.fields import SCHOOL_LIMIT, plain

QUERY, PAGE = "query", "school_page"
_LABEL = 34


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools with marks, or what the typed text resembles."""
    ctx, me = person_id(dialog_manager)
    choosing, query = ctx.services.monitoring.choosing, _query(dialog_manager)
    page = await choosing.schools_for(
        me, campaign_id(dialog_manager), text=query, page=page_number(dialog_manager, PAGE)
    )
    pairs = [(str(one.id), cut(one.title(ctx.locale), _LABEL)) for one in page.schools]
    return {
        "title": campaign_title(ctx, page.campaign),
        "choices": marked(pairs, {str(one) for one in page.chosen}),
        "all": page.all,
        "some": not page.all,
        "count": len(page.chosen),
        "total": page.total,
        "query": query,
        "found": page.looked_for and bool(pairs),
        "nothing": page.looked_for and not pairs,
        "looked_for": page.looked_for,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _query(manager: DialogManager) -> str:
    found = manager.dialog_data.get(QUERY)
    return found if isinstance(found, str) else ""


async def mark(manager: DialogManager, item: str) -> None:
    """Ask a school, or not."""
    ctx, me = person_id(manager)
    key, wanted = mark_of(item)
    choosing = ctx.services.monitoring.choosing
    await choosing.pick_school(me, campaign_id(manager), number_of(key), wanted)


async def look_for(manager: DialogManager, text: str) -> None:
    """Look for what was typed."""
    manager.dialog_data[QUERY] = cut(plain(text), SCHOOL_LIMIT)


async def whole_list(manager: DialogManager) -> None:
    """Back from the search."""
    manager.dialog_data.pop(QUERY, None)


async def everybody(manager: DialogManager) -> None:
    """Ask all schools."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.choosing.pick_all_schools(me, campaign_id(manager))


async def each(manager: DialogManager) -> None:
    """Mark all of them, to take some marks away."""
    ctx, me = person_id(manager)
    await ctx.services.monitoring.choosing.pick_each_school(me, campaign_id(manager))


def window() -> Window:
    """The schools."""
    return Window(
        paragraphs(
            T("campaign-schools-all", when="all"),
            T("campaign-schools-some", when="some"),
            T("school-found", when="found"),
            T("school-not-found", when="nothing"),
        ),
        picks("school", mark, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(
            press("school-whole-list", whole_list, id="list", when="looked_for"),
            press("campaign-schools-everybody", everybody, id="everybody", when="some"),
            press("campaign-schools-each", each, id="each", when="all"),
        ),
        Row(press("campaign-schools-done", to_fields, id="back"), to_menu()),
        *typed(look_for),
        state=CampaignStates.schools,
        getter=schools_data,
    )
