"""What is stored about a person and who looked, the audit log, and being forgotten."""

from __future__ import annotations

from datetime import date

from bot.states import AuditStates, ForgetStates, OwnDataStates
from services.permissions import Role
from tests.dialogs.extremes import LONG_NAME, words
from tests.dialogs.situations import answer, situation
from tests.dialogs.staff import ADMIN_ID, METHODIST, TELEGRAM_ID, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World

MANY = ("later",) * 6
REMARK = "Хочу научиться вести проекты. "


async def id_of(world: World, telegram_id: int) -> int:
    person = await world.services.people.find(telegram_id)
    assert person is not None
    return person.id


async def is_looked_at(world: World, by: int, times: int) -> None:
    """Somebody opens the teacher's card over and over."""
    looker, teacher = await id_of(world, by), await id_of(world, TELEGRAM_ID)
    for _ in range(times):
        world.clock.advance(minutes=7)
        await world.services.directory.view(looker, teacher)


@situation(after="with_an_admin")
async def looked_at(world: World) -> None:
    """A methodist and an admin looked at the teacher's card; then the methodist left."""
    await signs_up(world, METHODIST, "Соколова Мария Ивановна", school=1)
    await appoint(world, METHODIST, Role.METHODIST)
    await appoint(world, TELEGRAM_ID, Role.COORDINATOR, at_own_school=True)
    await is_looked_at(world, METHODIST, 1)
    await world.services.people.forget(await id_of(world, METHODIST))
    await is_looked_at(world, ADMIN_ID, 6)


@situation(after="looked_at")
async def an_admin_with_a_log(world: World) -> None:
    world.becomes(ADMIN_ID)


@situation(after="with_two_results_at_length")
async def with_everything_stored_at_length(world: World) -> None:
    """As much of everything as services let through, in the longest words."""
    me, services = await world.my_id(), world.services
    await signs_up(world, ADMIN_ID, LONG_NAME)
    await signs_up(world, METHODIST, LONG_NAME)
    await appoint(world, METHODIST, Role.METHODIST)
    for role in (Role.MENTOR, Role.EXPERT, Role.COUNCIL, Role.MEMBER, Role.CONSULTANT):
        await appoint(world, TELEGRAM_ID, role)
    title = words(200, source="Сложноподчинённое предложение <b>& ")
    outcome = words(480, source="высокий уровень <b>& ")
    world.typed += (title, outcome)
    methodist = await id_of(world, METHODIST)
    for year in range(2014, 2026):
        await services.careers.add_course(me, title, 72, date(year, 5, 1))
        await services.careers.note_external(methodist, me, f"{title}, {year}, {outcome}")
    await services.careers.set_attestation(me, date(2027, 5, 20))
    await answer(world, 2)
    remark = (REMARK * 100)[:1900].strip()
    world.typed += (remark,)
    await services.assessments.write(
        me, await services.assessments.start(me), *_text(world, remark)
    )
    await is_looked_at(world, METHODIST, 6)


def _text(world: World, remark: str) -> tuple[str, str, bool]:
    """The request question that takes a text, and the answer."""
    requests = world.questionnaire.requests
    return next(one.key for one in requests if one.type == "text"), remark, False


@situation(after="with_everything_stored_at_length")
async def an_admin_with_a_log_at_length(world: World) -> None:
    world.becomes(ADMIN_ID)


STORIES: tuple[Story, ...] = (
    *stories(
        OwnDataStates.overview,
        ("a_newcomer", "/mydata"),
        ("registered", "/mydata"),
        ("registered", "/profile", "data"),
        ("registered", "/forget", "look"),
        *(("looked_at", "/mydata", *MANY[:number]) for number in range(7)),
        ("a_coordinator_who_has_reported", "/mydata", *MANY[:5]),
        ("a_methodist_with_decisions", "/mydata", *MANY[:5]),
        *(("with_everything_stored_at_length", "/mydata", *MANY[:number]) for number in range(7)),
    ),
    *stories(
        OwnDataStates.lookers,
        ("registered", "/mydata", "lookers"),
        ("looked_at", "/mydata", "lookers"),
        ("looked_at", "/mydata", "lookers", "later"),
        ("with_everything_stored_at_length", "/mydata", "lookers"),
    ),
    *stories(
        ForgetStates.confirm,
        ("looked_at", "/forget"),
        ("with_everything_stored_at_length", "/mydata", "forget"),
        ("a_coordinator_who_has_reported", "/forget"),
    ),
    *stories(
        AuditStates.log,
        ("an_admin", "/audit"),
        ("an_admin_with_a_log", "/audit"),
        ("an_admin_with_a_log", "/audit", "later"),
        ("an_admin_with_a_log", "/audit", "kinds", "kind:role-granted"),
        ("an_admin_with_a_log", "/audit", "people", "«О’Браен»"),
        ("an_admin_with_a_log", "/audit", "people", "«404»"),
        ("an_admin_with_a_log_at_length", "/audit"),
    ),
    *stories(
        AuditStates.kind,
        ("an_admin_with_a_log", "/audit", "kinds"),
        ("an_admin_with_a_log_at_length", "/audit", "kinds"),
    ),
    *stories(
        AuditStates.person,
        ("an_admin_with_a_log", "/audit", "people"),
        ("an_admin_with_a_log", "/audit", "people", "«Щукин»"),
        ("an_admin_with_a_log_at_length", "/audit", "people", "«Христофор»"),
    ),
)
