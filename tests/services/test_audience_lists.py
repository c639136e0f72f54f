"""A list of names in, the people they mean out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

import pytest

from content import load_sheets
from services.audiences import Criteria, ListPlan
from services.audiences.lists import plan_list, typed_list
from services.permissions import Role
from services.sheets import Sheet, read_sheet
from storage.repositories.audiences import MemberRow
from storage.repositories.schools import SchoolRow
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.stories import refused, sign_up
from tests.wiring import Services, build_services

ADMIN = 800_000_201
PEOPLE = [
    MemberRow(1, "Иванова Анна Петровна", 1),
    MemberRow(2, "Иванова Анна Петровна", 2),
    MemberRow(3, "Орлов Глеб Львович", 2),
    MemberRow(4, "Орлова Галина Львовна", 1),
    MemberRow(5, "Артёмова Наталья Геннадьевна", None),
]
SCHOOLS = [
    SchoolRow(1, "МБОУ «Первая СОШ»", "Первая СОШ", "First School", "первая", "active", None, None),
    SchoolRow(2, "МБОУ «Вторая СОШ»", "Вторая СОШ", "", "вторая", "active", None, None),
]


def sheet(*rows: Sequence[str], head: Sequence[str] = ("ФИО", "Школа")) -> Sheet:
    """A CSV file as the bot reads it."""
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([head, *rows])
    return read_sheet(out.getvalue().encode(), "people.csv", load_sheets().people)


def planned(name: str, school: str = "") -> ListPlan:
    return plan_list(sheet((name, school)), PEOPLE, SCHOOLS)


@pytest.mark.parametrize(
    ("name", "school", "person"),
    [
        ("Орлов Глеб Львович", "", 3),
        ("глеб ОРЛОВ львович", "", 3),
        ("Орлов Глеб", "", 3),
        ("Орлов Г. Л.", "", 3),
        ("Орлова Г.Л.", "", 4),
        ("Артемова Наталия Геннадиевна", "", 5),
        ("Иванова Анна Петровна", "Вторая СОШ", 2),
        ("Иванова А. П.", "МБОУ Первая СОШ", 1),
        ("Орлов Глеб Львович", "Неизвестная школа", 3),
    ],
)
def test_a_person_is_known_by_the_usual_ways_of_writing(
    name: str, school: str, person: int
) -> None:
    assert planned(name, school).members == (person,)


@pytest.mark.parametrize(
    ("name", "school", "reason"),
    [
        ("Иванова Анна Петровна", "", "list-name-ambiguous"),
        ("Иванова Анна Петровна", "Третья СОШ", "list-name-ambiguous"),
        ("Орлов Глеб Львович", "Первая СОШ", "list-name-elsewhere"),
        ("Орлов Глеб Лвовоч", "", "list-name-guess"),
        ("Синицын Пётр Ильич", "", "list-name-unknown"),
        ("Орлов", "", "list-name-short"),
        ("", "Первая СОШ", "row-name-missing"),
    ],
)
def test_what_is_not_sure_is_refused_with_what_helps(name: str, school: str, reason: str) -> None:
    plan = planned(name, school)
    assert plan.members == ()
    assert [one.problem.reason for one in plan.problems] == [reason]


def test_somebody_named_twice_is_taken_once() -> None:
    plan = plan_list(sheet(("Орлов Глеб", ""), ("Орлов Г. Л.", "")), PEOPLE, SCHOOLS)
    assert (plan.members, plan.problems) == ((3,), ())


def test_names_may_be_typed_in_lines_or_in_a_row() -> None:
    for text in ("Орлов Глеб\n\nОрлова Галина\n", "Орлов Г. Л., Орлова Г. Л.; "):
        names = typed_list(text, load_sheets().people)
        assert plan_list(names, PEOPLE, SCHOOLS).members == (3, 4)
    with refused("row-name-missing"):
        typed_list(" \n", load_sheets().people)


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def methodist(services: Services) -> int:
    me = await sign_up(services, ADMIN, name="Соколова Мария Ивановна")
    await services.roles.grant(me, me, Role.METHODIST)
    return me


async def a_draft(services: Services, me: int) -> tuple[str, int]:
    async with services.access.uow.writing() as store:
        row = await store.broadcasts.add(me, services.clock.now(), category="events")
    return "broadcast", row.id


async def test_those_found_become_the_audience(services: Services, methodist: int) -> None:
    gleb = await sign_up(services, ADMIN + 1, name="Орлов Глеб Львович")
    audiences, owner = services.audiences, await a_draft(services, methodist)
    names = sheet(("Орлов Глеб Львович", ""), ("Синицын Пётр Ильич", ""))
    plan = await audiences.plan_list(methodist, names)
    assert (plan.members, len(plan.problems)) == ((gleb,), 1)
    await audiences.mark(methodist, *owner, "positions", "teacher", True)
    for number in (1, 2):
        done = await audiences.keep_list(methodist, *owner, names, plan.digest, "Кружок.csv")
        assert done is None, number
    owned = await audiences.owned(methodist, *owner)
    assert owned.named.list_name == "Кружок (2)"
    assert owned.criteria.positions == ("teacher",)
    assert (await audiences.reach(methodist, owned.criteria, "events")).total == 1
    page = await audiences.saved_page(methodist, 0)
    assert [(one.name, one.listed, one.members) for one in page.audiences] == [
        ("Кружок (2)", True, 1),
        ("Кружок", True, 1),
    ]


async def test_nothing_is_kept_where_people_have_changed(
    services: Services, methodist: int
) -> None:
    owner, names = await a_draft(services, methodist), sheet(("Орлов Глеб Львович", ""))
    seen = await services.audiences.plan_list(methodist, names)
    await sign_up(services, ADMIN + 1, name="Орлов Глеб Львович")
    keep_list = services.audiences.keep_list
    now = await keep_list(methodist, *owner, names, seen.digest, "a.csv")
    assert now is not None
    assert len(now.members) == 1
    assert (await services.audiences.owned(methodist, *owner)).criteria == Criteria()
    assert (await services.audiences.saved_page(methodist, 0)).total == 0


async def test_a_list_in_use_is_not_dropped(services: Services, methodist: int) -> None:
    owner, names = await a_draft(services, methodist), sheet(("Соколова Мария", ""))
    plan = await services.audiences.plan_list(methodist, names)
    await services.audiences.keep_list(methodist, *owner, names, plan.digest, "a.csv")
    listed = (await services.audiences.saved_page(methodist, 0)).audiences[0].id
    with refused("audience-in-use"):
        await services.audiences.drop(methodist, listed)
    await services.audiences.clear(methodist, *owner, "list_id")
    await services.audiences.use(methodist, *owner, listed)
    await services.audiences.clear(methodist, *owner)
    await services.audiences.drop(methodist, listed)
    assert (await services.audiences.saved_page(methodist, 0)).total == 0


def test_a_list_of_thousands_is_read_in_a_moment() -> None:
    people = [
        MemberRow(n, f"Иванова {chr(1072 + n % 31)}нна {chr(1072 + n // 31 % 31)}вна", 1)
        for n in range(5_000)
    ]
    names = sheet(*[(f"Иванова Жанна {n}овна", "") for n in range(3_000)])
    assert plan_list(names, people, SCHOOLS).rows == 3_000
