"""A year of collecting data in Ust-Koksa: what the schools answer, and who does what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Any

from content import IndicatorSet, load_profile
from tests.e2e.answering import Way, accepts, answers_in_chat, opens_the_board
from tests.e2e.calendar_town import CalendarTown
from tests.e2e.district import District, Table
from tests.e2e.recount import UST_KOKSA, Answers, of_school, recount
from tests.e2e.results import (
    check_paper,
    check_screen,
    check_workbook,
    named,
    paper,
    shown_indicators,
    workbook,
    written,
)
from tests.services.collecting import local

SCHOOLS, HEAD = 20, 730_000_009
MAY, DECEMBER = "Мониторинг, май", "Мониторинг, декабрь (итог года)"


def may_answers() -> Table:
    """Raw answers of the schools; None: no data."""
    return {number: _may(number) for number in range(SCHOOLS)}


def _may(number: int) -> dict[str, int | None]:
    staff, young = 20 + 3 * number, 1 + number % 4
    teachers = staff - 3
    answers: dict[str, int | None] = {
        "orgs_team_training": int(number % 3 == 0),
        "orgs_staff_plan": number % 2,
        "orgs_mentoring": int(number % 4 == 0),
        "staff_total": staff,
        "staff_trained": staff // (4 + number % 5),
        "teachers_total": teachers,
        "teachers_routes": teachers // (6 + number % 7),
        "teachers_mentoring": teachers // (3 + number % 4),
        "young_total": young,
        "young_covered": young - number % 2,
        "teachers_network": teachers // 2,
    }
    without = {1: "teachers_network", 4: "young_covered", 8: "teachers_routes"}
    changed = {
        0: {"young_total": 2, "young_covered": 2},  # as the bot counts them
        3: {"staff_trained": 1},
        12: {"young_total": 0, "young_covered": 0},  # a whole of nothing
    }
    answers |= changed.get(number, {})
    if number in without:
        answers[without[number]] = None
    return answers


def december_answers(may: Table) -> Table:
    """A little more of everything, and some that differ much."""
    found = {
        number: {
            key: value if value is None or key.startswith("orgs_") else value + 1
            for key, value in answers.items()
        }
        for number, answers in may.items()
    }
    found[0] |= {"teachers_mentoring": 11, "young_total": 2, "young_covered": 2}
    found[1] |= {"orgs_mentoring": 1, "teachers_network": 9}
    found[5] |= {"orgs_team_training": 1, "staff_trained": 3}
    found[6] |= {"young_total": 0, "young_covered": 0}
    found[12] |= {"young_total": 1, "young_covered": 1}
    return found


def low(answers: Answers) -> list[str]:
    """What to say on each indicator that one school has below its threshold."""
    found = [of_school(one, answers) for one in UST_KOKSA if one.least is not None and not one.own]
    return ["Курсы перенесли на осень" for value in found if value is not None and value < 10]


class Year:
    """Who does what in Ust-Koksa."""

    def __init__(self, town: CalendarTown, district: District) -> None:
        self.town, self.district, self.methodist = town, district, district.methodist
        self.head = town.person("Олег", user_id=HEAD)
        chosen = IndicatorSet.of(load_profile("ust-koksa"))
        self.asked, self.own = chosen.asked(False), chosen.asked(True)
        self.table: Table = may_answers()
        self.last: Table = {}
        self.own_answers = {"orgs_total": SCHOOLS, "communities": 7, "teachers_council": 4}
        self.own_last: dict[str, int | None] = {}

    def way(self, number: int, **more: Any) -> Way:
        """How a school answers in the chat."""
        return Way(self.asked, self.last.get(number, {}), **more)

    async def until(self, month: int, day: int, hour: int = 11) -> Counter[tuple[str, int]]:
        """Time passes; what arrived meanwhile."""
        await self.town.passes(local(self.town.services, date(2027, month, day), hour))
        return self.district.took_in()

    async def sleeps_until(self, month: int, day: int) -> Counter[tuple[str, int]]:
        """Time passes while the bot is down; what it tells when it is back."""
        moment = local(self.town.services, date(2027, month, day), 12)
        await self.town.sleeps()
        await self.town.passes(moment)
        await self.town.wakes()
        return self.district.took_in()

    def digest(self) -> Counter[tuple[str, int]]:
        """The end of reminding: the methodist hears of it, and the head of a silent school."""
        return Counter([("digest", self.methodist.id), ("head", self.head.id)])

    async def fills_in_its_own_part(self) -> None:
        """The methodist answers what the service knows itself."""
        way = Way(self.own, self.own_last, known=("orgs_total",))
        await answers_in_chat(self.methodist, self.own_answers, way)

    async def accepts_all(self, campaign: str, noticed: Collection[int]) -> None:
        """Everything at once, then those that want a look; they all hear of it."""
        schools = self.district.schools
        await opens_the_board(self.methodist, campaign)
        await self.methodist.presses("Принять разом")
        await self.methodist.sees("Принять все без замечаний?")
        await self.methodist.presses("Принять")
        await self.methodist.sees("Чтобы найти школу")
        for number in noticed:
            await accepts(self.methodist, schools[number])
        await self.town.has_told()

    async def closes(self, campaign: str) -> None:
        """No more answers."""
        await self.methodist.sends("/monitoring")
        await self.methodist.presses(campaign)
        await self.methodist.presses("Закрыть кампанию")
        await self.methodist.presses("Да, закрыть")
        await self.methodist.sees("Закрыта. Срок был")

    async def comes_out(self, campaign: str, answered: Collection[int], late: int) -> Any:
        """Every view of what came out is checked against the raw answers; the screen, and what
        was reckoned."""
        person = self.methodist
        counted = [self.table[number] for number in answered]
        wanted = recount(UST_KOKSA, counted, self.own_answers)
        shown = await shown_indicators(person, campaign)
        check_screen(shown, wanted, UST_KOKSA)
        sheets = await workbook(person, campaign)
        check_workbook(sheets["Показатели"], wanted)
        self._check_schools(sheets["Школы"], answered, late)
        document = await paper(person, campaign)
        check_paper(document, wanted, UST_KOKSA)
        silent = [name for n, name in enumerate(self.district.schools) if n not in answered]
        said = [one.text for one in document.paragraphs]
        assert said[said.index("Школы, которые не ответили") + 1 :][: len(silent)] == silent
        return shown, wanted

    def _check_schools(self, rows: Any, answered: Collection[int], late: int) -> None:
        """The raw answers as they were given, and the shares of each school."""
        yes_no = {1: "да", 0: "нет"}
        found = {row["Школа"]: row for row in named(rows, "Школа")}
        for number in answered:
            row = found[self.district.schools[number]]
            assert row["Вовремя"] == ("с опозданием" if number == late else "да")
            for one in self.asked:
                value = self.table[number][one.key]
                words = yes_no[value] if one.input == "yes_no" and value is not None else value
                expected = "нет данных" if value is None else words
                assert row[one.title.get("ru")] == expected, (number, one.key)
            for share in (one for one in UST_KOKSA if one.whole and not one.own):
                value = of_school(share, self.table[number])
                assert written(row[f"{share.title}, %"]) == value, (number, share.title)
