"""The picture of a campaign's results: indicators against thresholds and the period before.

Shares are bars on an axis of percents, counts are lines with a number. Whether a threshold is met
is said by a sign and in words as well as by colour. All texts come in translated. Drawing takes
some 200 ms: call it through `worker.in_worker`.
"""

from dataclasses import dataclass

# Levels of `signs`: met, not met, and neither.
MET, NOT_MET, FREE = "none", "pronounced", "insufficient"
ROWS = 12  # on one picture: a longer one is unreadable on a phone


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share. `value`, `previous` and `threshold` are percents, None where there is none.

    `caption` stands at the bar's end, `facts` below the title.
    """

    title: str
    facts: str
    caption: str
    value: float | None
    previous: float | None
    threshold: float | None
    level: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count: its number in `caption`, the rest in `facts`."""

    title: str
    facts: str
    caption: str
    level: str


@dataclass(frozen=True, slots=True)
class LegendLabels:
    """What the signs mean; `before` is empty when nothing is compared."""

    met: str
    not_met: str
    free: str
    threshold: str
    before: str


@dataclass(frozen=True, slots=True)
class ResultsChart:
    """Everything that the picture says."""

    title: str
    subtitle: str
    shares: tuple[ShareRow, ...]
    counts: tuple[CountRow, ...]
    counts_title: str
    legend: LegendLabels
    axis_label: str
    footer: str


def draw_results_chart(chart: ResultsChart) -> bytes:
    """The picture as a PNG, 1080 pixels wide and as high as its rows need."""
    from bot.reports.indicator_chart_layout import draw  # matplotlib: on first use

    return draw(chart)
