"""Lays out and draws `ProgressChart`, top down and in pixels. Imports matplotlib."""

from dataclasses import dataclass

from bot.reports.bars import GAP
from bot.reports.canvas import CAP_HEIGHT, Canvas, Type, draw_lines, fitted, width_of, wrapped
from bot.reports.progress_chart import LATE, ON_TIME, Column, ProgressChart, SchoolRow
from bot.reports.signs import INK, PAPER, QUIET_INK, draw_sign, look_of

WIDTH, MARGIN = 1080, 48
LEFT, RIGHT = MARGIN, WIDTH - MARGIN
AXIS_LEFT, TALLEST = 480, 300  # where the columns begin, how high the tallest is
RULE = "#E1E6EB"

TITLE = Type(54, INK, bold=True, leading=1.2)
SUBTITLE = Type(32, QUIET_INK)
TOTAL = Type(36, INK, bold=True, leading=1.2)
COUNT = Type(31, INK, leading=1.5)
LABEL = Type(24, QUIET_INK)
NUMBER = Type(24, INK, bold=True)
SECTION = Type(33, INK, bold=True)
SCHOOL = Type(26, INK)
FOOTER = Type(27, QUIET_INK, leading=1.3)

SIGN, DOT = 15, 12
ROW = 44
TOP_OF_COLUMNS = 76  # for numbers and the deadline's label


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture's texts as lines, and the heights of its parts."""

    chart: ProgressChart
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    total: tuple[str, ...]
    footer: tuple[str, ...]

    @property
    def head(self) -> float:
        """Height of what stands above the columns."""
        texts = len(self.title) * TITLE.line_height + len(self.subtitle) * SUBTITLE.line_height
        return MARGIN + texts + 16

    @property
    def base(self) -> float:
        """Where the columns stand."""
        return self.head + TOP_OF_COLUMNS + TALLEST

    @property
    def rows(self) -> float:
        """Where the schools begin."""
        return self.base + LABEL.line_height * 2 + 40 + SECTION.line_height + 16

    @property
    def height(self) -> int:
        """Of the whole picture."""
        schools = len(self.chart.schools) + bool(self.chart.more)
        footer = len(self.footer) * FOOTER.line_height
        return round(self.rows + schools * ROW + footer + MARGIN)

    @property
    def step(self) -> float:
        """Pixels from one column to the next."""
        return (RIGHT - AXIS_LEFT) / max(1, len(self.chart.columns))

    def x(self, column: int) -> float:
        """The middle of a column."""
        return AXIS_LEFT + (column + 0.5) * self.step


def draw(chart: ProgressChart) -> bytes:
    """The picture as PNG bytes."""
    width = RIGHT - LEFT
    layout = Layout(
        chart=chart,
        title=wrapped(chart.title, TITLE, width, 2),
        subtitle=wrapped(chart.subtitle, SUBTITLE, width, 2),
        total=wrapped(chart.total, TOTAL, AXIS_LEFT - LEFT - 40, 2),
        footer=wrapped(chart.footer, FOOTER, width, 2),
    )
    canvas = Canvas(WIDTH, layout.height, PAPER)
    _draw_head(canvas, layout)
    _draw_columns(canvas, layout)
    _draw_deadline(canvas, layout)
    _draw_schools(canvas, layout)
    return canvas.png()


def _draw_head(canvas: Canvas, layout: Layout) -> None:
    """Titles, and the totals at the left of the columns."""
    y = draw_lines(canvas, LEFT, MARGIN - 10, layout.title, TITLE) + 4
    draw_lines(canvas, LEFT, y, layout.subtitle, SUBTITLE)
    y = draw_lines(canvas, LEFT, layout.head + 24, layout.total, TOTAL) + 14
    for level, label in layout.chart.counts:
        draw_sign(canvas, level, LEFT + SIGN, y + COUNT.size * (1 - CAP_HEIGHT / 2), SIGN)
        x = LEFT + 2 * SIGN + GAP
        draw_lines(canvas, x, y, (fitted(label, COUNT, AXIS_LEFT - x - 20),), COUNT)
        y += COUNT.line_height


