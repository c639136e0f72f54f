"""The picture of one person's result: a bar of deficit per block, read on a phone.

Bars run over the tinted zones of the levels; each level has its own sign as well as its own
colour, so that nothing is told by colour alone. All texts come in translated and are drawn as
they are. Drawing takes some 100 ms: call it through `worker.in_worker`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """One bar. `deficit` and `previous` are percents (0..100), None where there is none.

    `caption` stands at the bar's end ("25 %", or the words for "too few answers"); `level` is
    the key of a zone, any other key is drawn as "no level".
    """

    title: str
    deficit: float | None
    previous: float | None
    level: str
    caption: str


@dataclass(frozen=True, slots=True)
class Zone:
    """The level `key` and its part of the axis, in percent; what exceeds 100 is cut."""

    label: str
    start: float
    end: float
    key: str


@dataclass(frozen=True, slots=True)
class ResultChart:
    """Everything that the picture says; `previous_label` explains the diamond, if there is one."""

    title: str
    subtitle: str
    blocks: tuple[ChartBlock, ...]
    zones: tuple[Zone, ...]
    previous_label: str
    axis_label: str
    footer: str


def draw_result_chart(chart: ResultChart) -> bytes:
    """The chart as a PNG, 1080 pixels wide and as high as its blocks need."""
    from bot.reports.result_chart_layout import draw  # matplotlib: on first use

    return draw(chart)
