"""Every locked use case, called by every role: what the table does not allow changes nothing."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from content import SheetLayout, load_sheets
from services.access import USES, Guarded
from services.audiences import Criteria
from services.audit_log import AuditFilter
from services.errors import Refusal
from services.monitoring.answers.given import Given
from services.permissions import OF_A_SCHOOL, OWN, Role
from services.sheets import Sheet, SheetRow
from storage.engine import Database
from storage.models import Course, ExternalResult, Invitation, SchoolTransfer
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import Contents, contents, opened, sqlite_url
from tests.services.collecting import an_open_campaign
from tests.services.deciding import a_recommendation
from tests.services.stories import ANNA, agree, refused, sign_up
from tests.wiring import Services, build_services

ADMIN = 700_000_900
PLAYERS = {role: 700_000_800 + number for number, role in enumerate(Role)} | {Role.ADMIN: ADMIN}

MOMENT = datetime(2026, 9, 20, 9, 0, tzinfo=UTC)
# What a use case is given, by the names of its parameters: ids of people and things of a school
# that no player belongs to, and harmless texts.
VALUES: dict[str, Any] = {
    "typed": "Петрова Инна",
    "text": "Петрова Инна",
    "title": "ФИОКО",
    "outcome": "высокий уровень",
    "label": "Петрова Инна Олеговна",
    "role": "expert",
    "direction": "",
    "number": 0,
    "page": 0,
    "days": 30,
    "max_uses": 1,
    "year": 2025,
    "day": date(2025, 5, 1),
    "digest": "0" * 64,
    "status": None,
    "field": "name",
    "roles": {},
    "ids": (1,),
    "wanted": AuditFilter(),
    "before": 1_000_000,
    "request": "req_text",
    "option": "subject",
    "reviewing": False,
    "chosen": True,
    "position": 0,
    "value": 2,
    "owner": "broadcast",
    "criteria": Criteria(),
    "criterion": "positions",
    "key": "teacher",
    "file": "summary",
    "category": "events",
    "reason": "reached",
    "part": "coming",
    "kind": "subject",
    "seats": 15,
    "file_id": "photo",
    "html": "Петрова Инна",
    "media": "photo",
    "file_name": "",
    "caption": "",
    "url": "https://example.org",
    "even_quiet": True,
    "shelf": "draft",
    "group": "unreachable",
    "moment": MOMENT,
    "start": MOMENT,
    "end": MOMENT,
    "came": True,
    "everybody": True,
    "material_id": 1,
    "job": "tidy",
    "only": "all",
    "place": "council",
    "raw": "Петрова Инна",
    "variable": "staff",
    "given": Given(number=1),
    "seen": 0,
    "count": 1,
    "name": "Приказ.pdf",
    "indicator": "mentoring",
    "variables": ("staff",),
    "reasons": {"staff": "Проверьте"},
    "when": "tomorrow",
    "confirmed": "проверено",
}
# Parameters by which a use case about one's own data names a thing: it may be somebody else's.
THINGS = {"assessment_id", "course_id", "one"}


def table(layout: SheetLayout) -> Sheet:
    """A table with one row that says a name and nothing else."""
    values = {column.key: "" for column in layout.columns} | {"name": "Ромашка"}
    return Sheet(layout, tuple(values), (), (SheetRow(2, values),))


# What `sheet` is, by the module of the use case.
TABLES = {
    "schools": table(load_sheets().schools),
    "invitations": table(load_sheets().coordinators),
    "audiences": table(load_sheets().people),
    "monitoring": table(load_sheets().requests),
}


@dataclass
class Town:
    """A municipality with one person of each role, all strangers to Anna and to her school."""

    services: Services
    database: Database
    players: dict[Role, int]
    values: dict[str, Any]

    def arguments(self, use: str, method: Any) -> dict[str, Any]:
        """What the method takes beside the store and the acting person."""
        known = self.values | {"sheet": TABLES.get(use.partition(".")[0])}
        parameters = list(inspect.signature(method.__wrapped__).parameters.values())[3:]
        return {
            one.name: known[one.name]
            for one in parameters
            if one.name in known or one.default is inspect.Parameter.empty
        }

    async def everything(self) -> Contents:
        return await contents(self.database)


def use_case_objects(services: Any) -> Iterator[Any]:
    """All of them, also those that are put together under one name."""
    for field in fields(services):
        one = getattr(services, field.name)
        if type(one).__module__.startswith("services.") and is_dataclass(one):
            yield from use_case_objects(one)
        else:
            yield one


def own_things(services: Services) -> Iterator[tuple[str, Any, list[str]]]:
    """Every use case about one's own data that is told which thing, and what it is told."""
    for service in use_case_objects(services):
        for name, method in inspect.getmembers(service, inspect.ismethod):
            use = f"{type(service).__module__.split('.')[1]}.{name}"
            if use in USES and USES[use].permission is OWN:
                told = [*inspect.signature(method).parameters][1:]
                if THINGS.intersection(told):
                    yield use, method, told


