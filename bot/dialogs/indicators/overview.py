"""All indicators of a campaign at a glance, and the choice of a campaign."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.indicators.data import (
    CAMPAIGN,
    KEY,
    NUMBERS_IN_A_ROW,
    PAGE,
    RANKS,
    SCHOOLS,
    SIZE,
    campaign_id,
    campaign_title,
    numbered,
    page_of,
    pages_data,
    title_of,
)
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    number_of,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.indicator_words import (
    SIGNS,
    behind_words,
    change_words,
    coverage_words,
    met_words,
    period_words,
    value_words,
    withheld_words,
)
from bot.l10n import Safe
from bot.states import IndicatorStates, open_campaign, open_council
from services.monitoring.results.measured import Result
from services.permissions import MONITOR

PERIODS, PERIODS_ON_A_PAGE = "periods", 6
_ROOM = 3000


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Campaigns that have results."""
    ctx = ctx_of(dialog_manager)
    everything = await ctx.services.monitoring.indicators.measured_periods(ctx.me.id)
    page, shown = page_of(dialog_manager, PERIODS, everything, PERIODS_ON_A_PAGE)
    return {
        "some": bool(everything),
        "none": not everything,
        "choices": [Choice(str(one.id), one.title) for one in shown],
        **pages_data(page, len(everything), PERIODS_ON_A_PAGE),
    }


async def overview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Each indicator with value, threshold, schools behind it and change."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.indicators.results_of(me, campaign_id(dialog_manager))
    page, shown = page_of(dialog_manager, PAGE, found.results)
    first = page * SIZE + 1
    desk = await ctx.services.desk.overview(me)
    return {
        "title": campaign_title(found.campaign),
        "period": period_words(ctx.l10n, found.campaign),
        "coverage": coverage_words(ctx.l10n, found.coverage),
        "lines": listed(ctx, [result_line(ctx, n, r) for n, r in enumerate(shown, first)], _ROOM),
        "some": bool(found.results),
        "none": not found.results,
        "lacking": found.coverage.lacking,
        "minimum": found.coverage.minimum,
        "few": found.coverage.lacking > 0,
        "compared": any(one.change is not None for one in found.results),
        "earlier": campaign_title(found.earlier) if found.earlier else "",
        "choices": numbered([one.indicator.key for one in shown], first),
        "qualitative": found.qualitative,
        "has_words": found.qualitative > 0,
        "monitors": desk.may(MONITOR),
        **pages_data(page, len(found.results)),
    }


def result_line(ctx: Ctx, number: int, result: Result) -> Safe:
    """«3. ✗ Наставничество», below it «15,0 % · порог 20 % не выполнен · 17 из 20 школ»."""
    l10n, measured = ctx.l10n, result.measured
    known = (
        value_words(l10n, measured),
        met_words(l10n, measured) if measured.value is not None else "",
        behind_words(l10n, result),
        change_words(l10n, measured.indicator, result.change),
    )
    facts = withheld_words(l10n, result) or " · ".join(filter(None, known))
    return l10n(
        "indicators-line",
        number=number,
        sign=SIGNS[measured.met],
        title=title_of(ctx, measured.indicator.title),
        facts=facts,
    )


async def choose_period(manager: DialogManager, item: str) -> None:
    """The results of a campaign."""
    manager.dialog_data.update({CAMPAIGN: number_of(item), PAGE: 0})
    await manager.switch_to(IndicatorStates.overview)


async def choose(manager: DialogManager, item: str) -> None:
    """One indicator."""
    manager.dialog_data.update({KEY: item, RANKS: 0})
    await manager.switch_to(IndicatorStates.indicator)


async def schools(manager: DialogManager) -> None:
    """All schools."""
    manager.dialog_data.update({SCHOOLS: 0})
    manager.dialog_data.pop(KEY, None)
    await manager.switch_to(IndicatorStates.schools)


async def words(manager: DialogManager) -> None:
    """What is said in words."""
    await manager.switch_to(IndicatorStates.words)


async def files(manager: DialogManager) -> None:
    """Pictures and files."""
    await manager.switch_to(IndicatorStates.files)


async def periods(manager: DialogManager) -> None:
    """Another campaign."""
    await manager.switch_to(IndicatorStates.list)


async def campaign(manager: DialogManager) -> None:
    """The campaign as those who run it see it."""
    await open_campaign(manager, campaign_id(manager))


async def council(manager: DialogManager) -> None:
    """Where the results are discussed."""
    await open_council(manager, campaign_id(manager))


def list_window() -> Window:
    """The choice of a campaign."""
    return Window(
        paragraphs(
            T("indicators-periods", when="some"),
            T("indicators-no-periods", when="none"),
        ),
        picks("period", choose_period, items="choices"),
        pager(PERIODS, when="many_pages"),
        to_menu(),
        no_typing(),
        state=IndicatorStates.list,
        getter=list_data,
    )


def window() -> Window:
    """The indicators."""
    return Window(
        paragraphs(
            T("indicators-head"),
            T("indicators-few", when="few"),
            T("indicators-lines", when="some"),
            T("indicators-none", when="none"),
            T("indicators-compared", when="compared"),
        ),
        picks("indicator", choose, items="choices", width=NUMBERS_IN_A_ROW, when="some"),
        pager(PAGE, when="many_pages"),
        Row(
            press("indicators-schools", schools, id="schools"),
            press("indicators-words", words, id="words", when="has_words"),
        ),
        Row(
            press("indicators-files", files, id="files"),
            press("indicators-periods-button", periods, id="periods"),
        ),
        Row(
            press("indicators-council", council, id="council"),
            press("indicators-campaign", campaign, id="campaign"),
            when="monitors",
        ),
        to_menu(),
        no_typing(),
        state=IndicatorStates.overview,
        getter=overview_data,
    )
