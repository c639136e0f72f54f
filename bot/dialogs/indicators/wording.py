"""Qualitative indicators: what the service wrote on them."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.indicators.data import (
    campaign_id,
    campaign_title,
    page_of,
    pages_data,
    title_of,
    to_overview,
)
from bot.dialogs.widgets import (
    T,
    no_typing,
    pager,
    paragraphs,
    person_id,
    press,
    to_menu,
)
from bot.l10n import Safe
from bot.states import IndicatorStates
from services.monitoring.results.indicators import Words

PAGE, ON_A_PAGE = "words", 2  # texts of a thousand characters


async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them."""
    ctx, me = person_id(dialog_manager)
    service = ctx.services.monitoring.indicators
    campaign, everything = await service.indicator_words(me, campaign_id(dialog_manager))
    page, shown = page_of(dialog_manager, PAGE, everything, ON_A_PAGE)
    first = page * ON_A_PAGE + 1
    return {
        "title": campaign_title(campaign),
        "lines": Safe("\n\n".join(_words(ctx, n, one) for n, one in enumerate(shown, first))),
        "some": bool(everything),
        "none": not everything,
        "given": sum(bool(one.text) for one in everything),
        "total": len(everything),
        **pages_data(page, len(everything), ON_A_PAGE),
    }


def _words(ctx: Ctx, number: int, one: Words) -> Safe:
    l10n = ctx.l10n
    if one.text:
        said = one.text
    elif one.note:
        said = l10n.plain("indicators-words-note", note=one.note)
    else:
        said = l10n.plain("indicators-words-empty")
    return l10n("indicators-word", number=number, title=title_of(ctx, one.title), text=said)


def window() -> Window:
    """Qualitative indicators."""
    return Window(
        paragraphs(
            T("indicators-words-head"),
            T("indicators-lines", when="some"),
            T("indicators-words-none", when="none"),
        ),
        pager(PAGE, when="many_pages"),
        Row(press("indicators-back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.words,
        getter=data,
    )
