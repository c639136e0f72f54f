"""One indicator: how it is reckoned, what it is made of, how it developed."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.campaign_words import source_words
from bot.context import Ctx
from bot.dialogs.indicators.data import (
    campaign_id,
    campaign_title,
    key_of,
    title_of,
    to_indicator,
    to_overview,
)
from bot.dialogs.widgets import (
    T,
    bar,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
)
from bot.indicator_words import (
    SIGNS,
    behind_words,
    change_words,
    met_words,
    number_words,
    threshold_words,
    unit_words,
    value_words,
    withheld_words,
)
from bot.l10n import Safe
from bot.states import IndicatorStates
from content import Indicator, Variable
from content.model import DEFAULT_SOURCE
from services.monitoring.results.dynamics import Point
from services.monitoring.results.indicators import IndicatorCard

_ROOM = 2500


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The indicator in words."""
    ctx, me = person_id(dialog_manager)
    card = await ctx.services.monitoring.indicators.indicator_card(
        me, campaign_id(dialog_manager), key_of(dialog_manager)
    )
    l10n, result, indicator = ctx.l10n, card.result, card.result.indicator
    change = change_words(l10n, indicator, result.change)
    return {
        "title": indicator.title.get(ctx.locale),
        "sign": SIGNS[result.measured.met],
        "value": value_words(l10n, result.measured),
        "met": {True: "yes", False: "no", None: ""}[result.measured.met],
        "wanted": threshold_words(l10n, indicator),
        "shown": not result.lacking,
        "withheld": withheld_words(l10n, result),
        "hidden": result.lacking > 0,
        "has_threshold": indicator.threshold is not None,
        "no_threshold": indicator.threshold is None,
        "parts": Safe("\n".join(_parts(ctx, card))),
        "how": l10n.plain(_how(card)),
        "source": source_words(ctx, indicator.source),
        "sourced": indicator.source != DEFAULT_SOURCE,
        "behind": behind_words(l10n, result),
        "of_schools": result.of_schools,
        "has_change": bool(change),
        "change": change,
        "before": unit_words(l10n, indicator, result.before) if result.before is not None else "",
        "earlier": campaign_title(card.earlier) if card.earlier else "",
    }


def _parts(ctx: Ctx, card: IndicatorCard) -> list[Safe]:
    """Numerator and denominator, each with its number."""
    measured = card.result.measured
    roles = ("counted",) if _counted(measured.indicator) else ("numerator", "denominator")
    values = (measured.numerator, measured.denominator)
    return [
        _part(ctx, role, variable, value)
        for role, variable, value in zip(roles, card.parts, values, strict=False)
    ]


def _part(ctx: Ctx, role: str, variable: Variable, value: float | None) -> Safe:
    l10n = ctx.l10n
    what, title = l10n.plain(f"indicators-{role}"), title_of(ctx, variable.title)
    if value is None:
        return l10n("indicators-part-bare", role=what, title=title)
    return l10n("indicators-part", role=what, title=title, value=number_words(l10n, value))


def _how(card: IndicatorCard) -> str:
    """The name of the text that says how it is reckoned."""
    if not card.result.of_schools:
        return (
            "indicators-how-own" if _counted(card.result.indicator) else "indicators-how-own-share"
        )
    if _counted(card.result.indicator):
        return "indicators-how-sum"
    both = all(variable.level == "school" for variable in card.parts)
    return "indicators-how-share" if both else "indicators-how-mixed"


def _counted(indicator: Indicator) -> bool:
    return indicator.denominator is None


async def dynamics_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The indicator by periods."""
    ctx, me = person_id(dialog_manager)
    found = await ctx.services.monitoring.dynamics.indicator_dynamics(
        me, campaign_id(dialog_manager), key_of(dialog_manager)
    )
    indicator = found.result.indicator
    top = max(
        [point.result.measured.value or 0 for point in found.points if point.result], default=0
    )
    lines = [
        _point(ctx, point, 100 if indicator.unit == "percent" else top) for point in found.points
    ]
    return {
        "title": indicator.title.get(ctx.locale),
        "wanted": threshold_words(ctx.l10n, indicator),
        "has_threshold": indicator.threshold is not None,
        "lines": listed(ctx, lines, _ROOM),
        "alone": len(found.points) == 1,
    }


def _point(ctx: Ctx, point: Point, top: float) -> Safe:
    """A period with its value and a bar."""
    l10n, title = ctx.l10n, campaign_title(point.campaign)
    if point.result is None:
        return l10n("indicators-point-other", title=title)
    measured = point.result.measured
    if measured.value is None:
        why = withheld_words(l10n, point.result) or l10n.plain("indicators-no-data")
        return l10n("indicators-point-none", title=title, why=why)
    facts = (
        value_words(l10n, measured),
        met_words(l10n, measured),
        behind_words(l10n, point.result),
    )
    return l10n(
        "indicators-point",
        sign=SIGNS[measured.met],
        title=title,
        facts=" · ".join(filter(None, facts)),
        bar=bar(round(min(measured.value, top) * 10), round(top * 10)),
    )


async def ranking(manager: DialogManager) -> None:
    """Schools by this indicator."""
    await manager.switch_to(IndicatorStates.ranking)


async def dynamics(manager: DialogManager) -> None:
    """The indicator by periods."""
    await manager.switch_to(IndicatorStates.dynamics)


def window() -> Window:
    """The card of an indicator."""
    return Window(
        paragraphs(
            T("indicators-card", when="shown"),
            T("indicators-card-hidden", when="hidden"),
            T("indicators-card-threshold", when="has_threshold"),
            T("indicators-card-no-threshold", when="no_threshold"),
            T("indicators-card-parts"),
            T("indicators-card-behind", when="of_schools"),
            T("indicators-card-change", when="has_change"),
            T("indicators-card-source", when="sourced"),
        ),
        Row(
            press("indicators-ranking", ranking, id="ranking", when="of_schools"),
            press("indicators-dynamics", dynamics, id="dynamics"),
        ),
        Row(press("indicators-back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.indicator,
        getter=card_data,
    )


def dynamics_window() -> Window:
    """The indicator by periods."""
    return Window(
        paragraphs(
            T("indicators-dynamics-head"),
            T("indicators-lines"),
            T("indicators-dynamics-threshold", when="has_threshold"),
            T("indicators-dynamics-alone", when="alone"),
        ),
        Row(press("back", to_indicator, id="back"), to_menu()),
        no_typing(),
        state=IndicatorStates.dynamics,
        getter=dynamics_data,
    )
