"""Finding people, their cards, and one's own career."""

from __future__ import annotations

from datetime import date

from bot.states import CareerStates, DirectoryStates
from services.permissions import Role
from tests.dialogs.situations import agree, finish, situation
from tests.dialogs.staff import COLLEAGUE, METHODIST, appoint, signs_up
from tests.dialogs.stories_schools import names_are_known
from tests.dialogs.story import Story, stories
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World

COURSE = "Функциональная грамотность на уроках"
TOOK = ("Диагностика", "хорошо, 64 из 100 — уверенно")
NOTED = f"{TOOK[0]}, 2022, {TOOK[1]}"
COLLEAGUES = (
    "Щукина Юлия Геннадьевна",
    "Соловьёва Наталья Вячеславовна",
    "Ёлкина Дарья Львовна",
    "Чернышёв Олег Ильич",
)


async def id_of(world: World, telegram_id: int) -> int:
    person = await world.services.people.find(telegram_id)
    assert person is not None
    return person.id


async def tells_of_a_career(world: World) -> None:
    """The teacher has courses, and the next attestation is near."""
    me, careers = await id_of(world, TELEGRAM_ID), world.services.careers
    today = world.clock.now().date()
    world.typed += (COURSE, *TOOK)
    for years in range(7):
        finished = date(today.year - years, 5, 1)
        await careers.add_course(me, f"{COURSE} {years}", 36, finished)
    await careers.set_attestation(me, date(today.year + 1, 1, 15))


@situation(after="registered")
async def with_a_career(world: World) -> None:
    """The teacher holds the phone."""
    await tells_of_a_career(world)


@situation(after="with_a_career")
async def with_a_course_of_long_ago(world: World) -> None:
    """Years have passed: the courses are old, and so is the attestation."""
    world.clock.advance(days=1500)


@situation(after="registered")
async def with_a_far_attestation(world: World) -> None:
    me = await id_of(world, TELEGRAM_ID)
    today = world.clock.now().date()
    await world.services.careers.set_attestation(me, date(today.year + 3, 1, 15))


@situation(after="a_methodist")
async def a_methodist_with_colleagues(world: World) -> None:
    """The methodist holds the phone; the teacher has a career, a result, a role, and a wish."""
    names_are_known(world)
    world.becomes(TELEGRAM_ID)
    await finish(world, 2, 2, 1, 3, 2, 0)
    await tells_of_a_career(world)
    for number, name in enumerate(COLLEAGUES):
        await signs_up(world, 700_000_150 + number, name, school=number % 3)
    await appoint(world, TELEGRAM_ID, Role.MENTOR)
    teacher, methodist = await id_of(world, TELEGRAM_ID), await id_of(world, METHODIST)
    schools = (await world.services.schools.page(0)).schools
    async with world.services.access.uow.writing() as store:
        await store.transfers.ask(teacher, schools[0].id, schools[1].id, world.clock.now())
        await store.roles.add(
            teacher, Role.HEAD, world.clock.now(), school_id=schools[0].id, state="claimed"
        )
    for year in range(2016, 2023):
        await world.services.careers.note_external(
            methodist, teacher, f"{TOOK[0]}, {year}, {TOOK[1]}"
        )
    world.becomes(METHODIST)


@situation(after="a_methodist")
async def a_methodist_with_a_brief_colleague(world: World) -> None:
    """Another methodist signed up with a name alone."""
    name, admin = "Антонова Вера", await id_of(world, ADMIN_ID)
    world.becomes(COLLEAGUE)
    await agree(world)
    colleague = await world.my_id()
    await world.services.people.save_name(colleague, name)
    await world.services.roles.grant(admin, colleague, Role.METHODIST)
    await world.services.people.complete(colleague)
    world.typed += (name,)
    world.becomes(METHODIST)


@situation(after="an_admin")
async def an_admin_among_colleagues(world: World) -> None:
    """The admin, whose screens show school names in both languages."""
    names_are_known(world)


@situation(after="a_coordinator")
async def a_coordinator_of_many_schools(world: World) -> None:
    """The coordinator serves seven schools."""
    admin, me = await id_of(world, ADMIN_ID), await world.my_id()
    schools = [
        *(await world.services.schools.page(0)).schools,
        *(await world.services.schools.page(1)).schools,
    ]
    for school in schools[1:8]:
        await world.services.roles.grant(admin, me, Role.COORDINATOR, school.id)


FIND = ("/people",)
TEACHER = ("/people", "«О’Брайен»", "person")
BY_SCHOOL = ("/people", "school", "school")
CAREER = ("/profile", "career")
NEW = (*CAREER, "add")

