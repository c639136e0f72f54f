"""A sheet in pixels, origin at the top left, drawn by matplotlib's Agg without pyplot.

Importing this module imports matplotlib: do it inside the function that draws, never at the
top of a module that the bot loads at start. Charts here are laid out by hand, in pixels, since
a phone screen forgives less than a paper page.

Texts are taken as they are: no mathtext, so `$`, `_`, `^` and `%` are just characters.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Wedge
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

DPI = 72  # one typographic point is one pixel
CAP_HEIGHT = 0.73  # of the type size, DejaVu Sans
ELLIPSIS = "…"
COLORS = 256  # a third of the bytes of full colour, and no difference to see

Point = tuple[float, float]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size in pixels, colour as #rrggbb, line height in sizes."""

    size: float
    color: str
    bold: bool = False
    leading: float = 1.28

    @property
    def line_height(self) -> float:
        """Pixels from one baseline to the next."""
        return self.size * self.leading


@lru_cache(maxsize=2)
def _font_file(bold: bool) -> str:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return str(Path(matplotlib.get_data_path(), "fonts", "ttf", name))


@lru_cache(maxsize=2)
def _glyphs(bold: bool) -> frozenset[int]:
    return frozenset(get_font(_font_file(bold)).get_charmap())


def printable(text: str, bold: bool = False) -> str:
    """The text on one line, without what the font cannot show (control characters, emoji)."""
    known = _glyphs(bold)
    shown = "".join(
        char
        for char in re.sub(r"[\t\r\n]", " ", text)
        if ord(char) in known and unicodedata.category(char) not in {"Cc", "Cf"}
    )
    return re.sub(" +", " ", shown).strip(" ")


def width_of(text: str, type_: Type) -> float:
    """Width of one printed line in pixels."""
    return _width(printable(text, type_.bold), type_.size, type_.bold)


@lru_cache(maxsize=1024)  # measuring is the dearest part of a drawing, and titles come again
def _width(line: str, size: float, bold: bool) -> float:
    font = get_font(_font_file(bold))
    font.set_size(size, DPI)
    font.set_text(line, 0)
    return float(font.get_width_height()[0]) / 64


def fitted(text: str, type_: Type, width: float) -> str:
    """The text, or as much of it with an ellipsis as fits into `width` pixels."""
    if width_of(text, type_) <= width:
        return text
    longest = bisect_right(
        range(1, len(text)), width, key=lambda length: width_of(text[:length] + ELLIPSIS, type_)
    )
    return text[:longest].rstrip() + ELLIPSIS


def wrapped(text: str, type_: Type, width: float, max_lines: int) -> tuple[str, ...]:
    """The text in at most `max_lines` lines of `width` pixels; what is left over ends in `…`."""
    words = printable(text, type_.bold).split(" ")
    lines: list[str] = []
    while words and len(lines) < max_lines - 1:
        taken = 1
        while taken < len(words) and width_of(" ".join(words[: taken + 1]), type_) <= width:
            taken += 1
        lines.append(fitted(" ".join(words[:taken]), type_, width))
        words = words[taken:]
    if words:
        lines.append(fitted(" ".join(words), type_, width))
    return tuple(line for line in lines if line)


