"""All requests that are mine to answer."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.requests.data import to_card, whose
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    to_menu,
)
from bot.request_words import deadline_words
from bot.states import RequestStates
from services.monitoring.answers.requests import MyRequest

PAGE, LINES, _ROOM = "page", 5, 3000


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of requests, those that wait first."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.requests.my_requests(me)
    pages = max(1, -(-len(found) // LINES))
    page = page_number(dialog_manager, PAGE) % pages
    shown = found[page * LINES : (page + 1) * LINES]
    alone = len({one.request.school_id for one in found}) == 1
    return {
        "lines": listed(ctx, [_line(ctx, one) for one in shown], _ROOM),
        "choices": [Choice(str(one.request.id), _label(ctx, one, alone)) for one in shown],
        "any": bool(found),
        "empty": not found,
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _line(ctx: Ctx, one: MyRequest) -> str:
    return ctx.l10n(
        "requests-line",
        title=one.campaign.title,
        whose=whose(ctx, one.school),
        state=_state(ctx, one),
    )


def _state(ctx: Ctx, one: MyRequest) -> str:
    state = one.request.state
    if one.request.owing and not one.open:
        state = "missed"
    deadline = deadline_words(ctx, one.campaign)
    return ctx.l10n.plain(
        f"requests-state-{state}", deadline=deadline, given=one.given, asked=one.asked
    )


def _label(ctx: Ctx, one: MyRequest, alone: bool) -> str:
    """The campaign; with its school where there are several."""
    school = whose(ctx, one.school)
    missed = "missed" if one.request.owing else "rest"
    sign = "wait" if one.open else missed
    title = one.campaign.title if alone else f"{school} · {one.campaign.title}"
    return ctx.l10n.plain("requests-label", sign=sign, title=title)


async def open_one(manager: DialogManager, item: str) -> None:
    """Its card."""
    manager.dialog_data["request_id"] = number_of(item)
    await to_card(manager)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("requests-head"),
            T("requests-lines", when="any"),
            T("requests-none", when="empty"),
        ),
        picks("request", open_one, items="choices"),
        pager(PAGE, when="many_pages"),
        to_menu(),
        no_typing(),
        state=RequestStates.list,
        getter=list_data,
    )
