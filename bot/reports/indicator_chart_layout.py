"""Lays out and draws `ResultsChart`, top down and in pixels. Imports matplotlib."""

from dataclasses import dataclass

from bot.reports.bars import BAR, CAPTION, GAP, MARK_DEPTH, Axis, Bar, draw_bar, draw_previous
from bot.reports.canvas import (
    CAP_HEIGHT,
    Align,
    Canvas,
    Type,
    draw_lines,
    fitted,
    width_of,
    wrapped,
)
from bot.reports.indicator_chart import FREE, MET, NOT_MET, CountRow, ResultsChart, ShareRow
from bot.reports.signs import INK, PAPER, QUIET_INK, draw_sign

WIDTH, MARGIN = 1080, 48
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
AXIS = Axis(LEFT, RIGHT - LEFT)
TICKS = (0, 25, 50, 75, 100)
RULE = "#E1E6EB"

TITLE = Type(54, INK, bold=True, leading=1.2)
SUBTITLE = Type(32, QUIET_INK)
LEGEND = Type(28, QUIET_INK)
ROW = Type(35, INK, leading=1.22)
FACTS = Type(29, QUIET_INK)
SECTION = Type(36, INK, bold=True)
COUNT = Type(46, INK, bold=True)
TICK = Type(26, QUIET_INK)
FOOTER = Type(27, QUIET_INK, leading=1.3)

SIGN = 18
INDENT = 2 * SIGN + GAP
FLAG = 15  # half the width, and the height, of a threshold's mark
FLAG_GAP = FLAG + 12
ROW_GAP, COUNT_WIDTH = 34, 250
SAMPLE = 60  # width of a sample in the legend


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its texts as lines."""

    row: ShareRow | CountRow
    title: tuple[str, ...]
    facts: tuple[str, ...]
    below: float

    @property
    def texts(self) -> float:
        """Height of the texts."""
        return len(self.title) * ROW.line_height + len(self.facts) * FACTS.line_height

    @property
    def height(self) -> float:
        """From this row's top to the next one's."""
        bar = FLAG_GAP + BAR if isinstance(self.row, ShareRow) else 0
        return self.texts + bar + self.below


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture's texts as lines, and the heights of its parts."""

    chart: ResultsChart
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    shares: tuple[Row, ...]
    counts: tuple[Row, ...]
    footer: tuple[str, ...]

    @property
    def head(self) -> float:
        """Height of what stands above the rows."""
        texts = len(self.title) * TITLE.line_height + len(self.subtitle) * SUBTITLE.line_height
        return MARGIN + texts + 10 + len(self.legend) * (LEGEND.line_height + 8) + 30

    @property
    def panel(self) -> float:
        """Height of the bars with the axis below them."""
        if not self.shares:
            return 0
        return sum(row.height for row in self.shares) + TICK.line_height * 2 + 10

    @property
    def numbers(self) -> float:
        """Height of the counts with their heading."""
        if not self.counts:
            return 0
        return SECTION.line_height + 34 + sum(row.height for row in self.counts)

    @property
    def height(self) -> int:
        """Of the whole picture."""
        footer = len(self.footer) * FOOTER.line_height + 16
        return round(self.head + self.panel + self.numbers + footer + MARGIN * 0.6)


def draw(chart: ResultsChart) -> bytes:
    """The picture as PNG bytes."""
    layout = _layout(chart)
    canvas = Canvas(WIDTH, layout.height, PAPER)
    _draw_head(canvas, layout)
    y = layout.head
    if layout.shares:
        _draw_axis(canvas, chart, y, layout.panel)
    for row in layout.shares:
        _draw_share(canvas, row, row.row, y)
        y += row.height
    y = layout.head + layout.panel
    if layout.counts:
        draw_lines(canvas, LEFT, y, (fitted(chart.counts_title, SECTION, AXIS.width),), SECTION)
        y += SECTION.line_height + 34
    for row in layout.counts:
        _draw_count(canvas, row, y)
        y += row.height
    draw_lines(canvas, LEFT, y + 6, layout.footer, FOOTER)
    return canvas.png()


