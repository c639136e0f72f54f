"""A spreadsheet of coordinators in, personal links out: all rows or none."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pytest

from content import load_sheets
from services.errors import Refusal
from services.fields import skeleton
from services.invitations import Issued, Plan
from services.sheets import Sheet, read_sheet
from storage.engine import Database
from storage.repositories.audit import AuditFilter
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import ANNA, agree, refused, sign_up
from tests.wiring import Services, build_services

ADMIN = 700_000_010
WORDS = {skeleton("Координатор школы"): "coordinator", skeleton("Директор"): "head"}
HEAD = ("Школа", "ФИО", "Роль", "Примечание")
ANNA_NAME, BORIS_NAME = "Петрова Анна Сергеевна", "Сидоров Борис Ильич"


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """Use cases where one person is an admin by the settings."""
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def ada(services: Services) -> int:
    """Id of the admin."""
    return await sign_up(services, ADMIN, name="Ларина Ада Игоревна")


@pytest.fixture
async def aksyonovo(services: Services) -> str:
    """Name of a school."""
    return (await services.schools.page(0)).schools[0].name


def sheet(*rows: tuple[str, ...]) -> Sheet:
    """A CSV file with these rows below the usual headings, read as the bot reads it."""
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([HEAD, *rows])
    return read_sheet(out.getvalue().encode(), "people.csv", load_sheets().coordinators)


async def plans(services: Services, me: int, *rows: tuple[str, ...]) -> Plan:
    """What these rows would do."""
    return await services.invitations.plan(me, sheet(*rows), WORDS)


async def issues(services: Services, me: int, *rows: tuple[str, ...]) -> Issued:
    """Look at the rows and confirm them."""
    table = sheet(*rows)
    plan = await services.invitations.plan(me, table, WORDS)
    return await services.invitations.issue(me, table, WORDS, plan.digest)


def reasons(plan: Plan) -> dict[int, list[str]]:
    """Why rows are refused, by their number."""
    return {row.number: [problem.reason for problem in row.problems] for row in plan.refused}


async def invitations(services: Services) -> list[Any]:
    """All invitations in the order of their making."""
    async with services.access.uow.reading() as store:
        return list(reversed(await store.invitations.page(0, 10_000)))


async def test_each_row_becomes_a_personal_link(
    services: Services, ada: int, aksyonovo: str
) -> None:
    rows = ((aksyonovo, ANNA_NAME, "", "вечером"), (aksyonovo, BORIS_NAME, "директор", ""))
    issued = await issues(services, ada, *rows)
    assert [(row.name, row.role, row.note) for row in issued.plan.rows] == [
        (ANNA_NAME, "coordinator", "вечером"),
        (BORIS_NAME, "head", ""),
    ]
    stored = await invitations(services)
    assert [(row.label, row.role, row.max_uses) for row in stored] == [
        (ANNA_NAME, "coordinator", 1),
        (BORIS_NAME, "head", 1),
    ]
    anna = await agree(services, ANNA)
    accepted = await services.invitations.accept(anna, issued.tokens[0])
    assert accepted.offer.school is not None
    assert (accepted.offer.role, accepted.offer.school.name) == ("coordinator", aksyonovo)


async def test_looking_writes_nothing(
    services: Services, database: Database, ada: int, aksyonovo: str
) -> None:
    before = await contents(database)
    plan = await plans(services, ada, (aksyonovo, ANNA_NAME), (aksyonovo, BORIS_NAME))
    assert (plan.new, plan.replaced, plan.clean) == (2, 0, True)
    assert await contents(database) == before


@pytest.mark.parametrize(
    "typed",
    [
        "{name}",
        "  «{name}» ",
        "МБОУ {name}",
        "{upper}",
        "{reversed}",
        "{key}",
    ],
)
async def test_a_school_is_known_by_any_of_its_names(
    services: Services, ada: int, typed: str
) -> None:
    async with services.access.uow.reading() as store:
        school = (await store.schools.active())[0]
    name = school.short_name
    words = {
        "name": name,
        "upper": name.upper(),
        "reversed": " ".join(reversed(name.split())),
        "key": school.key,
    }
    plan = await plans(services, ada, (typed.format(**words), ANNA_NAME))
    assert [row.school.id for row in plan.rows] == [school.id]


async def test_every_bad_row_has_its_reason(services: Services, ada: int, aksyonovo: str) -> None:
    plan = await plans(
        services,
        ada,
        (aksyonovo, ANNA_NAME),
        ("", ANNA_NAME),
        (aksyonovo[:-4] + "аяяя", ANNA_NAME),
        ("Хогвартс", ANNA_NAME),
        (aksyonovo, ""),
        (aksyonovo, "Анна"),
        (aksyonovo, "Петрова 4нна"),
        (aksyonovo, BORIS_NAME, "король"),
        (aksyonovo.upper(), ANNA_NAME.upper()),
        (aksyonovo, "=HYPERLINK(1)"),
        ("", ""),
        ("", "", "король"),
    )
    assert reasons(plan) == {
        3: ["row-school-missing"],
        4: ["row-school-guess"],
        5: ["row-school-unknown"],
        6: ["row-name-missing"],
        7: ["name-words"],
        8: ["name-letters"],
        9: ["row-role-unknown"],
        10: ["row-twice"],
        11: ["cell-formula"],
        13: ["row-school-missing", "row-name-missing", "row-role-unknown"],
    }
    guess = next(row for row in plan.refused if row.number == 4).problems[0]
    assert guess.facts["word"] == aksyonovo
    assert not plan.clean


async def test_a_name_that_several_schools_have_is_not_guessed(
    services: Services, clock: FixedClock, ada: int
) -> None:
    row = {"english_name": "", "search_name": "близнец", "support_status": None}
    twins = [
        row | {"key": f"twin{n}", "name": "Близнец", "short_name": f"Близнец-{n}"} for n in "12"
    ]
    async with services.access.uow.writing() as store:
        await store.schools.add_many(twins, clock.now())
    plan = await plans(services, ada, ("Близнец", ANNA_NAME), ("Близнец-2", BORIS_NAME))
    assert reasons(plan) == {2: ["row-school-ambiguous"]}
    assert [planned.school.name for planned in plan.rows] == ["Близнец-2"]


async def test_one_bad_row_holds_back_all(
    services: Services, database: Database, ada: int, aksyonovo: str
) -> None:
    before = await contents(database)
    issued = await issues(services, ada, (aksyonovo, ANNA_NAME), ("Хогвартс", BORIS_NAME))
    assert issued.tokens == ()
    assert await contents(database) == before


async def test_the_same_person_again_gets_a_new_link_for_the_old_one(
    services: Services, ada: int, aksyonovo: str
) -> None:
    (first,) = (await issues(services, ada, (aksyonovo, ANNA_NAME))).tokens
    plan = await plans(services, ada, (aksyonovo, ANNA_NAME.lower()), (aksyonovo, BORIS_NAME))
    assert (plan.new, plan.replaced) == (1, 1)
    second, _ = (
        await issues(services, ada, (aksyonovo, ANNA_NAME), (aksyonovo, BORIS_NAME))
    ).tokens
    with refused("invitation-revoked"):
        await services.invitations.look(first)
    assert (await services.invitations.look(second)).role == "coordinator"


async def test_another_role_or_a_link_that_was_used_is_not_replaced(
    services: Services, ada: int, aksyonovo: str
) -> None:
    (token,) = (await issues(services, ada, (aksyonovo, ANNA_NAME))).tokens
    assert (await plans(services, ada, (aksyonovo, ANNA_NAME, "Директор"))).replaced == 0
    await services.invitations.accept(await agree(services, ANNA), token)
    assert (await plans(services, ada, (aksyonovo, ANNA_NAME))).replaced == 0


async def test_a_plan_that_changed_is_shown_again_and_not_done(
    services: Services, database: Database, ada: int, aksyonovo: str
) -> None:
    table = sheet((aksyonovo, ANNA_NAME))
    seen = await services.invitations.plan(ada, table, WORDS)
    done = await services.invitations.issue(ada, table, WORDS, seen.digest)
    assert len(done.tokens) == 1
    before = await contents(database)
    again = await services.invitations.issue(ada, table, WORDS, seen.digest)
    assert (again.tokens, again.plan.replaced) == ((), 1)
    assert await contents(database) == before


async def test_it_is_noted_once_in_numbers(services: Services, ada: int, aksyonovo: str) -> None:
    await issues(services, ada, (aksyonovo, ANNA_NAME), (aksyonovo, BORIS_NAME))
    async with services.access.uow.reading() as store:
        wanted = AuditFilter(kind="invitations-imported")
        (entry,) = await store.audit.page(wanted, 0, 10)
    assert entry.facts == {"new": 2, "replaced": 0}


async def test_teachers_may_neither_look_nor_issue(
    services: Services, database: Database, anna: int, aksyonovo: str
) -> None:
    before, table = await contents(database), sheet((aksyonovo, ANNA_NAME))
    with refused("role-needed"):
        await services.invitations.plan(anna, table, WORDS)
    with refused("role-needed"):
        await services.invitations.issue(anna, table, WORDS, "")
    assert await contents(database) == before


async def test_a_file_longer_than_any_municipality_is_refused(
    services: Services, ada: int, aksyonovo: str
) -> None:
    rows = [(aksyonovo, f"Петрова {'А' * (n % 90 + 2)}{'б' * (n // 90)}") for n in range(3001)]
    with pytest.raises(Refusal) as caught:
        await plans(services, ada, *rows)
    assert (caught.value.reason, caught.value.facts) == ("sheet-too-long", {"limit": 3000})


async def test_a_large_municipality_takes_about_a_second(
    services: Services, clock: FixedClock, ada: int
) -> None:
    schools = [
        {
            "key": f"big_{n}",
            "name": f"МБОУ «Средняя общеобразовательная школа № {n}»",
            "short_name": f"СОШ № {n}",
            "english_name": "",
            "search_name": f"сош {n}",
            "support_status": None,
        }
        for n in range(100, 400)
    ]
    async with services.access.uow.writing() as store:
        await store.schools.add_many(schools, clock.now())
    letters = "абвгдежзиклмнопрстуфхц"
    rows = [
        (
            f"СОШ {100 + n // 3}",
            f"Петрова {letters[n % 20]}{letters[n // 20 % 20]}{'я' * (n // 400 + 1)}",
        )
        for n in range(900)
    ]
    table = sheet(*rows)
    plan = await services.invitations.plan(ada, table, WORDS)
    issued = await services.invitations.issue(ada, table, WORDS, plan.digest)
    assert len(set(issued.tokens)) == 900
    again = await services.invitations.plan(ada, table, WORDS)
    assert (again.new, again.replaced) == (0, 900)
    await plans(services, ada, *((f"Лицей {n} имени Героя", BORIS_NAME) for n in range(900)))
    done = await services.invitations.issue(ada, table, WORDS, again.digest)
    assert len(done.tokens) == 900
