"""One horizontal bar with its caption and the mark of the previous result. Imports matplotlib."""

from dataclasses import dataclass

from bot.reports.canvas import CAP_HEIGHT, Canvas, Type, width_of
from bot.reports.signs import INK, NO_LEVEL, PAPER, QUIET_INK, draw_diamond, look_of

CAPTION = Type(38, INK, bold=True)
BAR = 48
MARK = 14  # radius of the diamond of the previous result
MARK_DEPTH = 2 * MARK + 2  # how far it reaches below the bar
GAP = 14


@dataclass(frozen=True, slots=True)
class Axis:
    """Percents from 0 to 100 laid out over `width` pixels from `left`."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """Pixel of 100 %."""
        return self.left + self.width

    def x(self, percent: float) -> float:
        """Pixel of a percent; what is out of range is drawn at the end."""
        return self.left + self.width * min(max(percent, 0), 100) / 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A value in percent (None: nothing to measure), the one before it, and the caption."""

    value: float | None
    previous: float | None
    level: str
    caption: str


def draw_bar(canvas: Canvas, axis: Axis, bar: Bar, top: float) -> None:
    """Draw the bar with its upper edge at `top`; below it a line to the previous result."""
    if bar.value is None:
        _draw_ghost(canvas, axis, bar, top)
    else:
        _draw_value(canvas, axis, bar, bar.value, top)
    if bar.previous is not None:
        x = min(max(axis.x(bar.previous), axis.left + MARK), axis.right - MARK)
        draw_previous(canvas, axis.left, x, top + BAR + MARK_DEPTH - MARK)


def draw_previous(canvas: Canvas, start: float, end: float, y: float) -> None:
    """The mark of the previous result: a thin line that ends in a diamond."""
    canvas.polyline([(start + 2, y), (end, y)], QUIET_INK, 4)
    draw_diamond(canvas, end, y, MARK)


def _draw_value(canvas: Canvas, axis: Axis, bar: Bar, value: float, top: float) -> None:
    """The bar, or for nothing at all a dot; the caption behind it, or on it if there is no room."""
    look, width = look_of(bar.level), width_of(bar.caption, CAPTION)
    if value > 0:
        length = max(axis.x(value) - axis.left, 6)
        canvas.box(axis.left, top, length, BAR, look.solid, (0, BAR / 4, BAR / 4, 0))
        end = axis.left + length
    else:
        end = axis.left + GAP + BAR / 2
        canvas.disc(end - BAR / 4, top + BAR / 2, BAR / 4, look.solid)
    if end + GAP + width <= axis.right - GAP / 2:
        _draw_caption(canvas, end + GAP, top, bar.caption, INK)
    else:
        _draw_caption(canvas, end - GAP - width, top, bar.caption, look.on_solid)


def _draw_ghost(canvas: Canvas, axis: Axis, bar: Bar, top: float) -> None:
    """A hatched bar of full width: here stands no value, not a high one."""
    canvas.hatched(axis.left, top + 1, axis.width - 1, BAR - 2, NO_LEVEL.tint, NO_LEVEL.solid)
    width = width_of(bar.caption, CAPTION)
    radius = BAR / 2 - 5
    canvas.box(axis.left + GAP, top + 5, width + 2 * GAP, BAR - 10, PAPER, (radius,) * 4)
    _draw_caption(canvas, axis.left + 2 * GAP, top, bar.caption, INK)


def _draw_caption(canvas: Canvas, x: float, top: float, caption: str, color: str) -> None:
    baseline = top + BAR / 2 + CAP_HEIGHT / 2 * CAPTION.size
    canvas.text(x, baseline, caption, Type(CAPTION.size, color, bold=True))