class Canvas:
    """One picture of `width` by `height` pixels; what is drawn later lies on top."""

    def __init__(self, width: int, height: int, background: str) -> None:
        self._figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=background)
        self._canvas: Any = FigureCanvasAgg(self._figure)
        self._artists: list[Artist] = []
        self._pixels = Affine2D().scale(1, -1).translate(0, height)

    def box(self, x: float, y: float, width: float, height: float, color: str,
            corners: Sequence[float] = (0, 0, 0, 0)) -> None:  # fmt: skip
        """A filled box; `corners` are radii: top left, top right, bottom right, bottom left."""
        self._outline(_box_outline(x, y, width, height, corners), facecolor=color)

    def hatched(self, x: float, y: float, width: float, height: float, fill: str,
                ink: str) -> None:  # fmt: skip
        """A box shaded with slanted lines and a thin frame: a place without a value."""
        outline = _box_outline(x, y, width, height, (0, 0, 0, 0))
        self._outline(outline, facecolor=fill, edgecolor=ink, linewidth=2, hatch="//")

    def polygon(self, points: Sequence[Point], fill: str, ink: str, thickness: float) -> None:
        """A filled polygon with a frame of `thickness` pixels."""
        outline = Outline([*points, points[0]], closed=True)
        self._outline(outline, facecolor=fill, edgecolor=ink, linewidth=thickness)

    def polyline(self, points: Sequence[Point], color: str, thickness: float,
                 dashed: bool = False) -> None:  # fmt: skip
        """A line with round ends through the points."""
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=color, linewidth=thickness, zorder=1,
                      linestyle=(0, (2, 2)) if dashed else "-")  # fmt: skip
        line.set_solid_capstyle("round")
        line.set_solid_joinstyle("round")
        self._add(line)

    def disc(self, x: float, y: float, radius: float, fill: str, ink: str = "none",
             thickness: float = 0, dashed: bool = False) -> None:  # fmt: skip
        """A circle around (x, y)."""
        style = (0, (2, 1.4)) if dashed else "-"
        self._add(Circle((x, y), radius, facecolor=fill, edgecolor=ink, linewidth=thickness,
                         linestyle=style, zorder=1))  # fmt: skip

    def half_disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """The right half of a circle around (x, y)."""
        self._add(Wedge((x, y), radius, -90, 90, facecolor=fill, edgecolor="none", zorder=1))

    def text(self, x: float, baseline: float, text: str, type_: Type,
             align: Align = "left") -> None:  # fmt: skip
        """One line of text on a baseline."""
        font = FontProperties(fname=_font_file(type_.bold), size=type_.size)
        self._add(Text(x, baseline, printable(text, type_.bold), color=type_.color, ha=align,
                       va="baseline", fontproperties=font, parse_math=False, usetex=False,
                       zorder=1))  # fmt: skip

    def png(self) -> bytes:
        """The finished picture, in few colours; the sheet is used up.

        Its megabytes are freed at once: the bot runs with a lazy garbage collector, and
        matplotlib's artists and figures hold each other.
        """
        buffer = BytesIO()
        try:
            self._canvas.draw()
            pixels = Image.fromarray(np.asarray(self._canvas.buffer_rgba())).convert("RGB")
            _few_colors(pixels).save(buffer, "PNG")
        finally:
            for artist in self._artists:
                artist.remove()
            self._artists.clear()
            self._canvas.renderer = None
        return buffer.getvalue()

    def _outline(self, outline: Outline, **look: object) -> None:
        self._add(PathPatch(outline, **{"linewidth": 0, "zorder": 1, **look}))

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._pixels)
        self._artists.append(self._figure.add_artist(artist))


def draw_lines(canvas: Canvas, x: float, top: float, lines: Sequence[str], type_: Type,
               align: Align = "left") -> float:  # fmt: skip
    """Lines one under the other; the y below the last one."""
    for number, line in enumerate(lines):
        baseline = top + type_.line_height * number + type_.size
        canvas.text(x, baseline, line, type_, align)
    return top + type_.line_height * len(lines)


def _few_colors(pixels: Image.Image) -> Image.Image:
    """The picture with a palette; almost white, which comes of the averaging, is white again."""
    few = pixels.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette([255 if part >= 252 else part for part in few.getpalette() or ()])
    return few


def _box_outline(
    x: float, y: float, width: float, height: float, corners: Sequence[float]
) -> Outline:
    """A closed path around the box, clockwise, each corner a quarter of a circle (or none)."""
    r1, r2, r3, r4 = (min(radius, width, height / 2) for radius in corners)
    right, bottom = x + width, y + height
    steps: list[tuple[np.uint8, Point]] = [(Outline.MOVETO, (x + r1, y))]
    for radius, corner, start, end in (
        (r2, (right, y), (right - r2, y), (right, y + r2)),
        (r3, (right, bottom), (right, bottom - r3), (right - r3, bottom)),
        (r4, (x, bottom), (x + r4, bottom), (x, bottom - r4)),
        (r1, (x, y), (x, y + r1), (x + r1, y)),
    ):
        steps.append((Outline.LINETO, start))
        if radius:
            steps += [(Outline.CURVE3, corner), (Outline.CURVE3, end)]
    steps.append((Outline.CLOSEPOLY, (x + r1, y)))
    codes, points = zip(*steps, strict=True)
    return Outline(points, codes)
