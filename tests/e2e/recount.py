"""Indicators reckoned a second time, from the raw answers that a story wrote down itself.

Knows the documents of the municipalities and plain fractions, and nothing of the bot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

# By key of what was asked; None: there are no data.
Answers = Mapping[str, int | None]


@dataclass(frozen=True)
class Formula:
    """An indicator of a document: a share in percent, or a count where there is no whole.

    `own`: what of it the service answers itself; the rest is asked of schools. `least`: the
    threshold.
    """

    title: str
    part: str
    whole: str | None = None
    own: tuple[str, ...] = ()
    least: int | None = None


UST_KOKSA = (
    Formula("Организации, обучившие управленческие команды",
            "orgs_team_training", "orgs_total", ("orgs_total",), 10),
    Formula("Организации с планом развития кадров",
            "orgs_staff_plan", "orgs_total", ("orgs_total",)),
    Formula("Организации с целевой моделью наставничества",
            "orgs_mentoring", "orgs_total", ("orgs_total",), 20),
    Formula("Педагоги и руководители после курсов за период",
            "staff_trained", "staff_total", least=10),
    Formula("Педагоги с индивидуальным маршрутом",
            "teachers_routes", "teachers_total", least=10),
    Formula("Педагоги в наставничестве", "teachers_mentoring", "teachers_total"),
    Formula("Молодые педагоги с поддержкой", "young_covered", "young_total"),
    Formula("Педагоги в сетевых сообществах", "teachers_network", "teachers_total"),
    Formula("Методические объединения и сообщества", "communities", own=("communities",)),
    Formula("Педагоги в экспертном и методическом совете",
            "teachers_council", "teachers_total", ("teachers_council",)),
)  # fmt: skip
MIRNY = (
    Formula("Доля педагогов с современными технологиями", "teachers_modern_tech", "teachers_total"),
    Formula("Участники и победители конкурсов, авторы практик",
            "contest_participants", own=("contest_participants",)),
    Formula("Методические разработки и публикации", "publications", own=("publications",)),
    Formula("Охват формами методической работы", "event_people", own=("event_people",)),
    Formula("Участники инновационных проектов", "project_people"),
    Formula("Охват повышением квалификации", "trained", "staff_total"),
    Formula("Охват дистанционным обучением работников", "distance_learners", "staff_total"),
    Formula("Лаборатории, группы, школы молодого педагога", "groups", own=("groups",)),
    Formula("Доля охваченных непрерывным образованием",
            "continuous", "staff_total", ("continuous",)),
    Formula("Базы данных о работниках и аттестации", "databases", own=("databases",)),
)  # fmt: skip


@dataclass(frozen=True)
class Recounted:
    """What should come out; `value` with one decimal, half up, as tenths make it."""

    value: Fraction | None
    part: int | None
    whole: int | None
    met: bool | None


def recount(
    formulas: Sequence[Formula], schools: Sequence[Answers], own: Answers
) -> dict[str, Recounted]:
    """The indicators by title, of the schools whose answers count."""
    return {one.title: _recounted(one, schools, own) for one in formulas}


def of_school(formula: Formula, answers: Answers) -> Fraction | None:
    """The same of a single school, whose answers are all there is."""
    return _recounted(formula, [answers], {}).value


def _recounted(formula: Formula, schools: Sequence[Answers], own: Answers) -> Recounted:
    keys = [key for key in (formula.part, formula.whole) if key is not None]
    asked = [key for key in keys if key not in formula.own]
    counted = [one for one in schools if all(one.get(key) is not None for key in asked)]

    def total(key: str) -> int | None:
        if key in formula.own:
            return own.get(key)
        return sum(one[key] or 0 for one in counted) if counted else None

    part, whole = total(formula.part), total(formula.whole) if formula.whole else None
    value = None if part is None else Fraction(part)
    if formula.whole is not None:
        value = None if value is None or not whole else _tenths(value * 100 / whole)
    met = None if value is None or formula.least is None else value >= formula.least
    return Recounted(value, part, whole, met)


def _tenths(value: Fraction) -> Fraction:
    return Fraction(floor(value * 10 + Fraction(1, 2)), 10)
