"""Roles, what waits for a decision, and the menu and profile of those who hold roles."""

from __future__ import annotations

from bot.states import MenuStates, QueueStates, RoleStates, SignupStates
from services.permissions import Role
from tests.dialogs.extremes import LONG_NAME
from tests.dialogs.situations import agree, finish, situation
from tests.dialogs.staff import ADMIN_ID, COLLEAGUE, METHODIST, TELEGRAM_ID, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World

HEAD, MOVER = 700_000_111, 700_000_112
EMPLOYEES = range(700_000_120, 700_000_127)
PROPOSED = "Школа «Рассвет»"


async def id_of(world: World, telegram_id: int) -> int:
    person = await world.services.people.find(telegram_id)
    assert person is not None
    return person.id


async def wish(world: World, telegram_id: int, school: int) -> None:
    """A registered person asks for another school of the first page."""
    schools = (await world.services.schools.page(0)).schools
    await world.services.people.choose_school(await id_of(world, telegram_id), schools[school].id)


@situation()
async def an_admin_with_a_name_alone(world: World) -> None:
    """Whoever works in the service need not tell more."""
    world.becomes(ADMIN_ID, "Ада")
    await agree(world)
    await world.services.people.save_name(await world.my_id(), "О’Брайен-Smith Мэри-Энн")


@situation(after="an_admin_with_a_name_alone")
async def an_admin_without_a_position(world: World) -> None:
    await world.services.people.complete(await world.my_id())


@situation(after="registered")
async def moving(world: World) -> None:
    """The teacher waits for another school."""
    await wish(world, TELEGRAM_ID, 1)


async def fill_the_queue(world: World) -> None:
    """Two heads to be, a change of school, another one into a school that is not listed."""
    for number, telegram_id in enumerate((HEAD, COLLEAGUE)):
        name = ("Лебедев Олег Ильич", "Орлова Нина Павловна")[number]
        person = await signs_up(world, telegram_id, name, school=number)
        await world.services.people.choose_position(person, "head")
    mover = await signs_up(world, MOVER, "Титова Вера Олеговна", school=2)
    world.typed += (PROPOSED,)
    await world.services.people.propose_school(mover, PROPOSED)
    await wish(world, TELEGRAM_ID, 1)


@situation(after="a_methodist")
async def a_methodist_with_a_queue(world: World) -> None:
    await fill_the_queue(world)


@situation(after="a_methodist_with_a_queue")
async def a_methodist_with_everything(world: World) -> None:
    """Also a coordinator, with a result and an assessment begun."""
    await appoint(world, METHODIST, Role.COORDINATOR, at_own_school=True)
    await finish(world, 2, 1)
    await world.services.assessments.start(await world.my_id())


@situation(after="a_methodist_with_a_queue")
async def a_methodist_who_claims(world: World) -> None:
    """And whose own claim others decide."""
    await world.services.people.choose_position(await world.my_id(), "head")


@situation(after="a_methodist_with_a_queue")
async def an_admin_with_everything(world: World) -> None:
    """Also a methodist, with a result."""
    await appoint(world, ADMIN_ID, Role.METHODIST)
    world.becomes(ADMIN_ID)
    await finish(world, 2, 1)


@situation(after="a_coordinator")
async def a_coordinator_with_a_queue(world: World) -> None:
    """Somebody wishes for the coordinator's school."""
    await signs_up(world, MOVER, "Титова Вера Олеговна", school=2)
    await wish(world, MOVER, 0)


@situation(after="an_admin")
async def an_admin_of_many(world: World) -> None:
    """Seven people with roles; the first of them with many, the last with the longest name."""
    for number, telegram_id in enumerate(EMPLOYEES):
        name = LONG_NAME if telegram_id == EMPLOYEES[-1] else f"Абрамов {'Ян' * (number + 1)}"
        await signs_up(world, telegram_id, name, school=number % 6)
        await appoint(world, telegram_id, Role.COORDINATOR, at_own_school=True)
    admin, first = await id_of(world, ADMIN_ID), await id_of(world, EMPLOYEES[0])
    for school in (await world.services.schools.page(1)).schools:
        await world.services.roles.grant(admin, first, Role.COORDINATOR, school.id)
    direction = world.services.profile.directions[2].key
    await world.services.roles.grant(admin, first, Role.METHODIST, direction=direction)
    for role in (Role.MEMBER, Role.COUNCIL):
        await appoint(world, EMPLOYEES[0], role)
    await world.services.people.choose_position(first, "head")


