"""Schools: the list, cards, what becomes of a school that goes, and spreadsheets of them."""

from __future__ import annotations

from bot.states import DirectoryStates, SchoolStates
from services.permissions import Role
from tests.dialogs.extremes import SCHOOLS
from tests.dialogs.situations import NO_SCHOOLS, agree, situation
from tests.dialogs.staff import ADMIN_ID, COLLEAGUE, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World

PROPOSED = "Школа у реки <i>&"
IN_FILES = ("Телефон", "Отличная")  # words of the spreadsheets that screens quote
LIST = ("/schools",)
CARD = (*LIST, "school")


def names_are_known(world: World) -> None:
    """A card shows names in both languages, and codes."""
    for school in world.profile.schools:
        names = (school.name.ru, school.short_name.ru, school.short_name.en or "", school.key)
        world.typed += names


@situation(after="a_methodist")
async def a_manager(world: World) -> None:
    """The methodist, whose screens show school names in both languages."""
    names_are_known(world)
    world.typed += IN_FILES


@situation(after="a_manager")
async def schools_of_all_kinds(world: World) -> None:
    """A proposed school with its teacher, a closed one, and one with a coordinator."""
    await signs_up(world, COLLEAGUE, "Титова Вера Олеговна")
    await appoint(world, COLLEAGUE, Role.COORDINATOR, at_own_school=True)
    person = await world.services.people.find(COLLEAGUE)
    assert person is not None
    world.typed += (PROPOSED,)
    teacher = await signs_up(world, 700_000_131, "Рыбаков Пётр Ильич", school=2)
    school = (await world.services.schools.page(1)).schools[3].id
    me = await world.my_id()
    await world.services.schools.close(me, school)
    async with world.services.access.uow.writing() as store:
        proposed = await store.schools.propose(PROPOSED, "школа у реки", world.clock.now())
        await store.people.change(teacher, world.clock.now(), school_id=proposed.id)


@situation(after="with_an_admin")
async def a_head_with_the_role(world: World) -> None:
    """The head of a school that gets support holds the phone, on the card of the school."""
    await signs_up(world, COLLEAGUE, "Титова Вера Олеговна")
    await appoint(world, COLLEAGUE, Role.HEAD, at_own_school=True)
    world.becomes(COLLEAGUE)
    names_are_known(world)


@situation(place=NO_SCHOOLS)
async def an_admin_of_nothing(world: World) -> None:
    """The admin of a municipality without a single school holds the phone."""
    world.becomes(ADMIN_ID)
    await agree(world)
    me, people = await world.my_id(), world.services.people
    world.typed += ("Ларина Ада Игоревна",)
    await people.save_name(me, "Ларина Ада Игоревна")
    await people.complete(me)


@situation(after="registered_at_length")
async def an_admin_at_length(world: World) -> None:
    """The admin of a municipality with many schools of long names holds the phone."""
    await signs_up(world, ADMIN_ID, "Ларина Ада Игоревна")
    world.becomes(ADMIN_ID)
    names_are_known(world)
    assert (await world.services.schools.page(0)).total == SCHOOLS


STORIES: tuple[Story, ...] = (
    *stories(
        SchoolStates.list,
        ("a_manager", *LIST),
        ("a_manager", *LIST, "later"),
        ("a_manager", *LIST, "«Аксен»"),
        ("a_manager", *LIST, "«ъъъ <b>&»"),
        ("a_manager", *LIST, "«ъъъ»", "all"),
        ("a_manager", *LIST, "📎no table"),
        ("schools_of_all_kinds", *LIST),
        ("schools_of_all_kinds", *LIST, "proposed"),
        ("schools_of_all_kinds", "/queue", "proposed"),
        ("schools_of_all_kinds", "/queue", "proposed", "school", "confirm", "back"),
        ("schools_of_all_kinds", *LIST, "earlier"),
        ("an_admin_at_length", *LIST),
        ("an_admin_at_length", *LIST, "«Сложно»"),
        ("an_admin_of_nothing", *LIST),
    ),
    *stories(
        DirectoryStates.find,
        ("schools_of_all_kinds", *LIST, "proposed", "school", "people"),
    ),
    *stories(
        SchoolStates.card,
        ("a_manager", *CARD),
        ("a_manager", *CARD, "«что-то»"),
        ("schools_of_all_kinds", *LIST, "proposed", "school"),
        ("schools_of_all_kinds", *LIST, "proposed", "school", "confirm"),
        ("schools_of_all_kinds", *LIST, "«Никольская»", "school"),
        ("an_admin_at_length", *CARD),
        ("a_head_with_the_role", "/profile", "school"),
    ),
    *stories(
        SchoolStates.name,
        ("a_manager", *CARD, "name"),
        ("a_manager", *CARD, "short"),
        ("a_manager", *CARD, "english"),
        ("a_manager", *CARD, "name", "«№»"),
        ("a_manager", *CARD, "short", "«" + "Школа " * 40 + "»"),
        ("an_admin_at_length", *CARD, "name"),
    ),
    *stories(SchoolStates.status, ("a_manager", *CARD, "status")),
    *stories(
        SchoolStates.merge,
        ("a_manager", *CARD, "merge"),
        ("a_manager", *CARD, "merge", "«Аксен»"),
        ("a_manager", *CARD, "merge", "«Ореховская»"),
        ("an_admin_at_length", *CARD, "merge"),
    ),
    *stories(
        SchoolStates.merge_confirm,
        ("schools_of_all_kinds", *CARD, "merge", "school"),
        ("schools_of_all_kinds", *LIST, "proposed", "school", "merge", "school"),
        ("a_manager", *LIST, "later", "school", "merge", "school"),
        ("an_admin_at_length", *CARD, "merge", "school"),
    ),
    *stories(
        SchoolStates.close,
        ("a_manager", *CARD, "close"),
        ("a_manager", *CARD, "close", "«Ореховская»"),
    ),
    *stories(
        SchoolStates.close_confirm,
        ("schools_of_all_kinds", *CARD, "close", "school"),
        ("a_manager", *LIST, "later", "school", "close"),
    ),
    *stories(
        SchoolStates.file,
        ("a_manager", *LIST, "import"),
        ("a_manager", *LIST, "import", "«вот»"),
        ("a_manager", *LIST, "import", "📎no table"),
        ("a_manager", *LIST, "import", "📎no columns"),
    ),
    *stories(
        SchoolStates.preview,
        ("a_manager", *LIST, "import", "📎schools"),
        ("a_manager", *LIST, "import", "📎the same schools"),
        ("a_manager", *LIST, "import", "📎broken schools"),
        ("a_manager", *LIST, "import", "📎broken schools", "📎schools"),
        ("a_manager", *LIST, "import", "📎schools", "📎no table"),
    ),
)