def locked(services: Services) -> Iterator[tuple[str, Any]]:
    """Every locked use case with the bound method that opens it."""
    for service in use_case_objects(services):
        if isinstance(service, Guarded):
            for name, method in inspect.getmembers(service, inspect.ismethod):
                use = f"{type(service).__module__.split('.')[1]}.{name}"
                if use in USES and USES[use].permission is not OWN:
                    yield use, method


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture(scope="module")
async def town(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Town]:
    """Shared by the walks: they change nothing."""
    file = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("locks") / "bot.db")
    async with opened(sqlite_url(Path(file))) as database:
        services = await build_services(UnitOfWork(database), FixedClock(), admin_ids=[ADMIN])
        yield await settle(services, database)


async def settle(services: Services, database: Database) -> Town:
    anna = await sign_up(services, ANNA)
    first, _, third = (await services.schools.page(0)).schools[:3]
    players = {}
    for role, telegram_id in PLAYERS.items():
        players[role] = await sign_up(services, telegram_id, school=2)
    for role, person in players.items():
        if role not in (Role.TEACHER, Role.ADMIN):
            school = third.id if role in OF_A_SCHOOL else None
            await services.roles.grant(players[Role.ADMIN], person, role, school)
    things = await things_of(services, database, players[Role.ADMIN], anna, first.id)
    return Town(services, database, players, VALUES | things)


async def things_of(
    services: Services, database: Database, admin: int, anna: int, school: int
) -> dict[str, Any]:
    """Anna, her school, and everything about her that has a number."""
    other = (await services.schools.page(0)).schools[1].id
    await services.roles.grant(admin, anna, "mentor")
    boss = await sign_up(services, 700_000_950, position="head", name="Ильина Анна Петровна")
    await services.people.choose_school(anna, other)
    await services.invitations.create(admin, "coordinator", school, label="Ильина Вера")
    await services.roles.grant(admin, admin, Role.METHODIST)
    await services.careers.note_external(admin, anna, "ФИОКО, 2024, высокий уровень")
    await services.careers.add_course(anna, "Функциональная грамотность", 36, date(2025, 5, 1))
    assessment = await services.assessments.start(anna)
    event = await services.events.desk.create(admin, "Семинар")
    collecting = await an_open_campaign(services, 1)
    decision = await a_recommendation(services, collecting)
    async with services.access.uow.writing() as store:
        broadcast = await store.broadcasts.add(anna, services.clock.now(), category="events")
        saved = await store.audiences.save("Физики", {}, anna, services.clock.now())
    async with services.access.uow.reading() as store:
        mentor = (await store.roles.held(anna))[0]
        claim = (await store.roles.of_person(boss, "claimed"))[0]
        methodist = (await store.roles.held(admin))[0]
    await services.roles.end(admin, methodist.id)
    return {
        "person_id": anna,
        "school_id": school,
        "target_id": other,
        "grant_id": mentor.id,
        "claim_id": claim.id,
        "transfer_id": await newest(database, SchoolTransfer),
        "invitation_id": await newest(database, Invitation),
        "result_id": await newest(database, ExternalResult),
        "assessment_id": assessment,
        "one": assessment,
        "other": assessment,
        "course_id": await newest(database, Course),
        "event_id": event,
        "broadcast_id": broadcast.id,
        "owner_id": broadcast.id,
        "audience_id": saved,
        "campaign_id": collecting.id,
        "request_id": collecting.request(),
        "decision_id": decision,
    }


