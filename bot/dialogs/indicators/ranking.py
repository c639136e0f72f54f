"""Schools by one indicator, and by how many of theirs are low; the worst first."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx
from bot.dialogs.indicators.data import (
    NUMBERS_IN_A_ROW,
    RANKS,
    REQUEST,
    SCHOOLS,
    SIZE,
    campaign_id,
    campaign_title,
    key_of,
    numbered,
    to_indicator,
    to_overview,
)
from bot.dialogs.widgets import (
    T,
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
)
from bot.indicator_words import (
    SIGNS,
    met_words,
    number_words,
    value_words,
    withheld_words,
)
from bot.l10n import Safe
from bot.states import IndicatorStates
from services.monitoring.results.ranking import Ranked, Summed

_ROOM = 3200


async def ranking_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Schools by an indicator."""
    ctx, me = person_id(dialog_manager)
    page = await ctx.services.monitoring.indicators.indicator_ranking(
        me,
        campaign_id(dialog_manager),
        key_of(dialog_manager),
        page_number(dialog_manager, RANKS),
    )
    l10n, first = ctx.l10n, page.number * SIZE + 1
    lines = [_rank(ctx, number, one) for number, one in enumerate(page.schools, first)]
    return {
        "title": page.result.indicator.title.get(ctx.locale),
        "value": withheld_words(l10n, page.result) or value_words(l10n, page.result.measured),
        "lines": listed(ctx, lines, _ROOM),
        "some": bool(lines),
        "none": not lines,
        "no_data": page.no_data,
        "silent": page.silent,
        "gaps": page.no_data + page.silent > 0,
        "choices": numbered([str(one.place.request_id) for one in page.schools], first),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _rank(ctx: Ctx, number: int, one: Ranked) -> Safe:
    """«3. ✗ Школа № 2 — 12,5 % · порог 20 % не выполнен», below it the school's word."""
    l10n, school = ctx.l10n, one.place.school
    line = l10n(
        "indicators-rank",
        number=number,
        sign=SIGNS[one.measured.met if one.measured else _yes(one)],
        school=school.title(ctx.locale) if school else "",
        facts=_facts(ctx, one),
    )
    return Safe(f"{line}\n{l10n('indicators-reason', reason=one.reason)}") if one.reason else line


def _yes(one: Ranked) -> bool | None:
    """Whether a school says yes; nothing where it is asked for something else."""
    asked = one.added is not None and one.added.input == "yes_no"
    return bool(one.value) if asked and one.value is not None else None


def _facts(ctx: Ctx, one: Ranked) -> str:
    l10n = ctx.l10n
    if not one.place.answered:
        return l10n.plain("indicators-silent")
    if one.measured is not None:
        met = met_words(l10n, one.measured) if one.value is not None else ""
        return " · ".join(filter(None, (value_words(l10n, one.measured), met)))
    if one.value is None:
        return l10n.plain("indicators-no-data")
    if (yes := _yes(one)) is not None:
        return l10n.plain("indicators-yes" if yes else "indicators-no")
    return number_words(l10n, one.value)


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All schools."""
    ctx, me = person_id(dialog_manager)
    page = await ctx.services.monitoring.indicators.ranked_schools(
        me, campaign_id(dialog_manager), page_number(dialog_manager, SCHOOLS)
    )
    first = page.number * SIZE + 1
    lines = [_summed(ctx, number, one) for number, one in enumerate(page.schools, first)]
    return {
        "title": campaign_title(page.campaign),
        "lines": listed(ctx, lines, _ROOM),
        "some": bool(lines),
        "none": not lines,
        "choices": numbered([str(one.place.request_id) for one in page.schools], first),
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _summed(ctx: Ctx, number: int, one: Summed) -> Safe:
    """«3. ✗ Школа № 2 — ниже порога: 2, нет данных: 1»."""
    l10n, school = ctx.l10n, one.place.school
    facts = l10n.plain("indicators-silent")
    if one.place.answered:
        late = "yes" if one.place.late else "no"
        facts = l10n.plain(
            "indicators-summed", low=one.low, met=one.met, no_data=one.no_data, late=late
        )
    return l10n(
        "indicators-rank",
        number=number,
        sign=SIGNS[one.low == 0 if one.low or one.met else None],
        school=school.title(ctx.locale) if school else "",
        facts=facts,
    )


async def choose(manager: DialogManager, item: str) -> None:
    """One school."""
    manager.dialog_data[REQUEST] = number_of(item)
    await manager.switch_to(IndicatorStates.school)


def window() -> Window:
    """Schools by an indicator."""
    return Window(
        paragraphs(
            T("indicators-ranking-head"),
            T("indicators-lines", when="some"),
            T("indicators-no-schools", when="none"),
            T("indicators-ranking-gaps", when="gaps"),
        ),
        picks("school", choose, items="choices", width=NUMBERS_IN_A_ROW, when="some"),
        pager(RANKS, when="many_pages"),
        Row(press("back", to_indicator, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.ranking,
        getter=ranking_data,
    )


def schools_window() -> Window:
    """All schools."""
    return Window(
        paragraphs(
            T("indicators-schools-head"),
            T("indicators-lines", when="some"),
            T("indicators-no-schools", when="none"),
        ),
        picks("school", choose, items="choices", width=NUMBERS_IN_A_ROW, when="some"),
        pager(SCHOOLS, when="many_pages"),
        Row(press("indicators-back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.schools,
        getter=schools_data,
    )