def _layout(chart: ResultsChart) -> Layout:
    compared = any(row.previous is not None for row in chart.shares)
    below = ROW_GAP + (MARK_DEPTH - 10 if compared else 0)
    labels, levels = chart.legend, {one.level for one in chart.shares}
    levels |= {one.level for one in chart.counts}
    legend = [
        (MET, labels.met if MET in levels else ""),
        (NOT_MET, labels.not_met if NOT_MET in levels else ""),
        (FREE, labels.free if FREE in levels else ""),
        ("threshold", labels.threshold if _has_threshold(chart) else ""),
        ("before", labels.before if compared else ""),
    ]
    return Layout(
        chart=chart,
        title=wrapped(chart.title, TITLE, AXIS.width, 2),
        subtitle=wrapped(chart.subtitle, SUBTITLE, AXIS.width, 3),
        legend=tuple((kind, label) for kind, label in legend if label),
        shares=tuple(_row(row, AXIS.width - INDENT, below) for row in chart.shares),
        counts=tuple(_row(row, AXIS.width - INDENT - COUNT_WIDTH, ROW_GAP) for row in chart.counts),
        footer=wrapped(chart.footer, FOOTER, AXIS.width, 2),
    )


def _has_threshold(chart: ResultsChart) -> bool:
    return any(row.threshold is not None for row in chart.shares)


def _row(row: ShareRow | CountRow, width: float, below: float) -> Row:
    return Row(row, wrapped(row.title, ROW, width, 2), wrapped(row.facts, FACTS, width, 2), below)


def _draw_head(canvas: Canvas, layout: Layout) -> None:
    y = draw_lines(canvas, LEFT, MARGIN - 10, layout.title, TITLE) + 4
    y = draw_lines(canvas, LEFT, y, layout.subtitle, SUBTITLE) + 14
    for kind, label in layout.legend:
        middle = y + LEGEND.size * (1 - CAP_HEIGHT / 2)
        if kind == "before":
            draw_previous(canvas, LEFT, LEFT + SAMPLE - 14, middle)
        elif kind == "threshold":
            _draw_flag(canvas, LEFT + SAMPLE / 2, middle + FLAG / 2)
        else:
            draw_sign(canvas, kind, LEFT + SAMPLE / 2, middle, SIGN - 3)
        x = LEFT + SAMPLE + GAP
        draw_lines(canvas, x, y, (fitted(label, LEGEND, RIGHT - x),), LEGEND)
        y += LEGEND.line_height + 8


def _draw_axis(canvas: Canvas, chart: ResultsChart, top: float, height: float) -> None:
    """Thin lines behind the bars, with the percents below."""
    bottom = top + height - TICK.line_height * 2 - 10
    for tick in TICKS:
        x = AXIS.x(tick)
        canvas.box(x - 1, top, 2, bottom - top - 4, RULE)
        align: Align = "left" if tick == 0 else "right" if tick == TICKS[-1] else "center"
        canvas.text(x, bottom + TICK.size, str(tick), TICK, align)
    label = fitted(chart.axis_label, TICK, AXIS.width)
    canvas.text(RIGHT, bottom + TICK.line_height + TICK.size, label, TICK, "right")


def _draw_texts(canvas: Canvas, row: Row, top: float) -> None:
    """Sign, title and facts, on paper so that no line of the axis runs through them."""
    widest = max(
        [width_of(line, ROW) for line in row.title] + [width_of(line, FACTS) for line in row.facts]
    )
    canvas.box(LEFT - 4, top - 2, INDENT + widest + 16, row.texts + 6, PAPER)
    middle = top + ROW.size * (1 - CAP_HEIGHT / 2)
    draw_sign(canvas, row.row.level, LEFT + SIGN, middle, SIGN)
    below = draw_lines(canvas, LEFT + INDENT, top, row.title, ROW)
    draw_lines(canvas, LEFT + INDENT, below, row.facts, FACTS)


def _draw_share(canvas: Canvas, row: Row, share: ShareRow | CountRow, top: float) -> None:
    """Texts, below them the bar with the mark of its threshold."""
    assert isinstance(share, ShareRow)
    _draw_texts(canvas, row, top)
    upper = top + row.texts + FLAG_GAP
    room = AXIS.width * (0.9 if share.value is None else 0.6)
    caption = fitted(share.caption, CAPTION, room)
    draw_bar(canvas, AXIS, Bar(share.value, share.previous, share.level, caption), upper)
    if share.threshold is not None:
        _draw_flag(canvas, min(max(AXIS.x(share.threshold), LEFT + FLAG), RIGHT - FLAG), upper - 3)


def _draw_count(canvas: Canvas, row: Row, top: float) -> None:
    """Texts, and the number at the right."""
    _draw_texts(canvas, row, top)
    caption = fitted(row.row.caption, COUNT, COUNT_WIDTH)
    canvas.text(RIGHT, top + COUNT.size * 0.86, caption, COUNT, "right")


def _draw_flag(canvas: Canvas, x: float, tip: float) -> None:
    """A threshold: a triangle whose tip points down at the axis."""
    points = [(x - FLAG, tip - FLAG * 1.2), (x + FLAG, tip - FLAG * 1.2), (x, tip)]
    canvas.polygon(points, INK, INK, 1)
