"""Lays out and draws `ResultChart`, top down and in pixels. Imports matplotlib."""

from dataclasses import dataclass, replace

from bot.reports.bars import BAR, CAPTION, GAP, MARK, MARK_DEPTH, Axis, Bar, draw_bar, draw_previous
from bot.reports.canvas import CAP_HEIGHT, Canvas, Type, draw_lines, fitted, width_of, wrapped
from bot.reports.result_chart import ChartBlock, ResultChart, Zone
from bot.reports.signs import INK, PAPER, QUIET_INK, draw_sign, look_of

WIDTH = 1080
MARGIN = 48
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
AXIS = Axis(LEFT, RIGHT - LEFT)
PAD = 20
LEGEND_MARK = 64  # width of the sample beside the legend
TITLE_GAP = 10

TITLE = Type(54, INK, bold=True, leading=1.2)
SUBTITLE = Type(34, QUIET_INK)
LEGEND = Type(32, QUIET_INK)
ZONE = Type(28, INK, leading=1.2)
BLOCK = Type(37, INK, leading=1.22)
TICK = Type(28, QUIET_INK)
FOOTER = Type(27, QUIET_INK, leading=1.3)

SIGN = 19  # radius of a level's sign
BAR_GAP = 12  # between a title and its bar
ROW_GAP = 34


@dataclass(frozen=True, slots=True)
class Row:
    """A block with its title already wrapped; `below` is the space under its bar."""

    block: ChartBlock
    title: tuple[str, ...]
    below: float

    @property
    def height(self) -> float:
        """From this row's top to the next one's."""
        return len(self.title) * BLOCK.line_height + BAR_GAP + BAR + self.below


@dataclass(frozen=True, slots=True)
class Layout:
    """The chart's texts as lines, and what follows from them: the picture's height."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    legend: tuple[str, ...]
    zones: tuple[tuple[Zone, tuple[str, ...], Type], ...]
    rows: tuple[Row, ...]
    axis: tuple[str, ...]
    footer: tuple[str, ...]

    @property
    def zone_head(self) -> float:
        """Height of the zones' signs and labels."""
        labels = max((len(lines) * ZONE.line_height for _, lines, _ in self.zones), default=0)
        return PAD + 2 * SIGN + 8 + labels + PAD + 8

    @property
    def panel(self) -> float:
        """Height of the tinted columns."""
        return self.zone_head + sum(row.height for row in self.rows)

    @property
    def head(self) -> float:
        """Height of what stands above the panel."""
        texts = len(self.title) * TITLE.line_height + len(self.subtitle) * SUBTITLE.line_height
        return MARGIN + TITLE_GAP + texts + len(self.legend) * (LEGEND.line_height + 10) + 26

    @property
    def height(self) -> int:
        axis = TICK.line_height * (1 + len(self.axis)) + 8
        footer = len(self.footer) * FOOTER.line_height + (16 if self.footer else 0)
        return round(self.head + self.panel + axis + footer + MARGIN * 0.8)


def draw(chart: ResultChart) -> bytes:
    """The chart as PNG bytes."""
    layout = _layout(chart)
    canvas = Canvas(WIDTH, layout.height, PAPER)
    _draw_head(canvas, layout)
    _draw_zones(canvas, layout)
    y = layout.head + layout.zone_head
    canvas.box(LEFT - 3, y - 6, 4, layout.panel - layout.zone_head + 6, INK)
    for row in layout.rows:
        _draw_row(canvas, row, y)
        y += row.height
    _draw_foot(canvas, layout)
    return canvas.png()


def _layout(chart: ResultChart) -> Layout:
    title_width = AXIS.width - 2 * PAD - 2 * SIGN - GAP
    has_previous = any(block.previous is not None for block in chart.blocks)
    below = ROW_GAP if not has_previous else MARK_DEPTH + ROW_GAP * 0.65
    legend_width = AXIS.width - LEGEND_MARK - GAP
    return Layout(
        title=wrapped(chart.title, TITLE, AXIS.width, 2),
        subtitle=wrapped(chart.subtitle, SUBTITLE, AXIS.width, 2),
        legend=wrapped(chart.previous_label, LEGEND, legend_width, 1) if has_previous else (),
        zones=tuple(_zone_label(zone) for zone in chart.zones),
        rows=tuple(
            Row(block, wrapped(block.title, BLOCK, title_width, 2), below) for block in chart.blocks
        ),
        axis=wrapped(chart.axis_label, TICK, AXIS.width, 1),
        footer=wrapped(chart.footer, FOOTER, AXIS.width, 3),
    )


def _zone_label(zone: Zone) -> tuple[Zone, tuple[str, ...], Type]:
    """The label in at most two lines, in smaller type if its longest word needs it."""
    width = AXIS.x(zone.end) - AXIS.x(zone.start) - 14
    type_ = ZONE
    longest = max(zone.label.split(), key=len, default="")
    while type_.size > 20 and width_of(longest, type_) > width:
        type_ = replace(type_, size=type_.size - 1)
    return zone, wrapped(zone.label, type_, width, 2), type_


def _draw_head(canvas: Canvas, layout: Layout) -> None:
    y = draw_lines(canvas, LEFT, MARGIN - 10, layout.title, TITLE) + TITLE_GAP
    y = draw_lines(canvas, LEFT, y, layout.subtitle, SUBTITLE) + 10
    if layout.legend:
        middle = y + LEGEND.size * (1 - CAP_HEIGHT / 2)
        draw_previous(canvas, LEFT, LEFT + LEGEND_MARK - MARK, middle)
        draw_lines(canvas, LEFT + LEGEND_MARK + GAP, y, layout.legend, LEGEND)


def _draw_zones(canvas: Canvas, layout: Layout) -> None:
    """The tinted columns with the levels' signs and labels, and the axis below them."""
    top, ticks = layout.head, layout.head + layout.panel + 8 + TICK.size
    for zone, lines, type_ in layout.zones:
        left, right = AXIS.x(zone.start), AXIS.x(zone.end)
        seam = 3 if zone.end < 100 else 0
        look = look_of(zone.key)
        canvas.box(left, top, right - left - seam, layout.panel, look.tint, (16, 16, 0, 0))
        middle = (left + right) / 2
        draw_sign(canvas, zone.key, middle, top + PAD + SIGN, SIGN)
        draw_lines(canvas, middle, top + PAD + 2 * SIGN + 8, lines, type_, "center")
        canvas.text(left, ticks, f"{zone.start:g}", TICK, "center" if zone.start > 0 else "left")
    canvas.text(RIGHT, ticks, "100", TICK, "right")


def _draw_row(canvas: Canvas, row: Row, top: float) -> None:
    """A block: sign and title, below them the bar."""
    block = row.block
    middle = top + BLOCK.size * (1 - CAP_HEIGHT / 2)
    draw_sign(canvas, block.level, LEFT + PAD + SIGN, middle, SIGN)
    below = draw_lines(canvas, LEFT + PAD + 2 * SIGN + GAP, top, row.title, BLOCK)
    caption = fitted(block.caption, CAPTION, AXIS.width * 0.75)
    bar = Bar(block.deficit, block.previous, block.level, caption)
    draw_bar(canvas, AXIS, bar, below + BAR_GAP)


def _draw_foot(canvas: Canvas, layout: Layout) -> None:
    y = layout.head + layout.panel + 8 + TICK.line_height
    y = draw_lines(canvas, RIGHT, y, layout.axis, TICK, "right")
    draw_lines(canvas, LEFT, y + 16, layout.footer, FOOTER)
