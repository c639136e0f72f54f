"""Indicators in words: numbers by locale, thresholds, changes, how many schools are behind."""

from __future__ import annotations

from babel.numbers import format_decimal

from bot.l10n import L10n
from content import Indicator
from services.monitoring import Campaign
from services.monitoring.results.formulas import Measured
from services.monitoring.results.measured import Coverage, Result

# Beside the words, never in their place.
SIGNS = {True: "✓", False: "✗", None: "○"}
_PERCENT, _NUMBER = "#,##0.0", "#,##0.#"


def number_words(l10n: L10n, value: float, *, percent: bool = False) -> str:
    """«12», «1 204», «12,5»; percents always with one decimal."""
    locale = "en_GB" if l10n.locale == "en" else l10n.locale
    return format_decimal(value, _PERCENT if percent else _NUMBER, locale=locale)


def unit_words(l10n: L10n, indicator: Indicator, value: float) -> str:
    """«12,5 %» or «12», by the indicator's unit."""
    if indicator.unit != "percent":
        return number_words(l10n, value)
    return l10n.plain("percent", value=number_words(l10n, value, percent=True))


def value_words(l10n: L10n, measured: Measured) -> str:
    """The value, or that there are no data."""
    if measured.value is None:
        return l10n.plain("indicators-no-data")
    return unit_words(l10n, measured.indicator, measured.value)


def threshold_words(l10n: L10n, indicator: Indicator) -> str:
    """«не меньше 20 %»; empty without a threshold."""
    wanted = indicator.threshold
    if wanted is None:
        return ""
    value = threshold_value(l10n, indicator)
    key = "indicators-at-least" if wanted.op == ">=" else "indicators-at-most"
    return l10n.plain(key, value=value)


def threshold_value(l10n: L10n, indicator: Indicator) -> str:
    """«20 %» as the document says it, without a needless decimal."""
    wanted = indicator.threshold
    if wanted is None:
        return ""
    value = number_words(l10n, wanted.value)
    return l10n.plain("percent", value=value) if indicator.unit == "percent" else value


def met_words(l10n: L10n, measured: Measured) -> str:
    """«порог 20 % не выполнен»; empty where there is none, «порог 20 %» without a value."""
    if measured.indicator.threshold is None:
        return ""
    met = {True: "yes", False: "no", None: "unknown"}[measured.met]
    return l10n.plain("indicators-met", met=met, value=threshold_value(l10n, measured.indicator))


def change_words(l10n: L10n, indicator: Indicator, change: float | None) -> str:
    """«+2,1 п. п.», «−3», «без изменений»; empty where there is nothing to compare with."""
    if change is None:
        return ""
    if change == 0:
        return l10n.plain("indicators-unchanged")
    sign = "+" if change > 0 else "−"
    percent = indicator.unit == "percent"
    value = sign + number_words(l10n, abs(change), percent=percent)
    return l10n.plain("indicators-points", value=value) if percent else value


def behind_words(l10n: L10n, result: Result) -> str:
    """«17 из 20 школ»; empty for what the service counts itself."""
    if not result.of_schools:
        return ""
    measured = result.measured
    return l10n.plain("indicators-behind", answered=measured.answered, asked=measured.asked)


def withheld_words(l10n: L10n, result: Result) -> str:
    """Why a sum is not shown, and how many schools are missing; empty where it is."""
    if not result.lacking:
        return ""
    return l10n.plain(
        "indicators-withheld",
        minimum=result.minimum,
        answered=result.measured.answered,
        lacking=result.lacking,
    )


def period_words(l10n: L10n, campaign: Campaign) -> str:
    """The time that the data are about."""
    return l10n.plain(
        "indicators-period",
        start=l10n.date(campaign.covers_from),
        end=l10n.date(campaign.covers_to),
    )


def coverage_words(l10n: L10n, coverage: Coverage) -> str:
    """How many answered, on time and late, and how many are silent."""
    return l10n.plain(
        "indicators-coverage",
        answered=coverage.answered,
        asked=coverage.asked,
        on_time=coverage.on_time,
        late=coverage.late,
        silent=coverage.silent,
    )