async def newest(database: Database, model: Any) -> int:
    """The number of the row that was added last."""
    async with database.read() as session:
        return int((await session.execute(select(func.max(model.id)))).scalar_one())


async def test_every_declared_use_case_is_reached_by_the_walk(town: Town) -> None:
    guarded = {name for name, use in USES.items() if use.permission is not OWN}
    assert {name for name, _ in locked(town.services)} == guarded


@pytest.mark.parametrize("role", PLAYERS, ids=str)
async def test_what_is_not_for_a_role_is_refused_and_changes_nothing(
    town: Town, role: Role
) -> None:
    before, me = await town.everything(), town.players[role]
    for name, method in locked(town.services):
        permission = USES[name].permission
        # What everybody may do to things of their own is refused by the thing.
        of_things = Role.TEACHER in permission.everywhere
        if role in permission.everywhere and not of_things:
            continue
        if of_things or role in permission.school:
            await _refuses_strangers(town, name, method, me)
        else:
            with refused("role-needed"):
                await method(me, **town.arguments(name, method))
    assert await town.everything() == before


async def answer(town: Town, name: str, method: Any, me: int) -> tuple[str, Any]:
    """The reason of the refusal, or an empty text and what was found."""
    try:
        return "", await method(me, **town.arguments(name, method))
    except Refusal as refusal:
        return refusal.reason, None


async def _refuses_strangers(town: Town, name: str, method: Any, me: int) -> None:
    """A role of one school: what is asked by id is refused, and lists leave strangers out."""
    reason, found = await answer(town, name, method, me)
    if reason:
        assert reason in ("other-school", "role-needed"), (name, reason)
    else:
        assert not USES[name].writes, name
        assert "Иванова Анна Петровна" not in repr(found), name


@pytest.mark.parametrize("role", PLAYERS, ids=str)
async def test_what_is_somebody_s_own_is_closed_to_others_in_every_role(
    town: Town, role: Role
) -> None:
    before, tried = await town.everything(), set()
    for name, method, told in own_things(town.services):
        with pytest.raises(Refusal) as caught:
            await method(town.players[role], **{one: town.values[one] for one in told})
        assert caught.value.reason in ("not-yours", "other-course"), name
        tried.add(name)
    assert {"assessments.answer", "results.outcome", "careers.remove_course"} <= tried
    assert await town.everything() == before


@pytest.mark.parametrize("role", [Role.METHODIST, Role.ADMIN], ids=str)
async def test_what_is_for_a_role_is_not_refused_for_the_role(town: Town, role: Role) -> None:
    me, refusals = town.players[role], {}
    for name, method in locked(town.services):
        if role in USES[name].permission.everywhere and not USES[name].writes:
            refusals[name], _ = await answer(town, name, method, me)
    assert {
        name: why for name, why in refusals.items() if why in ("role-needed", "other-school")
    } == {}


async def test_a_role_works_only_after_sign_up(services: Services) -> None:
    admin = await sign_up(services, ADMIN)
    hasty = await agree(services, ANNA)
    await services.roles.grant(admin, hasty, Role.METHODIST)
    with refused("signup-needed"):
        await services.roles.grant(hasty, admin, Role.EXPERT)


async def test_a_role_that_has_ended_opens_nothing(services: Services) -> None:
    admin, anna = await sign_up(services, ADMIN), await sign_up(services, ANNA)
    await services.roles.grant(admin, anna, Role.METHODIST)
    async with services.access.uow.reading() as store:
        grant = (await store.roles.held(anna))[0]
    await services.roles.end(admin, grant.id)
    with refused("role-needed"):
        await services.roles.grant(anna, admin, Role.EXPERT)
