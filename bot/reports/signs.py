"""Colours and signs of the levels, the same in every picture.

The three colours differ in lightness as well as in hue, so they stay apart for colour-blind
eyes and in grey print; each level has a sign of its own besides.
"""

from dataclasses import dataclass

from bot.reports.canvas import Canvas

INK = "#1F2A37"
QUIET_INK = "#5B6776"
PAPER = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Look:
    """`solid` fills bars and signs, `tint` lies behind them, `on_solid` is a text on a bar."""

    solid: str
    tint: str
    on_solid: str = PAPER


NO_LEVEL = Look(solid="#8A94A1", tint="#E6EAEE")
LOOKS = {
    "none": Look(solid="#1B9AAA", tint="#E9F6F7"),
    "partial": Look(solid="#F2A900", tint="#FFF6DF", on_solid=INK),
    "pronounced": Look(solid="#A8324A", tint="#F9EAED"),
}


def look_of(level: str) -> Look:
    """The colours of a level; grey for "insufficient" and any key that is not a level."""
    return LOOKS.get(level, NO_LEVEL)


def draw_sign(canvas: Canvas, level: str, x: float, y: float, radius: float) -> None:
    """A level's sign around (x, y): a tick, a half and a full disc; a dashed ring for no level."""
    solid, line = look_of(level).solid, radius * 0.24
    ring = radius - line / 2
    if level == "none":
        canvas.disc(x, y, radius, solid)
        tick = [(x - radius * 0.45, y), (x - radius * 0.1, y + radius * 0.36)]
        tick.append((x + radius * 0.48, y - radius * 0.34))
        canvas.polyline(tick, PAPER, line)
    elif level == "partial":
        canvas.disc(x, y, ring, PAPER, solid, line)
        canvas.half_disc(x, y, ring, solid)
    elif level == "pronounced":
        canvas.disc(x, y, radius, solid)
        canvas.disc(x, y, radius * 0.26, PAPER)
    else:
        canvas.disc(x, y, ring, PAPER, solid, line * 0.8, dashed=True)


def draw_diamond(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """The mark of the previous result, around (x, y)."""
    points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    canvas.polygon(points, PAPER, INK, radius * 0.28)
