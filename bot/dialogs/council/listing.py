"""Decisions of all places, with what becomes of them."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import ctx_of
from bot.dialogs.council.data import PAGE, campaign_id, page_data, to_places
from bot.dialogs.council.places import open_decision
from bot.dialogs.widgets import T, no_typing, page_number, pager, paragraphs, picks, press, to_menu
from bot.states import CouncilStates


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, those that wait for somebody first."""
    ctx, number = ctx_of(dialog_manager), page_number(dialog_manager, PAGE)
    reviews = ctx.services.monitoring.reviews
    page = await reviews.all_decisions(ctx.me.id, campaign_id(dialog_manager), number)
    return {
        "campaign": page.campaign.title,
        **page_data(ctx, page.decisions, page.number, page.pages),
    }


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("council-all-decisions"),
            T("council-lines", when="some"),
            T("council-no-decisions", when="none"),
        ),
        picks("decision", open_decision, items="choices"),
        pager(PAGE, when="many_pages"),
        Row(press("council-to-places", to_places, id="back"), to_menu()),
        no_typing(),
        state=CouncilStates.decisions,
        getter=list_data,
    )
