"""People as a spreadsheet: typed columns, what is near stands out, nothing runs as a formula."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from unittest.mock import AsyncMock

import openpyxl
import pytest
from aiogram.types import User

from bot.background import Background
from bot.context import Ctx
from bot.l10n import Localizer
from bot.reports.people_table import COLUMNS, people_table, send_people
from services.directory import PersonFacts
from services.permissions import Role
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import ADMIN, METHODIST, Colleagues, gather, joins, noted
from tests.services.stories import complete
from tests.wiring import build_services

NAME, SCHOOL, EXPERIENCE, ATTESTATION = (
    COLUMNS.index(column) + 1 for column in ("name", "school", "experience", "attestation")
)


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock) -> Colleagues:
    return await gather(await build_services(uow, clock, admin_ids=[ADMIN]))


async def ctx_of(town: Colleagues, locale: str = "ru") -> Ctx:
    localizer = Localizer(strict=True)
    person = await town.services.people.find(METHODIST)
    user = User(id=METHODIST, is_bot=False, first_name="Мария")
    return Ctx(town.services, localizer, localizer[locale], user, person, Background())


async def sheet(town: Colleagues, locale: str = "ru") -> Any:
    page = await town.services.people_export.export(town.methodist)
    data = people_table(await ctx_of(town, locale), page.rows)
    return openpyxl.load_workbook(BytesIO(data)).active


def column(table: Any, number: int) -> list[Any]:
    return [row[number - 1] for row in table.iter_rows(min_row=2, values_only=True)]


async def test_every_fact_has_its_column_and_type(town: Colleagues, clock: FixedClock) -> None:
    careers = town.services.careers
    await careers.add_course(town.head, "Наставничество", 36, date(2025, 5, 1))
    await careers.add_course(town.head, "Давний курс", 72, date(2020, 5, 1))
    await careers.set_attestation(town.head, date(2030, 1, 15))
    await complete(town.services, town.head)
    table = await sheet(town)
    row = next(row for row in table.iter_rows(values_only=True) if row[0] == "Чернов Олег Ильич")
    today = datetime(2026, 9, 1)  # noqa: DTZ001  a spreadsheet knows no zones
    assert row == (
        "Чернов Олег Ильич",
        "Аксёновская СОШ",
        "Педагог",
        "Математика",
        12,
        5,
        "Первая",
        datetime(2030, 1, 15),  # noqa: DTZ001
        "Наставничество, 36 ч, 01.05.2025",
        36,
        "Руководитель школы — Аксёновская СОШ",
        today,
        today,
    )


async def test_people_stand_by_school_and_name(town: Colleagues) -> None:
    table = await sheet(town)
    assert column(table, SCHOOL) == [
        *["Аксёновская СОШ"] * 3,
        "Ашеванская ООШ",
        *["Большетавинская ООШ"] * 2,
    ]
    assert column(table, NAME) == [
        "Белова Инна Олеговна",
        "Чернов Олег Ильич",
        "Щукина Юлия Геннадьевна",
        "Ёлкин Пётр Львович",
        "Ларина Ада Игоревна",
        "Соколова Мария Ивановна",
    ]


async def test_an_attestation_within_half_a_year_stands_out(
    town: Colleagues, clock: FixedClock
) -> None:
    days = {
        town.coordinator: date(2026, 9, 5),
        town.head: date(2027, 3, 6),
        town.teacher: date(2027, 3, 7),
    }
    for person, day in days.items():
        await town.services.careers.set_attestation(person, day)
    clock.advance(days=5)
    table = await sheet(town)
    marks = {}
    for number in range(2, 5):
        cell = table.cell(number, ATTESTATION)
        marks[cell.value.date()] = cell.fill.start_color.rgb == "FFFFE699"
    assert marks == {date(2026, 9, 5): True, date(2027, 3, 6): True, date(2027, 3, 7): False}


async def test_what_looks_like_a_formula_is_text(town: Colleagues, clock: FixedClock) -> None:
    title = "=HYPERLINK(1)"
    await town.services.careers.add_course(town.teacher, title, 16, clock.now().date())
    table = await sheet(town)
    courses = column(table, COLUMNS.index("courses") + 1)
    assert "'=HYPERLINK(1), 16 ч, 01.09.2026" in courses
    assert all(cell.data_type != "f" for row in table.iter_rows() for cell in row)


async def test_speaks_the_language_of_the_reader(town: Colleagues) -> None:
    table = await sheet(town, "en")
    assert [cell.value for cell in table[1]][:3] == ["Full name", "School", "Position"]
    assert column(table, SCHOOL)[0] == "Aksyonovskaya School"


async def test_schools_are_sorted_as_people_count_them(town: Colleagues) -> None:
    people = await _of_numbered_schools(town)
    data = people_table(await ctx_of(town), people)
    table = openpyxl.load_workbook(BytesIO(data)).active
    assert column(table, SCHOOL) == ["СОШ № 2", "СОШ № 10", None]


async def _of_numbered_schools(town: Colleagues) -> list[PersonFacts]:
    services = town.services
    for number, title in enumerate(("СОШ № 10", "СОШ № 2")):
        person = await joins(services, 900_000_000 + number, "Зуева Анна Петровна")
        async with services.access.uow.writing() as store:
            now = services.clock.now()
            school = await store.schools.propose(title, f"сош {title.split()[-1]}", now)
            await store.people.change(person, now, school_id=school.id)
    async with services.access.uow.writing() as store:
        await store.people.change(town.stranger, services.clock.now(), school_id=None)
    page = await services.people_export.export(town.methodist)
    wanted = ("Зуева Анна Петровна", "Ёлкин Пётр Львович")
    people = [row for row in page.rows if row.name in wanted]
    return sorted(people, key=lambda row: row.school is not None)


async def test_the_file_is_sent_and_each_person_noted(town: Colleagues) -> None:
    bot = AsyncMock()
    await send_people(bot, await ctx_of(town), town.school, None)
    document = bot.send_document.await_args.args[1]
    assert document.filename == "Люди 2026-09-01.xlsx"
    table = openpyxl.load_workbook(BytesIO(document.data)).active
    assert len(column(table, NAME)) == 3
    assert {about for _, about in await noted(town.services, "people-exported")} == {
        town.coordinator,
        town.head,
        town.teacher,
    }


async def test_who_lost_the_role_meanwhile_gets_nothing(town: Colleagues) -> None:
    async with town.services.access.uow.reading() as store:
        grants = await store.roles.held(town.methodist)
    ctx, bot = await ctx_of(town), AsyncMock()
    assert [grant.role for grant in grants] == [Role.METHODIST]
    await town.services.roles.end(town.admin, grants[0].id)
    await send_people(bot, ctx, None, None)
    bot.send_document.assert_not_awaited()
    assert await noted(town.services, "people-exported") == []
