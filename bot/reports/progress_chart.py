"""The picture of a collection: how many schools answered on which day, and which of them when.

Above are columns by day (or week), below a row for each school with its mark on the same axis.
On time, late and silent have signs of their own beside their colours. All texts come in
translated. Drawing takes some 200 ms: call it through `worker.in_worker`.
"""

from dataclasses import dataclass

# Signs of `signs`: on time, late, silent.
ON_TIME, LATE, SILENT = "none", "pronounced", "insufficient"
SCHOOLS = 40  # rows on one picture


@dataclass(frozen=True, slots=True)
class Column:
    """How many answers came on a day or in a week; `label` stands below when there is room."""

    label: str
    on_time: int
    late: int


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school; `column` counts from 0 and is None for one that has not answered."""

    title: str
    column: int | None
    level: str
    caption: str


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """Everything that the picture says. `deadline` is the last column that is on time.

    `counts` are pairs of a sign's key and its label with the number.
    """

    title: str
    subtitle: str
    total: str
    counts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    deadline: int
    deadline_label: str
    unit: str
    schools_title: str
    schools: tuple[SchoolRow, ...]
    more: str
    footer: str


def draw_progress_chart(chart: ProgressChart) -> bytes:
    """The picture as a PNG, 1080 pixels wide and as high as its schools need."""
    from bot.reports.progress_chart_layout import draw  # matplotlib: on first use

    return draw(chart)