def _draw_columns(canvas: Canvas, layout: Layout) -> None:
    chart, base = layout.chart, layout.base
    highest = max((one.on_time + one.late for one in chart.columns), default=0) or 1
    canvas.box(AXIS_LEFT, base, RIGHT - AXIS_LEFT, 3, INK)
    thickness = max(3.0, layout.step * 0.72)
    for number, column in enumerate(chart.columns):
        _draw_column(canvas, column, layout.x(number), base, thickness, TALLEST / highest)
    free_from = 0.0
    for number, column in enumerate(chart.columns):
        width = width_of(column.label, LABEL)
        x = min(max(layout.x(number), AXIS_LEFT + width / 2), RIGHT - width / 2)
        if x - width / 2 >= free_from and x + width / 2 <= RIGHT + 1:
            canvas.text(x, base + LABEL.line_height, column.label, LABEL, "center")
            free_from = x + width / 2 + 16
    canvas.text(RIGHT, base + LABEL.line_height * 2, chart.unit, LABEL, "right")


def _draw_column(
    canvas: Canvas, column: Column, x: float, base: float, thickness: float, scale: float
) -> None:
    """On time below, late above, and how many on top."""
    y = base
    for level, count in ((ON_TIME, column.on_time), (LATE, column.late)):
        if count:
            height = max(4.0, count * scale)
            y -= height
            canvas.box(x - thickness / 2, y, thickness, height, look_of(level).solid)
    total = str(column.on_time + column.late)
    if y < base and width_of(total, NUMBER) <= max(thickness * 1.35, 20):
        canvas.text(x, y - 8, total, NUMBER, "center")


def _draw_deadline(canvas: Canvas, layout: Layout) -> None:
    """A dashed line behind the last day that is on time, through columns and schools."""
    chart = layout.chart
    x = min(AXIS_LEFT + (chart.deadline + 1) * layout.step, RIGHT)
    bottom = layout.rows + len(chart.schools) * ROW - 8
    label = fitted(chart.deadline_label, LABEL, RIGHT - AXIS_LEFT)
    width = width_of(label, LABEL)
    left = min(max(x - width / 2, AXIS_LEFT), RIGHT - width)
    top = layout.head + 8
    canvas.text(left, top + LABEL.size, label, LABEL)
    for start, end in ((top + LABEL.line_height + 2, layout.base), (layout.rows - 6, bottom)):
        if end > start:
            canvas.polyline([(x, start), (x, end)], QUIET_INK, 2.5, dashed=True)


def _draw_schools(canvas: Canvas, layout: Layout) -> None:
    chart, y = layout.chart, layout.rows
    if chart.schools:
        title = (fitted(chart.schools_title, SECTION, RIGHT - LEFT),)
        draw_lines(canvas, LEFT, y - SECTION.line_height - 16, title, SECTION)
    for row in chart.schools:
        _draw_school(canvas, layout, row, y)
        y += ROW
    if chart.more:
        y = draw_lines(canvas, LEFT, y, (chart.more,), SCHOOL) + ROW - SCHOOL.line_height
    draw_lines(canvas, LEFT, y + 10, layout.footer, FOOTER)


def _draw_school(canvas: Canvas, layout: Layout, row: SchoolRow, top: float) -> None:
    """The name, and a mark on the day of the answer; the words for a silent one in its place."""
    middle = top + ROW / 2 - 4
    baseline = middle + SCHOOL.size * CAP_HEIGHT / 2
    canvas.box(LEFT, top + ROW - 6, RIGHT - LEFT, 1, RULE)
    name = fitted(row.title, SCHOOL, AXIS_LEFT - LEFT - 24)
    canvas.text(LEFT, baseline, name, SCHOOL)
    if row.column is None:
        canvas.box(AXIS_LEFT - 4, top, 2 * DOT + 8, ROW - 8, PAPER)
        draw_sign(canvas, row.level, AXIS_LEFT + DOT, middle, DOT)
        canvas.text(AXIS_LEFT + 2 * DOT + 10, baseline - 2, row.caption, LABEL)
        return
    x = min(max(layout.x(row.column), AXIS_LEFT + DOT), RIGHT - DOT)
    draw_sign(canvas, row.level, x, middle, DOT)
    width = width_of(row.caption, LABEL)
    fits = x + DOT + 8 + width <= RIGHT
    left = x + DOT + 8 if fits else x - DOT - 8 - width
    canvas.box(left - 4, middle - 13, width + 8, 26, PAPER)  # over the line of the deadline
    canvas.text(left, baseline - 2, row.caption, LABEL)
