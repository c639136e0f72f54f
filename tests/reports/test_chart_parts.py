"""The parts of charts: measured texts, bars, colours."""

import colorsys
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.reports.bars import CAPTION, Axis, Bar, draw_bar
from bot.reports.canvas import ELLIPSIS, Canvas, Type, fitted, printable, width_of, wrapped
from bot.reports.signs import LOOKS, draw_sign

TYPE = Type(36, "#000000")
AXIS = Axis(left=48, width=984)


class Recorder:
    """Stands in for the canvas and remembers what was drawn."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **_: self.calls.append((name, args))

    def drawn(self, name: str) -> list[tuple[Any, ...]]:
        return [args for called, args in self.calls if called == name]


def drawn_bar(
    value: float | None, previous: float | None = None, caption: str = "100 %"
) -> Recorder:
    recorder = Recorder()
    draw_bar(recorder, AXIS, Bar(value, previous, "partial", caption), 0)  # type: ignore[arg-type]
    return recorder


class TestTexts:
    @settings(deadline=None)
    @given(st.text(max_size=200), st.integers(60, 900), st.integers(1, 3))
    def test_wrapped_lines_fit_and_are_never_more_than_asked(
        self, text: str, width: int, most: int
    ) -> None:
        lines = wrapped(text, TYPE, width, most)
        assert len(lines) <= most
        assert all(width_of(line, TYPE) <= width for line in lines)

    @settings(deadline=None)
    @given(st.lists(st.text("абвгд", min_size=1, max_size=6), min_size=1, max_size=8))
    def test_nothing_is_lost_when_there_is_room(self, words: list[str]) -> None:
        assert " ".join(wrapped(" ".join(words), TYPE, 300, 8)) == " ".join(words)

    def test_what_does_not_fit_ends_in_an_ellipsis(self) -> None:
        line = fitted("Методика и технологии урока", TYPE, 300)
        assert line.endswith(ELLIPSIS)
        assert "Методика и технологии урока".startswith(line.removesuffix(ELLIPSIS))

    def test_a_number_stays_with_its_percent_sign(self) -> None:
        lines = wrapped("дефицит 25\u00a0%", TYPE, width_of("дефицит 25", TYPE), 2)
        assert lines == ("дефицит", "25\u00a0%")

    def test_only_what_the_font_can_show_is_printed(self) -> None:
        assert printable(" Анна\t\x00 «Ё» \U0001f389\n№ 5 ") == "Анна «Ё» № 5"


class TestABar:
    @settings(deadline=None)
    @given(st.floats(0, 100), st.sampled_from(["0 %", "100 %", "очень мало данных"]))
    def test_keeps_its_caption_on_the_axis(self, value: float, caption: str) -> None:
        ((x, _, text, _),) = drawn_bar(value, caption=caption).drawn("text")
        assert x >= AXIS.left
        assert x + width_of(text, CAPTION) <= AXIS.right

    def test_of_nothing_is_a_dot_and_not_an_empty_row(self) -> None:
        bar = drawn_bar(0)
        assert len(bar.drawn("disc")) == 1
        assert not bar.drawn("box")

    def test_ends_at_its_percent(self) -> None:
        ((x, _, width, *_),) = drawn_bar(25).drawn("box")
        assert (x, x + width) == (AXIS.left, AXIS.left + AXIS.width / 4)

    def test_without_a_value_is_hatched_over_the_whole_axis(self) -> None:
        bar = drawn_bar(None, caption="мало данных")
        ((x, _, width, *_),) = bar.drawn("hatched")
        assert (x, x + width) == (AXIS.left, pytest.approx(AXIS.right, abs=1))
        assert bar.drawn("text")[0][2] == "мало данных"

    @pytest.mark.parametrize("value", [None, 0.0, 40.0])
    def test_shows_the_previous_result_only_if_there_was_one(self, value: float | None) -> None:
        assert not drawn_bar(value).drawn("polygon")
        assert len(drawn_bar(value, previous=60).drawn("polygon")) == 1

    def test_shows_the_previous_result_at_its_percent_below_the_caption(self) -> None:
        bar = drawn_bar(25, previous=50)
        (points, *_) = bar.drawn("polygon")[0]
        ((_, baseline, *_),) = bar.drawn("text")
        assert sum(x for x, _ in points) / 4 == AXIS.x(50)
        assert min(y for _, y in points) > baseline


class TestLevels:
    def test_each_has_a_sign_of_its_own_besides_its_colour(self) -> None:
        shapes = []
        for level in (*LOOKS, "insufficient"):
            recorder = Recorder()
            draw_sign(recorder, level, 0, 0, 20)  # type: ignore[arg-type]
            shapes.append([(name, len(args)) for name, args in recorder.calls])
        assert len({str(shape) for shape in shapes}) == len(shapes)

    def test_differ_in_lightness_for_colour_blind_eyes(self) -> None:
        amounts = sorted(lightness(look.solid) for look in LOOKS.values())
        assert all(later - earlier > 0.1 for earlier, later in pairwise(amounts))

    def test_captions_on_a_bar_can_be_read(self) -> None:
        for look in LOOKS.values():
            low, high = sorted((luminance(look.solid), luminance(look.on_solid)))
            assert (high + 0.05) / (low + 0.05) >= 3  # WCAG, large bold type


def parts(color: str) -> list[float]:
    return [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]


def lightness(color: str) -> float:
    """Perceived grey, 0..1."""
    return colorsys.rgb_to_yiq(*parts(color))[0]


def luminance(color: str) -> float:
    """Relative luminance as WCAG defines it."""
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_canvas_gives_the_colours_that_were_asked_for() -> None:
    canvas = Canvas(60, 40, "#FFFFFF")
    canvas.box(0, 0, 30, 40, "#1B9AAA")
    image = Image.open(BytesIO(canvas.png())).convert("RGB")
    assert (image.size, image.getpixel((5, 20))) == ((60, 40), (0x1B, 0x9A, 0xAA))
    assert image.getpixel((55, 20)) == (255, 255, 255)
