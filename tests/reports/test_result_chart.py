"""The picture of one person's result."""

import gc
import subprocess
import sys
import warnings
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from statistics import median
from time import perf_counter

import psutil
import pytest
from PIL import Image

from bot.reports.result_chart import ChartBlock, ResultChart, Zone, draw_result_chart
from bot.reports.worker import in_worker

TITLES = (
    "Обновлённые ФГОС и рабочая программа",
    "Предмет и содержание",
    "Методика и технологии урока",
    "Оценивание и функциональная грамотность",
    "Психолого-педагогическая поддержка",
    "Воспитание и общение",
    "Цифровая среда",
)
ZONES = (
    Zone("Не выявлен", 0, 20, "none"),
    Zone("Частичный", 20, 40, "partial"),
    Zone("Выраженный дефицит", 40, 101, "pronounced"),
)
DEFICITS = (25.0, 0.0, 41.7, 91.7, 16.7, None, 8.3)


def block(title: str, deficit: float | None, previous: float | None = None) -> ChartBlock:
    if deficit is None:
        return ChartBlock(title, None, previous, "insufficient", "мало данных")
    level = next(zone.key for zone in ZONES if zone.start <= deficit < zone.end)
    return ChartBlock(title, deficit, previous, level, f"{deficit:.0f}\u00a0%")


def chart(*blocks: ChartBlock) -> ResultChart:
    return ResultChart(
        title="Мои профессиональные дефициты",
        subtitle="Самооценка · 14 марта 2025 года",
        blocks=blocks,
        zones=ZONES,
        previous_label="Прошлая самооценка, 2 октября 2024 года",
        axis_label="Дефицит, % от нормы",
        footer="Чем короче полоса, тем лучше.",
    )


def teachers_chart(previous: float | None = None) -> ResultChart:
    pairs = zip(TITLES, DEFICITS, strict=True)
    return chart(*(block(title, deficit, previous) for title, deficit in pairs))


def picture(drawn: ResultChart) -> Image.Image:
    return Image.open(BytesIO(draw_result_chart(drawn)))


def test_is_a_portrait_png_for_a_phone_that_loads_fast() -> None:
    png = draw_result_chart(teachers_chart(previous=50))
    image = Image.open(BytesIO(png))
    assert (image.format, image.width) == ("PNG", 1080)
    assert image.width < image.height < 2 * image.width
    assert len(png) < 150_000


def test_grows_with_its_blocks_from_one_to_ten() -> None:
    many = [*TITLES, *TITLES[:3]]
    heights = [
        picture(chart(*(block(title, 30) for title in many[:count]))).height
        for count in range(1, 11)
    ]
    assert heights == sorted(set(heights))
    steps = {later - earlier for earlier, later in pairwise(heights)}
    assert max(steps) - min(steps) <= 1


def test_ten_blocks_with_long_titles_stay_under_150_kilobytes() -> None:
    long = "Очень длинное название направления, которому двух строк никак не хватит " * 3
    assert len(draw_result_chart(chart(*[block(long, 55, 60)] * 10))) < 150_000


def test_a_title_takes_two_lines_at_most() -> None:
    two = picture(chart(block("длинное название " * 5, 30))).height
    twenty = picture(chart(block("длинное название " * 50, 30))).height
    assert two == twenty


def test_without_blocks_it_is_still_a_picture() -> None:
    assert picture(chart()).width == 1080


def test_explains_the_previous_result_only_where_there_is_one() -> None:
    first = picture(chart(block("Методика", 30), block("Общение", 30)))
    again = picture(chart(block("Методика", 30), block("Общение", 30, 10)))
    assert again.height > first.height


@pytest.mark.parametrize(
    "text",
    [
        "$x_1^2$ и 100 %",
        "$\\frac{",
        "$$ __ ^^ %% {} \\",
        "<b>&amp;</b>",
        "учитель \U0001f389 года \u0000\u0007",
        "слово" * 60,
        "две\nстроки",
        "",
        " ",
    ],
)
def test_any_text_is_drawn_as_it_is_typed(text: str) -> None:
    odd = replace(teachers_chart(), title=text, subtitle=text, footer=text, axis_label=text)
    odd = replace(odd, blocks=(ChartBlock(text, 30, 10, "partial", text),), previous_label=text)
    odd = replace(odd, zones=(Zone(text, 0, 100, "partial"),))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert picture(odd).width == 1080


def test_dollar_signs_are_not_read_as_formulas() -> None:
    """Were `$ab$` a formula, its dollars would be gone and both pictures the same."""
    plain, dollars = (picture(chart(block(title, 30))) for title in ("ab", "$ab$"))
    assert plain.tobytes() != dollars.tobytes()


def test_a_key_that_is_no_level_is_drawn_in_grey() -> None:
    assert picture(chart(ChartBlock("Новый", 30, None, "unheard of", "30 %"))).width == 1080


def test_values_out_of_range_do_not_leave_the_axis() -> None:
    over = ChartBlock("Методика", 130, -5, "pronounced", "100 %")
    full = ChartBlock("Методика", 100, 0, "pronounced", "100 %")
    assert picture(chart(over)).tobytes() == picture(chart(full)).tobytes()


def test_the_same_result_gives_the_same_bytes() -> None:
    assert draw_result_chart(teachers_chart()) == draw_result_chart(teachers_chart())


async def test_can_be_drawn_beside_the_event_loop() -> None:
    drawn = teachers_chart()
    assert await in_worker(draw_result_chart, drawn) == draw_result_chart(drawn)


def test_importing_the_reports_loads_neither_matplotlib_nor_docx() -> None:
    """The bot must start fast: the heavy libraries come with the first picture."""
    script = (
        "import sys, bot.reports.result_chart, bot.reports.result_document, bot.reports.worker;"
        "sys.exit(bool({'matplotlib', 'docx', 'PIL', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_drawing_never_loads_pyplot() -> None:
    script = (
        "import sys; from bot.reports.result_chart import ResultChart, draw_result_chart;"
        "draw_result_chart(ResultChart('', '', (), (), '', '', ''));"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_memory_stays_flat_even_if_the_garbage_collector_sleeps() -> None:
    """The bot's collector is tuned to run rarely; a picture is 7 MB while it is drawn."""
    drawn, process = teachers_chart(previous=50), psutil.Process()
    for _ in range(5):
        draw_result_chart(drawn)
    gc.collect()
    before = process.memory_info().rss
    gc.disable()
    try:
        for _ in range(40):
            draw_result_chart(drawn)
        grown = process.memory_info().rss - before
    finally:
        gc.enable()
    assert grown < 25_000_000


def test_a_drawing_takes_a_fraction_of_a_second() -> None:
    drawn, times = teachers_chart(previous=50), []
    draw_result_chart(drawn)
    for _ in range(7):
        started = perf_counter()
        draw_result_chart(drawn)
        times.append(perf_counter() - started)
    assert median(times) < 1.0  # some 0.12 s; the rest is for busy machines
