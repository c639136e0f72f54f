"""Schools from a spreadsheet: what it would do is said first, and all of it is written or none."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from content import load_sheets
from services.schools import ImportPlan
from services.sheets import Sheet, read_sheet
from storage.engine import Database
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.colleagues import ADMIN, Colleagues, gather, noted
from tests.services.stories import refused
from tests.spreadsheets import csv_of
from tests.wiring import Services, build_services

HEAD = ["Код", "Полное название", "Краткое название", "Название на английском", "Статус поддержки"]
NEW = ["irtysh", "МБОУ «Школа на Иртыше»", "Школа на Иртыше", "School on the Irtysh", ""]
AKSENOVO = [
    "aksenovskaya",
    "МБОУ «Аксёновская СОШ»",
    "Аксёновская СОШ",
    "Aksyonovskaya School",
    "Низкие образовательные результаты",
]


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def town(services: Services) -> Colleagues:
    return await gather(services)


def sheet_of(*rows: Sequence[str], head: Sequence[str] = HEAD) -> Sheet:
    return read_sheet(csv_of(head, *rows), "школы.csv", load_sheets().schools)


async def planned(town: Colleagues, *rows: Sequence[str], head: Sequence[str] = HEAD) -> ImportPlan:
    return await town.services.schools.plan_import(town.methodist, sheet_of(*rows, head=head))


async def imported(
    town: Colleagues, *rows: Sequence[str], head: Sequence[str] = HEAD
) -> ImportPlan:
    sheet, schools = sheet_of(*rows, head=head), town.services.schools
    plan = await schools.plan_import(town.methodist, sheet)
    return await schools.apply_import(town.methodist, sheet, plan.digest)


def actions(plan: ImportPlan) -> list[str]:
    return [row.action for row in plan.rows]


def reasons(plan: ImportPlan) -> list[str]:
    return [problem.reason for row in plan.rows for problem in row.problems]


class TestPlan:
    async def test_says_what_would_be_added_changed_and_left(self, town: Colleagues) -> None:
        renamed = ["bolshetavinskaya", "МБОУ «Большетавинская ООШ»", "Большетавинская школа"]
        plan = await planned(town, NEW, AKSENOVO, [*renamed, "", ""])
        assert actions(plan) == ["add", "same", "change"]
        changes = set(plan.rows[2].after)
        assert changes == {"short_name", "english_name", "support_status", "search_name"}

    async def test_leaves_alone_what_the_spreadsheet_has_no_column_for(
        self, town: Colleagues
    ) -> None:
        head = HEAD[1:3]
        plan = await planned(town, AKSENOVO[1:3], head=head)
        assert actions(plan) == ["same"]

    @pytest.mark.parametrize(
        "names",
        [
            ("МБОУ «Аксёновская СОШ»", "Аксеновская сош"),
            ("МБОУ «Аксёновская СОШ»", "Аксёновская СOШ"),  # a Latin O
            ("Полное название", "МБОУ «Аксёновская СОШ»"),
            ("МБОУ «Аксёновская СОШ»", "Школа Аксёнова"),
        ],
    )
    async def test_knows_a_school_by_its_names(
        self, town: Colleagues, names: tuple[str, str]
    ) -> None:
        plan = await planned(town, ["", *names, "", ""])
        assert plan.rows[0].school_id == town.school

    async def test_gives_a_similar_row_no_school_of_another(self, town: Colleagues) -> None:
        """«Школа с. Ключи» is in the list; «Школа п. Ключи» is not that one."""
        first = ["", "Школа села Ключи", "Школа с. Ключи", "", ""]
        await imported(town, first)
        plan = await planned(town, ["", "Школа посёлка Ключи", "Школа п. Ключи", "", ""], first)
        assert actions(plan) == ["add", "same"]

    async def test_reads_statuses_by_title_or_key_in_any_language(self, town: Colleagues) -> None:
        given = ("low_results", "низкие ОБРАЗОВАТЕЛЬНЫЕ результаты", "Low educational results")
        for status in given:
            assert actions(await planned(town, [*AKSENOVO[:4], status])) == ["same"]

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([["", "", "Школа на Иртыше", "", ""]], ["cell-empty"]),
            ([["", "Школа", "", "", ""]], ["cell-empty"]),
            ([["", "№ 5", "Школа", "", ""]], ["cell-short"]),
            ([["", "Ш" * 201, "Школа", "", ""]], ["cell-long"]),
            ([["", "Школа", "Ш" * 121, "", ""]], ["cell-long"]),
            ([["", "Школа", "Школа", "S" * 121, ""]], ["cell-long"]),
            ([["к" * 41, "Школа", "Школа", "", ""]], ["row-code-long"]),
            ([["", "Школа", "Школа", "", "Отличная"]], ["row-status"]),
            ([["", "=1+1", "Школа", "", ""]], ["cell-formula"]),
            ([NEW, NEW], ["row-school-twice"]),
            ([NEW, ["", "Иное", "школа  на иртыше", "", ""]], ["row-school-twice"]),
            ([NEW, ["IRTYSH", "Иное", "Иное название", "", ""]], ["row-school-twice"]),
            ([AKSENOVO, ["", *AKSENOVO[1:]]], ["row-school-twice"]),
            ([["new", *AKSENOVO[1:]]], ["row-code"]),
            ([["aksenovskaya", "Школа", "Большетавинская ООШ", "", ""]], ["row-name-taken"]),
        ],
        ids=lambda value: value[0] if isinstance(value[0], str) else "",
    )
    async def test_refuses_a_row_with_the_reason(
        self, town: Colleagues, rows: list[list[str]], expected: list[str]
    ) -> None:
        plan = await planned(town, *rows)
        assert reasons(plan) == expected
        assert not plan.clean

    async def test_names_the_statuses_there_are(self, town: Colleagues) -> None:
        plan = await planned(town, [*NEW[:4], "Отличная"])
        facts = plan.rows[0].problems[0].facts
        assert facts["known"] == "Низкие образовательные результаты, Сложные социальные условия"

    async def test_refuses_schools_that_are_closed(
        self, services: Services, town: Colleagues
    ) -> None:
        await services.schools.close(town.methodist, town.school, town.other_school)
        plan = await planned(town, AKSENOVO, ["", *AKSENOVO[1:3], "", ""])
        assert reasons(plan) == ["row-school-closed", "row-school-closed"]

    async def test_takes_a_proposed_school_for_the_real_one(
        self, services: Services, town: Colleagues
    ) -> None:
        async with services.access.uow.writing() as store:
            typed = await store.schools.propose(
                "школа на Иртыше", "на иртыше", services.clock.now()
            )
        plan = await imported(town, NEW)
        assert actions(plan) == ["accept"]
        found = await services.schools.card(town.methodist, typed.id)
        assert (found.state, found.code, found.school.name) == ("active", NEW[0], NEW[2])


class TestApplying:
    async def test_writes_every_row(self, services: Services, town: Colleagues) -> None:
        await imported(town, NEW, [*AKSENOVO[:2], "Аксёновская гимназия", "", ""])
        (new,) = await services.schools.search("Иртыш")
        assert (new.title("ru"), new.title("en")) == (NEW[2], NEW[3])
        card = await services.schools.card(town.methodist, town.school)
        assert (card.school.title("en"), card.status) == ("Аксёновская гимназия", None)
        assert len(await noted(services, "schools-imported")) == 1

    async def test_writes_nothing_where_one_row_is_refused(
        self, town: Colleagues, database: Database
    ) -> None:
        before = await contents(database)
        with refused("import-refused") as caught:
            await imported(town, NEW, ["", "", "Без названия", "", ""])
        assert caught.value.facts == {"count": 1}
        assert await contents(database) == before

    async def test_writes_nothing_that_was_not_shown(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        sheet, schools = sheet_of(NEW, AKSENOVO), services.schools
        plan = await schools.plan_import(town.methodist, sheet)
        await schools.rename(town.admin, town.school, "english_name", "")
        before = await contents(database)
        with refused("plan-changed"):
            await schools.apply_import(town.methodist, sheet, plan.digest)
        assert await contents(database) == before

    async def test_twice_is_the_same_as_once(
        self, services: Services, town: Colleagues, database: Database
    ) -> None:
        sheet, schools = sheet_of(NEW), services.schools
        plan = await schools.plan_import(town.methodist, sheet)
        people = (town.methodist, town.admin, town.methodist)
        done = await asyncio.gather(
            *(schools.apply_import(me, sheet, plan.digest) for me in people)
        )
        assert sorted(one.writes for one in done) == [0, 0, 1]
        assert len(await services.schools.search("Иртыш")) == 1

    async def test_lasts_beyond_the_next_start(
        self, services: Services, town: Colleagues, clock: FixedClock, database: Database
    ) -> None:
        await imported(town, [*AKSENOVO[:2], "Аксёновская гимназия", "", ""])
        before = await contents(database)
        await build_services(services.access.uow, clock, admin_ids=[ADMIN])
        assert await contents(database) == before

    async def test_takes_three_hundred_schools(self, services: Services, town: Colleagues) -> None:
        rows = [[f"s{n}", f"МБОУ «СОШ № {n}»", f"СОШ № {n}", "", ""] for n in range(1, 301)]
        plan = await imported(town, *rows)
        assert plan.counts["add"] == 300
        assert (await services.schools.counts(town.methodist))["active"] == 314
        assert actions(await planned(town, *rows)) == ["same"] * 300


class TestExport:
    async def test_sent_back_changes_nothing(self, services: Services, town: Colleagues) -> None:
        await imported(town, NEW)
        schools = await services.schools.export(town.methodist)
        keys = [column.key for column in load_sheets().schools.columns]
        rows = [[school.values[key] for key in keys] for school in schools]
        assert actions(await planned(town, *rows)) == ["same"] * 15

    async def test_counts_people_and_is_noted(self, services: Services, town: Colleagues) -> None:
        schools = await services.schools.export(town.methodist)
        first = next(one for one in schools if one.values["code"] == "aksenovskaya")
        assert (first.people, first.coordinators) == (3, 1)
        assert len(await noted(services, "schools-exported")) == 1