PERSON = ("/roles", "person")
GIVE = (*PERSON, "give")
COORDINATOR = (*GIVE, "role:coordinator")
QUEUE = ("/menu", "queue")
CLAIMS = (*QUEUE, "claims")
TRANSFERS = (*QUEUE, "transfers")

STORIES: tuple[Story, ...] = (
    *stories(
        MenuStates.menu,
        ("an_admin_without_a_position", "/menu"),
        ("an_admin", "/menu"),
        ("a_methodist", "/menu"),
        ("a_coordinator", "/menu"),
        ("a_coordinator_with_a_queue", "/menu"),
        ("a_methodist_with_everything", "/menu"),
        ("an_admin_with_everything", "/menu"),
        ("an_admin_without_a_position", "/assessment"),
    ),
    *stories(
        SignupStates.summary,
        ("an_admin_with_a_name_alone", "/start"),
        ("an_admin_without_a_position", "/profile"),
        ("moving", "/profile"),
        ("a_methodist_with_everything", "/profile"),
        ("a_methodist_who_claims", "/profile"),
    ),
    *stories(SignupStates.name, ("an_admin_with_a_name_alone", "/start", "edit:name")),
    *stories(
        QueueStates.list,
        ("a_methodist_with_a_queue", *QUEUE),
        ("a_coordinator_with_a_queue", *QUEUE),
        ("a_methodist", "/queue"),
        ("a_methodist_with_a_queue", *CLAIMS, "decide:no", "decide:no"),
        ("a_coordinator_with_a_queue", *TRANSFERS, "decide:yes"),
    ),
    *stories(
        QueueStates.claim,
        ("a_methodist_with_a_queue", *CLAIMS),
        ("a_methodist_with_a_queue", *CLAIMS, "later"),
        ("a_methodist_with_a_queue", *CLAIMS, "decide:yes"),
        ("a_methodist_who_claims", *CLAIMS, "earlier"),
    ),
    *stories(
        QueueStates.transfer,
        ("a_methodist_with_a_queue", *TRANSFERS),
        ("a_methodist_with_a_queue", *TRANSFERS, "later"),
        ("a_coordinator_with_a_queue", *TRANSFERS),
    ),
    *stories(
        RoleStates.holders,
        ("an_admin", "/roles"),
        ("an_admin_of_many", "/roles"),
        ("an_admin_of_many", "/roles", "later"),
        ("an_admin_of_many", "/roles", "filter", "role:coordinator"),
        ("an_admin_without_a_position", "/roles"),
    ),
    *stories(RoleStates.filter, ("an_admin_of_many", "/roles", "filter")),
    *stories(
        RoleStates.person,
        ("an_admin", *PERSON),
        ("an_admin_of_many", *PERSON),
        ("an_admin_of_many", *PERSON, "later"),
        ("an_admin_of_many", *GIVE, "role:mentor", "yes"),
        ("an_admin_without_a_position", *PERSON),
    ),
    *stories(RoleStates.role, ("an_admin_of_many", *GIVE), ("a_methodist", *GIVE)),
    *stories(
        RoleStates.school,
        ("an_admin_of_many", *COORDINATOR),
        ("an_admin_of_many", *COORDINATOR, "other"),
        ("an_admin_of_many", *COORDINATOR, "«ООШ»"),
        ("an_admin_of_many", *COORDINATOR, "«непонятно что»"),
        ("an_admin_without_a_position", *COORDINATOR),
    ),
    *stories(RoleStates.direction, ("an_admin_of_many", *GIVE, "role:methodist")),
    *stories(
        RoleStates.confirm,
        ("an_admin_of_many", *COORDINATOR, "school"),
        ("an_admin_of_many", *COORDINATOR, "other", "school"),
        ("an_admin_of_many", *GIVE, "role:methodist", "all"),
        ("an_admin_of_many", *GIVE, "role:methodist", "direction"),
        ("an_admin_of_many", *GIVE, "role:admin"),
    ),
    *stories(
        RoleStates.end,
        ("an_admin_of_many", *PERSON, "change:end"),
        ("an_admin_with_everything", *PERSON, "change:end"),
    ),
)