STORIES: tuple[Story, ...] = (
    *stories(
        DirectoryStates.find,
        ("an_admin_among_colleagues", *FIND),
        ("a_methodist_with_colleagues", *FIND),
        ("a_methodist_with_colleagues", *FIND, "later"),
        ("a_methodist_with_colleagues", *FIND, "«Щюкина»"),
        ("a_methodist_with_colleagues", *FIND, "«<b>Зюзин & Ко»"),
        ("a_methodist_with_colleagues", *FIND, "«" + "Иванова " * 60 + "»"),
        ("a_methodist_with_colleagues", *BY_SCHOOL),
        ("a_methodist_with_colleagues", *BY_SCHOOL, "role", "role:mentor"),
        ("a_methodist_with_colleagues", *FIND, "role", "later", "role:council"),
        ("a_methodist_with_colleagues", *TEACHER, "back"),
        ("a_coordinator", *FIND),
        ("a_coordinator_of_many_schools", *FIND),
        ("a_coordinator_of_many_schools", *BY_SCHOOL),
    ),
    *stories(
        DirectoryStates.school,
        ("a_methodist_with_colleagues", *FIND, "school"),
        ("a_methodist_with_colleagues", *FIND, "school", "«аксенов»"),
        ("a_methodist_with_colleagues", *FIND, "school", "«марс»"),
        ("a_methodist_with_colleagues", *BY_SCHOOL, "school"),
        ("a_coordinator_of_many_schools", *FIND, "school"),
        ("a_coordinator_of_many_schools", *BY_SCHOOL, "school", "later"),
    ),
    *stories(
        DirectoryStates.role,
        ("a_methodist_with_colleagues", *FIND, "role"),
        ("a_methodist_with_colleagues", *FIND, "role", "later"),
        ("a_methodist_with_colleagues", *FIND, "role", "role:mentor", "role"),
        ("a_coordinator", *FIND, "role", "«наставник»"),
    ),
    *stories(
        DirectoryStates.card,
        ("a_methodist_with_colleagues", *TEACHER),
        ("a_methodist_with_colleagues", *FIND, "person"),
        ("a_methodist_with_colleagues", *TEACHER, "results", "back"),
        ("an_admin_among_colleagues", *TEACHER),
        ("an_admin_among_colleagues", *FIND, "person"),
        ("a_methodist_with_a_brief_colleague", *FIND, "person"),
        ("a_head_with_the_role", *TEACHER),
        ("a_coordinator", *TEACHER),
        ("a_coordinator", *TEACHER, "«что?»"),
    ),
    *stories(DirectoryStates.results, ("a_methodist_with_colleagues", *TEACHER, "results")),
    *stories(
        DirectoryStates.external,
        ("a_methodist", *TEACHER, "external"),
        ("a_methodist_with_colleagues", *TEACHER, "external"),
        ("a_methodist_with_colleagues", *TEACHER, "external", "later"),
        ("a_methodist_with_colleagues", *TEACHER, "external", f"«{NOTED}!»"),
        ("a_methodist_with_colleagues", *TEACHER, "external", "«Диагностика»"),
        ("a_methodist_with_colleagues", *TEACHER, "external", "external", "remove"),
    ),
    *stories(
        DirectoryStates.external_remove,
        ("a_methodist_with_colleagues", *TEACHER, "external", "external"),
    ),
    *stories(
        DirectoryStates.export,
        ("a_methodist_with_colleagues", *FIND, "table"),
        ("a_methodist_with_colleagues", *BY_SCHOOL, "table"),
        ("an_admin_among_colleagues", *FIND, "role", "later", "role:council", "table"),
    ),
    *stories(
        CareerStates.overview,
        ("registered", *CAREER),
        ("with_a_career", *CAREER),
        ("with_a_career", *CAREER, "later"),
        ("with_a_far_attestation", *CAREER),
        ("with_a_course_of_long_ago", *CAREER),
        ("registered", *NEW, "«Наставничество в школе»", "hours:72", "«1 мая 2025»"),
        ("with_a_career", *CAREER, "date", "«15.03.2027»"),
        ("with_a_career", *CAREER, "course", "remove"),
    ),
    *stories(
        CareerStates.course,
        ("with_a_career", *CAREER, "course"),
        ("with_a_course_of_long_ago", *CAREER, "course"),
    ),
    *stories(
        CareerStates.title,
        ("registered", *NEW),
        ("registered", *NEW, "«12»"),
        ("registered", *NEW, "«" + "Очень длинное название курса " * 20 + "»"),
        ("registered", *NEW, "«Наставничество в школе»", "back"),
    ),
    *stories(
        CareerStates.hours,
        ("registered", *NEW, "«Наставничество <b>& в школе»"),
        ("registered", *NEW, "«Наставничество в школе»", "«семьдесят»"),
        ("registered", *NEW, "«Наставничество в школе»", "«5000»"),
        ("registered", *NEW, "«Наставничество в школе»", "hours:72", "back"),
        ("registered", *NEW, "«Наставничество в школе»", "back", "same"),
    ),
    *stories(
        CareerStates.finished,
        ("registered", *NEW, "«Наставничество в школе»", "hours:72"),
        ("registered", *NEW, "«Наставничество в школе»", "«40 ч.»", "«вчера»"),
        ("registered", *NEW, "«Наставничество в школе»", "hours:72", "«1.1.2100»"),
        ("registered", *NEW, "«Наставничество в школе»", "hours:72", "«31.02.2025»"),
    ),
    *stories(
        CareerStates.attestation,
        ("registered", *CAREER, "date"),
        ("registered", *CAREER, "date", "«скоро»"),
        ("registered", *CAREER, "date", "«1.5.2020»"),
        ("with_a_career", *CAREER, "date"),
    ),
)
